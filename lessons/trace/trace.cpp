// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/trace.h"

#include <algorithm>

namespace awaitscope {

TaskState suspendedState(WaitKind kind)
{
    switch (kind) {
    case WaitKind::Task:
    case WaitKind::Gather:
    case WaitKind::Join:
        return TaskState::Awaiting;
    case WaitKind::None:
    case WaitKind::Unknown:
    case WaitKind::Timer:
    case WaitKind::Turn:
        return TaskState::InFlight;
    }
    return TaskState::InFlight;
}

const TaskInfo *Trace::find(QStringView name) const
{
    const auto found = std::ranges::find_if(tasks_, [name](const TaskInfo &task) { return task.name == name; });
    return found == tasks_.end() ? nullptr : &*found;
}

const Span *Trace::spanAfter(TaskId id, std::size_t applied) const
{
    const std::vector<std::size_t> &own = task(id).spans;
    const auto later
        = std::ranges::upper_bound(own, applied, {}, [this](std::size_t span) { return spans_[span].firstEvent + 1; });
    if (later == own.begin())
        return nullptr;
    const Span &span = spans_[*std::prev(later)];
    return span.lastEvent == noEvent || applied <= span.lastEvent ? &span : nullptr;
}

TaskState Trace::stateAfter(TaskId id, std::size_t applied) const
{
    const TaskInfo &info = task(id);
    if (applied <= info.startEvent)
        return TaskState::None;
    if (info.endEvent != noEvent && applied > info.endEvent)
        return info.outcome;
    const Span *span = spanAfter(id, applied);
    return span ? span->state : TaskState::Paused;
}

} // namespace awaitscope
