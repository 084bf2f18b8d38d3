// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/moment.h"

#include "lessons/trace/actors.h"
#include "lessons/trace/caption.h"
#include "lessons/trace/moment_words.h"

#include <QCoreApplication>

#include <algorithm>
#include <tuple>

namespace awaitscope {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("awaitscope", text);
}

/// Where a task stands in the code: the site of its span, or of the await that threw into it.
SiteId siteAfter(const Trace &trace, const TaskInfo &task, std::size_t applied)
{
    if (const NestedLoop *nested = nestedAfter(trace, task, applied))
        return nested->site;
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
    if (isEnd(state) && state != TaskState::Done && state != TaskState::NeverStarted)
        return MarkedStatement::Kind::Threw;
    return std::nullopt;
}

QString noteOf(const MarkedStatement &mark, const Trace &trace, std::size_t applied)
{
    switch (mark.kind) {
    case MarkedStatement::Kind::Nested:
        return mark.tasks.size() > 1
            ? tr("nested ×%1").arg(mark.tasks.size())
            : tr("nested, depth %1").arg(nestedAfter(trace, trace.task(mark.tasks.front()), applied)->depth);
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
        const bool nested = nestedAfter(trace, task, applied);
        const auto kind = nested ? std::optional(MarkedStatement::Kind::Nested) : markOf(trace.stateAfter(task.id, applied));
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
        mark.note = noteOf(mark, trace, applied);
    std::ranges::stable_sort(marks, {}, [](const MarkedStatement &mark) { return mark.lines.first; });
    return marks;
}

namespace {

/// What a run with many roots does, those told together that do the same.
QString rootsPhrase(const Trace &trace, const std::vector<const TaskInfo *> &roots, std::size_t applied, Ns time)
{
    std::vector<std::pair<QString, std::vector<const TaskInfo *>>> groups;
    for (const TaskInfo *root : roots) {
        const TaskState state = trace.stateAfter(root->id, applied);
        if (state == TaskState::None || isEnd(state))
            continue;
        const QString phrase = momentPhrase(trace, *root, applied, time);
        const auto same = std::ranges::find(groups, phrase, &std::pair<QString, std::vector<const TaskInfo *>>::first);
        if (same == groups.end())
            groups.push_back({phrase, {root}});
        else
            same->second.push_back(root);
    }
    if (groups.empty())
        return tr("all that has begun has ended");
    std::ranges::stable_sort(groups, std::greater(), [](const auto &group) { return group.second.size(); });
    QStringList parts;
    for (const auto &[phrase, tasks] : groups) {
        if (parts.size() < 2)
            parts << QStringLiteral("%1 %2").arg(
                tasks.size() == 1 ? laneName(trace, *tasks.front()) : tr("each of %1").arg(namesOf(trace, tasks)), phrase);
    }
    return parts.join(tr("; "));
}

/// Of the roots that have ended the last that did so with a value; the last of all where none did.
const TaskInfo &lastToAnswer(const Trace &trace, const std::vector<const TaskInfo *> &roots, std::size_t applied)
{
    return *std::ranges::max(roots, {}, [&](const TaskInfo *root) {
        const TaskState state = trace.stateAfter(root->id, applied);
        return std::tuple(state == TaskState::Done, isEnd(state), root->end);
    });
}

QString subjectPhrase(const Trace &trace, std::size_t applied, Ns time)
{
    const std::vector<const TaskInfo *> roots = rootsOf(trace);
    if (roots.empty() || applied == 0)
        return tr("has not begun");
    const auto begun = std::ranges::count_if(
        roots, [&](const TaskInfo *root) { return trace.stateAfter(root->id, applied) != TaskState::None; });
    const QString deadline = deadlineAfter(trace, time);
    if (begun < 2)
        return momentPhrase(trace, *roots.front(), applied, time) + orphansAfter(trace, *roots.front(), applied)
            + generatorsAfter(trace, applied) + deadline;
    const auto living = std::ranges::count_if(roots, [&](const TaskInfo *root) {
        const TaskState state = trace.stateAfter(root->id, applied);
        return state != TaskState::None && !isEnd(state);
    });
    QString orphans;
    for (const TaskInfo *root : roots) {
        if (orphans.isEmpty())
            orphans = orphansAfter(trace, *root, applied);
    }
    if (living == 0)
        return momentPhrase(trace, lastToAnswer(trace, roots, applied), applied, time) + orphans;
    return QStringLiteral(": ") + rootsPhrase(trace, roots, applied, time) + orphans + generatorsAfter(trace, applied) + deadline;
}

} // namespace

QString momentSentence(std::span<const Subject> subjects, const Moment &moment)
{
    QStringList sentences;
    for (std::size_t i = 0; i < subjects.size() && i < moment.applied.size(); ++i) {
        const QString what = subjectPhrase(*subjects[i].trace, moment.applied[i], moment.time);
        const bool list = what.startsWith(u':');
        sentences << (list ? QStringLiteral("%1%2.") : QStringLiteral("%1 %2.")).arg(subjects[i].letter, what);
    }
    return sentences.join(u' ');
}

} // namespace awaitscope
