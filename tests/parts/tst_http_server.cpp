// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/parts/http_client.h"
#include "lessons/parts/http_server.h"
#include "tests/parts/both_clocks.h"
#include "tests/runtime/sound_trace.h"

#include <QJsonDocument>

using namespace awaitscope;
using namespace awaitscope::test;
using namespace std::chrono_literals;

namespace {

QCoro::Task<HttpAnswer> findUser(Scope &scope, HttpRequest request)
{
    co_await sleep(scope, 1ms); // what the handler has must be its own by now
    const bool known = request.argument == QLatin1String("7");
    co_return jsonAnswer({{QStringLiteral("user"), known ? QJsonValue(QStringLiteral("Ada")) : QJsonValue()},
        {QStringLiteral("query"), request.query.toString()}, {QStringLiteral("method"), QString::fromLatin1(request.method)}});
}

QCoro::Task<HttpAnswer> takeJson(Scope &scope, HttpRequest request)
{
    const QJsonObject body = jsonBody(request);
    co_await sleep(scope, 0ms);
    co_return jsonAnswer(body, 201);
}

QCoro::Task<HttpAnswer> failAtOnce(Scope &scope, HttpRequest request)
{
    Q_UNUSED(scope);
    Q_UNUSED(request);
    throw std::runtime_error("no such table");
    co_return HttpAnswer();
}

QCoro::Task<HttpAnswer> failLater(Scope &scope, HttpRequest request)
{
    Q_UNUSED(request);
    co_await sleep(scope, 10ms);
    throw HttpRefusal(403, "not yours");
}

QCoro::Task<HttpAnswer> failOddly(Scope &scope, HttpRequest request)
{
    Q_UNUSED(scope);
    Q_UNUSED(request);
    throw 7;
    co_return HttpAnswer();
}

QCoro::Task<HttpAnswer> wait(Scope &scope, HttpRequest request)
{
    Q_UNUSED(request);
    co_await sleep(scope, 100ms);
    co_return HttpAnswer{200, "text/plain", QByteArray(100000, 'x')};
}

QCoro::Task<void> refuseStream(Scope &scope, HttpRequest request, HttpStream stream)
{
    Q_UNUSED(request);
    Q_UNUSED(stream);
    co_await sleep(scope, 1ms);
    throw HttpRefusal(404, "no such log");
}

QCoro::Task<void> streamNothing(Scope &scope, HttpRequest request, HttpStream stream)
{
    Q_UNUSED(scope);
    Q_UNUSED(request);
    Q_UNUSED(stream);
    co_return;
}

QCoro::Task<void> streamMuch(Scope &scope, HttpRequest request, HttpStream stream)
{
    Q_UNUSED(request);
    for (int i = 0; i < 100; ++i)
        co_await stream.write(scope, QByteArray(100000, char('a' + i % 26)));
}

void addRoutes(HttpServer &server)
{
    server.route("GET", QStringLiteral("/api/v1/users/<id>"), findUser);
    server.route("POST", QStringLiteral("/json"), takeJson);
    server.route("PUT", QStringLiteral("/json"), takeJson);
    server.route("GET", QStringLiteral("/fail"), failAtOnce);
    server.route("GET", QStringLiteral("/later"), failLater);
    server.route("GET", QStringLiteral("/oddly"), failOddly);
    server.route("GET", QStringLiteral("/wait"), wait);
    server.route("GET", QStringLiteral("/stream/refused"), refuseStream);
    server.route("GET", QStringLiteral("/stream/nothing"), streamNothing);
    server.route("GET", QStringLiteral("/stream/much"), streamMuch);
}

QCoro::Task<HttpAnswer> send(Scope &scope, const HttpClient &client, HttpRequest request)
{
    auto answer = co_await client.send(scope, request);
    co_return answer;
}

std::uint32_t mostOf(const CounterTrack &counter)
{
    std::uint32_t most = 0;
    for (const CounterChange &change : counter.changes)
        most = std::max(most, change.value);
    return most;
}

} // namespace

