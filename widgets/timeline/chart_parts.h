// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/chart_layout.h"
#include "widgets/timeline/text.h"

#include <algorithm>

namespace awaitscope::chart {

/// The steps of layoutChart(); each adds to a layout that has all that the steps before it give.

/// The height of all that stands under the lanes of a group, and its places from `top` on.
double stripsHeight(const ModelGroup &group, const ChartMetrics &metrics);
void placeStrips(const ModelGroup &group, std::size_t index, double top, ChartLayout &layout);
double cascadesHeight(const ModelGroup &group, const ChartMetrics &metrics);
void placeCascades(const ModelGroup &group, std::size_t index, double top, ChartLayout &layout);

double differencesHeight(const ChartModel &model, std::size_t group, const ChartMetrics &metrics);
void placeDifferences(const ChartModel &model, std::size_t group, double top, ChartLayout &layout);

void placeLanes(const ChartModel &model, ChartLayout &layout);
void placeLabels(const ChartModel &model, ChartLayout &layout);
void placeFlags(const ChartModel &model, ChartLayout &layout);
void placeGhosts(const ChartModel &model, ChartLayout &layout);
/// What the words beside a ghost need, right of it.
double ghostSpace(const Ghost &ghost, const ChartMetrics &metrics);
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

/// Width of the ring around a number of an order, or a range of them.
inline double numberWidth(const QString &number, const ChartMetrics &metrics)
{
    return std::max(textWidth(number, labelStyle(metrics, 600)) + 8 * metrics.unit, 2 * metrics.badge);
}

/// The same; 0 for no order.
inline double numberWidth(int order, const ChartMetrics &metrics)
{
    return order > 0 ? numberWidth(QString::number(order), metrics) : 0.0;
}

inline double onMiddle(double middle, const TextStyle &style)
{
    return middle + baselineOffset(style);
}

} // namespace awaitscope::chart
