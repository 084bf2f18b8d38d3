// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/pitfalls/gather-failure/claims.h"
#include "lessons/catalog/define.h"
#include "lessons/catalog/judging.h"
#include "lessons/pitfalls/gather-failure/reading.h"
#include "lessons/trace/caption.h"
#include "lessons/trace/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope::lesson_gather_failure {

namespace {

using namespace std::chrono_literals;

QString tr(const char *source)
{
    return QCoreApplication::translate("awaitscope::lesson_gather_failure", source);
}

Reading reading(const Run &run, const char *variant)
{
    return Reading(*run.variant(QString::fromLatin1(variant))->trace);
}

Verdict cutShort()
{
    return {false, tr("Fewer than the 5 tasks of the request are in the record.")};
}

/// When checkQuota is due to fail.
Ns failureDue(const Run &run, const Reading &found)
{
    return found.dueOf(run, *found.checkQuota, run.parameters.duration(u"failsAt"));
}

/// When the last of the three calls is due, if nobody stops them.
Ns lastDue(const Run &run, const Reading &found)
{
    return std::max({failureDue(run, found), found.dueOf(run, *found.validate, run.parameters.duration(u"validate")),
        found.dueOf(run, *found.fetchGeo, run.parameters.duration(u"fetchGeo"))});
}

Verdict judgeGatherFirst(const Run &run)
{
    const Reading found = reading(run, "gather");
    if (!found.complete())
        return cutShort();
    const Ns expected = failureDue(run, found);
    return {found.caller->outcome == TaskState::Failed && isExpected(run, found.upTo(found.answered()), expected),
        tr("checkQuota fails after %1; the caller had the error after %2.")
                .arg(readableLength(expected), readableLength(found.answered()))
            + toleranceNote(run, found.upTo(found.answered()), expected)};
}

Verdict judgeGatherRunsOn(const Run &run)
{
    const Reading found = reading(run, "gather");
    if (!found.complete())
        return cutShort();
    const Ns expected = lastDue(run, found);
    return {found.cancelled() == 0 && isExpected(run, found.upTo(found.lastEnd()), expected),
        tr("%1 tasks were cancelled, and %2 outlived the caller. The last work ended after %3, %4 after the error.")
                .arg(found.cancelled())
                .arg(found.outliving())
                .arg(readableLength(found.lastEnd()), readableLength(differenceAsRead(found.lastEnd(), found.answered())))
            + toleranceNote(run, found.upTo(found.lastEnd()), expected)};
}

Verdict judgeGatherUnread(const Run &run)
{
    const Reading found = reading(run, "gather");
    if (!found.complete())
        return cutShort();
    QStringList names;
    for (const TaskInfo *call : {found.validate, found.enrich}) {
        if (call->unread)
            names << tr("%1's").arg(call->name);
    }
    const bool ended = found.validate->outcome == TaskState::Done && found.enrich->outcome == TaskState::Done;
    return {ended && names.size() == 2 && found.unread() == 2,
        names.isEmpty() ? tr("0 of 2 results were never read.")
                        : tr("%1 of 2 results were never read: %2.").arg(found.unread()).arg(listed(names))};
}

/// Whether a failure reaches a call that would take that long. On the real clock either may come first where they are close, and
/// where the machine woke the loop for both at once.
enum class Reach { No, Yes, Either };
Reach reach(const Run &run, const Reading &found, const TaskInfo &call, QStringView length)
{
    const Ns failure = failureDue(run, found), takes = found.dueOf(run, call, run.parameters.duration(length));
    const Ns late = run.clock == ClockKind::Virtual ? Ns(0) : found.machineLate();
    if (takes > failure + tolerance(run.clock, failure) + late)
        return Reach::Yes;
    return failure > takes + tolerance(run.clock, takes) + late ? Reach::No : Reach::Either;
}

/// Cancelled by that request where the failure reaches it; else done before.
bool endedAsReached(const TaskInfo &task, const CancelRequest &request, Reach reach)
{
    const bool byRequest = task.outcome == TaskState::Cancelled && task.cancellation == request.id;
    const bool done = task.outcome == TaskState::Done && !task.cancellation;
    return (byRequest && reach != Reach::No) || (done && reach != Reach::Yes);
}

/// Names of the cancelled tasks and of the caller, in the order of their ends.
QString orderOfEnds(const Reading &found)
{
    std::vector<const TaskInfo *> ended;
    for (const TaskInfo *task : {found.validate, found.enrich, found.fetchGeo}) {
        if (task->outcome == TaskState::Cancelled)
            ended.push_back(task);
    }
    ended.push_back(found.caller);
    std::ranges::sort(ended, {}, &TaskInfo::endEvent);
    QStringList names;
    for (const TaskInfo *task : ended)
        names << task->name;
    return listed(names);
}

Verdict judgeGroupCascade(const Run &run)
{
    const Reading found = reading(run, "group");
    if (!found.complete())
        return cutShort();
    const CancelRequest *request = found.request();
    if (!request)
        return {false, tr("The record has not 1 request to cancel.")};
    const Reach geo = reach(run, found, *found.fetchGeo, u"fetchGeo");
    const bool caused = request->by == Canceller::Task && request->asker == found.checkQuota->id
        && found.checkQuota->outcome == TaskState::Failed && request->event > found.checkQuota->endEvent;
    const bool reached = endedAsReached(*found.validate, *request, reach(run, found, *found.validate, u"validate"))
        && endedAsReached(*found.fetchGeo, *request, geo) && endedAsReached(*found.enrich, *request, geo)
        && found.enrich->outcome == found.fetchGeo->outcome;
    const bool inOrder = found.fetchGeo->endEvent < found.enrich->endEvent && found.enrich->endEvent < found.caller->endEvent
        && found.validate->endEvent < found.caller->endEvent;
    return {caused && reached && inOrder,
        tr("checkQuota failed after %1, and %2 tasks were cancelled by it. Then ended, in this order: %3.")
            .arg(readableLength(found.checkQuota->end - found.caller->start))
            .arg(found.cancelled())
            .arg(orderOfEnds(found))};
}

Verdict judgeGroupLast(const Run &run)
{
    const Reading found = reading(run, "group");
    if (!found.complete())
        return cutShort();
    const bool cleaned = found.fetchGeo->outcome == TaskState::Cancelled;
    const Ns failure = failureDue(run, found), cleanup = run.parameters.duration(u"cleanup");
    const Ns expected = cleaned ? failure + cleanup : failure;
    const bool asReached = cleaned ? reach(run, found, *found.fetchGeo, u"fetchGeo") != Reach::No
                                   : reach(run, found, *found.fetchGeo, u"fetchGeo") != Reach::Yes;
    const bool cleanedToTheEnd = cleaned == (found.closeSocket && found.closeSocket->outcome == TaskState::Done);
    const QString why = cleaned
        ? tr("the failure came after %1, and closing the socket takes %2").arg(readableLength(failure), readableLength(cleanup))
        : tr("the failure came after %1, when there was no socket to close").arg(readableLength(failure));
    return {found.caller->outcome == TaskState::Failed && asReached && cleanedToTheEnd && found.outliving() == 0
            && isExpected(run, found.upTo(found.answered()), expected),
        tr("The caller had the error after %1; %2. %3 tasks were left.")
                .arg(readableLength(found.answered()), why)
                .arg(found.outliving())
            + toleranceNote(run, found.upTo(found.answered()), expected)};
}

Verdict judgeSettle(const Run &run)
{
    const VariantRun &variant = *run.variant(u"settle");
    const Reading found(*variant.trace);
    if (!found.complete())
        return cutShort();
    const auto &notes = variant.trace->notes();
    const QString reply = notes.size() == 1 ? variant.trace->name(notes.front().text) : QString();
    const bool whole
        = found.caller->outcome == TaskState::Done && reply == QLatin1String("reply: valid, QuotaError, from Berlin");
    return {whole && found.cancelled() == 0 && found.unread() == 0,
        tr("The caller got %1. %2 tasks were cancelled, %3 results unread.")
            .arg(reply.isEmpty() ? tr("no reply") : tr("a %1").arg(reply))
            .arg(found.cancelled())
            .arg(found.unread())};
}

Verdict judgeSettleLongest(const Run &run)
{
    const Reading found = reading(run, "settle");
    if (!found.complete())
        return cutShort();
    const Ns expected = lastDue(run, found);
    return {isExpected(run, found.upTo(found.answered()), expected) && found.outliving() == 0,
        tr("It answered after %1; the longest of the three takes %2.")
                .arg(readableLength(found.answered()), readableLength(expected))
            + toleranceNote(run, found.upTo(found.answered()), expected)};
}

} // namespace

