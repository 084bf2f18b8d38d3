// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/svg_canvas.h"

#include "widgets/theme/theme.h"
#include "widgets/timeline/textures.h"

#include <cmath>

namespace awaitscope {

namespace {

QByteArray number(double value)
{
    QByteArray digits = QByteArray::number(value, 'f', 2);
    while (digits.endsWith('0'))
        digits.chop(1);
    if (digits.endsWith('.'))
        digits.chop(1);
    return digits == "-0" ? QByteArray("0") : digits;
}

QByteArray attribute(const char *name, const QByteArray &value)
{
    return QByteArray(" ") + name + "=\"" + value + '"';
}

QByteArray attribute(const char *name, double value)
{
    return attribute(name, number(value));
}

QByteArray colorAttributes(const char *name, const QColor &color)
{
    if (color.alpha() == 0)
        return attribute(name, QByteArray("none"));
    QByteArray result = attribute(name, color.name(QColor::HexRgb).toLatin1());
    if (color.alpha() < 255)
        result += attribute((QByteArray(name) + "-opacity").constData(), color.alphaF());
    return result;
}

QByteArray escaped(const QString &text)
{
    QString clean;
    clean.reserve(text.size());
    for (const QChar letter : text) {
        if (letter >= QChar(0x20) || letter == u'\n' || letter == u'\t')
            clean += letter;
    }
    return clean.toHtmlEscaped().toUtf8();
}

double onPixel(double value, double width)
{
    return std::round(value - width / 2) + width / 2;
}

} // namespace

SvgCanvas::SvgCanvas(QSizeF size, const QString &title, const QString &description) :
    size_(size),
    title_(title),
    description_(description)
{
}

void SvgCanvas::rect(const QRectF &area, const Fill &fill, const Stroke &stroke, double radius)
{
    QRectF shape = area;
    if (stroke.color.alpha() != 0) {
        const double inset = std::min({stroke.width / 2, area.width() / 2, area.height() / 2});
        shape.adjust(inset, inset, -inset, -inset);
    }
    body_ += "<rect" + attribute("x", shape.x()) + attribute("y", shape.y()) + attribute("width", shape.width())
        + attribute("height", shape.height()) + (radius > 0 ? attribute("rx", radius) : QByteArray()) + paint(fill)
        + strokeAttributes(stroke) + "/>\n";
}

void SvgCanvas::line(QPointF from, QPointF to, const Stroke &stroke)
{
    if (from.x() == to.x())
        from.rx() = to.rx() = onPixel(from.x(), stroke.width);
    if (from.y() == to.y())
        from.ry() = to.ry() = onPixel(from.y(), stroke.width);
    body_ += "<path"
        + attribute("d", 'M' + number(from.x()) + ' ' + number(from.y()) + 'L' + number(to.x()) + ' ' + number(to.y()))
        + strokeAttributes(stroke) + "/>\n";
}

void SvgCanvas::path(const QPainterPath &path, const Fill &fill, const Stroke &stroke)
{
    QByteArray commands;
    const auto point = [](const QPainterPath::Element &element) { return number(element.x) + ' ' + number(element.y); };
    for (int i = 0; i < path.elementCount(); ++i) {
        const QPainterPath::Element element = path.elementAt(i);
        if (element.isMoveTo()) {
            commands += 'M' + point(element);
        } else if (element.isLineTo()) {
            commands += 'L' + point(element);
        } else if (element.isCurveTo() && i + 2 < path.elementCount()) {
            commands += 'C' + point(element) + ' ' + point(path.elementAt(i + 1)) + ' ' + point(path.elementAt(i + 2));
            i += 2;
        }
    }
    body_ += "<path" + attribute("d", commands) + paint(fill) + strokeAttributes(stroke);
    if (stroke.color.alpha() != 0 && !stroke.dashed)
        body_ += " stroke-linecap=\"round\" stroke-linejoin=\"round\"";
    body_ += "/>\n";
}

void SvgCanvas::text(QPointF at, const QString &text, const TextStyle &style)
{
    body_ += "<text" + attribute("x", at.x()) + attribute("y", at.y()) + attribute("font-size", std::round(style.size));
    if (style.weight != 400)
        body_ += attribute("font-weight", style.weight);
    if (style.monospace)
        body_ += attribute("font-family", '\'' + monospaceFamily().toUtf8() + "', monospace");
    if (style.align != Align::Left)
        body_ += attribute("text-anchor", QByteArray(style.align == Align::Center ? "middle" : "end"));
    body_ += colorAttributes("fill", style.color);
    if (style.halo.isValid() && style.halo.alpha() != 0) {
        body_ += colorAttributes("stroke", style.halo) + attribute("stroke-width", haloWidth)
            + " stroke-linejoin=\"round\" paint-order=\"stroke\"";
    }
    body_ += '>' + escaped(text) + "</text>\n";
}

void SvgCanvas::pushClip(const QRectF &area)
{
    const QByteArray id = 'c' + QByteArray::number(++clips_);
    definitions_ += "<clipPath id=\"" + id + "\"><rect" + attribute("x", area.x()) + attribute("y", area.y())
        + attribute("width", area.width()) + attribute("height", area.height()) + "/></clipPath>\n";
    body_ += "<g clip-path=\"url(#" + id + ")\">\n";
}

void SvgCanvas::popClip()
{
    body_ += "</g>\n";
}

QByteArray SvgCanvas::paint(const Fill &fill)
{
    const TexturePattern pattern = patternOf(fill.texture);
    if (pattern.pitch <= 0)
        return colorAttributes("fill", fill.color);
    const QByteArray side = number(pattern.pitch);
    QByteArray content = "<rect width=\"" + side + "\" height=\"" + side + '"' + colorAttributes("fill", fill.color) + "/>";
    if (pattern.dots) {
        content += "<circle" + attribute("cx", pattern.pitch / 2) + attribute("cy", pattern.pitch / 2)
            + attribute("r", pattern.thickness) + colorAttributes("fill", fill.ink) + "/>";
    } else {
        // The diagonal of the tile, and the two corners that the line's width cuts off in its neighbours.
        const double p = pattern.pitch;
        QByteArray lines;
        for (const double shift : {-p, 0.0, p}) {
            const double startY = pattern.mirrored ? -1.0 : p + 1.0, endY = pattern.mirrored ? p + 1.0 : -1.0;
            lines += 'M' + number(shift - 1) + ' ' + number(startY) + 'L' + number(shift + p + 1) + ' ' + number(endY);
        }
        content += "<path" + attribute("d", lines) + strokeAttributes({fill.ink, pattern.thickness}) + "/>";
    }
    QByteArray &id = patterns_[content];
    if (id.isEmpty()) {
        id = 't' + QByteArray::number(patterns_.size());
        definitions_ += "<pattern id=\"" + id + "\" width=\"" + side + "\" height=\"" + side
            + "\" patternUnits=\"userSpaceOnUse\">" + content + "</pattern>\n";
    }
    return attribute("fill", "url(#" + id + ')');
}

QByteArray SvgCanvas::strokeAttributes(const Stroke &stroke) const
{
    if (stroke.color.alpha() == 0)
        return {};
    QByteArray result = colorAttributes("stroke", stroke.color);
    if (stroke.width != 1.0)
        result += attribute("stroke-width", stroke.width);
    if (stroke.dashed)
        result += attribute("stroke-dasharray", number(dashLength) + ' ' + number(dashGap));
    return result;
}

QByteArray SvgCanvas::finish()
{
    const QByteArray width = number(size_.width()), height = number(size_.height());
    QByteArray document = "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"" + width + "\" height=\"" + height
        + "\" viewBox=\"0 0 " + width + ' ' + height + "\" role=\"img\" aria-labelledby=\"title desc\" font-family=\"'"
        + sansFamily().toUtf8() + "', sans-serif\">\n";
    document += "<title id=\"title\">" + escaped(title_) + "</title>\n<desc id=\"desc\">" + escaped(description_) + "</desc>\n";
    if (!definitions_.isEmpty())
        document += "<defs>\n" + definitions_ + "</defs>\n";
    return document + body_ + "</svg>\n";
}

} // namespace awaitscope
