// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workshop/deck.h"

#include <QPointF>

#include <map>

namespace awaitscope {

/// A line drawn by hand, in shares of the slide's width and height, so that it stays in its place on any screen.
struct DrawnLine
{
    int color = 0; ///< position among the pen's colours
    std::vector<QPointF> points;
};

/// What was drawn by hand on each slide of a show. Knows no widgets.
class Marks
{
public:
    /// Begins a line on a slide.
    void begin(const Slide &slide, int color, QPointF at);
    /// Goes on with the slide's latest line; nothing where there is none.
    void extend(const Slide &slide, QPointF to);
    /// Takes the slide's latest line back; false where there is none.
    bool undo(const Slide &slide);
    void clear(const Slide &slide);
    const std::vector<DrawnLine> &lines(const Slide &slide) const;

private:
    std::map<Slide, std::vector<DrawnLine>> lines_;
};

} // namespace awaitscope