std::vector<ClaimSpec> claims()
{
    return {
        claim("gather-first", judgeGatherFirst, {"gather"}),
        claim("gather-runs-on", judgeGatherRunsOn, {"gather"}),
        claim("gather-unread", judgeGatherUnread, {"gather"}),
        claim("group-cascade", judgeGroupCascade, {"group"}),
        claim("group-last", judgeGroupLast, {"group"}),
        claim("settle-all", judgeSettle, {"settle"}),
        claim("settle-longest", judgeSettleLongest, {"settle"}),
    };
}

Verdict judgeChallenge(const Run &run)
{
    if (!run.variant(u"gather") || !run.variant(u"group"))
        return {false, tr("This run has not both of them.")};
    const Ns gather = reading(run, "gather").answered(), group = reading(run, "group").answered();
    return {group - gather >= Ns(50ms),
        tr("gather's caller heard after %1, the group's after %2.").arg(readableLength(gather), readableLength(group))};
}

std::vector<Metric> metrics(const VariantRun &variant)
{
    const Reading found(*variant.trace);
    return {
        metric("answer_ns", found.answered()),
        metric("last_work_ns", found.lastEnd()),
        metric("orphan_ns", std::max(Ns(0), found.lastEnd() - found.answered())),
        metric("outliving", found.outliving()),
        metric("unread", found.unread()),
        metric("cancelled", found.cancelled()),
    };
}

