// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/chart_parts.h"

#include <algorithm>

namespace awaitscope::chart {

namespace {

constexpr double edge = 14.0, above = 7.0; ///< px at a text size of 12; `above` lies between strips

double rowHeight(const StripRow &row, const ChartMetrics &m)
{
    return row.line ? m.stripLine : m.stripRow;
}

double heightOf(const ModelStrip &strip, const ChartMetrics &m)
{
    double height = above * m.unit;
    for (const StripRow &row : strip.rows)
        height += rowHeight(row, m);
    return height;
}

/// Places one strip.
class StripPlacer
{
public:
    StripPlacer(const ModelStrip &strip, StripShape &shape, const ChartLayout &layout) :
        strip_(strip),
        shape_(shape),
        layout_(layout),
        m_(layout.metrics)
    {
    }

    void place()
    {
        double y = shape_.rect.top() + above * m_.unit / 2;
        const TextStyle style = nameStyle(m_, 600);
        const double left = layout_.left + edge * m_.unit, noteRight = layout_.clipLeft - 8 * m_.unit;
        for (std::size_t r = 0; r < strip_.rows.size(); ++r) {
            const StripRow &row = strip_.rows[r];
            const double height = rowHeight(row, m_), middle = y + height / 2;
            const TextStyle noteStyle = labelStyle(m_, 400);
            const double gap = 6 * m_.unit, all = noteRight - left;
            // Where there is no room beside each other, a chart is high enough for one above the other.
            const bool stacked = r == 0 && row.line && textWidth(strip_.name, style) + gap + textWidth(row.note, noteStyle) > all;
            const double off = stacked ? 8 * m_.unit : 0.0;
            const QString note = elided(row.note, noteStyle, stacked ? all : all * 0.6);
            const double noteLeft = noteRight - textWidth(note, noteStyle);
            if (r == 0) {
                const QString name = elided(strip_.name, style, stacked ? all : noteLeft - left - gap);
                shape_.name = {.at = {left, onMiddle(middle - off, style)}, .text = name, .style = style, .ink = Ink::Name};
            }
            shape_.notes.push_back({.at = {stacked ? left : noteLeft, onMiddle(middle + off, noteStyle)},
                .text = note,
                .style = noteStyle,
                .ink = Ink::Secondary});
            if (row.line)
                placeLine(*row.line, r, y);
            else
                placeBars(row, r, y);
            y += height;
        }
    }

private:
    void placeBars(const StripRow &row, std::size_t r, double top)
    {
        const TextStyle style = labelStyle(m_, 500);
        for (std::size_t b = 0; b < row.bars.size(); ++b) {
            const StripBar &bar = row.bars[b];
            const double left = std::max(toX(layout_.axis, bar.begin), layout_.clipLeft - 24),
                         right = std::min(toX(layout_.axis, bar.end), layout_.right + 24);
            if (right < layout_.clipLeft || left > layout_.right)
                continue;
            const double tall = bar.cue == Cue::OnWorker ? 0.72 : 0.84, height = std::round(m_.stripRow * tall);
            // Neighbours share no edge: where one ends, the next begins.
            const QRectF rect(left, top + (m_.stripRow - height) / 2, std::max(right - left - 1.0, 1.0), height);
            shape_.bars.push_back({bar.cue, rect, r, b});
            placeLabel(bar, rect, style);
        }
    }

    void placeLabel(const StripBar &bar, const QRectF &rect, const TextStyle &style)
    {
        const double left = std::max(rect.left(), layout_.clipLeft) + 5 * m_.unit,
                     right = std::min(rect.right(), layout_.right) - 3 * m_.unit, middle = rect.center().y();
        const auto add = [&](double at, const QString &text, Ink ink) {
            shape_.labels.push_back(
                {.at = {at, onMiddle(middle, style)}, .text = text, .style = style, .ink = ink, .cue = bar.cue});
        };
        if (bar.cue == Cue::Overused) { // what is wrong is said beside the bar, free of its stripes, where there is room
            const TextStyle bold = labelStyle(m_, 600);
            const double after = rect.right() + 6 * m_.unit;
            if (after + textWidth(bar.label, bold) <= layout_.right - 2) {
                add(after, bar.label, Ink::Bad);
                shape_.labels.back().style = bold;
                return;
            }
        }
        for (const QString &text : {bar.label, bar.shortLabel}) {
            if (!text.isEmpty() && textWidth(text, style) <= right - left)
                return add(left, text, Ink::OnBar);
        }
    }

    void placeLine(const StepLine &line, std::size_t r, double top)
    {
        StepLineShape shape{
            .area = {layout_.clipLeft, top + 4 * m_.unit, layout_.right - layout_.clipLeft, m_.stripLine - 8 * m_.unit},
            .points = {},
            .limit = {},
            .line = line,
            .row = r};
        const double most = std::max({line.most, line.limit, line.scale, 1u});
        const auto y = [&](double value) { return shape.area.bottom() - value / most * shape.area.height(); };
        const auto x = [&](Ns time) { return std::clamp(toX(layout_.axis, time), layout_.clipLeft - 24, layout_.right + 24); };
        double value = y(0);
        shape.points.emplace_back(x(Ns(0)), value);
        for (const auto &[time, count] : line.steps) {
            shape.points.emplace_back(x(time), value);
            value = y(count);
            shape.points.emplace_back(x(time), value);
        }
        shape.points.emplace_back(x(line.end), value);
        if (line.limit > 0)
            shape.limit = y(line.limit);
        shape_.lines.push_back(std::move(shape));
    }

    const ModelStrip &strip_;
    StripShape &shape_;
    const ChartLayout &layout_;
    const ChartMetrics &m_;
};

} // namespace

double stripsHeight(const ModelGroup &group, const ChartMetrics &metrics)
{
    double height = 0.0;
    for (const ModelStrip &strip : group.strips)
        height += heightOf(strip, metrics);
    return height;
}

void placeStrips(const ModelGroup &group, std::size_t index, double top, ChartLayout &layout)
{
    for (std::size_t s = 0; s < group.strips.size(); ++s) {
        StripShape shape;
        shape.group = index;
        shape.strip = s;
        shape.rect = {layout.left, top, layout.right - layout.left, heightOf(group.strips[s], layout.metrics)};
        StripPlacer(group.strips[s], shape, layout).place();
        top = shape.rect.bottom();
        layout.strips.push_back(std::move(shape));
    }
}

} // namespace awaitscope::chart
