// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/moment_words.h"

#include "lessons/trace/actors.h"
#include "lessons/trace/analysis.h"
#include "lessons/trace/caption.h"
#include "lessons/trace/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("awaitscope", text);
}

int lineOf(const Trace &trace, SiteId site)
{
    if (!site)
        return 0;
    const int line = trace.site(site).line;
    return trace.sourceMap() ? trace.sourceMap()->statementAt(line).first : line;
}

/// The tasks that a task started and that have begun and not ended.
std::vector<const TaskInfo *> childrenStillOut(const Trace &trace, const TaskInfo &task, std::size_t applied)
{
    std::vector<const TaskInfo *> out;
    for (const TaskId child : task.children) {
        const TaskState state = trace.stateAfter(child, applied);
        if (state != TaskState::None && !isEnd(state))
            out.push_back(&trace.task(child));
    }
    return out;
}

/// Up to three by their names, told apart as on the lanes; more by their number.
QString namesOrCount(const Trace &trace, const std::vector<const TaskInfo *> &tasks)
{
    if (tasks.size() > 3)
        return countWord(std::ssize(tasks));
    QStringList names;
    for (const TaskInfo *task : tasks)
        names << laneName(trace, *task);
    return listed(names);
}

QString inLine(const Trace &trace, const std::vector<const TaskInfo *> &out, std::size_t applied)
{
    const auto queued = std::ranges::count_if(
        out, [&](const TaskInfo *task) { return trace.stateAfter(task->id, applied) == TaskState::Queued; });
    return queued == 0 ? QString() : tr(", %1 of them in line").arg(countWord(queued));
}

QString gatherPhrase(const Trace &trace, const TaskInfo &task, const Span &span, std::size_t applied, const QString &where)
{
    const std::vector<const TaskInfo *> out = childrenStillOut(trace, task, applied);
    const QString calls = countWord(span.wait.count);
    if (out.empty())
        return tr("waits on %1; its %2 calls have ended").arg(where, calls);
    if (out.size() == span.wait.count && out.size() > 1)
        return tr("waits on %1; all of its %2 calls are out").arg(where, calls) + inLine(trace, out, applied);
    const QString names = namesOrCount(trace, out);
    if (span.wait.count == 1)
        return tr("waits on %1 for %2").arg(where, names) + (inLine(trace, out, applied).isEmpty() ? QString() : tr(", in line"));
    if (out.size() == 1)
        return tr("waits on %1; of its %2 calls only %3 is still out").arg(where, calls, names);
    return tr("waits on %1; of its %2 calls %3 are still out").arg(where, calls, names) + inLine(trace, out, applied);
}

/// "waits on line 7 in place 2 for connection, held by query 1".
QString queuePhrase(const Trace &trace, const Span &span, Ns now, const QString &where)
{
    if (!span.wait.resource || span.wait.resource.index() >= trace.resources().size())
        return tr("waits on %1 in a queue").arg(where);
    const Resource &resource = trace.resources()[span.wait.resource.index()];
    const QString place = tr("waits on %1 in place %2 for %3").arg(where).arg(span.wait.count).arg(trace.name(resource.name));
    QStringList holders;
    for (const TaskId holder : trace.holders(resource.id, now)) {
        if (holder && holder.index() < trace.tasks().size())
            holders << laneName(trace, trace.task(holder));
    }
    if (holders.isEmpty())
        return place;
    return holders.size() <= 3 ? tr("%1, held by %2").arg(place, listed(holders))
                               : tr("%1, held by %2 others").arg(place, countWord(holders.size()));
}

QString waitPhrase(const Trace &trace, const TaskInfo &task, const Span &span, std::size_t applied, Ns now)
{
    const QString where = tr("line %1").arg(lineOf(trace, span.site));
    const Wait &wait = span.wait;
    const bool knows = wait.task && wait.task.index() < trace.tasks().size();
    switch (wait.kind) {
    case WaitKind::Task:
        return knows ? tr("waits on %1 for %2").arg(where, trace.task(wait.task).name) : tr("waits on %1").arg(where);
    case WaitKind::Item:
        return knows ? tr("waits on %1 for the next value of %2").arg(where, trace.task(wait.task).name)
                     : tr("waits on %1 for the next value").arg(where);
    case WaitKind::Gather:
    case WaitKind::Settle:
        return gatherPhrase(trace, task, span, applied, where);
    case WaitKind::Timer:
        return tr("waits on %1 for a timer of %2").arg(where, readableLength(wait.length));
    case WaitKind::Permit:
        return queuePhrase(trace, span, now, where);
    case WaitKind::Consumer:
        return tr("waits on %1 for its consumer, %2 given so far").arg(where, countWord(wait.count));
    case WaitKind::Join:
        return tr("waits on %1 for all that it started").arg(where);
    case WaitKind::FirstOf:
        return tr("waits on %1 for the first of %2").arg(where, countWord(wait.count));
    case WaitKind::Thread:
        return tr("waits on %1 for a thread").arg(where);
    case WaitKind::Foreign:
        if (const QString name = trace.name(wait.name); !name.isEmpty())
            return tr("waits on %1 for %2").arg(where, name);
        return tr("waits on %1").arg(where);
    case WaitKind::None:
    case WaitKind::Unknown:
    case WaitKind::Turn:
        break;
    }
    return tr("waits on %1").arg(where);
}