std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &)
{
    const Reading found(*variant.trace);
    if (!found.complete())
        return {};
    if (found.outliving() > 0)
        return {{found.outliving() == 1 ? tr("1 task left behind") : tr("%1 tasks left behind").arg(found.outliving()), false}};
    if (found.unread() > 0)
        return {{found.unread() == 1 ? tr("1 result unread") : tr("%1 results unread").arg(found.unread()), false}};
    if (found.caller->outcome == TaskState::Failed)
        return {{tr("nothing left behind"), true}};
    return {{tr("two results and the error kept"), true}};
}

ResultTable results(const VariantRun &variant, const ParameterSet &)
{
    ResultTable table;
    const Reading found(*variant.trace);
    for (const TaskInfo *call : {found.validate, found.checkQuota, found.enrich}) {
        if (!call)
            continue;
        ResultRow row{call->name, ResultRow::Kind::Succeeded, tr("at %1").arg(readableLength(call->end))};
        if (call->outcome == TaskState::Failed) {
            row.kind = ResultRow::Kind::Failed;
            row.detail = tr("at %1: %2").arg(readableLength(call->end), call->error);
        } else if (call->outcome == TaskState::Cancelled) {
            row.kind = ResultRow::Kind::Cancelled;
        } else if (call->unread) {
            row.kind = ResultRow::Kind::Unread;
            row.detail = tr("done at %1, nobody read it").arg(readableLength(call->end));
        }
        table.push_back(row);
    }
    return table;
}

} // namespace awaitscope::lesson_gather_failure