/// What the server makes of requests that are sound, on both clocks.
class TestHttpServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBothClocks(); }

    void answers_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("answer");
        const auto row
            = [](const char *name, const char *method, const char *path, const char *body, int status, const char *answer) {
                  QTest::newRow(name) << QByteArray(method) << QString::fromLatin1(path) << QByteArray(body) << status
                                      << QByteArray(answer);
              };
        row("an argument", "GET", "/api/v1/users/7", "", 200, R"({"method":"GET","query":"a=b&c","user":"Ada"})");
        row("nobody there", "GET", "/api/v1/users/8", "", 200, R"({"method":"GET","query":"a=b&c","user":null})");
        row("no argument", "GET", "/api/v1/users/", "", 404, R"({"error":"there is nothing at /api/v1/users/"})");
        row("an argument too many", "GET", "/api/v1/users/7/8", "", 404, R"({"error":"there is nothing at /api/v1/users/7/8"})");
        row("JSON", "POST", "/json", R"({"a":1})", 201, R"({"a":1})");
        row("another method", "PUT", "/json", R"({"a":2})", 201, R"({"a":2})");
        row("a method not taken", "DELETE", "/json", "", 405, R"({"error":"/json takes POST, PUT, not DELETE"})");
        row("broken JSON", "POST", "/json", "{\"a\":\"b", 400,
            R"({"error":"the body is not JSON: unterminated string at byte 7 of 7"})");
        row("no object", "POST", "/json", "[]", 400, R"({"error":"the body is not a JSON object"})");
        row("a failure", "GET", "/fail", "", 500, R"({"error":"no such table"})");
        row("a refusal", "GET", "/later", "", 403, R"({"error":"not yours"})");
        row("an odd failure", "GET", "/oddly", "", 500, R"({"error":"an exception of a type of its own"})");
        row("an unknown path", "GET", "/nowhere", "", 404, R"({"error":"there is nothing at /nowhere"})");
        row("a stream that is refused", "GET", "/stream/refused", "", 404, R"({"error":"no such log"})");
        row("a stream of nothing", "GET", "/stream/nothing", "", 200, "");
    }
    void answers()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        QFETCH(QByteArray, answer);
        RecordedRun run(clockOfAll());
        HttpAnswer got;
        const std::string error = run.play([&](Scope &scope) -> QCoro::Task<void> {
            HttpServer server(scope);
            addRoutes(server);
            const HttpClient client(scope, server.port(), 1);
            const HttpRequest request{method, path, QUrlQuery(QStringLiteral("a=b&c")), body};
            got = co_await send(scope, client, request);
        });
        QCOMPARE(QString::fromStdString(error), QString());
        QCOMPARE(got.body, answer);
        QCOMPARE(got.status, status);
        soundTrace(run);
        QCOMPARE(run.scheduler.unreadFailures(), 0);
    }

    void sendsMuch()
    {
        RecordedRun run(clockOfAll());
        HttpAnswer got;
        HttpTraffic traffic;
        const std::string error = run.play([&](Scope &scope) -> QCoro::Task<void> {
            HttpServer server(scope);
            addRoutes(server);
            const HttpClient client(scope, server.port(), 1);
            const HttpRequest request{"GET", QStringLiteral("/stream/much")};
            got = co_await send(scope, client, request);
            traffic = server.traffic();
        });
        QCOMPARE(QString::fromStdString(error), QString());
        QCOMPARE(got.body.size(), qsizetype(10000000));
        QCOMPARE(got.body.back(), char('a' + 99 % 26));
        QCOMPARE(traffic.bodyBytesOut, qint64(10000000));
        soundTrace(run);
    }

    /// What lessons draw: handlers under their own names, and two counters that come back to 0.
    void leavesItsCountersInTheRecord()
    {
        RecordedRun run(clockOfAll());
        const std::string error = run.play([&](Scope &scope) -> QCoro::Task<void> {
            HttpServer server(scope);
            addRoutes(server);
            const HttpClient client(scope, server.port(), 4);
            std::vector<Spawned<HttpAnswer>> asked;
            for (int i = 0; i < 7; ++i)
                asked.push_back(scope.spawn(send, std::cref(client), HttpRequest{"GET", QStringLiteral("/wait")}));
            const auto answers = co_await gatherOrCancel(std::move(asked));
            for (const HttpAnswer &answer : answers) {
                if (answer.status != 200 || answer.body.size() != 100000)
                    throw std::runtime_error("a wrong answer");
            }
        });
        QCOMPARE(QString::fromStdString(error), QString());
        const Trace trace = soundTrace(run);
        QCOMPARE(trace.counters().size(), std::size_t(2));
        for (const CounterTrack &counter : trace.counters()) {
            QCOMPARE(mostOf(counter), std::uint32_t(4));
            QCOMPARE(counter.changes.back().value, std::uint32_t(0));
        }
        QCOMPARE(trace.name(trace.counters()[0].name), QStringLiteral("open connections"));
        QCOMPARE(trace.name(trace.counters()[1].name), QStringLiteral("requests in flight"));
        const auto handlers = std::ranges::count(trace.tasks(), QStringLiteral("wait"), &TaskInfo::name);
        QCOMPARE(int(handlers), 7);
        if (clockOfAll() == ClockKind::Virtual)
            QCOMPARE(trace.duration(), Ns(200ms));
    }

    /// A server with nothing to do neither keeps a run going nor hides that nothing can go on.
    void keepsNothingGoing()
    {
        RecordedRun run(clockOfAll());
        const std::string error = run.play([&](Scope &scope) -> QCoro::Task<void> {
            const HttpServer server(scope);
            co_await sleep(scope, 10ms);
        });
        QCOMPARE(QString::fromStdString(error), QString());
        QCOMPARE(soundTrace(run).counters().size(), std::size_t(2));
    }

    void twoServersAtOnce()
    {
        RecordedRun run(clockOfAll());
        std::vector<int> statuses;
        const std::string error = run.play([&](Scope &scope) -> QCoro::Task<void> {
            HttpServer one(scope);
            const HttpServer other(scope);
            addRoutes(one);
            for (const HttpServer *server : {static_cast<const HttpServer *>(&one), &other}) {
                const HttpClient client(scope, server->port(), 1);
                const HttpRequest request{"GET", QStringLiteral("/api/v1/users/7")};
                const auto answer = co_await send(scope, client, request);
                statuses.push_back(answer.status);
            }
        });
        QCOMPARE(QString::fromStdString(error), QString());
        QCOMPARE(statuses, (std::vector{200, 404}));
    }
};

QTEST_GUILESS_MAIN(TestHttpServer)
#include "tst_http_server.moc"
