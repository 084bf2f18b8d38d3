// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/define.h"
#include "lessons/catalog/play.h"
#include "lessons/parts/http_client.h"
#include "lessons/parts/http_server.h"
#include "lessons/patterns/timeouts/claims.h"
#include "lessons/runtime/runtime.h"

namespace awaitscope::lesson_timeouts {

namespace {

using namespace std::chrono_literals;

Ns length(const Scope &scope, QStringView parameter)
{
    return scope.context<ParameterSet>().duration(parameter);
}

HttpAnswer answered(const QByteArray &report)
{
    return {.status = 200, .type = "application/json", .body = R"({"result": ")" + report + R"("})"};
}

HttpAnswer timedOut()
{
    return {.status = 408, .type = "application/json", .body = R"({"error": "Operation timed out"})"};
}

const QString path = QStringLiteral("/api/v1/slow-operation");

HttpRequest slowOperation()
{
    return {.method = "POST", .path = path, .query = {}, .body = "{}"};
}

// The shown code is laid out by hand, for a narrow pane.
// clang-format off

//! [shared]
QCoro::Task<int> callSlowOperation(
    Scope &scope, HttpClient *client)
{
    auto answer = co_await client->send(scope, slowOperation());
    note(scope, std::to_string(answer.status));
    co_return answer.status;
}

QCoro::Task<void> rollBack(Scope &scope)
{
    co_await sleep(scope, length(scope, u"cleanup"));
}

QCoro::Task<QByteArray> longRunningTask(Scope &scope, Ns takes)
{
    bool stopped = false;
    try {
        co_await sleep(scope, takes);
    } catch (const Cancelled &) {
        stopped = true;
    }
    if (stopped) {
        co_await shield(scope, rollBack);
        scope.throwIfCancelled();
    }
    co_return "processed";
}
//! [shared]

//! [met]
QCoro::Task<HttpAnswer> inTime(Scope &scope, HttpRequest)
{
    const Ns limit = length(scope, u"timeout");
    auto report = co_await withTimeout(
        scope, limit, longRunningTask, limit / 2);
    co_return answered(report);
}
//! [met]

//! [none]
QCoro::Task<HttpAnswer> withoutTimeout(
    Scope &scope, HttpRequest)
{
    const Ns takes = length(scope, u"task");
    auto report = co_await longRunningTask(scope, takes);
    co_return answered(report);
}
//! [none]

//! [abandon]
QCoro::Task<QByteArray> awaitResult(
    Scope &, Spawned<QByteArray> *work)
{
    auto report = co_await *work;
    co_return report;
}

QCoro::Task<HttpAnswer> abandoning(Scope &scope, HttpRequest)
{
    const Ns takes = length(scope, u"task");
    const Ns limit = length(scope, u"timeout");
    auto work = scope.spawn(longRunningTask, takes);
    try {
        auto report = co_await withTimeout(
            scope, limit, awaitResult, &work);
        co_return answered(report);
    } catch (const TimedOut &) {
        co_return timedOut();
    }
}
//! [abandon]

//! [cancel]
QCoro::Task<HttpAnswer> cancelling(Scope &scope, HttpRequest)
{
    const Ns takes = length(scope, u"task");
    const Ns limit = length(scope, u"timeout");
    try {
        auto report = co_await withTimeout(
            scope, limit, longRunningTask, takes);
        co_return answered(report);
    } catch (const TimedOut &) {
        co_return timedOut();
    }
}
//! [cancel]

//! [shield]
QCoro::Task<QByteArray> shielded(Scope &scope, Ns takes)
{
    auto report = co_await shield(
        scope, longRunningTask, takes);
    co_return report;
}

QCoro::Task<HttpAnswer> shielding(Scope &scope, HttpRequest)
{
    const Ns takes = length(scope, u"task");
    const Ns limit = length(scope, u"timeout");
    try {
        auto report = co_await withTimeout(
            scope, limit, shielded, takes);
        co_return answered(report);
    } catch (const TimedOut &) {
        co_return timedOut();
    }
}
//! [shield]

//! [nested]
QCoro::Task<QByteArray> innerStep(Scope &scope, Ns takes)
{
    const Ns limit = length(scope, u"innerTimeout");
    auto report = co_await withTimeout(
        scope, limit, longRunningTask, takes);
    co_return report;
}

QCoro::Task<HttpAnswer> nesting(Scope &scope, HttpRequest)
{
    const Ns takes = length(scope, u"task");
    const Ns limit = length(scope, u"timeout");
    try {
        auto report = co_await withTimeout(
            scope, limit, innerStep, takes);
        co_return answered(report);
    } catch (const TimedOut &) {
        co_return timedOut();
    }
}
//! [nested]

//! [blocked]
QCoro::Task<void> parseReport(Scope &scope)
{
    co_await sleep(scope, blockBegins);
    blockFor(scope, length(scope, u"block"));
}
//! [blocked]

// clang-format on

using Handler = QCoro::Task<HttpAnswer> (*)(Scope &, HttpRequest);

/// One call of a server that answers with that handler and lives on until all that its handlers began is through.
QCoro::Task<void> serve(Scope *scope, Handler handler)
{
    const HttpLimits limits{.counted = false};
    HttpServer server(*scope, limits);
    server.route("POST", path, handler);
    HttpClient client(*scope, server.port(), 1);
    auto call = callSlowOperation(*scope, &client);
    co_await call;
    co_await server.scope().join();
}

/// The same while something else blocks the server's loop.
QCoro::Task<void> serveBlocked(Scope *scope, Handler handler)
{
    const Heartbeat heartbeat(scope->scheduler(), 20ms);
    auto parsing = scope->spawn(parseReport);
    auto serving = serve(scope, handler);
    co_await serving;
    co_await parsing;
}

VariantSpec variant(const char *id, Handler handler, bool shownAtFirst)
{
    VariantSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.play = [handler](Scope &scope, const ParameterSet &) { return serve(&scope, handler); };
    spec.shownAtFirst = shownAtFirst;
    return spec;
}

VariantSpec blockedVariant()
{
    VariantSpec spec = variant("blocked", cancelling, true);
    spec.play = [](Scope &scope, const ParameterSet &) { return serveBlocked(&scope, cancelling); };
    return spec;
}

} // namespace

LessonDefinition define()
{
    LessonDefinition lesson;
    lesson.parameters = {durationParameter("task", 380ms, 1s), durationParameter("timeout", 200ms, 1s),
        durationParameter("cleanup", 30ms, 500ms), durationParameter("innerTimeout", 120ms, 1s),
        durationParameter("block", 290ms, 1s)};
    lesson.variants = {variant("met", inTime, false), variant("none", withoutTimeout, false),
        variant("abandon", abandoning, true), variant("cancel", cancelling, true), variant("shield", shielding, false),
        variant("nested", nesting, false), blockedVariant()};
    lesson.claims = claims();
    lesson.challenge = judgeChallenge;
    lesson.metrics = metrics;
    lesson.notes = notes;
    return lesson;
}

} // namespace awaitscope::lesson_timeouts
