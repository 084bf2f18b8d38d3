// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/cues.h"
#include "widgets/timeline/text.h"

namespace awaitscope {

namespace {

constexpr double sampleBarWidth = 14.0, sampleGap = 6.0;

QPainterPath circle(QPointF center, double radius)
{
    QPainterPath path;
    path.addEllipse(center, radius, radius);
    return path;
}

QPainterPath polyline(QPointF center, double unit, std::initializer_list<QPointF> points)
{
    QPainterPath path;
    for (const QPointF &point : points) {
        const QPointF at = center + point * unit;
        if (path.elementCount() == 0)
            path.moveTo(at);
        else
            path.lineTo(at);
    }
    return path;
}

bool drawnBeside(Mark mark)
{
    return mark != Mark::None && mark != Mark::Column && mark != Mark::Band;
}

double sampleBarSpace(const CueStyle &style, double scale)
{
    if (style.height == 0.0)
        return style.mark == Mark::None ? 0.0 : sampleBarWidth * scale;
    return (sampleBarWidth + (drawnBeside(style.mark) ? sampleBarWidth + 2.0 : 0.0)) * scale;
}

TextStyle sampleText(double textSize, const Theme &theme)
{
    return {textSize, 400, false, theme.secondary, Qt::transparent, Align::Left};
}

} // namespace

void drawBar(Canvas &canvas, Cue cue, const QRectF &area, const Theme &theme)
{
    const CueStyle style = cueStyle(cue, theme);
    canvas.rect(area, style.fill, style.outline, std::min(style.radius, area.width() / 2));
}

void drawMark(Canvas &canvas, Mark mark, QPointF center, double radius, const QColor &color, const QColor &background)
{
    const Fill none;
    const Fill inside{background, Texture::Solid, Qt::transparent};
    const Fill full{color, Texture::Solid, Qt::transparent};
    const Stroke pen{color, std::max(1.3, radius * 0.19)};
    switch (mark) {
    case Mark::None:
    case Mark::Column: // a shade across all lanes, drawn behind them
    case Mark::Band: // a place of its own
        return;
    case Mark::HollowDot:
        canvas.path(circle(center, radius * 0.5), inside, pen);
        return;
    case Mark::Seat: {
        QPainterPath seat = polyline(center, radius, {{-0.5, -0.8}, {-0.5, 0.8}});
        seat.addPath(polyline(center, radius, {{-0.5, 0.1}, {0.5, 0.1}, {0.5, 0.8}}));
        canvas.path(seat, none, pen);
        return;
    }
    case Mark::Unread: {
        QPainterPath eye;
        eye.moveTo(center - QPointF(radius, 0));
        eye.quadTo(center - QPointF(0, radius), center + QPointF(radius, 0));
        eye.quadTo(center + QPointF(0, radius), center - QPointF(radius, 0));
        canvas.path(eye, inside, pen);
        canvas.path(polyline(center, radius, {{-0.75, 0.75}, {0.75, -0.75}}), none, pen);
        return;
    }
    case Mark::Depth: {
        QPainterPath boxes;
        for (const double half : {0.85 * radius, 0.4 * radius})
            boxes.addRect(QRectF(center - QPointF(half, half), center + QPointF(half, half)));
        canvas.path(boxes, none, pen);
        return;
    }
    case Mark::Steps:
        canvas.path(
            polyline(center, radius, {{-1.0, 0.8}, {-1.0, 0.2}, {-0.2, 0.2}, {-0.2, -0.7}, {0.5, -0.7}, {0.5, 0.5}, {1.0, 0.5}}),
            none, pen);
        return;
    case Mark::Bell: {
        QPainterPath bell = polyline(center, radius,
            {{-0.75, 0.45}, {-0.5, 0.1}, {-0.45, -0.4}, {0.0, -0.85}, {0.45, -0.4}, {0.5, 0.1}, {0.75, 0.45}, {-0.75, 0.45}});
        canvas.path(bell, full, {});
        canvas.path(circle(center + QPointF(0, 0.7) * radius, radius * 0.22), full, {});
        return;
    }
    case Mark::Pin:
        canvas.path(polyline(center, radius, {{-0.6, -0.6}, {0.6, -0.6}, {0.0, 0.5}, {-0.6, -0.6}}), inside, pen);
        return;
    case Mark::Check:
        canvas.path(circle(center, radius - pen.width / 2), inside, pen);
        canvas.path(polyline(center, radius, {{-0.4, 0.04}, {-0.1, 0.34}, {0.42, -0.28}}), none, pen);
        return;
    case Mark::Cross: {
        canvas.path(circle(center, radius - pen.width / 2), inside, pen);
        QPainterPath cross = polyline(center, radius, {{-0.32, -0.32}, {0.32, 0.32}});
        cross.addPath(polyline(center, radius, {{0.32, -0.32}, {-0.32, 0.32}}));
        canvas.path(cross, none, pen);
        return;
    }
    case Mark::Slash:
        canvas.path(circle(center, radius - pen.width / 2), inside, pen);
        canvas.path(polyline(center, radius, {{-0.62, 0.62}, {0.62, -0.62}}), none, pen);
        return;
    case Mark::Clock:
        canvas.path(circle(center, radius - pen.width / 2), inside, pen);
        canvas.path(polyline(center, radius, {{0, -0.52}, {0, 0.04}, {0.4, 0.04}}), none, pen);
        return;
    case Mark::Flag:
        canvas.path(polyline(center, radius, {{-0.55, -0.85}, {0.75, -0.35}, {-0.55, 0.15}, {-0.55, -0.85}}), full, {});
        canvas.line(center + QPointF(-0.55, -0.9) * radius, center + QPointF(-0.55, 0.95) * radius, pen);
        return;
    }
}

void drawSample(Canvas &canvas, Cue cue, QPointF at, double textSize, const Theme &theme, const QString &word)
{
    const CueStyle style = cueStyle(cue, theme);
    const double scale = textSize / 12.0, usual = 11.0 * scale, width = sampleBarWidth * scale;
    double x = at.x();
    if (style.height > 0.0) {
        const double height = std::max(usual * style.height, 2.0);
        if (cue == Cue::Blocking)
            canvas.rect(
                {x - 2, at.y() - usual * 0.9, width + 4, usual * 1.8}, {theme.blockingShade, Texture::Solid, Qt::transparent});
        // Running is tall and narrow everywhere: a tick, never a block.
        const double shown = cue == Cue::Running || cue == Cue::Beat ? (cue == Cue::Beat ? 2.0 : 3.0) * scale : width;
        drawBar(canvas, cue, {x + (width - shown) / 2, at.y() - height / 2, shown, height}, theme);
        x += width + 2 * scale;
    }
    if (drawnBeside(style.mark))
        drawMark(canvas, style.mark, {x + width / 2, at.y()}, 6.5 * scale, style.color, theme.panel);
    const TextStyle text = sampleText(textSize, theme);
    canvas.text({at.x() + sampleBarSpace(style, scale) + sampleGap * scale, at.y() + baselineOffset(text)}, word, text);
}

double sampleWidth(Cue cue, double textSize, const Theme &theme, const QString &word)
{
    const double scale = textSize / 12.0;
    return sampleBarSpace(cueStyle(cue, theme), scale) + sampleGap * scale + textWidth(word, sampleText(textSize, theme));
}

} // namespace awaitscope
