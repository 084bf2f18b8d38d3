// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/painter_canvas.h"

#include "widgets/timeline/halos.h"
#include "widgets/timeline/text.h"
#include "widgets/timeline/textures.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

QPen penFor(const Stroke &stroke, double width)
{
    if (stroke.color.alpha() == 0)
        return Qt::NoPen;
    QPen pen(stroke.color, width, Qt::SolidLine, Qt::FlatCap, Qt::RoundJoin);
    if (stroke.dashed)
        pen.setDashPattern({dashLength / width, dashGap / width});
    return pen;
}

} // namespace

PainterCanvas::PainterCanvas(QPainter &painter, double pixelsPerUnit, Edges edges) :
    painter_(painter),
    scale_(pixelsPerUnit),
    crisp_(edges != Edges::Exact),
    again_(edges == Edges::CrispAgain)
{
    painter_.setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    painter_.setLayoutDirection(Qt::LayoutDirectionAuto); // each text runs as its own first letter does
}

/// True where nothing between these heights can be seen: of a thousand lanes most are scrolled away.
bool PainterCanvas::outOfSight(double top, double bottom) const
{
    constexpr double margin = 6.0; // px, for strokes and rounding
    return crisp_ && !clips_.empty() && (bottom + margin < clips_.back().top() || top - margin > clips_.back().bottom());
}

double PainterCanvas::aligned(double value) const
{
    return crisp_ ? std::round(value * scale_) / scale_ : value;
}

double PainterCanvas::alignedWidth(double width) const
{
    return crisp_ ? std::max(1.0, std::round(width * scale_)) / scale_ : width;
}

void PainterCanvas::rect(const QRectF &area, const Fill &fill, const Stroke &stroke, double radius)
{
    if (outOfSight(area.top(), area.bottom()))
        return;
    const double width = alignedWidth(stroke.width), inset = stroke.color.alpha() == 0 ? 0.0 : width / 2;
    const QPointF topLeft(aligned(area.left()), aligned(area.top()));
    const QPointF bottomRight(
        std::max(aligned(area.right()), topLeft.x() + 1 / scale_), std::max(aligned(area.bottom()), topLeft.y() + 1 / scale_));
    QRectF shape = QRectF(topLeft, bottomRight).adjusted(inset, inset, -inset, -inset);
    if (shape.width() <= 0 || shape.height() <= 0)
        shape = QRectF(topLeft, bottomRight);
    if (fill.texture != Texture::Solid) {
        QPainterPath path;
        path.addRoundedRect(shape, radius, radius);
        painter_.fillPath(path, fill.color);
        texture(path, fill);
        painter_.setBrush(Qt::NoBrush);
    } else {
        painter_.setBrush(fill.color.alpha() == 0 ? QBrush(Qt::NoBrush) : QBrush(fill.color));
    }
    painter_.setPen(penFor(stroke, width));
    if (radius > 0)
        painter_.drawRoundedRect(shape, radius, radius);
    else
        painter_.drawRect(shape);
}

void PainterCanvas::line(QPointF from, QPointF to, const Stroke &stroke)
{
    if (outOfSight(std::min(from.y(), to.y()), std::max(from.y(), to.y())))
        return;
    const double width = alignedWidth(stroke.width);
    const auto centred = [&](double value) { return aligned(value - width / 2) + width / 2; };
    if (crisp_ && from.x() == to.x())
        from.rx() = to.rx() = centred(from.x());
    if (crisp_ && from.y() == to.y())
        from.ry() = to.ry() = centred(from.y());
    painter_.setPen(penFor(stroke, width));
    painter_.drawLine(from, to);
}

void PainterCanvas::path(const QPainterPath &path, const Fill &fill, const Stroke &stroke)
{
    if (const QRectF bounds = path.controlPointRect(); outOfSight(bounds.top() - stroke.width, bounds.bottom() + stroke.width))
        return;
    if (fill.color.alpha() != 0)
        painter_.fillPath(path, fill.color);
    if (fill.texture != Texture::Solid)
        texture(path, fill);
    if (stroke.color.alpha() != 0) {
        QPen pen = penFor(stroke, stroke.width);
        if (!stroke.dashed)
            pen.setCapStyle(Qt::RoundCap);
        painter_.strokePath(path, pen);
    }
}

