// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/practice/cancellation-cascade/reading.h"

#include "lessons/trace/actors.h"

#include <algorithm>

namespace awaitscope::lesson_cancellation_cascade {

TreeSize sizeOf(const ParameterSet &parameters)
{
    return {static_cast<int>(parameters.value(u"depth")), static_cast<int>(parameters.value(u"fanOut"))};
}

Cascade::Cascade(const VariantRun &variant, const ParameterSet &parameters) :
    trace_(*variant.trace),
    stubborn_(parameters.duration(u"stubborn")),
    cleanup_(parameters.duration(u"cleanup")),
    root_(trace_.find(u"handleRequest"))
{
    for (const TaskInfo &task : trace_.tasks()) {
        if (task.name == u"stubbornReport" || task.name == u"writeFile")
            slow_.push_back(&task);
    }
}

std::vector<const CancelRequest *> Cascade::requestsBy(Canceller by) const
{
    std::vector<const CancelRequest *> found;
    for (const CancelRequest &request : requests()) {
        if (request.by == by)
            found.push_back(&request);
    }
    return found;
}

Tasks Cascade::asked(const CancelRequest &request) const
{
    Tasks tasks;
    for (const TaskInfo &task : trace_.tasks()) {
        if (task.id && task.asked == request.id)
            tasks.push_back(&task);
    }
    std::ranges::sort(tasks, {}, &TaskInfo::askedOrder);
    return tasks;
}

Ns Cascade::askingTook(const CancelRequest &request) const
{
    const Tasks tasks = asked(request);
    return tasks.empty() ? Ns(0) : tasks.back()->askedAt - request.time;
}

Tasks Cascade::heads(const CancelRequest &request) const
{
    Tasks heads = asked(request);
    std::erase_if(heads, [&](const TaskInfo *task) { return task->parent && trace_.task(task->parent).asked == request.id; });
    return heads;
}

const TaskInfo *Cascade::missed(const CancelRequest &request) const
{
    for (const TaskInfo &task : trace_.tasks()) {
        const bool lived = task.startEvent < request.event && request.event < task.endEvent;
        if (!lived || task.shielded || task.asked || !task.parent)
            continue;
        if (trace_.task(task.parent).asked == request.id)
            return &task;
    }
    return nullptr;
}

Ns Cascade::took(const CancelRequest &request) const
{
    Ns last = request.time;
    for (const TaskInfo *task : asked(request))
        last = std::max(last, task->end);
    return last - request.time;
}

Ns Cascade::slowest(const CancelRequest &request) const
{
    Ns due = request.time;
    const Tasks heads = this->heads(request);
    for (const TaskInfo *task : slow_) {
        const bool reached
            = std::ranges::any_of(heads, [&](const TaskInfo *head) { return head == task || isBelow(trace_, *task, *head); });
        const TaskInfo *more = ending(*task);
        if (reached && more && task->endEvent > request.event)
            due = std::max(due, more->end);
    }
    return due - request.time;
}

const TaskInfo *Cascade::ending(const TaskInfo &task) const
{
    return task.children.empty() ? nullptr : &trace_.task(task.children.back());
}

Ns Cascade::endingTakes(const TaskInfo &task) const
{
    return task.name == u"stubbornReport" ? stubborn_ : cleanup_;
}

Ns Cascade::lastEnd() const
{
    Ns last{0};
    for (const TaskInfo &task : trace_.tasks())
        last = std::max(last, task.end);
    return last;
}

} // namespace awaitscope::lesson_cancellation_cascade
