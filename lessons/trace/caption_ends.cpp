// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/actors.h"
#include "lessons/trace/analysis.h"
#include "lessons/trace/caption.h"
#include "lessons/trace/caption_point.h"
#include "lessons/trace/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope {

namespace {

using Form = CaptionPoint::Form;
using Tasks = std::vector<const TaskInfo *>;

QString tr(const char *text)
{
    return QCoreApplication::translate("awaitscope", text);
}

/// Ends that differ by less than this are not told apart.
constexpr Ns sameTime = std::chrono::microseconds(500);

Tasks tasksThat(const Trace &trace, auto &&holds)
{
    Tasks tasks;
    for (const TaskInfo &task : trace.tasks()) {
        if (task.id && holds(task))
            tasks.push_back(&task);
    }
    return tasks;
}

QString lengthOf(const Deadline &deadline)
{
    return readableLength(deadline.due - deadline.set);
}

/// By how much a task that timed out ended after its deadline.
QString lateWords(const Trace &trace, const TaskInfo &task)
{
    for (const Deadline *deadline : outermostDeadlines(trace)) {
        if (deadline->task == task.id && task.end - deadline->due > sameTime)
            return tr(", %1 after the deadline of %2")
                .arg(readableLength(differenceAsRead(task.end, deadline->due)), lengthOf(*deadline));
    }
    return {};
}

/// How a run ended that has one root and no value.
CaptionPoints rootPoints(const Trace &trace, const Tasks &roots)
{
    if (roots.size() != 1)
        return {};
    const TaskInfo &root = *roots.front();
    const QString at = readableLength(root.end);
    switch (root.outcome) {
    case TaskState::Failed:
        return {{weight::failed, Form::Subject, true, tr("failed at %1: %2").arg(at, root.error)}};
    case TaskState::Cancelled:
        return {{weight::failed, Form::Subject, true,
            root.error.isEmpty() ? tr("was cancelled at %1").arg(at) : tr("was cancelled at %1 (%2)").arg(at, root.error)}};
    case TaskState::TimedOut:
        return {{weight::failed, Form::Subject, true, tr("timed out at %1").arg(at) + lateWords(trace, root)}};
    default:
        return {};
    }
}

/// Failures that came from where they are told of, not from a task below, and that did not end the run.
CaptionPoints failurePoints(const Trace &trace, const Tasks &roots)
{
    const bool ended = roots.size() == 1 && roots.front()->outcome == TaskState::Failed;
    Tasks failed = tasksThat(trace, [&](const TaskInfo &task) {
        const bool passedOn = std::ranges::any_of(task.children, [&](TaskId child) {
            return trace.task(child).outcome == TaskState::Failed && trace.task(child).error == task.error;
        });
        return task.outcome == TaskState::Failed && !passedOn && !(ended && task.error == roots.front()->error);
    });
    // Whoever passes a failure on over a wire quotes it.
    const Tasks all = failed;
    std::erase_if(failed, [&](const TaskInfo *task) {
        return std::ranges::any_of(all, [&](const TaskInfo *other) {
            return !other->error.isEmpty() && other->error != task->error && task->error.contains(other->error);
        });
    });
    if (failed.empty())
        return {};
    QStringList errors;
    for (const TaskInfo *task : failed) {
        if (!errors.contains(task->error))
            errors << task->error;
    }
    const QString why = errors.size() <= 2 ? listed(errors) : tr("%1 and others").arg(errors.front());
    const bool lost = std::ranges::all_of(failed, &TaskInfo::unread);
    const QString text = lost ? tr("%1 failed, and nobody saw it: %2") : tr("%1 failed: %2");
    return {{weight::childFailed, Form::Place, false, text.arg(namesOf(trace, failed), why)}};
}

/// What went on when its caller had gone.
CaptionPoints outlivingPoints(const Trace &trace)
{
    const Tasks outliving = tasksThat(trace, [&](const TaskInfo &task) {
        const TaskInfo *caller = task.parent ? &trace.task(task.parent) : nullptr;
        return caller && isEnd(caller->outcome) && task.end > caller->end + sameTime;
    });
    if (outliving.empty())
        return {};
    const TaskInfo &caller = trace.task(outliving.front()->parent);
    const Ns last = std::ranges::max(outliving, {}, &TaskInfo::end)->end;
    const bool unread = std::ranges::all_of(outliving, &TaskInfo::unread);
    QString text = tr("left %1 running").arg(namesOf(trace, outliving));
    text += (outliving.size() == 1 ? tr("; it ended %1 later") : tr("; the last ended %1 later"))
                .arg(readableLength(differenceAsRead(last, caller.end)));
    if (unread)
        text += outliving.size() == 1 ? tr(", and nobody read it") : tr(", and nobody read them");
    if (rootsOf(trace).size() == 1 && !caller.parent)
        return {{weight::unread, Form::Subject, false, text}};
    return {{weight::unread, Form::Place, false, tr("%1 %2").arg(laneName(trace, caller), text)}};
}

/// What was found for nobody, although the caller was still there.
CaptionPoints unreadPoints(const Trace &trace)
{
    const Tasks unread = tasksThat(trace, [&](const TaskInfo &task) {
        const bool outlived = task.parent && task.end > trace.task(task.parent).end + sameTime;
        return task.unread && !outlived && (task.outcome == TaskState::Done || task.outcome == TaskState::Failed);
    });
    if (unread.empty())
        return {};
    return {{weight::unread, Form::Place, false,
        unread.size() == 1 ? tr("nobody read the result of %1").arg(namesOf(trace, unread))
                           : tr("nobody read the results of %1").arg(namesOf(trace, unread))}};
}

CaptionPoints lazyPoints(const Trace &trace)
{
    const Tasks never = tasksThat(trace, [](const TaskInfo &task) { return task.outcome == TaskState::NeverStarted; });
    if (never.empty())
        return {};
    return {{weight::neverBegan, Form::Place, false, tr("%1 never began: nobody awaited it").arg(namesOf(trace, never))}};
}

CaptionPoints verdictOnOne(const Trace &trace, const Deadline &deadline)
{
    const TaskInfo &task = trace.task(deadline.task);
    if (!isEnd(task.outcome) || task.outcome == TaskState::Cancelled)
        return {}; // no answer
    if (task.outcome == TaskState::TimedOut && !task.parent && rootsOf(trace).size() == 1)
        return {}; // told as the run's end
    const QString after = readableLength(task.end);
    const Ns late = differenceAsRead(task.end, deadline.due);
    const Ns left = differenceAsRead(deadline.due, task.end);
    QString text;
    if (task.end - deadline.due > sameTime)
        text = tr("answered after %1, %2 after the deadline of %3").arg(after, readableLength(late), lengthOf(deadline));
    else if (deadline.due - task.end > sameTime)
        text = tr("answered after %1, %2 before the deadline of %3").arg(after, readableLength(left), lengthOf(deadline));
    else
        text = tr("answered after %1, when the deadline came").arg(after);
    return {{weight::verdict, Form::Subject, true, text}};
}

/// A deadline inside another that acted before it.
CaptionPoints earlierPoints(const Trace &trace)
{
    for (const Deadline &inner : trace.deadlines()) {
        const Deadline *outer = enclosingDeadline(trace, inner);
        if (!outer || inner.due == outer->due)
            continue;
        const bool innerActed = inner.state == Deadline::State::Missed, outerActed = outer->state == Deadline::State::Missed;
        if (innerActed != outerActed && innerActed == (inner.due < outer->due))
            return {{weight::cancelled + 2, Form::Place, false,
                tr("the earlier of the deadlines of %1 and %2 acted").arg(lengthOf(inner), lengthOf(*outer))}};
    }
    return {};
}

CaptionPoints verdictPoints(const Trace &trace)
{
    std::vector<const Deadline *> judged = outermostDeadlines(trace);
    if (judged.size() == 1)
        return verdictOnOne(trace, *judged.front());
    std::erase_if(judged, [](const Deadline *deadline) { return deadline->state == Deadline::State::Lifted; });
    if (judged.empty() || std::ranges::count(judged, Deadline::State::Running, &Deadline::state) > 0)
        return {};
    const auto met = std::ranges::count(judged, Deadline::State::Met, &Deadline::state), all = std::ssize(judged);
    const QString text = met == all ? tr("met all %1 deadlines").arg(countWord(all))
                                    : tr("met %1 of %2 deadlines").arg(countWord(met), countWord(all));
    return {{weight::verdict, Form::Subject, false, text}};
}

} // namespace

CaptionPoints endPoints(const Trace &trace)
{
    const Tasks roots = rootsOf(trace);
    CaptionPoints points;
    for (const CaptionPoints &some : {rootPoints(trace, roots), failurePoints(trace, roots), outlivingPoints(trace),
             unreadPoints(trace), lazyPoints(trace), verdictPoints(trace), earlierPoints(trace)})
        points.insert(points.end(), some.begin(), some.end());
    return points;
}

} // namespace awaitscope