/// Running, but with the loop blocked.
QString runningPhrase(const Trace &trace, const TaskInfo &task, Ns now)
{
    for (const Block &block : trace.blocks()) {
        if (block.task == task.id && block.begin <= now && (block.open || now < block.end))
            return tr("blocks the loop on line %1").arg(lineOf(trace, block.site));
    }
    return tr("runs %1").arg(task.name);
}

} // namespace

const NestedLoop *nestedAfter(const Trace &trace, const TaskInfo &task, std::size_t applied)
{
    const auto &loops = trace.nestedLoops();
    const auto own = std::find_if(
        loops.rbegin(), loops.rend(), [&](const NestedLoop &loop) { return loop.task == task.id && loop.standsAfter(applied); });
    return own == loops.rend() ? nullptr : &*own;
}

QString momentPhrase(const Trace &trace, const TaskInfo &task, std::size_t applied, Ns now)
{
    const TaskState state = trace.stateAfter(task.id, applied);
    const Span *span = trace.spanAfter(task.id, applied);
    // Whatever runs on top of it meanwhile.
    if (const NestedLoop *loop = nestedAfter(trace, task, applied))
        return tr("stands on line %1 in an event loop of its own, depth %2").arg(lineOf(trace, loop->site)).arg(loop->depth);
    switch (state) {
    case TaskState::None:
        return tr("has not begun");
    case TaskState::Running:
        return runningPhrase(trace, task, now);
    case TaskState::Paused: {
        for (auto child = task.children.rbegin(); child != task.children.rend(); ++child) {
            const TaskState below = trace.stateAfter(*child, applied);
            if (below == TaskState::Running || below == TaskState::Paused)
                return momentPhrase(trace, trace.task(*child), applied, now);
        }
        return tr("runs");
    }
    case TaskState::InFlight:
    case TaskState::Awaiting:
    case TaskState::Queued:
        return waitPhrase(trace, task, *span, applied, now) + (span->cleanup ? tr(", cleaning up") : QString());
    case TaskState::Done:
        return tr("was done at %1").arg(readableLength(task.end));
    case TaskState::Failed:
        return tr("failed at %1: %2").arg(readableLength(task.end), task.error);
    case TaskState::Cancelled:
        return tr("was cancelled at %1").arg(readableLength(task.end));
    case TaskState::TimedOut:
        return tr("timed out at %1").arg(readableLength(task.end));
    case TaskState::Created:
        return tr("was called and has not begun");
    case TaskState::NeverStarted:
        return tr("never began: nobody awaited it");
    }
    return {};
}

QString orphansAfter(const Trace &trace, const TaskInfo &root, std::size_t applied)
{
    if (root.endEvent == noEvent || applied <= root.endEvent)
        return {};
    const std::vector<const TaskInfo *> out = childrenStillOut(trace, root, applied);
    if (out.empty())
        return {};
    const bool unread = std::ranges::all_of(out, &TaskInfo::unread);
    const QString names = out.size() > 3 ? tr("%1 of its calls").arg(countWord(std::ssize(out))) : namesOrCount(trace, out);
    const QString still = out.size() == 1 ? tr(", yet %1 is still out").arg(names) : tr(", yet %1 are still out").arg(names);
    const QString them = out.size() == 1 ? tr("%1, and nobody will read it") : tr("%1, and nobody will read them");
    return unread ? them.arg(still) : still;
}

QString generatorsAfter(const Trace &trace, std::size_t applied)
{
    for (const TaskInfo &task : trace.tasks()) {
        const Span *span = task.id ? trace.spanAfter(task.id, applied) : nullptr;
        if (span && span->wait.kind == WaitKind::Consumer && span->length() > Ns(0))
            return tr("; %1 waits for its consumer, %2 given so far").arg(laneName(trace, task), countWord(span->wait.count));
    }
    return {};
}

QString deadlineAfter(const Trace &trace, Ns now)
{
    for (const Deadline &deadline : trace.deadlines()) {
        const bool over = deadline.state != Deadline::State::Running && deadline.concluded <= now;
        if (deadline.set > now)
            continue;
        if (!over && deadline.due > now)
            return tr(", %1 before the deadline of %2")
                .arg(readableLength(deadline.due - now), readableLength(deadline.due - deadline.set));
        const TaskInfo *task
            = deadline.task && deadline.task.index() < trace.tasks().size() ? &trace.task(deadline.task) : nullptr;
        const bool unanswered = task && (!isEnd(task->outcome) || task->end > now);
        if (deadline.due < now && deadline.state != Deadline::State::Met && deadline.state != Deadline::State::Lifted
            && unanswered)
            return tr(", %1 after the deadline of %2")
                .arg(readableLength(now - deadline.due), readableLength(deadline.due - deadline.set));
    }
    return {};
}

} // namespace awaitscope
