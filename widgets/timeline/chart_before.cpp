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

QString headline(Difference::Kind kind, Ns before, Ns now)
{
    const bool later = now > before;
    const QString length = readableLength(differenceAsRead(std::max(before, now), std::min(before, now)));
    if (kind == Difference::Kind::LastWork)
        return later ? Words::tr("last work %1 later than before").arg(length)
                     : Words::tr("last work %1 earlier than before").arg(length);
    return later ? Words::tr("%1 longer than before").arg(length) : Words::tr("%1 shorter than before").arg(length);
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
                result.push_back({kind, i, then, today, headline(kind, then, today)});
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

/// Tries places for the bracket from the lowest lane upwards, where ends leave the most room.
class DifferencePlacer
{
public:
    DifferencePlacer(const Difference &difference, const ChartLayout &layout, std::vector<QRectF> obstacles) :
        difference_(difference),
        layout_(layout),
        m_(layout.metrics),
        lanes_(layout.headers[difference.group].lanes),
        obstacles_(std::move(obstacles))
    {
        shape_.before = toX(layout.axis, difference.before);
        shape_.now = toX(layout.axis, difference.now);
        shape_.top = lanes_.top();
        shape_.bottom = lanes_.bottom();
        shape_.line = shape_.before >= layout.clipLeft && shape_.before <= layout.right;
    }

    DifferenceShape place()
    {
        const double left = std::min(shape_.before, shape_.now), right = std::max(shape_.before, shape_.now);
        if (left < layout_.clipLeft || right > layout_.right)
            return shape_;
        const bool wide = right - left >= shortestBracket * m_.unit;
        const TextStyle style = labelStyle(m_, 600);
        const double width = textWidth(difference_.headline, style), gap = 8 * m_.unit;
        const double middle = std::clamp(
            (left + right - width) / 2, layout_.clipLeft + 4, std::max(layout_.right - 4 - width, layout_.clipLeft + 4));
        for (double y = std::round(lanes_.bottom() - 8 * m_.unit); y > lanes_.top() + 8 * m_.unit; y -= 2) {
            const double beside = onMiddle(y, style);
            const QPointF places[]{
                {right + gap, beside}, {left - gap - width, beside}, {middle, y - 8 * m_.unit}, {middle, y + 16 * m_.unit}};
            const QRectF bracket(left - 1, y - cap * m_.unit, right - left + 2, 2 * cap * m_.unit);
            if (wide && !isFree(bracket))
                continue;
            for (const QPointF &at : places) {
                const TextShape text{
                    .at = at, .text = difference_.headline, .style = style, .ink = Ink::Secondary, .group = difference_.group};
                if (!isFree(text.box().adjusted(-3, 0, 3, 0)))
                    continue;
                shape_.y = y;
                shape_.bracket = wide;
                shape_.texts.push_back(text);
                return shape_;
            }
        }
        return shape_;
    }

private:
    bool isFree(const QRectF &area) const
    {
        return area.left() >= layout_.clipLeft && area.right() <= layout_.right && area.top() >= lanes_.top()
            && area.bottom() <= lanes_.bottom()
            && std::ranges::none_of(obstacles_, [&](const QRectF &obstacle) { return obstacle.intersects(area); });
    }

    const Difference &difference_;
    const ChartLayout &layout_;
    const ChartMetrics &m_;
    QRectF lanes_;
    std::vector<QRectF> obstacles_;
    DifferenceShape shape_;
};

/// What is drawn in the lanes of a group beside them.
void addBrackets(std::vector<QRectF> &obstacles, const ChartLayout &layout, std::size_t group)
{
    for (std::size_t i = 0; i < layout.savings.size(); ++i) {
        const SavingShape &saving = layout.savings[i];
        for (const TextShape &text : saving.texts)
            obstacles.push_back(text.box().adjusted(-3, -1, 3, 1));
        if (saving.arrow)
            obstacles.emplace_back(saving.from, saving.y - 6, saving.to - saving.from, 12);
        const QRectF lanes = layout.headers[group].lanes;
        if (saving.line && saving.top == lanes.top())
            obstacles.emplace_back(saving.to - 2, saving.top, 4, saving.bottom - saving.top);
    }
    for (const DifferenceShape &other : layout.differences) {
        for (const TextShape &text : other.texts)
            obstacles.push_back(text.box().adjusted(-3, -1, 3, 1));
        if (other.bracket)
            obstacles.push_back(other.box());
    }
    for (const FlagShape &flag : layout.flags) {
        if (flag.group == group)
            obstacles.push_back(
                QRectF(std::min(flag.budgetFrom, flag.mark.left()), flag.mark.top(), 0, flag.mark.height()).united(flag.mark));
    }
    for (const GapShape &gap : layout.gaps)
        obstacles.emplace_back(gap.from, gap.y - 6, gap.to - gap.from, 12);
}

} // namespace

void placeDifferences(const ChartModel &model, ChartLayout &layout)
{
    for (const Difference &difference : model.differences) {
        std::vector<QRectF> obstacles = obstaclesIn(layout, difference.group);
        addBrackets(obstacles, layout, difference.group);
        layout.differences.push_back(DifferencePlacer(difference, layout, std::move(obstacles)).place());
    }
}

void paintOldEnds(Canvas &canvas, const ChartLayout &layout, const Theme &theme)
{
    for (const DifferenceShape &shape : layout.differences) {
        if (shape.line)
            canvas.line({shape.before, shape.top}, {shape.before, shape.bottom}, {theme.secondary, 1.0, true});
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
