// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/chart_parts.h"

#include <algorithm>

namespace awaitscope::chart {

namespace {

/// A time that must be in sight, with so many px to its right.
struct Need
{
    Ns time{0};
    double space = 0.0;
};

/// The bar of a row that has but one with a label; else null. Only such a label may stand beside the end.
const ModelBar *onlyLabelled(const ModelRow &row)
{
    const ModelBar *found = nullptr;
    for (const ModelBar &bar : row.bars) {
        if (bar.cue != Cue::Cleanup && !bar.label.isEmpty() && std::exchange(found, &bar))
            return nullptr;
    }
    return found;
}

/// The last deadline that lies little after the end; one that is far beyond would only make the run small.
Ns lastNearDeadline(const ChartModel &model)
{
    Ns last{0};
    for (const ModelGroup &group : model.groups) {
        for (const ModelRow &row : group.rows) {
            for (const ModelFlag &flag : row.flags) {
                if (flag.kind == ModelFlag::Kind::Deadline && flag.at <= model.end + model.end / 4)
                    last = std::max(last, flag.at);
            }
        }
    }
    return last;
}

double besideTheEnd(const ModelRow &row, const ChartMetrics &m, double pixelsPerNs)
{
    double space = 2 * m.badge + 10 * m.unit + (row.order > 0 ? numberWidth(row.order, m) + 3 * m.unit : 0.0);
    for (const QString &note : {row.endNote, row.unreadNote})
        space += note.isEmpty() ? 0.0 : textWidth(note, labelStyle(m, 600)) + 6 * m.unit;
    const ModelBar *bar = onlyLabelled(row);
    if (!bar || bar->cue == Cue::Blocking || (bar->cue == Cue::Created && row.ending == Cue::NeverStarted))
        return space;
    const double room = static_cast<double>((bar->end - bar->begin).count()) * pixelsPerNs - 22 * m.unit;
    if (std::min(textWidth(bar->label, labelStyle(m)), textWidth(bar->shortLabel, labelStyle(m))) > room)
        space += textWidth(bar->label, labelStyle(m)) + 8 * m.unit;
    return space;
}

} // namespace

TimeAxis fittedAxis(const ChartModel &model, const ChartMetrics &m, double left, double right, Ns expected)
{
    using namespace std::chrono_literals;
    const double room = std::max(right - left, 1.0), mostBeside = room * 0.5;
    const Ns whole = std::max({model.end, expected, lastNearDeadline(model), Ns(1us)});
    double pixelsPerNs = (room - 24 * m.unit) / static_cast<double>(whole.count());
    // What stands beside an end depends on the scale, and the scale on what stands there: a few rounds settle it.
    for (int round = 0; round < 3; ++round) {
        std::vector<Need> needs{{whole, 24 * m.unit}};
        for (const ModelGroup &group : model.groups) {
            for (const ModelRow &row : group.rows) {
                // While one is being drawn the axis stays where it is.
                if (row.ghost && row.ghost->drawn && row.ghost->truth)
                    needs.push_back({std::max(row.ghost->drawn->end, row.ghost->truth->end), ghostSpace(*row.ghost, m)});
                if (row.ending)
                    needs.push_back({row.end, besideTheEnd(row, m, pixelsPerNs)});
            }
        }
        for (const Saving &saving : model.savings)
            needs.push_back({saving.to, textWidth(saving.reference, labelStyle(m, 600)) + 10 * m.unit});
        for (const Difference &difference : model.differences)
            needs.push_back({difference.before, 10 * m.unit});
        double scale = room / static_cast<double>(whole.count());
        for (const Need &need : needs) {
            if (need.time > Ns(0))
                scale = std::min(scale, (room - std::min(need.space, mostBeside)) / static_cast<double>(need.time.count()));
        }
        pixelsPerNs = scale;
    }
    TimeAxis axis{Ns(0), Ns(static_cast<std::int64_t>(room / pixelsPerNs)), left, right};
    axis.to = std::max(axis.to, Ns(1));
    return axis;
}

} // namespace awaitscope::chart
