// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/practice/cancellation-cascade/claims.h"
#include "lessons/catalog/define.h"
#include "lessons/catalog/judging.h"
#include "lessons/practice/cancellation-cascade/reading.h"
#include "lessons/trace/caption.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope::lesson_cancellation_cascade {

namespace {

using namespace std::chrono_literals;

QString tr(const char *source)
{
    return QCoreApplication::translate("awaitscope::lesson_cancellation_cascade", source);
}

Cascade cascadeIn(const Run &run, const char *variant)
{
    return Cascade(*run.variant(QString::fromLatin1(variant)), run.parameters);
}

/// Where the reader's own hand decided how it went, a claim about a run left alone does not apply.
Verdict leftToReader()
{
    return {false, {}, false};
}

Verdict judgeDown(const Run &run)
{
    std::size_t asked = 0, requests = 0;
    Ns longest{0};
    bool holds = true;
    for (const VariantRun &variant : run.variants) {
        const Cascade cascade(variant, run.parameters);
        for (const CancelRequest &request : cascade.requests()) {
            const Tasks tasks = cascade.asked(request);
            ++requests;
            asked += tasks.size();
            longest = std::max(longest, cascade.askingTook(request));
            holds = holds && !cascade.missed(request);
            for (const TaskInfo *task : tasks) {
                const TaskInfo *above = task->parent ? &cascade.trace().task(task->parent) : nullptr;
                const bool aboveFirst = !above || above->asked != request.id || above->askedOrder < task->askedOrder;
                const bool beforeAnyIsTold = !task->interrupted || task->interruptedAt >= tasks.back()->askedAt;
                holds = holds && aboveFirst && beforeAnyIsTold;
            }
        }
    }
    return {holds,
        tr("%1 requests reached %2 scopes, each after the one around it; the longest took %3.")
            .arg(requests)
            .arg(asked)
            .arg(readableLength(longest))};
}

Verdict judgeUp(const Run &run)
{
    std::size_t pairs = 0, early = 0;
    for (const VariantRun &variant : run.variants) {
        const Trace &trace = *variant.trace;
        for (const TaskInfo &task : trace.tasks()) {
            if (!task.parent || trace.task(task.parent).name == u"openTab")
                continue; // the owner goes first: that is what its variant is about
            ++pairs;
            if (task.endEvent > trace.task(task.parent).endEvent)
                ++early;
        }
    }
    return {early == 0, tr("%1 of %2 tasks ended after the one that had started them.").arg(early).arg(pairs)};
}

Verdict judgeSlowest(const Run &run)
{
    bool holds = true;
    Ns longest{0}, due{0};
    for (const VariantRun &variant : run.variants) {
        const Cascade cascade(variant, run.parameters);
        for (const CancelRequest &request : cascade.requests()) {
            const Ns took = cascade.took(request), slowest = cascade.slowest(request);
            holds = holds && isExpected(run, took, slowest);
            if (took >= longest) {
                longest = took;
                due = slowest;
            }
        }
    }
    return {holds,
        tr("The longest cancellation took %1; the slowest of those it asked takes %2.")
                .arg(readableLength(longest), readableLength(due))
            + toleranceNote(run, due)};
}

Verdict judgeStubborn(const Run &run)
{
    bool holds = true;
    int ignored = 0;
    Ns latest{0};
    for (const VariantRun &variant : run.variants) {
        const Cascade cascade(variant, run.parameters);
        for (const TaskInfo *task : cascade.slow()) {
            const TaskInfo *more = cascade.ending(*task);
            if (task->name != u"stubbornReport" || !task->interrupted || (more && more->asked))
                continue;
            const Ns late = task->end - task->interruptedAt;
            const TaskInfo *above = task->parent ? &cascade.trace().task(task->parent) : nullptr;
            holds = holds && task->outcome == TaskState::Done && ranItsTime(run, late, cascade.endingTakes(*task)) && above
                && above->end >= task->end;
            latest = std::max(latest, late);
            ++ignored;
        }
    }
    return {holds,
        tr("%1 tasks ignored it and ended with a value, up to %2 after they were told.")
            .arg(ignored)
            .arg(readableLength(latest))};
}

Verdict judgeShield(const Run &run)
{
    bool holds = true;
    int cleaned = 0;
    Ns longest{0};
    for (const VariantRun &variant : run.variants) {
        const Cascade cascade(variant, run.parameters);
        for (const TaskInfo *task : cascade.slow()) {
            const TaskInfo *more = cascade.ending(*task);
            if (task->name != u"writeFile" || !task->interrupted || (more && more->asked))
                continue;
            const Ns took = more ? more->end - more->start : Ns(0);
            holds = holds && more && more->shielded && more->outcome == TaskState::Done && task->outcome == TaskState::Cancelled
                && ranItsTime(run, took, cascade.endingTakes(*task));
            longest = std::max(longest, took);
            ++cleaned;
        }
    }
    return {holds,
        tr("%1 cleanups ran to their ends in cancelled tasks; the longest took %2.").arg(cleaned).arg(readableLength(longest))};
}

/// The tasks from the one that failed up to the root.
Tasks failedChain(const Trace &trace)
{
    Tasks chain;
    for (const TaskInfo *task = trace.find(u"brokenFetch"); task; task = task->parent ? &trace.task(task->parent) : nullptr)
        chain.push_back(task);
    return chain;
}

QString timesOf(const std::vector<const CancelRequest *> &requests)
{
    QStringList times;
    for (const CancelRequest *request : requests)
        times << readableLength(request->time);
    return times.join(QStringLiteral(", "));
}

Verdict judgeClimbs(const Run &run)
{
    const Cascade cascade = cascadeIn(run, "failure");
    if (cascade.byReader())
        return leftToReader();
    const Tasks chain = failedChain(cascade.trace());
    const auto requests = cascade.requestsBy(Canceller::Task);
    bool holds = chain.size() >= 2 && requests.size() + 1 == chain.size();
    for (std::size_t level = 0; holds && level < requests.size(); ++level) {
        const TaskInfo &failed = *chain[level], &above = *chain[level + 1];
        holds = requests[level]->asker == failed.id && failed.outcome == TaskState::Failed && above.outcome == TaskState::Failed
            && above.error == failed.error;
        for (const TaskInfo *task : cascade.asked(*requests[level]))
            holds = holds && task->endEvent < above.endEvent;
    }
    return {holds,
        tr("%1 levels above the failure, %2 requests, at %3.")
            .arg(std::max<qsizetype>(std::ssize(chain), 1) - 1)
            .arg(requests.size())
            .arg(timesOf(requests))};
}

Verdict judgeAddsUp(const Run &run)
{
    const Cascade cascade = cascadeIn(run, "failure");
    if (cascade.byReader())
        return leftToReader();
    const TaskInfo *failed = cascade.trace().find(u"brokenFetch");
    if (!failed || !cascade.root())
        return {false, tr("The record has 0 failures.")};
    Ns sum{0};
    for (const CancelRequest *request : cascade.requestsBy(Canceller::Task))
        sum += cascade.slowest(*request);
    const Ns took = cascade.root()->end - failed->end;
    return {isExpected(run, took, sum),
        tr("The caller heard %1 after the failure; the levels waited %2 in all.").arg(readableLength(took), readableLength(sum))
            + toleranceNote(run, sum)};
}

Verdict judgeAtOnce(const Run &run)
{
    const Cascade cascade = cascadeIn(run, "timeout");
    if (cascade.byReader())
        return leftToReader();
    const auto requests = cascade.requestsBy(Canceller::Deadline);
    if (requests.size() != 1 || cascade.requests().size() != 1 || !cascade.root())
        return {false, tr("%1 requests instead of one.").arg(cascade.requests().size())};
    const CancelRequest &request = *requests.front();
    const Tasks asked = cascade.asked(request);
    const TaskInfo *answer = cascade.trace().find(u"answerInTime");
    const Ns took = answer ? answer->end - request.time : Ns(0), slowest = cascade.slowest(request);
    const bool all = asked.size() == static_cast<std::size_t>(countTasks(sizeOf(run.parameters)));
    return {answer && answer->outcome == TaskState::TimedOut && all && isExpected(run, took, slowest),
        tr("One request reached %1 tasks. The caller heard %2 later; the slowest takes %3.")
                .arg(asked.size())
                .arg(readableLength(took), readableLength(slowest))
            + toleranceNote(run, slowest)};
}

Verdict judgeBranch(const Run &run)
{
    const Cascade cascade = cascadeIn(run, "by-hand");
    const Trace &trace = cascade.trace();
    const int count = countTasks(sizeOf(run.parameters));
    std::size_t asked = 0, others = 0;
    bool holds = cascade.byReader() && cascade.requests().size() == cascade.requestsBy(Canceller::User).size();
    for (const TaskInfo &task : trace.tasks()) {
        asked += task.asked ? 1 : 0;
        const bool cancelled = task.outcome == TaskState::Cancelled;
        if (task.asked || task.shielded)
            continue;
        holds = holds && !cancelled && task.outcome == TaskState::Done;
        ++others;
    }
    if (holds) {
        const CancelRequest &first = cascade.requests().front();
        const auto node = static_cast<std::uint32_t>(std::min<qint64>(run.parameters.value(u"node"), count));
        const Tasks heads = cascade.heads(first);
        const bool clicked = first.time < run.parameters.duration(u"cancelAt");
        holds = clicked || (heads.size() == 1 && heads.front()->id == TaskId(node));
    }
    return {holds, tr("%1 tasks were asked, by you or in your place; the %2 others ended with a value.").arg(asked).arg(others)};
}

Verdict judgeOutlives(const Run &run)
{
    const Cascade cascade = cascadeIn(run, "closing");
    if (cascade.byReader())
        return leftToReader();
    const TaskInfo *owner = cascade.trace().find(u"openTab");
    const auto requests = cascade.requestsBy(Canceller::Closing);
    if (!owner || requests.size() != 1)
        return {false, tr("%1 requests by a closing instead of one.").arg(requests.size())};
    const Ns outlived = cascade.lastEnd() - owner->end, slowest = cascade.slowest(*requests.front());
    return {owner->outcome == TaskState::Done && cascade.requests().size() == 1 && isExpected(run, outlived, slowest),
        tr("The owner went at %1, and its last task ended %2 later.").arg(readableLength(owner->end), readableLength(outlived))
            + toleranceNote(run, slowest)};
}

Verdict judgeNothingLeft(const Run &run)
{
    std::size_t tasks = 0, alive = 0;
    for (const VariantRun &variant : run.variants) {
        for (const TaskInfo &task : variant.trace->tasks()) {
            ++tasks;
            alive += isEnd(task.outcome) ? 0 : 1;
        }
    }
    return {alive == 0 && run.liveFrames == 0,
        tr("%1 of %2 tasks and %3 coroutine frames were alive at the end.").arg(alive).arg(tasks).arg(run.liveFrames)};
}

} // namespace

