// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/patterns/timeouts/claims.h"
#include "lessons/catalog/define.h"
#include "lessons/catalog/judging.h"
#include "lessons/trace/caption.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope::lesson_timeouts {

namespace {

using namespace std::chrono_literals;

QString tr(const char *source)
{
    return QCoreApplication::translate("awaitscope::lesson_timeouts", source);
}

/// What one variant's record says of the request. Times count from the begin of the handler.
struct Request
{
    explicit Request(const VariantRun &variant) : trace(*variant.trace)
    {
        work = trace.find(u"longRunningTask");
        for (const TaskInfo &task : trace.tasks()) {
            const bool handles = task.name != u"callSlowOperation" && task.name != u"parseReport" && !handler && !task.parent;
            if (handles)
                handler = &task;
        }
        if (!trace.notes().empty())
            status = trace.name(trace.notes()[0].text).toInt();
        // The earliest deadline is the one that acts; the deadlines of a run that was cut short may be missing.
        for (const Deadline &one : trace.deadlines()) {
            if (!deadline || one.due < deadline->due)
                deadline = &one;
        }
    }

    bool sound() const { return handler && work; }
    Ns answered() const { return handler->end - handler->start; }
    Ns workEnded() const { return work->end - handler->start; }
    Ns due() const { return deadline ? deadline->due - handler->start : Ns::max(); }
    Ns late() const { return deadline ? std::max(Ns(0), answered() - due()) : Ns(0); }
    bool leftBehind() const { return work->end > handler->end; }

    const Trace &trace;
    const TaskInfo *handler = nullptr;
    const TaskInfo *work = nullptr;
    const Deadline *deadline = nullptr;
    int status = 0;
};

Request requestIn(const Run &run, const char *variant)
{
    return Request(*run.variant(QString::fromLatin1(variant)));
}

Verdict unsound()
{
    return {false, tr("The record has 0 answers.")};
}

/// When the answer is due and which it is.
struct Expected
{
    Ns at{0};
    int status = 200;
};

QString answerText(const Request &request)
{
    return tr("It answered %1 after %2").arg(request.status).arg(readableLength(request.answered()));
}

Verdict judged(const Run &run, const Request &request, const Expected &expected, const QString &why, bool alsoHolds = true)
{
    const bool holds = request.status == expected.status && isExpected(run, request.answered(), expected.at) && alsoHolds;
    return {holds, answerText(request) + QStringLiteral("; ") + why + toleranceNote(run, expected.at)};
}

Verdict judgeMet(const Run &run)
{
    const Request request = requestIn(run, "met");
    if (!request.sound())
        return unsound();
    const Ns timeout = run.parameters.duration(u"timeout");
    const bool met = request.deadline && request.deadline->state == Deadline::State::Met;
    return judged(run, request, {timeout / 2, 200},
        tr("the task takes %1 of the %2 that it has.").arg(readableLength(timeout / 2), readableLength(timeout)),
        met || timeout == Ns(0));
}

Verdict judgeNone(const Run &run)
{
    const Request request = requestIn(run, "none");
    if (!request.sound())
        return unsound();
    const Ns task = run.parameters.duration(u"task");
    return judged(run, request, {task, 200}, tr("the task takes %1.").arg(readableLength(task)), !request.deadline);
}

Verdict judgeAbandon(const Run &run)
{
    const Request request = requestIn(run, "abandon");
    if (!request.sound())
        return unsound();
    const Ns task = run.parameters.duration(u"task");
    const Ns timeout = run.parameters.duration(u"timeout");
    const bool inTime = task <= timeout;
    const bool goesOn = isExpected(run, request.workEnded(), task) && request.work->outcome == TaskState::Done;
    const QString why = inTime
        ? tr("the task was through by then.")
        : tr("the task ended after %1, and its result was %2.")
              .arg(readableLength(request.workEnded()), request.work->unread ? tr("never read") : tr("read"));
    return judged(run, request, {std::min(task, timeout), inTime ? 200 : 408}, why, goesOn && request.work->unread == !inTime);
}

/// The answer of a deadline that cancels and waits for the cleanup.
Expected cancelled(const Run &run, Ns deadline)
{
    const Ns task = run.parameters.duration(u"task");
    return task <= deadline ? Expected{task, 200} : Expected{deadline + run.parameters.duration(u"cleanup"), 408};
}

Verdict judgeCancel(const Run &run)
{
    const Request request = requestIn(run, "cancel");
    if (!request.sound())
        return unsound();
    const Ns timeout = run.parameters.duration(u"timeout");
    return judged(run, request, cancelled(run, timeout),
        tr("the deadline is %1 and the cleanup takes %2. When it answered, %3 of it ran.")
            .arg(readableLength(timeout), readableLength(run.parameters.duration(u"cleanup")))
            .arg(request.leftBehind() ? tr("some") : tr("nothing")),
        !request.leftBehind());
}

Verdict judgeShield(const Run &run)
{
    const Request request = requestIn(run, "shield");
    if (!request.sound())
        return unsound();
    const Ns task = run.parameters.duration(u"task");
    return judged(run, request, {task, 200},
        tr("the task takes %1, and the deadline of %2 %3.")
            .arg(readableLength(task), readableLength(run.parameters.duration(u"timeout")),
                request.late() > Ns(0) ? tr("did not reach it") : tr("was met")),
        request.work->shielded && request.work->outcome == TaskState::Done);
}

Verdict judgeNested(const Run &run)
{
    const Request request = requestIn(run, "nested");
    if (!request.sound())
        return unsound();
    const Ns inner = run.parameters.duration(u"innerTimeout");
    const Ns outer = run.parameters.duration(u"timeout");
    return judged(run, request, cancelled(run, std::min(inner, outer)),
        tr("of the deadlines %1 and %2 the earlier one acts.").arg(readableLength(inner), readableLength(outer)));
}

/// When something that is due at a time happens, if the loop is blocked.
Ns afterBlock(Ns due, const Block &block, Ns zero)
{
    const bool inside = due >= block.begin - zero && due < block.end - zero;
    return inside ? block.end - zero : due;
}

Verdict judgeBlocked(const Run &run)
{
    const Request request = requestIn(run, "blocked");
    if (!request.sound() || !request.deadline || request.trace.blocks().size() != 1)
        return unsound();
    const Block &block = request.trace.blocks()[0];
    const Ns zero = request.handler->start;
    const Ns timer = afterBlock(request.due(), block, zero);
    const Ns task = afterBlock(run.parameters.duration(u"task"), block, zero);
    // Where both came due while the loop was blocked, the work is there when the deadline is.
    const Expected expected = task <= timer ? Expected{task, 200} : Expected{timer + run.parameters.duration(u"cleanup"), 408};
    return judged(run, request, expected,
        tr("the deadline was %1, and the loop was blocked for %2, until %3. Its timer came %4 late.")
            .arg(readableLength(request.due()), readableLength(block.end - block.begin), readableLength(block.end - zero),
                readableLength(timer - request.due())));
}

} // namespace

