// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/actors.h"
#include "lessons/trace/analysis.h"
#include "lessons/trace/caption.h"
#include "lessons/trace/caption_point.h"
#include "lessons/trace/wording.h"

#include <QCoreApplication>

#include <algorithm>
#include <span>

namespace awaitscope {

namespace {

using Form = CaptionPoint::Form;
using Tasks = std::vector<const TaskInfo *>;

QString tr(const char *text)
{
    return QCoreApplication::translate("awaitscope", text);
}

/// Unwinding that takes less is no cleanup to speak of.
constexpr Ns unwinding = std::chrono::microseconds(500);

/// Who asked, and why.
QString askerWords(const Trace &trace, const CancelRequest &request)
{
    const TaskInfo *asker = request.asker && request.asker.index() < trace.tasks().size() ? &trace.task(request.asker) : nullptr;
    const QString reason = trace.name(request.reason);
    switch (request.by) {
    case Canceller::User:
        return tr("the user");
    case Canceller::Deadline:
        if (const Deadline *deadline = deadlineBehind(trace, request))
            return tr("the deadline of %1").arg(readableLength(deadline->due - deadline->set));
        return tr("the deadline");
    case Canceller::Closing:
        break; // told as the reason
    case Canceller::Task:
        break;
    }
    if (!asker)
        return reason;
    const bool ended = asker->endEvent != noEvent && asker->endEvent < request.event;
    if (ended && asker->outcome == TaskState::Failed)
        return tr("the failure of %1").arg(laneName(trace, *asker));
    if (ended && asker->outcome == TaskState::Done)
        return tr("the end of %1").arg(laneName(trace, *asker));
    return reason.isEmpty() ? laneName(trace, *asker) : tr("%1 (%2)").arg(laneName(trace, *asker), reason);
}

/// Of the tasks that a request reached those whose own wait it ended: the others only waited for them.
Tasks innermost(const Trace &trace, const Tasks &reached)
{
    Tasks inner;
    for (const TaskInfo *task : reached) {
        const bool above = std::ranges::any_of(reached, [&](const TaskInfo *other) { return isBelow(trace, *other, *task); });
        if (!above)
            inner.push_back(task);
    }
    return inner;
}

/// What went on below a cancelled task under a shield that had been there before the request.
const TaskInfo *shieldedFrom(const Trace &trace, const CancelRequest &request, const Tasks &reached)
{
    Tasks heads = reached;
    if (const Deadline *deadline = deadlineBehind(trace, request); heads.empty() && deadline && deadline->task)
        heads.push_back(&trace.task(deadline->task));
    for (const TaskInfo &task : trace.tasks()) {
        if (!task.id || !task.shielded || task.startEvent > request.event || task.end <= request.time + unwinding)
            continue;
        if (std::ranges::any_of(heads, [&](const TaskInfo *above) { return isBelow(trace, task, *above); }))
            return &task;
    }
    return nullptr;
}

/// "service 1 and the 12 tasks below it" where that is shorter than to name the innermost.
QString branchWords(const Trace &trace, const Tasks &reached, const Tasks &inner)
{
    const auto isHead = [&](const TaskInfo *task) {
        return std::ranges::none_of(reached, [&](const TaskInfo *other) { return isBelow(trace, *task, *other); });
    };
    const auto head = std::ranges::find_if(reached, isHead);
    if (inner.size() < 4 || head == reached.end() || std::ranges::count_if(reached, isHead) != 1)
        return {};
    return tr("%1 and the %2 tasks below it").arg(laneName(trace, **head)).arg(reached.size() - 1);
}

/// "the other five processItem" of an asker among them; else as namesOf() tells them.
QString reachedWords(const Trace &trace, const CancelRequest &request, const Tasks &inner)
{
    const auto named = [](const QString &name) { return [name](const TaskInfo &task) { return task.id && task.name == name; }; };
    const bool known = request.asker && request.asker.index() < trace.tasks().size();
    const QString name = known ? trace.task(request.asker).name : QString();
    const bool same = known && std::ranges::all_of(inner, [&](const TaskInfo *task) { return task->name == name; });
    if (same && inner.size() > 1 && std::ranges::count_if(trace.tasks(), named(name)) == std::ssize(inner) + 1)
        return tr("the other %1 %2").arg(countWord(std::ssize(inner)), name);
    return namesOf(trace, inner);
}

CaptionPoint requestPoint(const Trace &trace, const CancelRequest &request, const Tasks &reached)
{
    const QString asker = askerWords(trace, request);
    if (const TaskInfo *shielded = shieldedFrom(trace, request, reached))
        return {weight::cancelled, Form::Place, false,
            tr("%1 did not reach %2 under its shield, which went on for %3")
                .arg(asker.isEmpty() ? trace.name(request.reason) : asker, laneName(trace, *shielded),
                    readableLength(differenceAsRead(shielded->end, request.time)))};
    const Tasks inner = innermost(trace, reached);
    const QString branch = branchWords(trace, reached, inner);
    const bool whole = !branch.isEmpty();
    QString text;
    if (request.by == Canceller::Closing)
        text = (whole ? tr("%1 were cancelled (%2)") : tr("%1 was cancelled (%2)"))
                   .arg(whole ? branch : namesOf(trace, inner), trace.name(request.reason));
    else
        text = tr("%1 cancelled %2").arg(asker, whole ? branch : reachedWords(trace, request, inner));
    Tasks stubborn;
    Ns longest{0};
    for (const TaskInfo *task : inner) {
        longest = std::max(longest, cleanupTime(trace, *task));
        if (task->outcome == TaskState::Done)
            stubborn.push_back(task);
    }
    if (longest > unwinding)
        text += (inner.size() == 1 ? tr("; its cleanup took %1") : tr("; their cleanup took up to %1"))
                    .arg(readableLength(longest));
    if (!stubborn.empty())
        text += tr("; %1 ignored it").arg(namesOf(trace, stubborn));
    return {weight::cancelled, Form::Place, false, text};
}

/// True where a request came because the failure behind another one reached the next task above.
bool climbs(const Trace &trace, const CancelRequest &request, const CancelRequest &next)
{
    const auto known = [&trace](TaskId task) { return task && task.index() < trace.tasks().size(); };
    if (request.by != Canceller::Task || next.by != Canceller::Task || !known(request.asker) || !known(next.asker))
        return false;
    const TaskInfo &failed = trace.task(request.asker), &above = trace.task(next.asker);
    return failed.parent == above.id && failed.outcome == TaskState::Failed && above.outcome == TaskState::Failed
        && failed.error == above.error;
}

/// How many requests, from the first on, one failure made on its way up.
std::size_t climb(const Trace &trace, std::span<const CancelRequest> requests)
{
    std::size_t levels = 1;
    while (levels < requests.size() && climbs(trace, requests[levels - 1], requests[levels]))
        ++levels;
    return levels;
}

CaptionPoint climbPoint(const Trace &trace, std::span<const CancelRequest> requests)
{
    std::size_t cancelled = 0;
    Ns waited{0};
    Tasks stubborn;
    for (const CancelRequest &request : requests) {
        Ns last = request.time;
        for (const TaskInfo *task : reachedBy(trace, request)) {
            ++cancelled;
            last = std::max(last, task->end);
            if (task->outcome == TaskState::Done)
                stubborn.push_back(task);
        }
        waited += last - request.time;
    }
    QString text = tr("%1 climbed %2 levels and cancelled %3 tasks on its way; waiting for them took %4")
                       .arg(askerWords(trace, requests.front()), countWord(std::ssize(requests)))
                       .arg(cancelled)
                       .arg(readableLength(waited));
    if (!stubborn.empty())
        text += tr("; %1 ignored it").arg(namesOf(trace, stubborn));
    return {weight::cancelled, Form::Place, false, text};
}

} // namespace

CaptionPoints cancelPoints(const Trace &trace)
{
    CaptionPoints points;
    const std::span<const CancelRequest> requests = trace.cancelRequests();
    std::size_t told = 0; // of the requests
    for (const CancelRequest &request : requests) {
        const auto position = static_cast<std::size_t>(&request - requests.data());
        if (position < told)
            continue;
        if (const std::size_t levels = climb(trace, requests.subspan(position)); levels > 1) {
            points.push_back(climbPoint(trace, requests.subspan(position, levels)));
            told = position + levels;
            continue;
        }
        const Tasks reached = reachedBy(trace, request);
        const bool stopped = !reached.empty() && stoppedByItsConsumer(trace, *reached.front());
        if (stopped || (reached.empty() && !shieldedFrom(trace, request, reached)))
            continue;
        points.push_back(requestPoint(trace, request, reached));
    }
    return points;
}

} // namespace awaitscope
