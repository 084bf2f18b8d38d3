// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/cascade.h"

#include "lessons/trace/actors.h"
#include "lessons/trace/analysis.h"
#include "lessons/trace/caption.h"
#include "lessons/trace/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope {

namespace {

using Facts = std::vector<CascadeFact>;

constexpr qsizetype mostNamed = 3; ///< of those through whom a request came

QString tr(const char *text)
{
    return QCoreApplication::translate("awaitscope", text);
}

/// The tasks through which a request came down to a task, the outermost first.
std::vector<const TaskInfo *> wayDown(const Trace &trace, const Facts &facts, const TaskInfo &task)
{
    std::vector<const TaskInfo *> way;
    for (TaskId id = facts[task.id.index()].toldBy; id; id = facts[id.index()].toldBy)
        way.push_back(&trace.task(id));
    std::ranges::reverse(way);
    return way;
}

/// "the group of handleRequest", "getUser", "the user", "the deadline of 200 ms".
QString teller(const Trace &trace, const CancelRequest &request, const TaskInfo &head)
{
    const Deadline *deadline = deadlineBehind(trace, request);
    switch (request.by) {
    case Canceller::User:
        return tr("the user");
    case Canceller::Deadline:
        return deadline ? tr("the deadline of %1").arg(readableLength(deadline->due - deadline->set)) : tr("a deadline");
    case Canceller::Closing:
        return tr("the closing of what it belongs to");
    case Canceller::Task:
        break;
    }
    if (!request.asker || request.asker.index() >= trace.tasks().size())
        return tr("its scope");
    const TaskInfo &asker = trace.task(request.asker);
    const bool ended = asker.endEvent != noEvent && asker.endEvent < request.event;
    if (ended && head.parent && asker.parent == head.parent)
        return tr("the group of %1").arg(laneName(trace, trace.task(head.parent)));
    return laneName(trace, asker);
}

/// "because checkQuota failed at 119 ms: QuotaError".
QString cause(const Trace &trace, const CancelRequest &request)
{
    const QString at = readableLength(request.time), reason = trace.name(request.reason);
    const Deadline *deadline = deadlineBehind(trace, request);
    switch (request.by) {
    case Canceller::User:
        return tr("who asked at %1").arg(at);
    case Canceller::Deadline:
        return deadline && deadline->task ? tr("which %1 had set and which passed at %2")
                                                .arg(laneName(trace, trace.task(deadline->task)), readableLength(deadline->due))
                                          : tr("which passed at %1").arg(at);
    case Canceller::Closing:
        return reason.isEmpty() ? tr("at %1").arg(at) : tr("at %1 (%2)").arg(at, reason);
    case Canceller::Task:
        break;
    }
    if (request.asker && request.asker.index() < trace.tasks().size()) {
        const TaskInfo &asker = trace.task(request.asker);
        const bool ended = asker.endEvent != noEvent && asker.endEvent < request.event;
        const QString name = laneName(trace, asker), end = readableLength(asker.end);
        if (ended && asker.outcome == TaskState::Failed)
            return tr("because %1 failed at %2: %3").arg(name, end, asker.error);
        if (ended && asker.outcome == TaskState::TimedOut)
            return tr("because %1 timed out at %2").arg(name, end);
        if (ended)
            return tr("because %1 ended at %2").arg(name, end);
    }
    return reason.isEmpty() ? tr("which asked at %1").arg(at) : tr("which asked at %1 (%2)").arg(at, reason);
}

QString through(const Trace &trace, const std::vector<const TaskInfo *> &way)
{
    if (way.empty())
        return {};
    if (std::ssize(way) > mostNamed)
        return tr(" through %1 and %2 below it, down to %3,")
            .arg(laneName(trace, *way.front()), countWord(std::ssize(way) - 2), laneName(trace, *way.back()));
    QStringList names;
    for (const TaskInfo *task : way)
        names << laneName(trace, *task);
    return tr(" through %1").arg(listed(names));
}

/// What the task did then.
QString afterwards(const CascadeFact &fact, const TaskInfo &task)
{
    const QString length = readableLength(differenceAsRead(task.end, fact.wasTold() ? fact.told : fact.requested));
    if (!isEnd(task.outcome))
        return fact.shielded ? tr(" It runs on.") : QString();
    if (fact.shielded)
        return tr(" It went on for %1.").arg(length);
    if (fact.ignored)
        return tr(" It ignored that and ended with a value %1 later.").arg(length);
    return {};
}

/// A task that no request concerned, but that may have made one.
QString untold(const Trace &trace, const TaskInfo &task)
{
    const QString name = laneName(trace, task);
    const auto own = std::ranges::find(trace.cancelRequests(), task.id, &CancelRequest::asker);
    if (own != trace.cancelRequests().end())
        return tr("Nobody cancelled %1. It is the one that asked, at %2: %3.")
            .arg(name, readableLength(own->time), trace.name(own->reason));
    if (trace.cancelRequests().empty())
        return tr("Nobody cancelled %1: nothing was cancelled in this run.").arg(name);
    return tr("Nobody cancelled %1.").arg(name);
}

} // namespace

QString cascadeStory(const Trace &trace, const std::vector<CascadeFact> &facts, TaskId id)
{
    const TaskInfo &task = trace.task(id);
    const CascadeFact &fact = facts[id.index()];
    const CancelRequest *request = trace.cancelRequest(fact.request);
    if (!request)
        return untold(trace, task);
    const std::vector<const TaskInfo *> way = wayDown(trace, facts, task);
    const TaskInfo &head = way.empty() ? task : *way.front();
    const QString name = laneName(trace, task), by = teller(trace, *request, head), why = cause(trace, *request);
    if (fact.shielded)
        return tr("%1 ran under a shield, which kept off %2, %3.").arg(name, by, why) + afterwards(fact, task);
    return tr("%1 was told%2 by %3, %4.").arg(name, through(trace, way), by, why) + afterwards(fact, task);
}

} // namespace awaitscope
