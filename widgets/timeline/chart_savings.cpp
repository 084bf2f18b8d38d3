// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/chart_parts.h"

#include <algorithm>
#include <cmath>

namespace awaitscope::chart {

namespace {

constexpr double shortestArrow = 18.0;

bool freeOf(const std::vector<QRectF> &obstacles, const QRectF &area)
{
    return std::ranges::none_of(obstacles, [&](const QRectF &obstacle) { return obstacle.intersects(area); });
}

std::vector<QRectF> obstaclesIn(const ChartLayout &layout, std::size_t group)
{
    std::vector<QRectF> result;
    for (const BarShape &bar : layout.bars) {
        if (bar.group == group)
            result.push_back(bar.rect.adjusted(-1, -1, 1, 1));
    }
    for (const EndShape &end : layout.ends) {
        if (end.group == group) {
            result.push_back(end.lineBox());
            result.push_back(end.badgeBox().adjusted(-2, -2, 2, 2));
        }
    }
    for (const GhostShape &ghost : layout.ghosts) {
        if (ghost.group == group) {
            result.push_back(ghost.bar.adjusted(-1, -1, 1, 1));
            result.push_back(ghost.truth.adjusted(-1, -1, 1, 1));
        }
    }
    for (const TextShape &label : layout.labels) {
        if (label.group == group)
            result.push_back(label.box().adjusted(-2, -1, 2, 1));
    }
    return result;
}

/// Tries places for the bracket from the middle of the lanes outwards.
class BracketPlacer
{
public:
    BracketPlacer(const Saving &saving, const ChartLayout &layout) :
        saving_(saving),
        layout_(layout),
        m_(layout.metrics),
        lanes_(layout.headers[saving.group].lanes),
        obstacles_(obstaclesIn(layout, saving.group))
    {
        shape_.from = toX(layout.axis, saving.from);
        shape_.to = toX(layout.axis, saving.to);
        shape_.top = lanes_.top();
        shape_.bottom = lanes_.bottom();
        shape_.line = shape_.to >= layout.clipLeft && shape_.to <= layout.right;
    }

    SavingShape place()
    {
        if (!shape_.line)
            return shape_;
        placeReference();
        if (shape_.from < layout_.clipLeft || shape_.to - shape_.from < shortestArrow * m_.unit)
            return shape_;
        for (const bool withReason : {true, false}) {
            if (placeArrow(true, withReason))
                return shape_;
        }
        placeArrow(false, false);
        return shape_;
    }

private:
    TextShape text(const QString &words, const TextStyle &style, double left, double baseline) const
    {
        return {.at = {left, baseline}, .text = words, .style = style, .ink = Ink::Saved, .group = saving_.group};
    }

    void placeReference()
    {
        const TextStyle style = labelStyle(m_, 600);
        const double width = textWidth(saving_.reference, style), gap = 5 * m_.unit;
        for (double y = shape_.top + 14 * m_.unit; y < shape_.bottom; y += 4) {
            for (const double left : {shape_.to + gap, shape_.to - gap - width}) {
                const TextShape candidate = text(saving_.reference, style, left, y);
                const QRectF box = candidate.box();
                if (box.left() < layout_.clipLeft || box.right() > layout_.right - 1 || !freeOf(obstacles_, box))
                    continue;
                obstacles_.push_back(box);
                shape_.texts.push_back(candidate);
                return;
            }
        }
    }

    double centred(double width) const
    {
        const double middle = (shape_.from + shape_.to) / 2;
        return std::clamp(middle - width / 2, layout_.clipLeft + 4, std::max(layout_.right - 4 - width, layout_.clipLeft + 4));
    }

    bool placeArrow(bool withHeadline, bool withReason)
    {
        const TextStyle headline = nameStyle(m_, 700), reason = labelStyle(m_, 500);
        const double middle = lanes_.center().y();
        for (double away = 0; away < lanes_.height() / 2 - 6; away += 2) {
            for (const double y : {std::round(middle - away), std::round(middle + away)}) {
                const TextShape above
                    = text(saving_.headline, headline, centred(textWidth(saving_.headline, headline)), y - 8 * m_.unit);
                const TextShape below
                    = text(saving_.reason, reason, centred(textWidth(saving_.reason, reason)), y + 18 * m_.unit);
                const QRectF arrow(shape_.from + 2, y - 5 * m_.unit, shape_.to - shape_.from - 2, 10 * m_.unit);
                const auto placeable = [&](const QRectF &area) {
                    return area.top() >= lanes_.top() && area.bottom() <= lanes_.bottom() && area.right() <= layout_.right
                        && freeOf(obstacles_, area);
                };
                if (!placeable(arrow) || (withHeadline && !placeable(above.box())) || (withReason && !placeable(below.box())))
                    continue;
                shape_.y = y;
                shape_.arrow = true;
                if (withHeadline)
                    shape_.texts.push_back(above);
                if (withReason)
                    shape_.texts.push_back(below);
                return true;
            }
        }
        return false;
    }

    const Saving &saving_;
    const ChartLayout &layout_;
    const ChartMetrics &m_;
    QRectF lanes_;
    std::vector<QRectF> obstacles_;
    SavingShape shape_;
};

} // namespace

void placeSavings(const ChartModel &model, ChartLayout &layout)
{
    for (const Saving &saving : model.savings)
        layout.savings.push_back(BracketPlacer(saving, layout).place());
}

} // namespace awaitscope::chart
