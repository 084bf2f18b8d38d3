// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/chart_ghosts.h"
#include "widgets/timeline/chart_painter.h"
#include "widgets/timeline/paint_parts.h"
#include "widgets/timeline/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <numeric>
#include <set>

namespace awaitscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

constexpr double swatch = 18.0, swatchGap = 6.0, lineHeight = 22.0;
constexpr std::array itemGaps{16.0, 12.0, 9.0}; // the widest with which all stand in one line, else the first

TextStyle legendText(double textSize, const Theme &theme)
{
    return {textSize, 400, false, theme.secondary, Qt::transparent, Align::Left};
}

double itemWidth(const LegendItem &item, double textSize)
{
    const Theme &any = theme(ThemeKind::Light);
    if (item.kind == LegendItem::Kind::Cue)
        return sampleWidth(item.cue, textSize, any, item.text);
    return (swatch + swatchGap) * textSize / 12.0 + textWidth(item.text, legendText(textSize, any));
}

/// The place of each item: its left end on the middle of its line, relative to the legend's top left.
std::vector<QPointF> places(const std::vector<LegendItem> &items, double width, double textSize)
{
    const double unit = textSize / 12.0;
    std::vector<double> needs;
    for (const LegendItem &item : items)
        needs.push_back(itemWidth(item, textSize));
    const double bare = std::accumulate(needs.begin(), needs.end(), 0.0);
    const double gaps = std::max(0.0, static_cast<double>(items.size()) - 1);
    const auto fitting = std::ranges::find_if(itemGaps, [&](double gap) { return bare + gaps * gap * unit <= width; });
    const double itemGap = fitting == itemGaps.end() ? itemGaps.front() : *fitting;
    std::vector<QPointF> result;
    double x = 0.0, y = lineHeight * unit / 2;
    for (const double needed : needs) {
        if (x > 0.0 && x + needed > width) {
            x = 0.0;
            y += lineHeight * unit;
        }
        result.emplace_back(x, y);
        x += needed + itemGap * unit;
    }
    return result;
}

std::set<Cue> cuesIn(const ChartLayout &layout)
{
    std::set<Cue> cues;
    for (const BarShape &bar : layout.bars) {
        cues.insert(bar.cue);
        if (bar.orphaned)
            cues.insert(Cue::Orphaned);
    }
    for (const EndShape &end : layout.ends)
        cues.insert(end.cue);
    for (const FlagShape &flag : layout.flags)
        cues.insert(cueOfFlag(flag.kind));
    for (const StripShape &strip : layout.strips) {
        for (const StripBarShape &bar : strip.bars)
            cues.insert(bar.cue);
        if (!strip.lines.empty())
            cues.insert(Cue::Counted);
    }
    for (const CascadeShape &cascade : layout.cascades) {
        for (const CascadeShape::Step &step : cascade.steps)
            cues.insert(step.cue);
    }
    return cues;
}

void paintSwatch(Canvas &canvas, const LegendItem &item, QPointF at, double unit, const Theme &theme)
{
    const double right = at.x() + swatch * unit, middle = at.x() + swatch * unit / 2;
    switch (item.kind) {
    case LegendItem::Kind::Cue:
        return;
    case LegendItem::Kind::Budget:
        canvas.line({at.x(), at.y() - 4 * unit}, {at.x(), at.y() + 4 * unit}, {chart::faint(theme.deadline, theme), 1.0});
        canvas.line(at, {right, at.y()}, {chart::faint(theme.deadline, theme), 1.0});
        return;
    case LegendItem::Kind::Order:
        chart::paintNumber(canvas, {at.x() + unit, at.y() - 8 * unit, 16 * unit, 16 * unit}, QStringLiteral("1"), 12 * unit,
            theme.cancelled, theme);
        return;
    case LegendItem::Kind::Limit:
        canvas.line(at, {right, at.y()}, {theme.failed, 1.0, true});
        return;
    case LegendItem::Kind::Reference:
        canvas.line({middle, at.y() - 8 * unit}, {middle, at.y() + 8 * unit}, {theme.saved, 1.5, true});
        return;
    case LegendItem::Kind::Saving:
        paintArrow(canvas, {at, {right, at.y()}}, {theme.saved, 1.6}, 6 * unit, true);
        return;
    case LegendItem::Kind::Ghost:
        chart::paintGhostOutline(canvas, {at.x(), at.y() - 6 * unit, swatch * unit, 12 * unit}, theme);
        return;
    case LegendItem::Kind::Truth:
        chart::paintGhostTruth(canvas, at.x() + 1, right - 1, at.y(), 10 * unit, theme);
        return;
    case LegendItem::Kind::Difference:
        canvas.line({at.x() + 1, at.y() - 8 * unit}, {at.x() + 1, at.y() + 8 * unit}, {theme.secondary, 1.0, true});
        canvas.line({at.x() + 1, at.y()}, {right, at.y()}, {theme.secondary, 1.5});
        canvas.line({right, at.y() - 4 * unit}, {right, at.y() + 4 * unit}, {theme.secondary, 1.5});
        return;
    case LegendItem::Kind::Spawn:
        paintArrow(canvas, {at, {right, at.y()}}, {theme.text, 1.6}, 5 * unit, false);
        return;
    case LegendItem::Kind::Return:
        paintArrow(canvas, {at, {right, at.y()}}, {theme.arrow, 1.0}, 4 * unit, false);
        return;
    case LegendItem::Kind::Playhead: {
        canvas.line({middle, at.y() - 3 * unit}, {middle, at.y() + 8 * unit}, {theme.playhead, 2.0});
        QPainterPath knob;
        knob.addEllipse(QPointF(middle, at.y() - 4 * unit), 4 * unit, 4 * unit);
        canvas.path(knob, {theme.playhead, Texture::Solid, Qt::transparent}, {});
        return;
    }
    }
}

} // namespace

