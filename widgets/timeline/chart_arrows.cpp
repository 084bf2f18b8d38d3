// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/chart_parts.h"

#include <algorithm>
#include <cmath>

namespace awaitscope::chart {

namespace {

/// The drawn row of a task, or nothing.
std::optional<std::size_t> rowIndex(const ModelGroup &group, TaskId task)
{
    const auto found = std::ranges::find_if(group.rows, [&](const ModelRow &row) { return task && row.task == task; });
    if (found == group.rows.end())
        return std::nullopt;
    return static_cast<std::size_t>(found - group.rows.begin());
}

class ArrowPlacer
{
public:
    ArrowPlacer(const ModelGroup &group, std::size_t index, ChartLayout &layout) : group_(group), index_(index), layout_(layout)
    {
    }

    void connect(std::size_t parent, std::size_t child)
    {
        const double reach = 12 * layout_.metrics.unit;
        const ModelRow &row = group_.rows[child];
        const double start = toX(layout_.axis, row.start);
        const QRectF from = tickNear(parent, start, reach), to = tickNear(child, start, reach);
        if (!from.isNull() && !to.isNull()) {
            const double trunk = std::max(std::min(from.left(), to.left()) - 7 * layout_.metrics.unit, layout_.clipLeft + 2);
            add(ArrowShape::Kind::Spawn,
                {{from.left(), from.center().y()}, {trunk, from.center().y()}, {trunk, to.center().y()},
                    {to.left() - 1, to.center().y()}});
        }
        if (!row.ending)
            return;
        const double end = toX(layout_.axis, row.end);
        const QRectF back = tickNear(parent, end, 5 * layout_.metrics.unit);
        if (!back.isNull() && end >= layout_.clipLeft && end <= layout_.right)
            add(ArrowShape::Kind::Return, {{end, middle(child) - layout_.metrics.lane / 2}, {end, back.bottom() + 1}});
    }

private:
    void add(ArrowShape::Kind kind, std::vector<QPointF> points) { layout_.arrows.push_back({kind, std::move(points)}); }

    double middle(std::size_t row) const
    {
        const auto found = std::ranges::find_if(
            layout_.rows, [&](const RowShape &shape) { return shape.group == index_ && shape.row == row; });
        return found->rect.center().y();
    }

    QRectF tickNear(std::size_t row, double x, double reach) const
    {
        QRectF nearest;
        double best = reach;
        for (const BarShape &bar : layout_.bars) {
            if (!bar.tick() || bar.group != index_ || bar.row != row)
                continue;
            const double distance = x < bar.rect.left() ? bar.rect.left() - x : std::max(x - bar.rect.right(), 0.0);
            if (distance < best) {
                best = distance;
                nearest = bar.rect;
            }
        }
        return nearest;
    }

    const ModelGroup &group_;
    std::size_t index_;
    ChartLayout &layout_;
};

} // namespace

void placeArrows(const ChartModel &model, ChartLayout &layout)
{
    const ModelRow *selected = layout.selected ? model.row(*layout.selected) : nullptr;
    if (!selected)
        return;
    const ModelGroup &group = model.groups[layout.selected->subject];
    ArrowPlacer placer(group, layout.selected->subject, layout);
    const auto own = rowIndex(group, selected->task);
    if (const auto parent = rowIndex(group, selected->parent))
        placer.connect(*parent, *own);
    for (std::size_t r = 0; r < group.rows.size(); ++r) {
        if (group.rows[r].parent == selected->task)
            placer.connect(*own, r);
    }
}

} // namespace awaitscope::chart