void PainterCanvas::text(QPointF at, const QString &text, const TextStyle &style)
{
    if (outOfSight(at.y() - 2 * style.size, at.y() + 2 * style.size))
        return;
    const double width = textWidth(text, style);
    const QPointF left(at.x()
            - (style.align == Align::Left          ? 0.0
                    : style.align == Align::Center ? width / 2
                                                   : width),
        aligned(at.y()));
    const QFont font = fontFor(style);
    if (style.halo.isValid() && style.halo.alpha() != 0)
        paintHalo(left, text, style);
    painter_.setFont(font);
    painter_.setPen(style.color);
    if (crisp_) {
        painter_.drawText(left, text);
        return;
    }
    // A glyph that the font picks for its neighbours cannot be read back out of a PDF: the multiplication sign stands alone.
    double x = left.x();
    for (qsizetype at = 0; at < text.size();) {
        const qsizetype sign = text.indexOf(QChar(0xd7), at);
        const QString piece = sign == at ? text.mid(at, 1) : text.mid(at, sign < 0 ? -1 : sign - at);
        painter_.drawText(QPointF(x, left.y()), piece);
        x += textWidth(piece, style);
        at += piece.size();
    }
}

void PainterCanvas::paintHalo(QPointF left, const QString &text, const TextStyle &style)
{
    if (!again_) {
        painter_.strokePath(outlineOf(left, text, style), haloPen(style));
        return;
    }
    const QPointF at = left * scale_, whole(std::floor(at.x()), std::round(at.y()));
    const Halo known = halo(text, style, at.x() - whole.x(), scale_);
    painter_.drawImage(QRectF((whole - known.baseline) / scale_, QSizeF(known.pixels.size()) / scale_), known.pixels);
}

void PainterCanvas::pushClip(const QRectF &area)
{
    painter_.save();
    painter_.setClipRect(area, Qt::IntersectClip);
    clips_.push_back(clips_.empty() ? area : clips_.back() & area);
}

void PainterCanvas::popClip()
{
    clips_.pop_back();
    painter_.restore();
}

void PainterCanvas::texture(const QPainterPath &inside, const Fill &fill)
{
    const TexturePattern pattern = patternOf(fill.texture);
    const QRectF area = painter_.hasClipping() ? inside.boundingRect() & painter_.clipBoundingRect() : inside.boundingRect();
    if (area.isEmpty() || pattern.pitch <= 0)
        return;
    painter_.save();
    painter_.setClipPath(inside, Qt::IntersectClip);
    const double pitch = pattern.pitch;
    if (pattern.dots) {
        painter_.setPen(Qt::NoPen);
        painter_.setBrush(fill.ink);
        for (double y = std::floor(area.top() / pitch) * pitch; y < area.bottom() + pitch; y += pitch) {
            for (double x = std::floor(area.left() / pitch) * pitch; x < area.right() + pitch; x += pitch)
                painter_.drawEllipse(QPointF(x, y), pattern.thickness, pattern.thickness);
        }
    } else {
        // Lines from the lower left to the upper right, or mirrored, at fixed places of the picture: they never jump.
        painter_.setPen(QPen(fill.ink, pattern.thickness, Qt::SolidLine, Qt::FlatCap));
        const double height = area.height() + 2, low = area.bottom() + 1;
        const double slant = pattern.mirrored ? -1.0 : 1.0;
        const double anchor = low * slant;
        const double first = pattern.mirrored ? area.left() - 1 : area.left() - height;
        const double last = pattern.mirrored ? area.right() + height : area.right() + 1;
        QVector<QLineF> lines;
        for (double x = std::floor((first + anchor) / pitch) * pitch - anchor; x < last + pitch; x += pitch)
            lines += QLineF(x, low, x + slant * height, low - height);
        painter_.drawLines(lines);
    }
    painter_.restore();
}

} // namespace awaitscope
