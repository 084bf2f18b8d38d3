// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/parts/http_client.h"
#include "lessons/parts/http_server.h"
#include "lessons/patterns/async-generators/logs.h"
#include "lessons/runtime/runtime.h"

namespace awaitscope::lesson_async_generators {

using namespace std::chrono_literals;

/// The faults that are planted: an endpoint that does not mind that its client has gone, and a generator whose connection is not
/// its own.
struct Fault
{
    bool readsOn = false;
    bool keepsConnection = false;
};

inline QCoro::AsyncGenerator<LogLine> streamLogs(Scope &scope, std::shared_ptr<LogConnection> db)
{
    auto row = co_await db->nextRow(scope);
    while (row) {
        co_yield LogLine(scope, *row);
        co_await sleep(scope, 10ms);
        row = co_await db->nextRow(scope);
    }
}

inline QCoro::Task<void> faultyEndpoint(Scope &scope, HttpRequest, HttpStream answer)
{
    const Fault fault = scope.context<Fault>();
    auto db = std::make_shared<LogConnection>(scope);
    co_await db->open(scope);
    const QVariantList values{QStringLiteral("INFO"), 40};
    co_await db->select(scope, 0ms, QStringLiteral("SELECT timestamp, level, message FROM logs WHERE level = ? LIMIT ?"), values);
    auto logs = streamLogs(scope, fault.keepsConnection ? db : std::move(db));
    bool failed = false;
    auto log = co_await logs.begin();
    while (log != logs.end()) {
        try {
            co_await answer.write(scope, (*log).text());
        } catch (const HttpError &) {
            failed = true;
        }
        if (failed && !fault.readsOn)
            break;
        co_await ++log;
    }
    logs = QCoro::AsyncGenerator<LogLine>();
    co_await sleep(scope, 50ms);
}

inline QCoro::Task<void> takeLogs(Scope &scope, HttpClient &client)
{
    HttpRequest request;
    request.path = QStringLiteral("/logs");
    int left = 10;
    auto answer = co_await client.open(scope, request);
    while (left > 0) {
        auto part = co_await answer.next(scope);
        if (!part)
            break;
        left -= receive(scope, *part, left);
    }
}

inline QCoro::Task<void> playFaulty(Scope *scope, Fault fault)
{
    const LogStore store(*scope);
    scope->setContext(store);
    scope->setContext(fault);
    HttpServer server(*scope);
    server.route("GET", QStringLiteral("/logs"), faultyEndpoint);
    HttpClient client(*scope, server.port(), 1);
    auto taking = takeLogs(*scope, client);
    co_await taking;
    co_await server.scope().join();
}

} // namespace awaitscope::lesson_async_generators
