// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/pitfalls/missing-await/claims.h"
#include "lessons/catalog/define.h"
#include "lessons/catalog/judging.h"
#include "lessons/trace/caption.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope::lesson_missing_await {

namespace {

using namespace std::chrono_literals;

QString tr(const char *source)
{
    return QCoreApplication::translate("awaitscope::lesson_missing_await", source);
}

/// What one variant's record says of the endpoint and of the call in it.
struct Request
{
    explicit Request(const VariantRun &variant) : trace(*variant.trace)
    {
        for (const TaskInfo &task : trace.tasks()) {
            if (!task.parent)
                endpoint = endpoint ? endpoint : &task;
            else
                call = call ? call : &task;
        }
    }

    bool sound() const { return endpoint && call && isEnd(endpoint->outcome) && isEnd(call->outcome); }
    Ns answered() const { return endpoint->end; }
    Stretch upToAnswer() const { return {trace, endpoint->start, endpoint->end}; }
    /// The order of the record tells what came first, also at one time.
    bool answeredFirst() const { return endpoint->endEvent < call->endEvent; }
    qsizetype lost() const
    {
        return std::ranges::count_if(
            trace.tasks(), [](const TaskInfo &task) { return task.outcome == TaskState::Failed && task.unread; });
    }
    qsizetype neverStarted() const { return std::ranges::count(trace.tasks(), TaskState::NeverStarted, &TaskInfo::outcome); }
    bool ran() const
    {
        return std::ranges::any_of(trace.spans(), [&](const Span &span) {
            return span.task == call->id && span.state != TaskState::Created && span.state != TaskState::None;
        });
    }

    const Trace &trace;
    const TaskInfo *endpoint = nullptr;
    const TaskInfo *call = nullptr;
};

Request requestIn(const Run &run, const char *variant)
{
    return Request(*run.variant(QString::fromLatin1(variant)));
}

Verdict unsound()
{
    return {false, tr("The record has 0 calls that ended.")};
}

Verdict judgeForgottenFirst(const Run &run)
{
    const Request request = requestIn(run, "forgotten");
    if (!request.sound())
        return unsound();
    return {request.answeredFirst() && request.endpoint->outcome == TaskState::Done,
        tr("It answered after %1; getUser ended after %2.")
            .arg(readableLength(request.answered()), readableLength(request.call->end))};
}

Verdict judgeForgottenLoses(const Run &run)
{
    const Request request = requestIn(run, "forgotten");
    if (!request.sound())
        return unsound();
    const qsizetype thrown = run.parameters.flag(u"fails") ? 1 : 0;
    const bool threw = (request.call->outcome == TaskState::Failed) == (thrown == 1);
    return {threw && request.lost() == thrown && request.endpoint->outcome == TaskState::Done,
        tr("Exceptions thrown by getUser: %1; of them reached nobody: %2.").arg(thrown).arg(request.lost())};
}

/// The endpoint waits for the call, and ends as that did.
Verdict judgeHears(const Run &run, const char *variant)
{
    const Request request = requestIn(run, variant);
    if (!request.sound())
        return unsound();
    const Ns expected = begunAfter(run, request.trace, *request.endpoint, *request.call) + run.parameters.duration(u"work");
    const bool threw = run.parameters.flag(u"fails");
    const TaskState meant = threw ? TaskState::Failed : TaskState::Done;
    const bool same
        = request.call->outcome == meant && request.endpoint->outcome == meant && request.endpoint->error == request.call->error;
    const QString measured = threw ? tr("It threw “%1” after %2; exceptions lost: %3.").arg(request.endpoint->error)
                                   : tr("It answered with the user%1 after %2; exceptions lost: %3.").arg(QString());
    return {same && !request.answeredFirst() && request.lost() == 0 && isExpected(run, request.upToAnswer(), expected),
        measured.arg(readableLength(request.answered())).arg(request.lost())
            + toleranceNote(run, request.upToAnswer(), expected)};
}

Verdict judgeAwaitedHears(const Run &run)
{
    return judgeHears(run, "awaited");
}

Verdict judgeLazyNeverStarts(const Run &run)
{
    const Request request = requestIn(run, "lazy");
    if (!request.sound())
        return unsound();
    const bool never = request.neverStarted() == 1 && !request.ran() && request.trace.tasks().size() == 2;
    return {never && request.endpoint->outcome == TaskState::Done,
        tr("%1 of 1 call never started; the answer came after %2.")
            .arg(request.neverStarted())
            .arg(readableLength(request.answered()))};
}

Verdict judgeSpawnedLosesNothing(const Run &run)
{
    return judgeHears(run, "spawned");
}

} // namespace

std::vector<ClaimSpec> claims()
{
    return {
        claim("forgotten-first", judgeForgottenFirst, {"forgotten"}),
        claim("forgotten-loses", judgeForgottenLoses, {"forgotten"}),
        claim("awaited-hears", judgeAwaitedHears, {"awaited"}),
        claim("lazy-never-starts", judgeLazyNeverStarts, {"lazy"}),
        claim("spawned-loses-nothing", judgeSpawnedLosesNothing, {"spawned"}),
    };
}

Verdict judgeChallenge(const Run &run)
{
    if (!run.variant(u"forgotten") || !run.variant(u"awaited"))
        return {false, tr("This run lacks one of the 2 variants.")};
    const Request forgotten = requestIn(run, "forgotten"), awaited = requestIn(run, "awaited");
    if (!forgotten.sound() || !awaited.sound())
        return unsound();
    return {forgotten.lost() == 1 && awaited.answered() - forgotten.answered() < 1ms,
        tr("Exceptions lost in A: %1; it ended %2 before B.")
            .arg(forgotten.lost())
            .arg(readableLength(differenceAsRead(awaited.answered(), forgotten.answered())))};
}

std::vector<Metric> metrics(const VariantRun &variant)
{
    const Request request(variant);
    if (!request.sound())
        return {};
    std::vector<Metric> found = {metric("answer_ns", request.answered()), metric("lost_failures", request.lost()),
        metric("never_started", request.neverStarted())};
    if (request.ran())
        found.push_back(metric("load_ended_ns", request.call->end));
    return found;
}

std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &)
{
    const Request request(variant);
    if (!request.sound())
        return {};
    if (const qsizetype lost = request.lost())
        return {{tr("%1 exception lost").arg(lost), false}};
    if (request.neverStarted() > 0)
        return {{tr("the call never started"), false}};
    if (request.answeredFirst())
        return {{tr("answered without the user"), false}};
    return {{tr("nothing lost"), true}};
}

} // namespace awaitscope::lesson_missing_await
