// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/patterns/resources/claims.h"
#include "lessons/catalog/define.h"
#include "lessons/catalog/judging.h"
#include "lessons/patterns/resources/reading.h"
#include "lessons/trace/caption.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope::lesson_resources {

namespace {

using namespace std::chrono_literals;

QString tr(const char *source)
{
    return QCoreApplication::translate("awaitscope::lesson_resources", source);
}

Reading reading(const Run &run, const char *variant)
{
    return Reading(*run.variant(QString::fromLatin1(variant))->trace);
}

QString openSentence(const Reading &found)
{
    return tr("%1 of %2 connections were open when the last task had ended.").arg(found.leftOpen()).arg(found.opened());
}

qsizetype count(const Reading &found, TaskState outcome)
{
    return std::ranges::count(found.leavers(), outcome, [](const Leaver &leaver) { return leaver.task->outcome; });
}

/// Each of the variants that were played.
Verdict judgeThreeWays(const Run &run)
{
    Verdict verdict{true, {}};
    QStringList findings;
    for (const VariantRun &variant : run.variants) {
        if (variant.outcome == RunOutcome::Cancelled)
            continue;
        const Reading found(*variant.trace);
        const qsizetype done = count(found, TaskState::Done), failed = count(found, TaskState::Failed),
                        cancelled = count(found, TaskState::Cancelled);
        verdict.holds = verdict.holds && done == 1 && failed == 1 && cancelled == 1 && found.leavers().size() == 3;
        findings << tr("%1: %2 returned, %3 failed, %4 cancelled").arg(variant.title).arg(done).arg(failed).arg(cancelled);
    }
    verdict.measured = findings.join(QStringLiteral("; ")) + u'.';
    return verdict;
}

/// What was opened is closed where the task returned, and only there.
Verdict judgeManual(const Run &run)
{
    const Reading found = reading(run, "manual");
    const bool asSaid = std::ranges::all_of(found.leavers(),
        [](const Leaver &leaver) { return leaver.closed == (leaver.task->outcome == TaskState::Done ? leaver.opened : 0); });
    return {asSaid && count(found, TaskState::Done) == 1, openSentence(found)};
}

bool closesAll(const Reading &found)
{
    return found.leavers().size() == 3
        && std::ranges::all_of(found.leavers(), [](const Leaver &leaver) { return leaver.closed == leaver.opened; });
}

Verdict judgeRaii(const Run &run)
{
    const Reading found = reading(run, "raii");
    return {closesAll(found), openSentence(found)};
}

/// Who came to its work has said goodbye, and blocked the loop for it.
Verdict judgeRaiiBlocks(const Run &run)
{
    const Reading found = reading(run, "raii");
    const Ns close = run.parameters.duration(u"close");
    const Ns early = run.clock == ClockKind::Virtual ? Ns(0) : Ns(1ms);
    bool holds = found.blocks() > 0;
    for (const Leaver &leaver : found.leavers()) {
        const Ns expected = leaver.work ? close : Ns(0);
        const bool asLong = run.clock == ClockKind::Virtual ? leaver.blocked == expected : leaver.blocked >= expected - early;
        holds = holds && leaver.blocks == (leaver.work ? 1 : 0) && asLong;
    }
    return {holds,
        tr("%1 destructors blocked the loop for %2 in all; closing takes %3 each.")
            .arg(found.blocks())
            .arg(readableLength(found.blocked()), readableLength(close))};
}

Verdict judgeScope(const Run &run)
{
    const Reading found = reading(run, "async-scope");
    return {closesAll(found), openSentence(found)};
}

/// Each work is followed by a cleanup that begins when the work has ended, takes what closing takes, and returns.
Verdict judgeScopeCleanup(const Run &run)
{
    const Reading found = reading(run, "async-scope");
    const Ns close = run.parameters.duration(u"close");
    qsizetype ended = 0, afterCancellation = 0;
    bool holds = true;
    for (const Leaver &leaver : found.leavers()) {
        if (!leaver.work)
            continue;
        const TaskInfo *cleanup = leaver.cleanup;
        if (!cleanup || cleanup->outcome != TaskState::Done || cleanup->start < leaver.work->end) {
            holds = false;
            continue;
        }
        ++ended;
        const Ns took = cleanup->end - cleanup->start;
        holds = holds && (run.clock == ClockKind::Virtual ? took == close : took >= close - Ns(1ms));
        if (leaver.task->outcome == TaskState::Cancelled)
            ++afterCancellation;
    }
    return {holds && ended > 0,
        tr("%1 cleanups ended, %2 of them after a cancellation; closing takes %3.")
            .arg(ended)
            .arg(afterCancellation)
            .arg(readableLength(close))};
}

Verdict judgeScopeLoop(const Run &run)
{
    const Reading found = reading(run, "async-scope"), raii = reading(run, "raii");
    return {found.blocks() == 0,
        tr("It blocked the loop %1 times; the destructors did %2 times, for %3.")
            .arg(found.blocks())
            .arg(raii.blocks())
            .arg(readableLength(raii.blocked()))};
}

} // namespace

