// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/canvas.h"

#include <QFont>
#include <QStringList>

namespace awaitscope {

/// The font of a style: no hinting, so that widths are the same on every canvas and at every scale.
QFont fontFor(const TextStyle &style);
/// The distance from the middle of a line of text down to its baseline, px.
double baselineOffset(const TextStyle &style);
/// The area that a text covers when drawn at a baseline.
QRectF textBox(QPointF at, const QString &text, const TextStyle &style);
/// The text in lines no wider than `width`; a word that is too long for a line is broken.
QStringList wrapped(const QString &text, const TextStyle &style, double width);

} // namespace awaitscope
