// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/paint_parts.h"
#include "widgets/timeline/text.h"

#include <QCoreApplication>

namespace awaitscope::chart {

namespace {

void paintLine(Canvas &canvas, const StepLineShape &shape, const Theme &theme)
{
    const CueStyle style = cueStyle(Cue::Counted, theme);
    const double bottom = shape.area.bottom();
    QPainterPath under({shape.points.front().x(), bottom});
    for (const QPointF &point : shape.points)
        under.lineTo(point);
    under.lineTo(shape.points.back().x(), bottom);
    under.closeSubpath();
    canvas.path(under, style.fill, {});
    QPainterPath line(shape.points.front());
    for (const QPointF &point : shape.points)
        line.lineTo(point);
    canvas.path(line, {}, style.outline);
    if (shape.limit)
        canvas.line({shape.area.left(), *shape.limit}, {shape.area.right(), *shape.limit}, {theme.failed, 1.0, true});
}

void paintStrip(Canvas &canvas, const StripShape &strip, const ChartLayout &layout, const Theme &theme)
{
    canvas.rect(strip.rect, solid(theme.panel));
    canvas.line(strip.rect.topLeft() + QPointF(8, 0), strip.rect.topRight() - QPointF(8, 0), {theme.border, 1.0});
    canvas.pushClip({layout.clipLeft, strip.rect.top(), layout.right - layout.clipLeft, strip.rect.height()});
    for (const AxisTick &tick : layout.ticks) {
        const double x = toX(layout.axis, tick.time);
        canvas.line({x, strip.rect.top() + 1}, {x, strip.rect.bottom()}, {theme.grid, 1.0});
    }
    for (const StepLineShape &line : strip.lines)
        paintLine(canvas, line, theme);
    for (const StripBarShape &bar : strip.bars)
        drawBar(canvas, bar.cue, bar.rect, theme);
    for (const TextShape &label : strip.labels)
        paintText(canvas, label, theme, theme.panel);
    canvas.popClip();
    paintText(canvas, strip.name, theme, Qt::transparent);
    for (const TextShape &note : strip.notes)
        paintText(canvas, note, theme, Qt::transparent);
}

void paintCascade(Canvas &canvas, const CascadeShape &cascade, const ChartLayout &layout, const Theme &theme)
{
    const double unit = layout.metrics.unit;
    if (cascade.inSight) { // from its stretch of the chart to its frame
        for (const double x : {cascade.from, cascade.to})
            canvas.line({x, cascade.lanesBottom}, {x, cascade.frame.top()}, {theme.axis, 1.0, true});
    }
    canvas.rect(cascade.frame, solid(theme.panel), {theme.axis, 1.0}, 5 * unit);
    const TextStyle style{layout.metrics.text, 400, false, theme.secondary, theme.panel, Align::Center};
    const double top = cascade.axisY + 9 * unit, bottom = cascade.frame.bottom() - 4 * unit;
    for (const AxisTick &tick : cascade.ticks) {
        const double x = toX(cascade.axis, tick.time);
        canvas.line({x, top}, {x, bottom}, {theme.grid, 1.0});
        canvas.text({x, cascade.axisY + baselineOffset(style)}, tick.label, style);
    }
    for (const CascadeShape::Step &step : cascade.steps) {
        const CueStyle cue = cueStyle(step.cue, theme);
        if (step.cue == Cue::Cleanup)
            drawBar(canvas, step.cue, step.bar, theme);
        else
            canvas.rect(step.bar, solid(cue.color), {}, 1.0);
        paintNumber(canvas, step.badge, step.number, layout.metrics.text, cue.color, theme);
        for (const TextShape &text : step.texts)
            paintText(canvas, text, theme, theme.panel);
    }
    for (const TextShape &text : cascade.titles)
        paintText(canvas, text, theme, Qt::transparent);
}

} // namespace

void paintStrips(Canvas &canvas, const ChartLayout &layout, const Theme &theme)
{
    for (const StripShape &strip : layout.strips)
        paintStrip(canvas, strip, layout, theme);
}

void paintCascades(Canvas &canvas, const ChartLayout &layout, const Theme &theme)
{
    for (const CascadeShape &cascade : layout.cascades)
        paintCascade(canvas, cascade, layout, theme);
}

void paintValues(Canvas &canvas, const ChartLayout &layout, Ns time, const Theme &theme)
{
    const double x = toX(layout.axis, time);
    const TextStyle style{layout.metrics.text, 700, false, theme.text, theme.panel, Align::Left};
    for (const StripShape &strip : layout.strips) {
        for (const StepLineShape &shape : strip.lines) {
            const QString value = QString::number(shape.line.at(time));
            const double wide = textWidth(value, style), gap = 5 * layout.metrics.unit;
            const double left = x + gap + wide <= layout.right ? x + gap : x - gap - wide;
            const QPointF at(left, shape.area.center().y() + baselineOffset(style));
            canvas.rect(textBox(at, value, style).adjusted(-2, -1, 2, 1), solid(theme.panel));
            canvas.text(at, value, style);
        }
    }
}

} // namespace awaitscope::chart
