// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/patterns/resources/reading.h"

#include <algorithm>

namespace awaitscope::lesson_resources {

namespace {

/// The leaver that a task is, or that started it; the root is none.
TaskId leaverOf(const Trace &trace, TaskId task)
{
    while (task && trace.task(task).depth > 1)
        task = trace.task(task).parent;
    return task && trace.task(task).depth == 1 ? task : TaskId();
}

bool isWork(const QString &name)
{
    return name == QLatin1String("endsNormally") || name == QLatin1String("fails") || name == QLatin1String("isCancelled");
}

bool isCleanup(const QString &name)
{
    return name == QLatin1String("closeByHand") || name == QLatin1String("closeAtLast");
}

} // namespace

Reading::Reading(const Trace &trace)
{
    std::vector<std::size_t> positions(trace.tasks().size());
    for (const TaskInfo &task : trace.tasks()) {
        lastEnd_ = std::max(lastEnd_, task.end);
        const TaskId leaver = leaverOf(trace, task.id);
        if (!leaver)
            continue;
        if (leaver == task.id) {
            positions[task.id.index()] = leavers_.size();
            leavers_.push_back({.task = &task});
        }
        Leaver &own = leavers_[positions[leaver.index()]];
        if (isWork(task.name))
            own.work = &task;
        else if (isCleanup(task.name))
            own.cleanup = &task;
    }
    for (const Block &block : trace.blocks()) {
        if (const TaskId leaver = leaverOf(trace, block.task)) {
            Leaver &own = leavers_[positions[leaver.index()]];
            ++own.blocks;
            own.blocked += block.end - block.begin;
        }
    }
    for (const CounterTrack &counter : trace.counters()) {
        std::uint32_t before = 0;
        for (const CounterChange &change : counter.changes) {
            if (const TaskId leaver = leaverOf(trace, change.task)) {
                Leaver &own = leavers_[positions[leaver.index()]];
                ++(change.value > before ? own.opened : own.closed);
            }
            before = change.value;
        }
    }
}

int Reading::opened() const
{
    int sum = 0;
    for (const Leaver &leaver : leavers_)
        sum += leaver.opened;
    return sum;
}

int Reading::leftOpen() const
{
    int sum = 0;
    for (const Leaver &leaver : leavers_)
        sum += leaver.opened - leaver.closed;
    return sum;
}

int Reading::blocks() const
{
    int sum = 0;
    for (const Leaver &leaver : leavers_)
        sum += leaver.blocks;
    return sum;
}

Ns Reading::blocked() const
{
    Ns sum{0};
    for (const Leaver &leaver : leavers_)
        sum += leaver.blocked;
    return sum;
}

} // namespace awaitscope::lesson_resources
