// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/selftest/checks.h"

#include "app/selftest/thresholds.h"
#include "lessons/parts/http_client.h"
#include "lessons/parts/http_server.h"
#include "lessons/runtime/runtime.h"

namespace awaitscope {

using namespace std::chrono_literals;

namespace {

constexpr auto longestAnswer = 3s;

/// What one question over the wire came to.
struct Talk
{
    quint16 port = 0;
    int status = 0;
    QByteArray body;
    Ns took{0};
};

QCoro::Task<HttpAnswer> sayBack(Scope &, HttpRequest request)
{
    co_return HttpAnswer{200, "text/plain", request.body};
}

QCoro::Task<void> ask(Scope &scope, Talk *talk)
{
    HttpServer server(scope);
    server.route("POST", QStringLiteral("/say-back"), sayBack);
    talk->port = server.port();
    const HttpClient client(scope, server.port(), 1);
    HttpRequest request;
    request.method = "POST";
    request.path = QStringLiteral("/say-back");
    request.body = "is anybody there";
    const Ns begin = scope.scheduler().now();
    const HttpAnswer answer = co_await client.send(scope, request);
    talk->took = scope.scheduler().now() - begin;
    talk->status = answer.status;
    talk->body = answer.body;
}

QCoro::Task<void> askInTime(Scope &scope, Talk *talk)
{
    co_await withTimeout(scope, longestAnswer, ask, talk);
}

} // namespace

CheckResult checkLoopback(const CheckedPlaces &)
{
    Talk talk;
    QString failure;
    Scheduler scheduler(ClockKind::Real, std::make_shared<Recorder>());
    Scope root(scheduler);
    if (const std::exception_ptr thrown = runToEnd(root, [&talk](Scope &scope) { return askInTime(scope, &talk); })) {
        try {
            std::rethrow_exception(thrown);
        } catch (const std::exception &exception) {
            failure = QString::fromUtf8(exception.what());
        }
    }
    CheckResult result;
    result.values = {{QStringLiteral("port"), talk.port}, {QStringLiteral("status"), talk.status},
        {QStringLiteral("answer_ns"), qint64(talk.took.count())}};
    if (failure.isEmpty() && talk.status == 200 && talk.body == "is anybody there") {
        result.sentence
            = Selftest::tr("a server on 127.0.0.1, port %1, answered after %2").arg(talk.port).arg(shortTime(talk.took));
        return result;
    }
    result.verdict = Fitness::Unfit;
    result.sentence = Selftest::tr("no talk over 127.0.0.1: %1")
                          .arg(failure.isEmpty() ? Selftest::tr("the answer was %1").arg(talk.status) : failure);
    result.advice = Selftest::tr("Bring the loopback interface up (ip link set lo up), and let a firewall pass 127.0.0.1.");
    return result;
}

} // namespace awaitscope
