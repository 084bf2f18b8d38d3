// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/results/result_grid.h"

#include <QRectF>

namespace awaitscope {

/// A table of results in pixels. Where there is room, its lines stand in several blocks side by side, read down and then right.
struct ResultLayout
{
    enum class Tone { Plain, Quiet, Kind };
    struct Text
    {
        QPointF at; ///< on the baseline
        QString text;
        TextStyle style; ///< without colours
        Tone tone = Tone::Plain;
        Cue cue = Cue::Done; ///< of the tone Kind
    };
    struct Mark
    {
        QPointF at; ///< its centre
        Cue cue = Cue::Done;
    };

    QRectF area;
    double radius = 0.0; ///< of the marks
    std::vector<QRectF> heads; ///< behind the heads, one for each block
    std::vector<QRectF> lines; ///< of the grid, in its order
    std::vector<Mark> marks;
    std::vector<Text> texts;
};

/// Places a grid from `topLeft` on. No text is cut: what is too wide for its column wraps. `textSize` is that of a cell, px.
/// An empty grid has no height.
ResultLayout layoutResults(const ResultGrid &grid, QPointF topLeft, double width, double textSize);
/// Draws it, without a background.
void paintResults(Canvas &canvas, const ResultLayout &layout, const Theme &theme);

} // namespace awaitscope