std::vector<ClaimSpec> claims()
{
    return {
        claim("goes-down", judgeDown, {}),
        claim("comes-up", judgeUp, {}),
        claim("slowest", judgeSlowest, {}),
        claim("ignored", judgeStubborn, {}),
        claim("shielded", judgeShield, {}),
        claim("failure-climbs", judgeClimbs, {"failure"}),
        claim("failure-adds-up", judgeAddsUp, {"failure"}),
        claim("timeout-at-once", judgeAtOnce, {"timeout"}),
        claim("by-hand-branch", judgeBranch, {"by-hand"}),
        claim("closing-outlived", judgeOutlives, {"closing"}),
        claim("nothing-left", judgeNothingLeft, {}),
    };
}

Verdict judgeChallenge(const Run &run)
{
    if (!run.variant(u"failure") || !run.variant(u"timeout"))
        return {false, tr("This takes both: 1 run of failure and 1 of timeout.")};
    const Cascade failure = cascadeIn(run, "failure"), timeout = cascadeIn(run, "timeout");
    const Ns later = differenceAsRead(failure.lastEnd(), timeout.lastEnd());
    return {later >= 150ms && !failure.byReader() && !timeout.byReader(),
        tr("The caller of failure heard after %1, that of timeout after %2.")
            .arg(readableLength(failure.lastEnd()), readableLength(timeout.lastEnd()))};
}

} // namespace awaitscope::lesson_cancellation_cascade
