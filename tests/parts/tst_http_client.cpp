// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/parts/http_client.h"
#include "lessons/parts/http_server.h"
#include "tests/parts/both_clocks.h"
#include "tests/runtime/sound_trace.h"

#include <QDir>
#include <QTcpSocket>

#include <cstring>

using namespace awaitscope;
using namespace awaitscope::test;
using namespace std::chrono_literals;

namespace {

QCoro::Task<HttpAnswer> echo(Scope &scope, HttpRequest request)
{
    const QJsonObject body = jsonBody(request);
    const int length = body.value(QLatin1String("ms")).toInt();
    co_await sleep(scope, std::chrono::milliseconds(length));
    co_return jsonAnswer(body);
}

QCoro::Task<void> count(Scope &scope, HttpRequest request, HttpStream stream)
{
    const int lines = request.query.queryItemValue(QStringLiteral("lines")).toInt();
    for (int i = 0; i < lines; ++i) {
        co_await sleep(scope, 10ms);
        co_await stream.write(scope, QByteArray::number(i) + '\n');
    }
    if (request.query.hasQueryItem(QStringLiteral("breaks")))
        throw std::runtime_error("the table is gone");
}

HttpRequest post(const QByteArray &body)
{
    return {"POST", QStringLiteral("/echo"), {}, body};
}

/// A server with its routes and a client of it, for one test.
struct Pair
{
    Pair(Scope &scope, int connections) : server(scope), client(scope, prepared(server).port(), connections) { }
    static HttpServer &prepared(HttpServer &server)
    {
        server.route("POST", QStringLiteral("/echo"), echo);
        server.route("GET", QStringLiteral("/count"), count);
        return server;
    }
    HttpServer server;
    HttpClient client;
};

QCoro::Task<HttpAnswer> ask(Scope &scope, const Pair &pair, QByteArray body)
{
    auto answer = co_await pair.client.send(scope, post(body));
    co_return answer;
}

QCoro::Task<int> readAll(Scope &scope, const Pair &pair, QByteArray query, Seen &seen)
{
    const HttpRequest request{"GET", QStringLiteral("/count"), QUrlQuery(QString::fromLatin1(query))};
    auto reader = co_await pair.client.open(scope, request);
    for (;;) {
        const auto part = co_await reader.next(scope);
        if (!part)
            break;
        seen.texts.push_back(part->toStdString());
        seen.times.push_back(scope.scheduler().now());
    }
    co_return reader.status();
}

/// Cancels a scope at a time of its clock. Not traced: the scope is no reference.
QCoro::Task<void> cancelAfter(Scope *scope, Ns moment)
{
    co_await sleep(*scope, moment);
    scope->cancel("by the test");
}

QCoro::Task<void> askMany(Scope &scope, const Pair &pair, int requests, int milliseconds)
{
    std::vector<Spawned<HttpAnswer>> asked;
    for (int i = 0; i < requests; ++i)
        asked.push_back(scope.spawn(ask, std::cref(pair), QByteArray("{\"ms\":") + QByteArray::number(milliseconds) + '}'));
    const auto answers = co_await gatherOrCancel(std::move(asked));
    for (const HttpAnswer &answer : answers) {
        if (answer.status != 200)
            throw std::runtime_error("status " + std::to_string(answer.status));
    }
}

int openFiles()
{
    return int(QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::NoDotAndDotDot | QDir::AllEntries | QDir::System).size());
}

} // namespace

