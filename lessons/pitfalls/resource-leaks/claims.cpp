// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/pitfalls/resource-leaks/claims.h"
#include "lessons/catalog/define.h"
#include "lessons/pitfalls/resource-leaks/reading.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope::lesson_resource_leaks {

namespace {

QString tr(const char *source)
{
    return QCoreApplication::translate("awaitscope::lesson_resource_leaks", source);
}

Reading reading(const Run &run, const char *variant)
{
    return Reading(*run.variant(QString::fromLatin1(variant))->trace);
}

std::uint32_t limitOf(const Run &run)
{
    return static_cast<std::uint32_t>(run.parameters.value(u"limit"));
}

bool allCame(const Run &run, const Reading &found)
{
    return std::ssize(found.requests()) == run.parameters.value(u"requests")
        && found.answered() + found.refused() == std::ssize(found.requests());
}

/// One more with each request, and never one less.
bool climbs(const Level &level)
{
    std::uint32_t expected = 0;
    return std::ranges::all_of(level.byTasks, [&](const auto &change) { return change.second == ++expected; });
}

Verdict judgeLeakClimbs(const Run &run)
{
    const Reading found = reading(run, "leak");
    const std::uint32_t expected = std::min(limitOf(run), static_cast<std::uint32_t>(run.parameters.value(u"requests")));
    const bool each = std::ranges::all_of(
        found.requests(), [](const Request &request) { return request.opened == (request.answered() ? 1 : 0); });
    return {each && climbs(found.connections()) && climbs(found.files()) && found.connections().left == expected
            && found.files().left == expected,
        tr("%1 requests were answered, and left %2 connections and %3 files open.")
            .arg(found.answered())
            .arg(found.connections().left)
            .arg(found.files().left)};
}

Verdict judgeLeakRefuses(const Run &run)
{
    const Reading found = reading(run, "leak");
    const auto came = run.parameters.value(u"requests"), limit = run.parameters.value(u"limit");
    qsizetype before = 0;
    const bool inOrder
        = std::ranges::all_of(found.requests(), [&](const Request &request) { return request.refused() == (before++ >= limit); });
    return {allCame(run, found) && inOrder && found.refused() == std::max<qint64>(0, came - limit),
        tr("%1 of %2 requests were refused; %3 connections may be open.").arg(found.refused()).arg(came).arg(limit)};
}

/// The pool refuses only while as many are at work as connections may be open.
Verdict judgeRaiiFlat(const Run &run)
{
    const Reading found = reading(run, "raii");
    const bool each = std::ranges::all_of(found.requests(), [](const Request &request) {
        return request.opened == request.closed && request.opened == (request.answered() ? 1 : 0);
    });
    const std::uint32_t atWork = found.mostAtWork(), most = found.connections().most;
    const bool refusedRightly = found.refused() == 0 || most == limitOf(run);
    return {allCame(run, found) && each && most == atWork && found.files().most == most && refusedRightly,
        tr("At most %1 were open, with up to %2 requests at work at once; %3 of %4 requests were refused.")
            .arg(most)
            .arg(atWork)
            .arg(found.refused())
            .arg(found.requests().size())};
}

Verdict judgeSystem(const Run &run)
{
    bool holds = true;
    qsizetype changes = 0, same = 0;
    for (const char *variant : {"leak", "raii"}) {
        const Reading found = reading(run, variant);
        const auto &pool = found.connections().byTasks, &system = found.files().byTasks;
        holds = holds && pool == system && !pool.empty();
        changes += std::ssize(pool);
        for (std::size_t i = 0; i < std::min(pool.size(), system.size()); ++i)
            same += pool[i] == system[i] ? 1 : 0;
    }
    return {holds,
        tr("After %1 of %2 changes the system listed as many open files as the pool had connections.").arg(same).arg(changes)};
}

Verdict judgeNothingOpen(const Run &run)
{
    bool holds = true;
    std::uint32_t left = 0, last = 0;
    for (const char *variant : {"leak", "raii"}) {
        const Reading found = reading(run, variant);
        holds = holds && found.connections().most > 0 && found.files().most > 0;
        left += found.files().left;
        last += found.files().last + found.connections().last;
    }
    return {holds && last == 0,
        tr("%1 files were open when the last request had ended; the run closed them, and then the system listed %2.")
            .arg(left)
            .arg(last)};
}

} // namespace

std::vector<ClaimSpec> claims()
{
    return {
        claim("leak-climbs", judgeLeakClimbs, {"leak"}),
        claim("leak-refuses", judgeLeakRefuses, {"leak"}),
        claim("raii-flat", judgeRaiiFlat, {"raii"}),
        claim("system-agrees", judgeSystem, {"leak", "raii"}),
        claim("nothing-open", judgeNothingOpen, {"leak", "raii"}),
    };
}

Verdict judgeChallenge(const Run &run)
{
    if (!run.variant(u"leak"))
        return {false, tr("This run has no variant that leaks.")};
    const Reading found = reading(run, "leak");
    return {found.refused() == 0 && found.requests().size() >= 30,
        tr("%1 of %2 requests were refused.").arg(found.refused()).arg(found.requests().size())};
}

std::vector<Metric> metrics(const VariantRun &variant)
{
    const Reading found(*variant.trace);
    return {
        metric("answered", found.answered()),
        metric("refused", found.refused()),
        metric("most_open", found.connections().most),
        metric("left_open", found.connections().left),
        metric("files_left_open", found.files().left),
    };
}

std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &)
{
    const Reading found(*variant.trace);
    std::vector<SubjectNote> notes;
    if (const qsizetype refused = found.refused())
        notes.push_back({tr("%1 of %2 refused").arg(refused).arg(found.requests().size()), false});
    if (const std::uint32_t open = found.connections().left)
        notes.push_back({tr("%1 left open").arg(open), false});
    else
        notes.push_back({tr("nothing left open"), true});
    return notes;
}

ResultTable results(const VariantRun &variant, const ParameterSet &)
{
    ResultTable table;
    const Reading found(*variant.trace);
    int number = 0;
    for (const Request &request : found.requests()) {
        const TaskInfo &task = *request.task;
        ResultRow row{tr("request %1").arg(++number), ResultRow::Kind::Succeeded, {}, tr("answered")};
        if (request.refused()) {
            row.kind = ResultRow::Kind::Failed;
            row.word = tr("refused");
        } else if (!request.answered()) {
            row.kind = task.outcome == TaskState::Cancelled ? ResultRow::Kind::Cancelled : ResultRow::Kind::Failed;
            row.word.clear();
        }
        if (request.opened == 0)
            row.detail = tr("had no connection");
        else
            row.detail = request.opened > request.closed ? tr("its connection left open") : tr("its connection closed");
        table.push_back(row);
    }
    return table;
}

} // namespace awaitscope::lesson_resource_leaks
