// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/chart_painter.h"

#include "widgets/timeline/chart_ghosts.h"
#include "widgets/timeline/paint_parts.h"
#include "widgets/timeline/text.h"

#include <algorithm>
#include <cmath>

namespace awaitscope {

using namespace chart;

namespace {

void paintGround(Canvas &canvas, const ChartLayout &layout, const Theme &theme)
{
    for (const QRectF &shade : layout.shades)
        canvas.rect(shade, solid(theme.blockingShade));
    for (const HeaderShape &header : layout.headers) {
        for (const AxisTick &tick : layout.ticks) {
            const double x = toX(layout.axis, tick.time);
            canvas.line({x, header.lanes.top()}, {x, header.lanes.bottom()}, {theme.grid, 1.0});
        }
    }
}

void paintLanes(Canvas &canvas, const ChartLayout &layout, const Theme &theme)
{
    for (const RowShape &row : layout.rows) {
        const double y = row.rect.center().y();
        if (row.loop && row.lineTo > row.lineFrom)
            canvas.line({row.lineFrom, y}, {row.lineTo, y}, {theme.axis, 1.0});
    }
    for (const SavingShape &saving : layout.savings) {
        if (saving.line)
            canvas.line({saving.to, saving.top}, {saving.to, saving.bottom}, {theme.saved, 1.5, true});
    }
    paintOldEnds(canvas, layout, theme);
    // What is blocking lies over the turn of the loop that it blocks.
    const auto rank = [](const BarShape &bar) { return bar.cue == Cue::Blocking ? 2 : bar.tick() ? 1 : 0; };
    for (const int layer : {0, 1, 2}) {
        for (const BarShape &bar : layout.bars) {
            if (rank(bar) == layer)
                paintBar(canvas, bar, theme);
        }
    }
    for (const GapShape &gap : layout.gaps) {
        canvas.line({gap.from, gap.y}, {gap.to, gap.y}, {theme.blocking, 1.3});
        for (const double x : {gap.from, gap.to})
            canvas.line({x, gap.y - 5}, {x, gap.y + 5}, {theme.blocking, 1.3});
    }
    for (const EndShape &end : layout.ends) {
        const QColor color = cueStyle(end.cue, theme).color;
        canvas.line({end.x, end.top}, {end.x, end.bottom}, {color, 2.0});
        drawMark(canvas, cueStyle(end.cue, theme).mark, end.badge, end.radius, color, theme.panel);
        if (end.order > 0)
            paintNumber(canvas, end.numberBox(), QString::number(end.order), layout.metrics.text, color, theme);
    }
}

void paintFlags(Canvas &canvas, const ChartLayout &layout, const Theme &theme)
{
    const double unit = layout.metrics.unit;
    for (const FlagShape &flag : layout.flags) {
        const double middle = flag.mark.center().y();
        if (flag.kind == ModelFlag::Kind::Deadline) {
            if (flag.budgetTo > flag.budgetFrom) {
                canvas.line({flag.budgetFrom, middle}, {flag.budgetTo, middle}, {faint(theme.deadline, theme), 1.0});
                canvas.line({flag.budgetFrom, middle - 4 * unit}, {flag.budgetFrom, middle + 4 * unit},
                    {faint(theme.deadline, theme), 1.0});
            }
            if (!flag.beyond)
                canvas.line({flag.x, flag.top}, {flag.x, flag.bottom}, {theme.deadline, 1.5});
            // The flag flies towards the time that is left; where the pole is out of sight it points there.
            const double pole = flag.beyond ? flag.mark.left() : flag.x, tip = flag.beyond ? flag.mark.right() : flag.mark.left();
            QPainterPath cloth({pole, flag.mark.top()});
            cloth.lineTo(tip, flag.mark.top() + flag.mark.height() * 0.45);
            cloth.lineTo(pole, flag.mark.top() + flag.mark.height() * 0.9);
            cloth.closeSubpath();
            canvas.path(cloth, solid(theme.deadline), {});
            continue;
        }
        const Cue cue = flag.kind == ModelFlag::Kind::Stall ? Cue::Stall : Cue::Note;
        const QColor color = cueStyle(cue, theme).color;
        canvas.line({flag.x, flag.mark.bottom() - 2 * unit}, {flag.x, flag.bottom + 4 * unit}, {color, 1.0});
        drawMark(canvas, cueStyle(cue, theme).mark, flag.mark.center(), flag.mark.width() / 2, color, theme.panel);
    }
}

void paintArrows(Canvas &canvas, const ChartLayout &layout, const Theme &theme)
{
    for (const ArrowShape &arrow : layout.arrows) {
        const bool spawn = arrow.kind == ArrowShape::Kind::Spawn;
        paintArrow(canvas, arrow.points, {spawn ? theme.text : theme.arrow, spawn ? 1.6 : 1.0},
            (spawn ? 5.0 : 4.0) * layout.metrics.unit, false);
    }
    for (const SavingShape &saving : layout.savings) {
        if (saving.arrow)
            paintArrow(canvas, {{saving.from + 1.5, saving.y}, {saving.to - 1.0, saving.y}}, {theme.saved, 1.6},
                7.0 * layout.metrics.unit, true);
        for (const TextShape &text : saving.texts)
            paintText(canvas, text, theme, theme.panel);
    }
    paintDifferences(canvas, layout, theme);
}

/// A triangle whose point is at `tip`, pointing away from `from`.
void paintHead(Canvas &canvas, QPointF from, QPointF tip, double size, const QColor &color)
{
    const QPointF along = tip - from;
    const double length = std::hypot(along.x(), along.y());
    if (length <= 0)
        return;
    const QPointF back = along / length * size, side(-back.y() * 0.55, back.x() * 0.55);
    QPainterPath head(tip);
    head.lineTo(tip - back + side);
    head.lineTo(tip - back - side);
    head.closeSubpath();
    canvas.path(head, solid(color), {});
}

} // namespace

void paintArrow(Canvas &canvas, const std::vector<QPointF> &points, const Stroke &stroke, double head, bool both)
{
    for (std::size_t i = 1; i < points.size(); ++i)
        canvas.line(points[i - 1], points[i], stroke);
    paintHead(canvas, points[points.size() - 2], points.back(), head, stroke.color);
    if (both)
        paintHead(canvas, points[1], points.front(), head, stroke.color);
}

void paintChart(Canvas &canvas, const ChartLayout &layout, const Theme &theme)
{
    for (const RowShape &row : layout.rows) {
        if (row.selected)
            canvas.rect(row.rect, solid(theme.selection));
    }
    canvas.pushClip(layout.plot());
    paintGround(canvas, layout, theme);
    paintLanes(canvas, layout, theme);
    paintFlags(canvas, layout, theme);
    paintGhosts(canvas, layout, theme);
    for (const TextShape &label : layout.labels)
        paintText(canvas, label, theme, theme.panel);
    paintArrows(canvas, layout, theme);
    canvas.popClip();
    for (const HeaderShape &header : layout.headers) {
        canvas.rect(header.rect, solid(theme.group));
        for (const auto *texts : {&header.title, &header.facts}) {
            for (const TextShape &text : *texts)
                paintText(canvas, text, theme, Qt::transparent);
        }
    }
    for (const RowShape &row : layout.rows) {
        paintText(canvas, row.name, theme, Qt::transparent);
        paintText(canvas, row.note, theme, Qt::transparent);
    }
    paintStrips(canvas, layout, theme);
    paintCascades(canvas, layout, theme);
}

void paintRuler(Canvas &canvas, const ChartLayout &layout, double top, const Theme &theme)
{
    const ChartMetrics &m = layout.metrics;
    const double bottom = top + m.ruler;
    const TextStyle style{m.text, 400, false, theme.secondary, theme.panel, Align::Center};
    for (const AxisTick &tick : layout.ticks) {
        const double x = toX(layout.axis, tick.time), half = textWidth(tick.label, style) / 2;
        canvas.line({x, bottom - 5 * m.unit}, {x, bottom}, {theme.grid, 1.0});
        if (x - half >= layout.clipLeft - 4 && x + half <= layout.right)
            canvas.text({x, top + m.ruler / 2 - 2 * m.unit + baselineOffset(style)}, tick.label, style);
    }
}

void paintPlayhead(Canvas &canvas, const ChartLayout &layout, Ns time, double rulerTop, double bottom, const Theme &theme)
{
    const double x = toX(layout.axis, time), knob = 5.0 * layout.metrics.unit;
    if (x < layout.clipLeft || x > layout.right)
        return;
    const double y = rulerTop + layout.metrics.ruler - knob;
    // An enlarged strip has a time of its own: the line passes it by.
    double from = y;
    for (const CascadeShape &cascade : layout.cascades) {
        canvas.line({x, from}, {x, std::clamp(cascade.frame.top(), from, bottom)}, {theme.playhead, 2.0});
        from = std::max(from, cascade.frame.bottom());
    }
    if (from < bottom)
        canvas.line({x, from}, {x, bottom}, {theme.playhead, 2.0});
    QPainterPath circle;
    circle.addEllipse(QPointF(x, y), knob, knob);
    canvas.path(circle, solid(theme.playhead), {theme.panel, 1.5});
    // The line goes behind texts.
    const auto crossed = [&](const TextShape &text) {
        if (text.at.y() < rulerTop || text.at.y() > bottom + 2 * text.style.size)
            return false; // scrolled away
        const QRectF box = text.box();
        return box.left() - 3 <= x && box.right() + 3 >= x && box.bottom() > rulerTop + layout.metrics.ruler;
    };
    const auto again = [&](const TextShape &text, const QColor &ground) {
        if (!crossed(text))
            return;
        if (ground.alpha() > 0)
            canvas.rect(text.box().adjusted(-4, 0, 4, 0), solid(ground));
        paintText(canvas, text, theme, ground.alpha() > 0 ? ground : theme.panel);
    };
    const auto underStrip = [&](const TextShape &text) {
        return std::ranges::any_of(layout.strips, [&](const StripShape &strip) { return strip.rect.intersects(text.box()); });
    };
    canvas.pushClip(
        {layout.left, rulerTop + layout.metrics.ruler, layout.right - layout.left, bottom - rulerTop - layout.metrics.ruler});
    canvas.pushClip(layout.plot());
    for (const TextShape &label : layout.labels) {
        if (!underStrip(label))
            again(label, Qt::transparent);
    }
    for (const SavingShape &saving : layout.savings) {
        for (const TextShape &text : saving.texts)
            again(text, Qt::transparent);
    }
    for (const DifferenceShape &difference : layout.differences) {
        for (const TextShape &text : difference.texts)
            again(text, Qt::transparent);
    }
    for (const StripShape &strip : layout.strips) {
        for (const TextShape &label : strip.labels)
            again(label, Qt::transparent);
    }
    paintValues(canvas, layout, time, theme);
    canvas.popClip();
    for (const HeaderShape &header : layout.headers) {
        for (const auto *texts : {&header.title, &header.facts}) {
            for (const TextShape &text : *texts)
                again(text, theme.group);
        }
    }
    canvas.popClip();
}

} // namespace awaitscope