/// The client against the real server, on both clocks.
class TestHttpClient : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBothClocks(); }

    void givesTheAnswer()
    {
        RecordedRun run(clockOfAll());
        HttpAnswer answer;
        HttpTraffic traffic;
        HttpSent sent;
        const std::string error = run.play([&](Scope &scope) -> QCoro::Task<void> {
            Pair pair(scope, 1);
            answer = co_await ask(scope, pair, "{\"ms\":20}");
            traffic = pair.server.traffic();
            sent = pair.client.sent();
        });
        QCOMPARE(QString::fromStdString(error), QString());
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.body, QByteArray("{\"ms\":20}"));
        QCOMPARE(traffic.accepted, qint64(1));
        QCOMPARE(traffic.bodyBytesIn, sent.bodyBytesOut);
        QCOMPARE(traffic.bodyBytesOut, sent.bodyBytesIn);
        const Trace trace = soundTrace(run);
        if (clockOfAll() == ClockKind::Virtual) {
            QCOMPARE(trace.duration(), Ns(20ms));
            QCOMPARE(traffic.bytesIn, sent.bytesOut);
            QCOMPARE(traffic.bytesOut, sent.bytesIn);
        }
        QVERIFY(trace.duration() >= Ns(20ms));
        const TaskInfo *asker = trace.find(u"ask");
        QVERIFY(asker);
        const Span &wait = trace.spans()[asker->spans[1]];
        QCOMPARE(wait.state, TaskState::InFlight);
        QCOMPARE(trace.name(wait.wait.name), QStringLiteral("POST /echo"));
        QVERIFY(trace.find(u"echo"));
        QCOMPARE(trace.tasks().size(), std::size_t(3)); // the test's, the asker, the handler: a request is no task
    }

    void queuesForAConnection()
    {
        constexpr int requests = 8, connections = 3;
        RecordedRun run(clockOfAll());
        HttpTraffic traffic;
        const std::string error = run.play([&](Scope &scope) -> QCoro::Task<void> {
            Pair pair(scope, connections);
            co_await askMany(scope, pair, requests, 100);
            traffic = pair.server.traffic();
        });
        QCOMPARE(QString::fromStdString(error), QString());
        QCOMPARE(traffic.accepted, qint64(requests));
        const Trace trace = soundTrace(run);
        QVERIFY(trace.duration() >= Ns(300ms)); // three waves
        if (clockOfAll() == ClockKind::Virtual)
            QCOMPARE(trace.duration(), Ns(300ms));
        const Resource &seats = trace.resources().at(0);
        QCOMPARE(trace.name(seats.name), QStringLiteral("connection"));
        std::uint32_t most = 0, longestLine = 0;
        for (const SeatEvent &change : seats.changes) {
            most = std::max(most, change.inUse);
            longestLine = std::max(longestLine, change.queued);
        }
        QCOMPARE(most, std::uint32_t(connections));
        QCOMPARE(longestLine, std::uint32_t(requests - connections));
        std::vector<TaskState> states;
        const TaskInfo *last = nullptr;
        for (const TaskInfo &task : trace.tasks()) {
            if (task.name == QLatin1String("ask"))
                last = &task;
        }
        for (const std::size_t span : last->spans) {
            if (trace.spans()[span].state != TaskState::Running)
                states.push_back(trace.spans()[span].state);
        }
        QCOMPARE(states, (std::vector{TaskState::Queued, TaskState::InFlight}));
    }

    /// More connections than one QNetworkAccessManager opens.
    void usesAllItsConnections()
    {
        RecordedRun run(clockOfAll());
        const std::string error = run.play([&](Scope &scope) -> QCoro::Task<void> {
            Pair pair(scope, 20);
            co_await askMany(scope, pair, 20, 300);
        });
        QCOMPARE(QString::fromStdString(error), QString());
        const Trace trace = soundTrace(run);
        std::size_t together = 0;
        for (const TaskInfo &task : trace.tasks()) {
            const Ns middle = trace.task(TaskId(2)).start + 250ms;
            together += task.name == QLatin1String("echo") && task.start < middle && task.end > middle;
        }
        QCOMPARE(together, std::size_t(20)); // all were at the server before the first had its answer
    }

    void readsAnAnswerAsItComes()
    {
        RecordedRun run(clockOfAll());
        Seen seen;
        int status = 0;
        const std::string error = run.play([&](Scope &scope) -> QCoro::Task<void> {
            Pair pair(scope, 1);
            status = co_await readAll(scope, pair, "lines=4", seen);
        });
        QCOMPARE(QString::fromStdString(error), QString());
        QCOMPARE(status, 200);
        std::string whole;
        for (const std::string &part : seen.texts)
            whole += part;
        QCOMPARE(whole, std::string("0\n1\n2\n3\n"));
        QVERIFY(seen.texts.size() > 1);
        if (clockOfAll() == ClockKind::Virtual)
            QCOMPARE(seen.times, (std::vector<Ns>{10ms, 20ms, 30ms, 40ms}));
        soundTrace(run);
    }

    void noticesAnAnswerThatBreaksOff()
    {
        RecordedRun run(clockOfAll());
        Seen seen;
        const std::string error = run.play([&](Scope &scope) -> QCoro::Task<void> {
            Pair pair(scope, 1);
            const int status = co_await readAll(scope, pair, "lines=2&breaks", seen);
            seen.numbers.push_back(status);
        });
        QVERIFY2(error.starts_with("the connection to 127.0.0.1:"), error.c_str());
        QVERIFY(seen.numbers.empty());
        soundTrace(run);
    }

    void leavesAStreamEarly()
    {
        RecordedRun run(clockOfAll());
        const std::string error = run.play([&](Scope &scope) -> QCoro::Task<void> {
            Pair pair(scope, 1);
            const HttpRequest request{"GET", QStringLiteral("/count"), QUrlQuery(QStringLiteral("lines=1000000"))};
            {
                auto reader = co_await pair.client.open(scope, request);
                const auto part = co_await reader.next(scope);
                Q_UNUSED(part);
            }
            co_await askMany(scope, pair, 1, 50); // the connection is free again
        });
        QCOMPARE(QString::fromStdString(error), QString());
        const Trace trace = soundTrace(run);
        QCOMPARE(trace.find(u"count")->outcome, TaskState::Failed);
        QVERIFY(trace.find(u"count")->error.startsWith(QLatin1String("the client has gone")));
    }

    void failsWhereNobodyListens()
    {
        RecordedRun run(clockOfAll());
        quint16 port = 0;
        const std::string error = run.play([&](Scope &scope) -> QCoro::Task<void> {
            {
                const HttpServer server(scope);
                port = server.port();
            }
            HttpClient client(scope, port, 1);
            const auto answer = co_await client.send(scope, post("{}"));
            Q_UNUSED(answer);
        });
        QVERIFY2(error.starts_with("the connection to 127.0.0.1:" + std::to_string(port) + " failed: "), error.c_str());
        soundTrace(run);
    }

    void refusesNoConnections()
    {
        RecordedRun run(clockOfAll());
        const std::string error = run.play([&](Scope &scope) -> QCoro::Task<void> {
            HttpClient client(scope, 1, 0);
            co_return;
        });
        QVERIFY2(QString::fromStdString(error).contains(QLatin1String("needs at least 1")), error.c_str());
    }

    /// In the line, on the way, at the handler, in the same turn as the answer.
    void leavesNothingWhenCancelled()
    {
        int files = -1; // from the first time on, when Qt has opened what it keeps
        for (int milliseconds : {0, 1, 40, 50, 51, 99, 100}) {
            RecordedRun run(clockOfAll());
            quint16 port = 0;
            const std::string error = run.play([&](Scope &scope) -> QCoro::Task<void> {
                auto canceller = cancelAfter(&scope, std::chrono::milliseconds(milliseconds));
                Pair pair(scope, 2);
                port = pair.server.port();
                co_await askMany(scope, pair, 4, 50);
                co_await canceller;
            });
            QCOMPARE(QString::fromStdString(error), QStringLiteral("by the test"));
            soundTrace(run);
            QCOMPARE(run.scheduler.unreadFailures(), 0);
            QTcpSocket late;
            late.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
            QVERIFY(!late.waitForConnected(1000));
            late.abort();
            if (clockOfAll() == ClockKind::Real)
                QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
            if (files < 0)
                files = openFiles();
            QCOMPARE(openFiles(), files);
        }
    }

    void isTheSameEveryTime()
    {
        if (clockOfAll() == ClockKind::Real)
            return;
        std::vector<RawEvent> first;
        for (int i = 0; i < 100; ++i) {
            RecordedRun run;
            QCOMPARE(QString::fromStdString(run.play([&](Scope &scope) -> QCoro::Task<void> {
                Pair pair(scope, 4);
                co_await askMany(scope, pair, 13, 20);
            })),
                QString());
            if (i == 0)
                first = run.events;
            QCOMPARE(run.events.size(), first.size());
            QVERIFY(std::memcmp(run.events.data(), first.data(), first.size() * sizeof(RawEvent)) == 0);
        }
    }
};

QTEST_GUILESS_MAIN(TestHttpClient)
#include "tst_http_client.moc"
