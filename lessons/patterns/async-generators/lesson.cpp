// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/define.h"
#include "lessons/parts/http_client.h"
#include "lessons/parts/http_server.h"
#include "lessons/patterns/async-generators/claims.h"
#include "lessons/patterns/async-generators/logs.h"
#include "lessons/runtime/runtime.h"

#include <numeric>

namespace awaitscope::lesson_async_generators {

namespace {

using namespace std::chrono_literals;

const QString streamPath = QStringLiteral("/api/v1/logs/stream");

Ns length(Scope &scope, QStringView parameter)
{
    return parameters(scope).duration(parameter);
}

QVariantList valuesFor(Scope &scope, const QString &level)
{
    return {level, parameters(scope).value(u"rows")};
}

/// GET /api/v1/logs/stream?level=INFO
HttpRequest logsQuery(Scope &scope)
{
    HttpRequest request;
    request.path = streamPath;
    request.query.addQueryItem(QStringLiteral("level"), levels()[parameters(scope).value(u"level")]);
    return request;
}

QString levelIn(const HttpRequest &request)
{
    const QString level = request.query.queryItemValue(QStringLiteral("level"));
    return level.isEmpty() ? QStringLiteral("INFO") : level;
}

HttpAnswer textOf(const std::vector<LogLine> &lines)
{
    HttpAnswer answer{200, "text/plain; charset=utf-8", {}};
    for (const LogLine &line : lines)
        answer.body += line.text();
    return answer;
}

// The shown code is laid out by hand, for a narrow pane.
// clang-format off

//! [shared]
const QString logsOfLevel = QStringLiteral(
    "SELECT timestamp, level, message FROM logs"
    " WHERE level = ? LIMIT ?");

QCoro::AsyncGenerator<LogLine> streamLogs(Scope &scope,
                                          QString level)
{
    LogConnection db(scope);
    co_await db.open(scope);
    auto values = valuesFor(scope, level);
    co_await db.select(scope, 0ms, logsOfLevel, values);
    auto row = co_await db.nextRow(scope);
    while (row) {
        co_yield LogLine(scope, *row);
        co_await sleep(scope, length(scope, u"pause"));
        row = co_await db.nextRow(scope);
    }
}

QCoro::Task<void> readLogs(Scope &scope, HttpClient &client)
{
    auto answer = co_await client.open(scope, logsQuery(scope));
    auto part = co_await answer.next(scope);
    while (part) {
        receive(scope, *part);
        part = co_await answer.next(scope);
    }
}
//! [shared]

//! [collect]
QCoro::Task<HttpAnswer> collectLogsEndpoint(Scope &scope,
                                            HttpRequest request)
{
    std::vector<LogLine> logs;
    QString level = levelIn(request);
    QCORO_FOREACH(LogLine &log, streamLogs(scope, level)) {
        logs.push_back(std::move(log));
    }
    co_return textOf(logs);
}
//! [collect]

//! [stream]
QCoro::Task<void> streamLogsEndpoint(Scope &scope,
    HttpRequest request, HttpStream answer)
{
    QString level = levelIn(request);
    QCORO_FOREACH(LogLine &log, streamLogs(scope, level)) {
        if (!answer.connected())
            break;
        co_await answer.write(scope, log.text());
    }
}
//! [stream]

//! [stop-early]
QCoro::Task<void> takeLogs(Scope &scope, HttpClient &client)
{
    int left = parameters(scope).value(u"take");
    auto answer = co_await client.open(scope, logsQuery(scope));
    while (left > 0) {
        auto part = co_await answer.next(scope);
        if (!part)
            break;
        left -= receive(scope, *part, left);
    }
} // the answer ends here, and its connection
//! [stop-early]

//! [slow-consumer]
QCoro::Task<void> slowLogsEndpoint(Scope &scope,
    HttpRequest request, HttpStream answer)
{
    Ns work = length(scope, u"consumer");
    QString level = levelIn(request);
    QCORO_FOREACH(LogLine &log, streamLogs(scope, level)) {
        co_await sleep(scope, work);
        co_await answer.write(scope, log.text());
    }
}
//! [slow-consumer]

// clang-format on

/// Server and client of one run. Handlers may outlive neither; see askForLogs().
struct Ends
{
    explicit Ends(Scope &scope) : store(scope), server(scope, HttpLimits{.counted = false}), client(scope, server.port(), 1) { }

    const LogStore store;
    HttpServer server;
    HttpClient client;
};

std::string bytesOver(qint64 bytes, qint64 connections)
{
    return std::to_string(bytes) + " bytes over " + std::to_string(connections)
        + (connections == 1 ? " connection" : " connections");
}

using Read = QCoro::Task<void> (*)(Scope &, HttpClient &);

/// Plays a client against a server, and ends when all that the server began has ended.
template <class Endpoint> QCoro::Task<void> askForLogs(Scope *scope, Endpoint endpoint, Read read)
{
    Ends ends(*scope);
    scope->setContext(ends.store);
    ends.server.route("GET", streamPath, endpoint);
    std::exception_ptr failure;
    try {
        auto reading = read(*scope, ends.client);
        co_await reading;
    } catch (...) {
        failure = std::current_exception();
    }
    co_await ends.server.scope().join();
    if (failure)
        std::rethrow_exception(failure);
    const HttpTraffic &traffic = ends.server.traffic();
    const HttpSent &sent = ends.client.sent();
    note(*scope,
        "sent " + bytesOver(traffic.bodyBytesOut, traffic.accepted) + ", read " + bytesOver(sent.bodyBytesIn, sent.requests));
}

template <class Endpoint> VariantSpec variant(const char *id, Endpoint endpoint, Read read)
{
    VariantSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.play = [endpoint, read](Scope &scope, const ParameterSet &) { return askForLogs(&scope, endpoint, read); };
    return spec;
}

} // namespace

LessonDefinition define()
{
    LessonDefinition lesson;
    ParameterSpec level;
    level.id = QStringLiteral("level");
    level.type = ParameterType::Choice;
    level.choices = levels();
    level.defaultValue = level.choices.indexOf(QStringLiteral("INFO"));
    lesson.parameters = {countParameter("rows", 40, 200), level, durationParameter("pause", 10ms, 100ms),
        countParameter("take", 10, 200), durationParameter("consumer", 30ms, 100ms)};
    lesson.variants = {variant("collect", collectLogsEndpoint, readLogs), variant("stream", streamLogsEndpoint, readLogs),
        variant("stop-early", streamLogsEndpoint, takeLogs), variant("slow-consumer", slowLogsEndpoint, readLogs)};
    lesson.variants.back().shownAtFirst = false; // it takes four times as long as the others

    lesson.prepare = [](const ParameterSet &, ClockKind) -> Result<Done> {
        if (const Result<QString> path = logDatabase(); !path)
            return path.problem();
        return Done();
    };
    lesson.claims = claims();
    lesson.challenge = judgeChallenge;
    lesson.metrics = metrics;
    lesson.notes = notes;
    return lesson;
}

} // namespace awaitscope::lesson_async_generators
