// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/chart_before.h"

#include "lessons/trace/caption.h"
#include "widgets/timeline/chart_parts.h"
#include "widgets/timeline/paint_parts.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

constexpr int unnoticedShare = 100; // of the longer
constexpr double shortestBracket = 7.0, cap = 5.0; // px

bool differs(Ns before, Ns now, Ns unnoticed)
{
    const Ns longer = std::max(before, now), difference = longer - std::min(before, now);
    return difference > std::max(unnoticed, longer / unnoticedShare);
}

Difference difference(Difference::Kind kind, std::size_t group, Ns before, Ns now)
{
    Difference result{kind, group, before, now, {}, {}};
    const bool later = now > before;
    const QString length = readableLength(differenceAsRead(std::max(before, now), std::min(before, now)));
    if (kind == Difference::Kind::LastWork) {
        result.headline = later ? Words::tr("last work %1 later than before").arg(length)
                                : Words::tr("last work %1 earlier than before").arg(length);
        result.brief = later ? Words::tr("%1 later").arg(length) : Words::tr("%1 earlier").arg(length);
    } else {
        result.headline
            = later ? Words::tr("%1 longer than before").arg(length) : Words::tr("%1 shorter than before").arg(length);
        result.brief = later ? Words::tr("%1 longer").arg(length) : Words::tr("%1 shorter").arg(length);
    }
    return result;
}

} // namespace

std::vector<Difference> differencesBetween(const ChartModel &before, const ChartModel &now, Ns unnoticed)
{
    std::vector<Difference> result;
    for (std::size_t i = 0; i < now.groups.size(); ++i) {
        const ModelGroup &group = now.groups[i];
        const auto old = std::ranges::find(before.groups, group.title, &ModelGroup::title);
        if (old == before.groups.end() || !old->complete || !group.complete)
            continue;
        const auto add = [&](Difference::Kind kind, Ns then, Ns today) {
            if (differs(then, today, unnoticed))
                result.push_back(difference(kind, i, then, today));
        };
        add(Difference::Kind::Result, old->result, group.result);
        // Where nothing outlives the result in either run it is the same number once more.
        if (differs(old->end, old->result, unnoticed) || differs(group.end, group.result, unnoticed))
            add(Difference::Kind::LastWork, old->end, group.end);
    }
    return result;
}

namespace chart {

namespace {

/// The words beside the bracket where they have room, else on it.
std::optional<TextShape> placeWords(const DifferenceShape &shape, const QString &words, const ChartLayout &layout)
{
    const ChartMetrics &m = layout.metrics;
    const TextStyle style = labelStyle(m, 600);
    const double width = textWidth(words, style), gap = 7 * m.unit;
    const double left = std::min(shape.before, shape.now), right = std::max(shape.before, shape.now);
    TextShape text{.at = {right + gap, onMiddle(shape.y, style)}, .text = words, .style = style, .ink = Ink::Secondary};
    if (right + gap + width <= layout.right - gap)
        return text;
    text.at.setX(left - gap - width);
    if (text.at.x() >= layout.clipLeft + 4)
        return text;
    text.at.setX((left + right - width) / 2);
    if (right - left >= width + 6 * gap)
        return text;
    return std::nullopt;
}

} // namespace

double differencesHeight(const ChartModel &model, std::size_t group, const ChartMetrics &metrics)
{
    return static_cast<double>(std::ranges::count(model.differences, group, &Difference::group)) * metrics.flag;
}

void placeDifferences(const ChartModel &model, std::size_t group, double top, ChartLayout &layout)
{
    const ChartMetrics &m = layout.metrics;
    double y = top + std::round(m.flag / 2);
    for (const Difference &difference : model.differences) {
        if (difference.group != group)
            continue;
        DifferenceShape shape;
        shape.before = toX(layout.axis, difference.before);
        shape.now = toX(layout.axis, difference.now);
        shape.y = y;
        shape.top = layout.headers[group].lanes.top();
        shape.line = shape.before >= layout.clipLeft && shape.before <= layout.right;
        const bool nowInSight = shape.now >= layout.clipLeft && shape.now <= layout.right;
        shape.bracket = shape.line && nowInSight && std::abs(shape.now - shape.before) >= shortestBracket * m.unit;
        if (shape.line && nowInSight) {
            for (const QString &words : {difference.headline, difference.brief}) {
                if (const auto text = placeWords(shape, words, layout)) {
                    shape.texts.push_back(*text);
                    break;
                }
            }
        }
        layout.differences.push_back(std::move(shape));
        y += m.flag;
    }
}

void paintOldEnds(Canvas &canvas, const ChartLayout &layout, const Theme &theme)
{
    for (const DifferenceShape &shape : layout.differences) {
        if (shape.line)
            canvas.line(
                {shape.before, shape.top}, {shape.before, shape.y + cap * layout.metrics.unit}, {theme.secondary, 1.0, true});
    }
}

void paintDifferences(Canvas &canvas, const ChartLayout &layout, const Theme &theme)
{
    const double half = cap * layout.metrics.unit;
    for (const DifferenceShape &shape : layout.differences) {
        if (shape.bracket) {
            canvas.line({shape.before, shape.y}, {shape.now, shape.y}, {theme.secondary, 1.5});
            for (const double x : {shape.before, shape.now})
                canvas.line({x, shape.y - half}, {x, shape.y + half}, {theme.secondary, 1.5});
        }
        for (const TextShape &text : shape.texts)
            paintText(canvas, text, theme, theme.panel);
    }
}

} // namespace chart

} // namespace awaitscope
