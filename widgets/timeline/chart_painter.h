// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/chart_layout.h"

namespace awaitscope {

/// Draws headers, lanes, labels, arrows and brackets. The ruler and the legend are drawn by themselves, as they may stay
/// in place while lanes scroll.
void paintChart(Canvas &canvas, const ChartLayout &layout, const Theme &theme);
/// Draws the ruler's labels into the metrics' ruler height from `top` on.
void paintRuler(Canvas &canvas, const ChartLayout &layout, double top, const Theme &theme);
/// Draws the line of a moment from the ruler down to `bottom`, if it is in sight; texts that it meets stay in front of it.
void paintPlayhead(Canvas &canvas, const ChartLayout &layout, Ns time, double rulerTop, double bottom, const Theme &theme);

/// One explanation.
struct LegendItem
{
    enum class Kind { Cue, Budget, Order, Limit, Reference, Saving, Ghost, Truth, Difference, Spawn, Return, Playhead };
    Kind kind = Kind::Cue;
    Cue cue = Cue::Running;
    QString text;
    bool operator==(const LegendItem &) const = default;
};

/// Every mark that occurs in this picture, and none that does not.
std::vector<LegendItem> legendItems(const ChartModel &model, const ChartLayout &layout, bool playhead);
/// All that may join these items while the reader steps and selects. To reserve room for, so that nothing jumps.
std::vector<LegendItem> withInteraction(std::vector<LegendItem> items, const ChartModel &model);
/// Height of the legend in a width, in as many lines as it takes.
double legendHeight(const std::vector<LegendItem> &items, double width, double textSize);
void paintLegend(Canvas &canvas, const std::vector<LegendItem> &items, const QRectF &area, double textSize, const Theme &theme);

/// A line along points with a head at its end, or at both.
void paintArrow(Canvas &canvas, const std::vector<QPointF> &points, const Stroke &stroke, double head, bool both);

} // namespace awaitscope
