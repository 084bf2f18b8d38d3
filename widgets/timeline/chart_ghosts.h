// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/chart_layout.h"

#include <span>

namespace awaitscope {

class Canvas;
struct Theme;

/// The model with a lane for each ghost, below the header of its variant; without those that it had.
ChartModel withGhosts(ChartModel model, std::span<const Ghost> ghosts);

/// "310 ms", or "40 ms to 310 ms" of one whose begin is predicted.
QString ghostLength(const Ghost &ghost, const GhostSpan &span);
/// What stands beside it: "you: 310 ms, it took 197 ms". Empty while nothing is drawn.
QString ghostWords(const Ghost &ghost);

namespace chart {

/// Draws what was expected as a dashed outline, and over it what was.
void paintGhosts(Canvas &canvas, const ChartLayout &layout, const Theme &theme);
/// The two alone, as a legend shows them, within an area.
void paintGhostOutline(Canvas &canvas, const QRectF &area, const Theme &theme);
void paintGhostTruth(Canvas &canvas, double from, double to, double y, double height, const Theme &theme);

} // namespace chart

} // namespace awaitscope
