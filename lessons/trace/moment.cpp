// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/moment.h"

#include "lessons/trace/caption.h"
#include "lessons/trace/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Moment", text);
}

/// Where a task stands in the code: the site of its span, or of the await that threw into it.
SiteId siteAfter(const Trace &trace, const TaskInfo &task, std::size_t applied)
{
    if (const Span *span = trace.spanAfter(task.id, applied))
        return span->site;
    if (task.endEvent != noEvent && applied > task.endEvent && task.outcome != TaskState::Done && !task.spans.empty())
        return trace.spans()[task.spans.back()].site;
    return {};
}

std::optional<MarkedStatement::Kind> markOf(TaskState state)
{
    if (state == TaskState::Running)
        return MarkedStatement::Kind::Running;
    if (isSuspended(state))
        return MarkedStatement::Kind::Suspended;
    if (isEnd(state) && state != TaskState::Done)
        return MarkedStatement::Kind::Threw;
    return std::nullopt;
}

QString noteOf(const MarkedStatement &mark, const Trace &trace)
{
    switch (mark.kind) {
    case MarkedStatement::Kind::Running:
        return tr("running");
    case MarkedStatement::Kind::Suspended:
        return mark.tasks.size() > 1 ? tr("suspended ×%1").arg(mark.tasks.size()) : tr("suspended");
    case MarkedStatement::Kind::Threw:
        return tr("threw at %1").arg(readableLength(trace.task(mark.tasks.front()).end));
    }
    return {};
}

/// The statement at a site; of a task that has only begun, whose site is its closing brace, the line of its name.
LineRange statementOf(const SourceMap &map, const Trace &trace, const TaskInfo &task, SiteId site)
{
    const int line = trace.site(site).line;
    if (site != task.site)
        return map.statementAt(line);
    const int first = map.functionAt(line)->lines.first;
    return {first, first};
}

QStringList childrenStillOut(const Trace &trace, const TaskInfo &task, std::size_t applied)
{
    QStringList names;
    for (const TaskId child : task.children) {
        const TaskState state = trace.stateAfter(child, applied);
        if (state != TaskState::None && !isEnd(state))
            names << trace.task(child).name;
    }
    return names;
}

QString gatherPhrase(const Trace &trace, const TaskInfo &task, const Span &span, std::size_t applied, const QString &where)
{
    const QStringList out = childrenStillOut(trace, task, applied);
    const QString calls = countWord(span.wait.count);
    if (out.isEmpty())
        return tr("waits on %1; its %2 calls have ended").arg(where, calls);
    if (out.size() == static_cast<qsizetype>(span.wait.count))
        return tr("waits on %1; all of its %2 calls are out").arg(where, calls);
    if (out.size() == 1)
        return tr("waits on %1; of its %2 calls only %3 is still out").arg(where, calls, out.front());
    if (out.size() > 4)
        return tr("waits on %1; of its %2 calls %3 are still out").arg(where, calls, countWord(out.size()));
    return tr("waits on %1; of its %2 calls %3 are still out").arg(where, calls, listed(out));
}

