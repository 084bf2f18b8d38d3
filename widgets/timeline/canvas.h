// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPainterPath>
#include <QPointF>
#include <QRectF>
#include <QString>

namespace awaitscope {

/// How an area is filled, beside its colour.
enum class Texture { Solid, Hatched, Dotted, Striped };

struct Fill
{
    QColor color = Qt::transparent;
    Texture texture = Texture::Solid;
    QColor ink = Qt::transparent; ///< of the texture's lines or dots
};

struct Stroke
{
    QColor color = Qt::transparent;
    double width = 1.0;
    bool dashed = false;
};

enum class Align { Left, Center, Right };

struct TextStyle
{
    double size = 12.0; ///< px
    int weight = 400; ///< 400 regular, 500, 600, 700
    bool monospace = false;
    QColor color;
    QColor halo = Qt::transparent; ///< drawn around the letters so that lines never cut through them
    Align align = Align::Left;
};

/// What a picture is drawn on: the screen, a PNG, an SVG or a PDF. All coordinates are px, y downwards.
/// Whoever draws does not know which it is.
class Canvas
{
public:
    virtual ~Canvas() = default;

    virtual void rect(const QRectF &area, const Fill &fill, const Stroke &stroke = {}, double radius = 0.0) = 0;
    virtual void line(QPointF from, QPointF to, const Stroke &stroke) = 0;
    virtual void path(const QPainterPath &path, const Fill &fill, const Stroke &stroke) = 0;
    /// `at` is on the baseline: its left end, its middle or its right end, as the style aligns.
    virtual void text(QPointF at, const QString &text, const TextStyle &style) = 0;
    /// Limits all that follows to an area, until popClip(). Calls nest.
    virtual void pushClip(const QRectF &area) = 0;
    virtual void popClip() = 0;
};

/// Width of a text in px, the same for every canvas.
double textWidth(const QString &text, const TextStyle &style);
/// The text, cut with an ellipsis so that it is no wider than `width`; empty where not even one letter fits.
QString elided(const QString &text, const TextStyle &style, double width);

} // namespace awaitscope
