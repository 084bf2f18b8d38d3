// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/chart_layout.h"

#include <algorithm>

namespace awaitscope {

ChartHit hitTest(const ChartLayout &layout, QPointF at)
{
    constexpr double reach = 2.0;
    for (const StripShape &strip : layout.strips) {
        for (const StripBarShape &bar : strip.bars) {
            if (at.x() >= layout.clipLeft && bar.rect.adjusted(-1, -1, 1, 1).contains(at))
                return {ChartHit::Kind::Strip, strip.group, strip.strip, bar.bar, bar.row};
        }
        if (strip.rect.contains(at))
            return {};
    }
    for (const FlagShape &flag : layout.flags) {
        if (flag.mark.adjusted(-reach, -reach, reach, reach).contains(at))
            return {ChartHit::Kind::Flag, flag.group, flag.row, flag.flag};
    }
    for (const EndShape &end : layout.ends) {
        if (end.badgeBox().adjusted(-reach, -reach, reach, reach).contains(at) || end.lineBox().contains(at))
            return {ChartHit::Kind::End, end.group, end.row, 0};
    }
    // The last drawn lies on top.
    if (at.x() >= layout.clipLeft) {
        for (auto bar = layout.bars.rbegin(); bar != layout.bars.rend(); ++bar) {
            if (bar->rect.adjusted(bar->tick() ? -1.0 : 0.0, -reach, bar->tick() ? 1.0 : 0.0, reach).contains(at))
                return {ChartHit::Kind::Bar, bar->group, bar->row, bar->bar};
        }
    }
    for (const RowShape &row : layout.rows) {
        if (row.rect.contains(at))
            return {ChartHit::Kind::Row, row.group, row.row, 0};
    }
    for (std::size_t g = 0; g < layout.headers.size(); ++g) {
        if (layout.headers[g].rect.contains(at))
            return {ChartHit::Kind::Header, g, 0, 0};
    }
    return {};
}

QStringList hitDetails(const ChartModel &model, const ChartHit &hit)
{
    if (hit.group >= model.groups.size())
        return {};
    const ModelGroup &group = model.groups[hit.group];
    if (hit.kind == ChartHit::Kind::Strip) {
        if (hit.row >= group.strips.size() || hit.stripRow >= group.strips[hit.row].rows.size())
            return {};
        const StripRow &row = group.strips[hit.row].rows[hit.stripRow];
        return hit.bar < row.bars.size() ? stripDetails(group.strips[hit.row], row, row.bars[hit.bar]) : QStringList();
    }
    if (hit.row >= group.rows.size())
        return {};
    const ModelRow &row = group.rows[hit.row];
    if (hit.kind == ChartHit::Kind::Bar && hit.bar < row.bars.size())
        return barDetails(group, row, row.bars[hit.bar]);
    if (hit.kind == ChartHit::Kind::End && row.ending)
        return endDetails(group, row);
    if (hit.kind == ChartHit::Kind::Flag && hit.bar < row.flags.size())
        return flagDetails(row, row.flags[hit.bar]);
    return {};
}

} // namespace awaitscope
