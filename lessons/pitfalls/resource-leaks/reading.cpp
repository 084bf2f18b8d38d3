// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/pitfalls/resource-leaks/reading.h"

#include <algorithm>

namespace awaitscope::lesson_resource_leaks {

namespace {

Level levelOf(const Trace &trace, QLatin1String name)
{
    Level level;
    for (const CounterTrack &track : trace.counters()) {
        if (trace.name(track.name) != name)
            continue;
        for (const CounterChange &change : track.changes) {
            level.most = std::max(level.most, change.value);
            level.last = change.value;
            if (!change.task)
                continue;
            level.left = change.value;
            level.byTasks.emplace_back(change.task, change.value);
        }
    }
    return level;
}

} // namespace

Reading::Reading(const Trace &trace) :
    connections_(levelOf(trace, QLatin1String("open connections"))),
    files_(levelOf(trace, QLatin1String("open files of the process")))
{
    for (const TaskInfo &task : trace.tasks()) {
        if (task.depth != 1)
            continue;
        Request request{.task = &task};
        std::uint32_t before = 0;
        for (const auto &[who, value] : connections_.byTasks) {
            if (who == task.id)
                ++(value > before ? request.opened : request.closed);
            before = value;
        }
        requests_.push_back(request);
    }
}

qsizetype Reading::answered() const
{
    return std::ranges::count_if(requests_, &Request::answered);
}

qsizetype Reading::refused() const
{
    return std::ranges::count_if(requests_, &Request::refused);
}

std::uint32_t Reading::mostAtWork() const
{
    std::uint32_t most = 0;
    for (const Request &arriving : requests_) {
        const auto atWork = std::ranges::count_if(requests_, [&](const Request &other) {
            return !other.refused() && other.task->startEvent <= arriving.task->startEvent
                && other.task->endEvent > arriving.task->startEvent;
        });
        most = std::max(most, static_cast<std::uint32_t>(atWork));
    }
    return most;
}

} // namespace awaitscope::lesson_resource_leaks
