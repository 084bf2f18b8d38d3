// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/canvas.h"

#include <QImage>
#include <QPainterPath>

namespace awaitscope {

/// The outline of a text whose baseline begins at a point.
QPainterPath outlineOf(QPointF at, const QString &text, const TextStyle &style);
/// What a halo is drawn with.
QPen haloPen(const TextStyle &style);

/// A halo in pixels.
struct Halo
{
    QImage pixels;
    QPoint baseline; ///< where the text's baseline begins: the whole pixels
};
/// The halo of a text that begins so far right of a whole pixel, remembered: what is drawn each frame has most of its words at the
/// places of the frame before. Exact to an eighth of a pixel.
Halo halo(const QString &text, const TextStyle &style, double fraction, double pixelsPerUnit);

} // namespace awaitscope