/// What one task does, without its subject: "waits on line 23 for getUser".
QString phrase(const Trace &trace, const TaskInfo &task, std::size_t applied)
{
    const TaskState state = trace.stateAfter(task.id, applied);
    const SiteId site = siteAfter(trace, task, applied);
    const int line = site && trace.sourceMap() ? trace.sourceMap()->statementAt(trace.site(site).line).first
        : site                                 ? trace.site(site).line
                                               : 0;
    const QString where = tr("line %1").arg(line);
    const Span *span = trace.spanAfter(task.id, applied);
    switch (state) {
    case TaskState::None:
        return tr("has not begun");
    case TaskState::Running:
        return tr("runs %1").arg(task.name);
    case TaskState::Paused: {
        for (auto child = task.children.rbegin(); child != task.children.rend(); ++child) {
            const TaskState below = trace.stateAfter(*child, applied);
            if (below == TaskState::Running || below == TaskState::Paused)
                return phrase(trace, trace.task(*child), applied);
        }
        return tr("runs");
    }
    case TaskState::InFlight:
    case TaskState::Awaiting:
    case TaskState::Queued:
        if (span->wait.kind == WaitKind::Task && span->wait.task && span->wait.task.index() < trace.tasks().size())
            return tr("waits on %1 for %2").arg(where, trace.task(span->wait.task).name);
        if (span->wait.kind == WaitKind::Gather || span->wait.kind == WaitKind::Settle)
            return gatherPhrase(trace, task, *span, applied, where);
        if (span->wait.kind == WaitKind::Timer)
            return tr("waits on %1 for a timer of %2").arg(where, readableLength(span->wait.length));
        return tr("waits on %1").arg(where);
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
    const QStringList out = childrenStillOut(trace, root, applied);
    if (out.isEmpty())
        return {};
    return out.size() == 1 ? tr(", yet %1 is still out").arg(out.front()) : tr(", yet %1 are still out").arg(listed(out));
}

} // namespace

Steps::Steps(std::span<const Subject> subjects) : subjects_(subjects.size())
{
    for (std::size_t subject = 0; subject < subjects.size(); ++subject) {
        const auto &events = subjects[subject].trace->events();
        for (std::size_t event = 0; event < events.size(); ++event)
            steps_.push_back({events[event].time, static_cast<std::uint32_t>(subject), static_cast<std::uint32_t>(event)});
    }
    std::ranges::stable_sort(steps_, {}, &Step::time);
}

Moment Steps::at(Ns time) const
{
    const auto later = std::ranges::upper_bound(steps_, time, {}, &Step::time);
    Moment moment = after(static_cast<std::size_t>(later - steps_.begin()));
    moment.time = time;
    return moment;
}

Moment Steps::after(std::size_t step) const
{
    Moment moment;
    moment.step = std::min(step, steps_.size());
    moment.applied.assign(subjects_, 0);
    for (std::size_t i = 0; i < moment.step; ++i)
        moment.applied[steps_[i].subject] = steps_[i].event + 1;
    if (moment.step > 0)
        moment.time = steps_[moment.step - 1].time;
    return moment;
}

std::vector<MarkedStatement> markedStatements(const Trace &trace, std::size_t applied)
{
    std::vector<MarkedStatement> marks;
    const SourceMap *map = trace.sourceMap();
    if (!map)
        return marks;
    for (const TaskInfo &task : trace.tasks()) {
        const auto kind = markOf(trace.stateAfter(task.id, applied));
        const SiteId site = siteAfter(trace, task, applied);
        if (!kind || !site || trace.site(site).file != map->file || !map->functionAt(trace.site(site).line))
            continue;
        const LineRange lines = statementOf(*map, trace, task, site);
        const auto same
            = std::ranges::find_if(marks, [&](const MarkedStatement &mark) { return mark.lines == lines && mark.kind == *kind; });
        if (same == marks.end())
            marks.push_back({lines, *kind, {}, {task.id}});
        else
            same->tasks.push_back(task.id);
    }
    for (MarkedStatement &mark : marks)
        mark.note = noteOf(mark, trace);
    std::ranges::stable_sort(marks, {}, [](const MarkedStatement &mark) { return mark.lines.first; });
    return marks;
}

QString momentSentence(std::span<const Subject> subjects, const Moment &moment)
{
    QStringList sentences;
    for (std::size_t i = 0; i < subjects.size() && i < moment.applied.size(); ++i) {
        const Trace &trace = *subjects[i].trace;
        const auto root = std::ranges::find_if(trace.tasks(), [](const TaskInfo &task) { return task.id && !task.parent; });
        const bool begun = root != trace.tasks().end();
        const QString what = begun ? phrase(trace, *root, moment.applied[i]) + orphansAfter(trace, *root, moment.applied[i])
                                   : tr("has not begun");
        sentences << QStringLiteral("%1 %2.").arg(subjects[i].letter, what);
    }
    return sentences.join(u' ');
}

} // namespace awaitscope