std::vector<ClaimSpec> claims()
{
    return {
        claim("three-ways", judgeThreeWays, {}),
        claim("manual-leaks", judgeManual, {"manual"}),
        claim("raii-closes", judgeRaii, {"raii"}),
        claim("raii-blocks", judgeRaiiBlocks, {"raii"}),
        claim("scope-closes", judgeScope, {"async-scope"}),
        claim("scope-cleanup", judgeScopeCleanup, {"async-scope"}),
        claim("scope-free-loop", judgeScopeLoop, {"raii", "async-scope"}),
    };
}

Verdict judgeChallenge(const Run &run)
{
    if (!run.variant(u"raii") || !run.variant(u"async-scope"))
        return {false, tr("This run has not both of them.")};
    const Ns raii = reading(run, "raii").lastEnd(), scoped = reading(run, "async-scope").lastEnd();
    return {raii - scoped >= Ns(50ms),
        tr("raii ended after %1, async-scope after %2.").arg(readableLength(raii), readableLength(scoped))};
}

std::vector<Metric> metrics(const VariantRun &variant)
{
    const Reading found(*variant.trace);
    return {
        metric("opened", found.opened()),
        metric("left_open", found.leftOpen()),
        metric("blocked_ns", found.blocked()),
        metric("last_end_ns", found.lastEnd()),
    };
}

std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &)
{
    const Reading found(*variant.trace);
    std::vector<SubjectNote> notes;
    if (const int open = found.leftOpen())
        notes.push_back({tr("%1 of %2 left open").arg(open).arg(found.opened()), false});
    else
        notes.push_back({tr("nothing left open"), true});
    if (found.blocks() > 0)
        notes.push_back({tr("loop blocked for %1").arg(readableLength(found.blocked())), false});
    return notes;
}

ResultTable results(const VariantRun &variant, const ParameterSet &)
{
    ResultTable table;
    const Reading found(*variant.trace);
    for (const Leaver &leaver : found.leavers()) {
        const TaskInfo &task = *leaver.task;
        ResultRow row{leaver.work ? leaver.work->name : task.name, ResultRow::Kind::Succeeded, tr("returned")};
        if (task.outcome == TaskState::Failed) {
            row.kind = ResultRow::Kind::Failed;
            row.detail = task.error;
        } else if (task.outcome == TaskState::Cancelled) {
            row.kind = ResultRow::Kind::Cancelled;
            row.detail = tr("cancelled: %1").arg(task.error);
        }
        row.detail = leaver.opened > leaver.closed ? tr("%1; its connection is left open").arg(row.detail)
            : leaver.opened > 0                    ? tr("%1; its connection is closed").arg(row.detail)
                                                   : row.detail;
        table.push_back(row);
    }
    return table;
}

} // namespace awaitscope::lesson_resources
