// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workshop/stage.h"

namespace awaitscope {

/// A part of a slide of text.
struct SlideBlock
{
    enum class Kind { Title, Lead, Text, Answer, Hint } kind = Kind::Text;
    QString text;
    int number = 0; ///< of an answer, from 1
    int votes = 0; ///< for an answer
    int allVotes = 0; ///< for the question
    bool right = false; ///< the answer that came true, once that may be seen
};

/// What a slide of text shows. Empty for a run and its pauses. Before a lesson's run nothing in it tells its point or its answer.
std::vector<SlideBlock> slideContent(const Stage &stage);
/// The slide in a word or two, for the speaker: "Question", "Pause 1".
QString slideName(const Deck &deck, const Slide &slide);
/// All words of a slide, for assistive technology and tests.
QString slideWords(const std::vector<SlideBlock> &blocks);

} // namespace awaitscope
