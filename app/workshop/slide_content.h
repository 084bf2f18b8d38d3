// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workshop/stage.h"

namespace awaitscope {

/// A part of a slide of text.
struct SlideBlock
{
    enum class Kind { Title, Opening, Lead, Text, Answer, Hint } kind = Kind::Text;
    QString text;
    // of an answer, or of what is to be ordered or drawn:
    QString badge = {}; ///< stands before it: its key, its place
    QString value = {}; ///< stands behind it: its votes, its time
    QString spoken = {}; ///< the value in words
    bool track = false; ///< there is a bar below it, or room for one
    double from = 0.0, to = 0.0; ///< the bar, in shares of the track
    bool right = false; ///< it came true, once that may be seen
};

/// What a slide of text shows. Empty for a run and its pauses. Before a lesson's run nothing in it tells its point or its answer.
std::vector<SlideBlock> slideContent(const Stage &stage);
/// The slide in a word or two, for the speaker: "Question", "Pause 1".
QString slideName(const Deck &deck, const Slide &slide);
/// All words of a slide, for assistive technology and tests.
QString slideWords(const std::vector<SlideBlock> &blocks);

} // namespace awaitscope
