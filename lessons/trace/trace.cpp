// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/trace.h"

#include <algorithm>

namespace awaitscope {

TaskState suspendedState(WaitKind kind)
{
    switch (kind) {
    case WaitKind::Task:
    case WaitKind::Gather:
    case WaitKind::Settle:
    case WaitKind::Join:
    case WaitKind::FirstOf:
    case WaitKind::Consumer:
    case WaitKind::Item:
        return TaskState::Awaiting;
    case WaitKind::Permit:
        return TaskState::Queued;
    case WaitKind::None:
    case WaitKind::Unknown:
    case WaitKind::Timer:
    case WaitKind::Turn:
    case WaitKind::Thread:
    case WaitKind::Foreign:
        return TaskState::InFlight;
    }
    return TaskState::InFlight;
}

const TaskInfo *Trace::find(QStringView name) const
{
    const auto found = std::ranges::find_if(tasks_, [name](const TaskInfo &task) { return task.name == name; });
    return found == tasks_.end() ? nullptr : &*found;
}

const CancelRequest *Trace::cancelRequest(CancelId id) const
{
    const auto found = std::ranges::find(cancelRequests_, id, &CancelRequest::id);
    return !id || found == cancelRequests_.end() ? nullptr : &*found;
}

std::vector<TaskId> Trace::holders(ResourceId id, Ns time) const
{
    std::vector<TaskId> holders;
    for (const SeatEvent &event : resources_[id.index()].changes) {
        if (event.time > time)
            break;
        if (event.change == SeatChange::Granted || event.change == SeatChange::Taken)
            holders.push_back(event.task);
        else if (const auto found = std::ranges::find(holders, event.task);
                 event.change == SeatChange::Released && found != holders.end())
            holders.erase(found);
    }
    return holders;
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