std::vector<LegendItem> legendItems(const ChartModel &model, const ChartLayout &layout, bool playhead)
{
    std::vector<LegendItem> items;
    const std::set<Cue> drawn = cuesIn(layout);
    for (const Cue cue : allCues()) {
        if (drawn.contains(cue))
            items.push_back({LegendItem::Kind::Cue, cue, cueStyle(cue, theme(ThemeKind::Light)).word});
    }
    if (std::ranges::any_of(layout.flags, [](const FlagShape &flag) { return flag.budgetTo > flag.budgetFrom; }))
        items.push_back({LegendItem::Kind::Budget, {}, Words::tr("time until it")});
    const bool numbered = std::ranges::any_of(layout.ends, [](const EndShape &end) { return end.order > 0; });
    if (numbered || !layout.cascades.empty())
        items.push_back({LegendItem::Kind::Order, {}, Words::tr("number in the order")});
    const auto limited = [](const StepLineShape &line) { return line.limit.has_value(); };
    if (std::ranges::any_of(layout.strips, [&](const StripShape &strip) { return std::ranges::any_of(strip.lines, limited); }))
        items.push_back({LegendItem::Kind::Limit, {}, Words::tr("limit")});
    if (std::ranges::any_of(layout.savings, &SavingShape::line))
        items.push_back({LegendItem::Kind::Reference, {}, model.savings.front().reference});
    if (std::ranges::any_of(layout.savings, &SavingShape::arrow))
        items.push_back({LegendItem::Kind::Saving, {}, Words::tr("time saved")});
    if (std::ranges::any_of(layout.ghosts, [](const GhostShape &ghost) { return !ghost.bar.isNull(); }))
        items.push_back({LegendItem::Kind::Ghost, {}, Words::tr("as you predicted")});
    if (std::ranges::any_of(layout.ghosts, [](const GhostShape &ghost) { return !ghost.truth.isNull(); }))
        items.push_back({LegendItem::Kind::Truth, {}, Words::tr("as it was")});
    if (std::ranges::any_of(layout.differences, &DifferenceShape::line))
        items.push_back({LegendItem::Kind::Difference, {}, Words::tr("from the end before to the end now")});
    if (playhead)
        items.push_back({LegendItem::Kind::Playhead, {}, Words::tr("this moment")});
    const auto arrow = [&](ArrowShape::Kind kind) { return std::ranges::count(layout.arrows, kind, &ArrowShape::kind) > 0; };
    if (arrow(ArrowShape::Kind::Spawn))
        items.push_back({LegendItem::Kind::Spawn, {}, Words::tr("starts")});
    if (arrow(ArrowShape::Kind::Return))
        items.push_back({LegendItem::Kind::Return, {}, Words::tr("returns to")});
    return items;
}

std::vector<LegendItem> withInteraction(std::vector<LegendItem> items, const ChartModel &model)
{
    const bool tree = std::ranges::any_of(
        model.groups, [](const ModelGroup &group) { return std::ranges::any_of(group.rows, &ModelRow::depth); });
    std::vector<LegendItem> possible{{LegendItem::Kind::Playhead, {}, Words::tr("this moment")}};
    if (tree) {
        possible.push_back({LegendItem::Kind::Spawn, {}, Words::tr("starts")});
        possible.push_back({LegendItem::Kind::Return, {}, Words::tr("returns to")});
    }
    for (const LegendItem &item : possible) {
        if (!std::ranges::count(items, item))
            items.push_back(item);
    }
    return items;
}

double legendHeight(const std::vector<LegendItem> &items, double width, double textSize)
{
    const auto all = places(items, width, textSize);
    const double half = lineHeight * textSize / 24.0;
    return all.empty() ? 0.0 : all.back().y() + half;
}

void paintLegend(Canvas &canvas, const std::vector<LegendItem> &items, const QRectF &area, double textSize, const Theme &theme)
{
    const double unit = textSize / 12.0;
    const auto all = places(items, area.width(), textSize);
    for (std::size_t i = 0; i < items.size(); ++i) {
        const QPointF at = area.topLeft() + all[i];
        if (items[i].kind == LegendItem::Kind::Cue) {
            drawSample(canvas, items[i].cue, at, textSize, theme, items[i].text);
            continue;
        }
        paintSwatch(canvas, items[i], at, unit, theme);
        const TextStyle style = legendText(textSize, theme);
        canvas.text({at.x() + (swatch + swatchGap) * unit, at.y() + baselineOffset(style)}, items[i].text, style);
    }
}

} // namespace awaitscope
