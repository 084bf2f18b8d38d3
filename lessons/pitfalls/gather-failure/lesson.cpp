// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/define.h"
#include "lessons/pitfalls/gather-failure/claims.h"
#include "lessons/runtime/runtime.h"

namespace awaitscope::lesson_gather_failure {

namespace {

using namespace std::chrono_literals;

Ns length(const Scope &scope, QStringView parameter)
{
    return scope.context<ParameterSet>().duration(parameter);
}

/// The caller has used up what it may ask for.
struct QuotaError : std::runtime_error
{
    QuotaError() : std::runtime_error("QuotaError") { }
};

struct Reply
{
    std::string valid;
    std::string quota;
    std::string place;
};

// It runs in this variant only.
namespace grouping {
QCoro::Task<void> closeSocket(Scope &scope);
}
using grouping::closeSocket;

// The shown code is laid out by hand, for a narrow pane.
// clang-format off

//! [shared]
QCoro::Task<std::string> validate(Scope &scope)
{
    co_await sleep(scope, length(scope, u"validate"));
    co_return "valid";
}

QCoro::Task<std::string> checkQuota(Scope &scope)
{
    co_await sleep(scope, length(scope, u"failsAt"));
    throw QuotaError();
}

QCoro::Task<std::string> fetchGeo(Scope &scope)
{
    try {
        co_await sleep(scope, length(scope, u"fetchGeo"));
        co_return "Berlin";
    } catch (const Cancelled &) {
        // co_await is not allowed here, but below
    }
    co_await shield(scope, closeSocket);
    throw scope.cancelled();
}

QCoro::Task<std::string> enrich(Scope &scope)
{
    auto place = co_await fetchGeo(scope);
    co_return "from " + place;
}
//! [shared]

namespace gathering {

//! [gather]
QCoro::Task<Reply> handleRequest(Scope &scope)
{
    auto [valid, quota, place] = co_await gather(
        scope.spawn(validate),
        scope.spawn(checkQuota),
        scope.spawn(enrich));
    co_return Reply{valid, quota, place};
}
//! [gather]

} // namespace gathering

namespace grouping {

//! [group]
QCoro::Task<void> closeSocket(Scope &scope)
{
    co_await sleep(scope, length(scope, u"cleanup"));
}

QCoro::Task<Reply> handleRequest(Scope &scope)
{
    TaskGroup group(scope);
    auto valid = group.spawn(validate);
    auto quota = group.spawn(checkQuota);
    auto place = group.spawn(enrich);
    co_await group.join();
    auto [v, q, p] = co_await gather(
        std::move(valid), std::move(quota), std::move(place));
    co_return Reply{v, q, p};
}
//! [group]

} // namespace grouping

namespace settling {

//! [settle]
std::string textOf(const Settled<std::string> &end)
{
    return end.ok() ? end.value() : end.errorText();
}

QCoro::Task<Reply> handleRequest(Scope &scope)
{
    auto [valid, quota, place] = co_await settleAll(
        scope.spawn(validate),
        scope.spawn(checkQuota),
        scope.spawn(enrich));
    co_return Reply{
        textOf(valid), textOf(quota), textOf(place)};
}
//! [settle]

} // namespace settling

// clang-format on

/// Leaves the reply in the record.
QCoro::Task<void> replied(Scope *scope, QCoro::Task<Reply> task)
{
    const Reply reply = co_await task;
    note(*scope, "reply: " + reply.valid + ", " + reply.quota + ", " + reply.place);
}

using Handler = QCoro::Task<Reply> (*)(Scope &);

VariantSpec variant(const char *id, Handler handler)
{
    VariantSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.play = [handler](Scope &scope, const ParameterSet &) { return replied(&scope, handler(scope)); };
    return spec;
}

VariantSpec failing(const char *id, Handler handler)
{
    VariantSpec spec = variant(id, handler);
    spec.mayEnd = {RunOutcome::Failed};
    return spec;
}

VariantSpec hiddenAtFirst(VariantSpec spec)
{
    spec.shownAtFirst = false;
    return spec;
}

} // namespace

LessonDefinition define()
{
    LessonDefinition lesson;
    lesson.parameters = {durationParameter("failsAt", 119ms, 600ms), durationParameter("validate", 180ms, 600ms),
        durationParameter("fetchGeo", 302ms, 600ms), durationParameter("cleanup", 2ms, 200ms)};
    lesson.variants = {failing("gather", gathering::handleRequest), failing("group", grouping::handleRequest),
        hiddenAtFirst(variant("settle", settling::handleRequest))};
    lesson.claims = claims();
    lesson.challenge = judgeChallenge;
    lesson.metrics = metrics;
    lesson.notes = notes;
    lesson.results = results;
    return lesson;
}

} // namespace awaitscope::lesson_gather_failure
