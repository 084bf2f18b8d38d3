// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/actors.h"
#include "lessons/trace/analysis.h"

#include <algorithm>

namespace awaitscope {

std::vector<const TaskInfo *> reachedBy(const Trace &trace, const CancelRequest &request)
{
    std::vector<const TaskInfo *> tasks;
    for (const TaskInfo &task : trace.tasks()) {
        if (task.id && task.cancellation == request.id && isEnd(task.outcome))
            tasks.push_back(&task);
    }
    return tasks;
}

Ns cleanupTime(const Trace &, const TaskInfo &task)
{
    return task.interrupted ? task.end - task.interruptedAt : Ns(0);
}

const Deadline *deadlineBehind(const Trace &trace, const CancelRequest &request)
{
    const Deadline *behind = nullptr;
    for (const Deadline &deadline : trace.deadlines()) {
        const bool acted = deadline.due <= request.time && deadline.state == Deadline::State::Missed;
        if (request.by == Canceller::Deadline && acted && (!behind || deadline.due > behind->due))
            behind = &deadline;
    }
    return behind;
}

const Deadline *enclosingDeadline(const Trace &trace, const Deadline &deadline)
{
    const Deadline *next = nullptr;
    for (const Deadline &other : trace.deadlines()) {
        if (&other >= &deadline)
            break; // they stand in the order in which they were set
        const bool over = other.state != Deadline::State::Running && other.concluded <= deadline.set;
        const bool around = other.task == deadline.task
            || (deadline.task && other.task && isBelow(trace, trace.task(deadline.task), trace.task(other.task)));
        if (around && !over)
            next = &other;
    }
    return next;
}

std::vector<const Deadline *> outermostDeadlines(const Trace &trace)
{
    std::vector<const Deadline *> outermost;
    for (const Deadline &deadline : trace.deadlines()) {
        if (deadline.task && deadline.task.index() < trace.tasks().size() && !enclosingDeadline(trace, deadline))
            outermost.push_back(&deadline);
    }
    return outermost;
}

bool stoppedByItsConsumer(const Trace &trace, const TaskInfo &task)
{
    if (task.outcome != TaskState::Cancelled || task.spans.empty())
        return false;
    const auto last = std::find_if(task.spans.rbegin(), task.spans.rend(),
        [&](std::size_t span) { return trace.spans()[span].state != TaskState::Running; });
    return last != task.spans.rend() && trace.spans()[*last].wait.kind == WaitKind::Consumer;
}

int mostWorkers(const Trace &trace)
{
    std::vector<std::pair<Ns, int>> changes; // at equal times an end (−1) sorts before a begin (+1)
    for (const Work &work : trace.works()) {
        changes.emplace_back(work.begin, +1);
        changes.emplace_back(work.end, -1);
    }
    std::ranges::sort(changes);
    int now = 0, most = 0;
    for (const auto &[time, change] : changes)
        most = std::max(most, now += change);
    return most;
}

const Turn *longestTurn(const Trace &trace)
{
    const Turn *longest = nullptr;
    for (const Turn &turn : trace.turns()) {
        if (turn.depth == 1 && (!longest || turn.end - turn.begin > longest->end - longest->begin))
            longest = &turn;
    }
    return longest;
}

std::vector<LineWait> lineWaits(const Resource &resource)
{
    std::vector<LineWait> waits;
    std::vector<const SeatEvent *> line;
    TaskId released;
    for (const SeatEvent &event : resource.changes) {
        if (event.change == SeatChange::Queued)
            line.push_back(&event);
        else if (event.change == SeatChange::Released)
            released = event.task;
        if (event.change != SeatChange::Granted && event.change != SeatChange::Left)
            continue;
        const auto begun = std::ranges::find(line, event.task, &SeatEvent::task);
        if (begun == line.end())
            continue;
        const bool granted = event.change == SeatChange::Granted;
        waits.push_back({event.task, granted ? released : TaskId(), (*begun)->time, event.time, granted});
        line.erase(begun);
    }
    return waits;
}

} // namespace awaitscope