std::vector<ClaimSpec> claims()
{
    return {
        claim("met-in-time", judgeMet, {"met"}),
        claim("none-waits", judgeNone, {"none"}),
        claim("abandon-goes-on", judgeAbandon, {"abandon"}),
        claim("cancel-cleans-up", judgeCancel, {"cancel"}),
        claim("shield-is-late", judgeShield, {"shield"}),
        claim("nested-earlier", judgeNested, {"nested"}),
        claim("blocked-is-late", judgeBlocked, {"blocked"}),
    };
}

Verdict judgeChallenge(const Run &run)
{
    if (!run.variant(u"cancel"))
        return {false, tr("This run has no variant that cancels.")};
    const Request request = requestIn(run, "cancel");
    if (!request.sound())
        return unsound();
    return {request.status == 408 && request.late() >= Ns(100ms),
        tr("cancel answered %1, %2 after its deadline.").arg(request.status).arg(readableLength(request.late()))};
}

std::vector<Metric> metrics(const VariantRun &variant)
{
    const Request request(variant);
    if (!request.sound())
        return {};
    return {
        metric("answer_ns", request.answered()),
        metric("late_ns", request.late()),
        metric("last_work_ns", request.workEnded()),
        metric("status", request.status),
    };
}

std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &)
{
    const Request request(variant);
    if (!request.sound())
        return {};
    if (request.leftBehind())
        return {{tr("its work goes on, unread"), false}};
    return {{tr("nothing left behind"), true}};
}

} // namespace awaitscope::lesson_timeouts
