// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/model_parts.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace awaitscope::chart {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

constexpr std::size_t mostWorkers = 12;

} // namespace

void addWorkers(ModelGroup &group, const Trace &trace, const TaskNames &names)
{
    std::map<WorkerId, std::vector<StripBar>> workers;
    for (const Work &work : trace.works())
        workers[work.worker].push_back(
            {Cue::OnWorker, work.begin, work.end, false, work.task, names.label(work.task), names.number(work.task)});
    if (workers.empty())
        return;
    ModelStrip strip{ModelStrip::Kind::Workers, Words::tr("off the loop"), {}, {}};
    for (auto &[worker, bars] : workers) {
        if (strip.rows.size() == mostWorkers) {
            strip.rows.push_back({Words::tr("and %1 more").arg(workers.size() - mostWorkers), {}, std::nullopt});
            break;
        }
        std::ranges::stable_sort(bars, {}, &StripBar::begin);
        strip.rows.push_back({Words::tr("worker %1").arg(worker.number()), std::move(bars), std::nullopt});
    }
    group.strips.push_back(std::move(strip));
}

} // namespace awaitscope::chart
