// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/results/result_layout.h"
#include "widgets/timeline/chart_painter.h"
#include "widgets/timeline/figure.h"

namespace awaitscope {

/// A figure in pixels.
struct FigureLayout
{
    QSizeF size;
    std::vector<TextShape> title, subtitle;
    double rulerTop = 0.0;
    ChartModel model;
    ChartLayout chart;
    std::vector<LegendItem> legend;
    QRectF legendArea;
    ResultLayout results;
    double rule = 0.0; ///< y of the line above the caption; 0: none
    std::vector<TextShape> caption, command;
};

/// Composes a figure; a problem where it does not fit the size asked for.
Result<FigureLayout> layoutFigure(const Figure &figure, QSizeF size);
/// Draws it, background included.
void paintFigure(Canvas &canvas, const FigureLayout &layout, const Theme &theme);

} // namespace awaitscope
