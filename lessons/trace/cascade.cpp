// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/cascade.h"

#include "lessons/trace/analysis.h"

#include <algorithm>

namespace awaitscope {

namespace {

/// What ends later than this after it was asked, without having been told, went on all the same.
constexpr Ns unwinding = std::chrono::microseconds(500);

/// The events in which tasks were told.
void addTold(std::vector<CascadeFact> &facts, const Trace &trace)
{
    for (std::size_t index = 0; index < trace.events().size(); ++index) {
        const TraceEvent &event = trace.events()[index];
        const bool tells = event.kind == EventKind::Interrupted || event.kind == EventKind::Cancelled;
        if (!tells || !event.task || event.task.index() >= facts.size() || facts[event.task.index()].wasTold())
            continue;
        CascadeFact &fact = facts[event.task.index()];
        fact.toldEvent = index;
        fact.told = event.time;
        fact.request = event.request;
    }
}

/// The request of that number; they are numbered in their order.
const CancelRequest *requestOf(const Trace &trace, CancelId id)
{
    const auto &all = trace.cancelRequests();
    return id && id.index() < all.size() && all[id.index()].id == id ? &all[id.index()] : trace.cancelRequest(id);
}

void setRequest(CascadeFact &fact, const CancelRequest &request)
{
    fact.request = request.id;
    fact.requestEvent = request.event;
    fact.requested = request.time;
}

/// Goes through the tasks in order of their ids: those above a task come before it.
class FactMaker
{
public:
    explicit FactMaker(const Trace &trace) :
        trace_(trace),
        facts_(trace.tasks().size()),
        asking_(trace.tasks().size()),
        firstGone_(trace.tasks().size())
    {
        if (!trace.cancelRequests().empty())
            addTold(facts_, trace);
    }

    std::vector<CascadeFact> make()
    {
        for (const TaskInfo &task : trace_.tasks()) {
            if (!task.id)
                continue;
            CascadeFact &fact = facts_[task.id.index()];
            if (fact.wasTold())
                completeTold(fact, task);
            else
                addAsked(fact, task);
            addCaller(fact, task);
        }
        addPassedOver();
        return std::move(facts_);
    }

private:
    void completeTold(CascadeFact &fact, const TaskInfo &task)
    {
        if (const CancelRequest *request = requestOf(trace_, fact.request))
            setRequest(fact, *request);
        fact.ignored = task.outcome == TaskState::Done;
        if (task.parent)
            asking_[task.id.index()] = asking_[task.parent.index()];
        if (task.interrupted)
            asking_[task.id.index()] = task.id;
        const CascadeFact *above = task.parent ? &facts_[task.parent.index()] : nullptr;
        if (!above || above->request != fact.request || !trace_.task(task.parent).interrupted)
            return;
        fact.toldBy = task.parent;
        if (above->toldEvent < fact.toldEvent)
            fact.afterAbove = fact.told - above->told;
    }

    /// A task that was not told: asked without a wait that could tell it, itself or below one that was; or passed over by a shield.
    void addAsked(CascadeFact &fact, const TaskInfo &task)
    {
        const TaskId above = task.parent ? asking_[task.parent.index()] : TaskId();
        asking_[task.id.index()] = task.asked ? task.id : above;
        const CancelId asked = task.asked ? task.asked : above ? facts_[above.index()].request : CancelId();
        const CancelRequest *request = requestOf(trace_, asked);
        if (!request || !wentOn(task, *request))
            return;
        setRequest(fact, *request);
        fact.toldBy = above;
        fact.shielded = !task.asked && task.shielded && !trace_.task(above).shielded;
        fact.ignored = !fact.shielded && isEnd(task.outcome);
    }

    static bool wentOn(const TaskInfo &task, const CancelRequest &request)
    {
        return task.startEvent < request.event && task.endEvent > request.event && task.end > request.time + unwinding;
    }

    /// When the first of those above a task ended, where it outlived that one.
    void addCaller(CascadeFact &fact, const TaskInfo &task)
    {
        const TaskId gone = task.parent ? firstGone_[task.parent.index()] : TaskId();
        const bool first = task.endEvent != noEvent && (!gone || task.endEvent < trace_.task(gone).endEvent);
        firstGone_[task.id.index()] = first ? task.id : gone;
        if (!gone || trace_.task(gone).endEvent > task.endEvent)
            return;
        fact.callerGoneEvent = trace_.task(gone).endEvent;
        fact.callerGone = trace_.task(gone).end;
    }

    bool isBelowUnshielded(const TaskInfo &task, TaskId head) const
    {
        TaskId above = task.parent;
        while (above && above != head)
            above = trace_.task(above).parent;
        return above && !trace_.task(above).shielded;
    }

    /// A deadline that cancelled nothing but what is under a shield reached no task, but has one that set it.
    void addPassedOver()
    {
        for (const CancelRequest &request : trace_.cancelRequests()) {
            const Deadline *deadline = deadlineBehind(trace_, request);
            if (!deadline || !deadline->task || std::ranges::count(facts_, request.id, &CascadeFact::request) > 0)
                continue;
            for (const TaskInfo &task : trace_.tasks()) {
                CascadeFact *fact = task.id && task.shielded ? &facts_[task.id.index()] : nullptr;
                if (!fact || fact->request || !wentOn(task, request) || !isBelowUnshielded(task, deadline->task))
                    continue;
                setRequest(*fact, request);
                fact->shielded = true;
            }
        }
    }

    const Trace &trace_;
    std::vector<CascadeFact> facts_;
    std::vector<TaskId> asking_; ///< the task itself or the nearest above it whose scope was cancelled
    std::vector<TaskId> firstGone_; ///< of the task itself and those above it the one that ended first
};

} // namespace

std::vector<CascadeFact> cascadeFacts(const Trace &trace)
{
    return FactMaker(trace).make();
}

std::optional<CascadeAsker> askerOf(const Trace &trace, const CascadeFact &fact)
{
    const CancelRequest *request = requestOf(trace, fact.request);
    if (!request)
        return std::nullopt;
    CascadeAsker asker{{}, request->event};
    if (request->asker && request->asker.index() < trace.tasks().size())
        asker.task = request->asker;
    else if (const Deadline *deadline = deadlineBehind(trace, *request))
        asker.task = deadline->task;
    return asker;
}

} // namespace awaitscope
