// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/chart_layout.h"

namespace awaitscope::chart {

/// The parts of paintChart().

inline Fill solid(const QColor &color)
{
    return {color, Texture::Solid, Qt::transparent};
}

/// A colour on its way to the panel's: still seen, no longer loud.
QColor faint(const QColor &color, const Theme &theme);
void paintText(Canvas &canvas, const TextShape &shape, const Theme &theme, const QColor &halo);
/// A bar of a lane; the part after its caller has gone dashed, with its own look faint inside.
void paintBar(Canvas &canvas, const BarShape &bar, const Theme &theme);
/// A number of an order, in a ring.
void paintNumber(
    Canvas &canvas, const QRectF &box, const QString &number, double textSize, const QColor &color, const Theme &theme);
void paintStrips(Canvas &canvas, const ChartLayout &layout, const Theme &theme);
/// The values of the step lines at a time, beside the playhead.
void paintValues(Canvas &canvas, const ChartLayout &layout, Ns time, const Theme &theme);
/// The lines at the ends of the run before, behind the lanes; and the brackets from them to the ends now.
void paintOldEnds(Canvas &canvas, const ChartLayout &layout, const Theme &theme);
void paintDifferences(Canvas &canvas, const ChartLayout &layout, const Theme &theme);
void paintCascades(Canvas &canvas, const ChartLayout &layout, const Theme &theme);

} // namespace awaitscope::chart
