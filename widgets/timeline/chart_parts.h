// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/chart_layout.h"
#include "widgets/timeline/text.h"

namespace awaitscope::chart {

/// The steps of layoutChart(); each adds to a layout that has all that the steps before it give.

void placeLanes(const ChartModel &model, ChartLayout &layout);
void placeLabels(const ChartModel &model, ChartLayout &layout);
void placeSavings(const ChartModel &model, ChartLayout &layout);
void placeArrows(const ChartModel &model, ChartLayout &layout);

/// The axis that shows all of the model with room for what stands beside the ends.
TimeAxis fittedAxis(const ChartModel &model, const ChartMetrics &metrics, double left, double right, Ns expected);

inline TextStyle labelStyle(const ChartMetrics &metrics, int weight = 500)
{
    return {
        .size = metrics.text, .weight = weight, .monospace = false, .color = {}, .halo = Qt::transparent, .align = Align::Left};
}

inline TextStyle nameStyle(const ChartMetrics &metrics, int weight)
{
    return {
        .size = metrics.name, .weight = weight, .monospace = false, .color = {}, .halo = Qt::transparent, .align = Align::Left};
}

inline double onMiddle(double middle, const TextStyle &style)
{
    return middle + baselineOffset(style);
}

} // namespace awaitscope::chart
