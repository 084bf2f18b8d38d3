// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/parts/http_server.h"
#include "tests/parts/both_clocks.h"
#include "tests/parts/raw_talk.h"
#include "tests/runtime/sound_trace.h"

#include <QNetworkInterface>
#include <QRandomGenerator>

using namespace awaitscope;
using namespace awaitscope::test;
using namespace std::chrono_literals;

namespace {

QCoro::Task<HttpAnswer> health(Scope &scope, HttpRequest request)
{
    Q_UNUSED(request);
    co_await sleep(scope, 0ms);
    co_return jsonAnswer({{QStringLiteral("status"), QStringLiteral("healthy")}});
}

QCoro::Task<HttpAnswer> slow(Scope &scope, HttpRequest request)
{
    Q_UNUSED(request);
    co_await sleep(scope, 200ms);
    co_return jsonAnswer({});
}

const QByteArray wellFormed = "GET /health HTTP/1.1\r\nHost: x\r\n\r\n";

HttpLimits tightLimits()
{
    HttpLimits limits;
    limits.connections = 8;
    limits.head = 512;
    limits.body = 1000;
    limits.time = 300ms;
    return limits;
}

/// A server that is up.
struct TightServer
{
    explicit TightServer(Scope &scope) : server(scope, tightLimits())
    {
        server.route("GET", QStringLiteral("/health"), health);
        server.route("POST", QStringLiteral("/health"), health);
        server.route("GET", QStringLiteral("/slow"), slow);
    }
    HttpServer server;
};

QCoro::Task<bool> serves(Scope &scope, quint16 port)
{
    const QByteArray heard = co_await exchange(scope, port, wellFormed);
    co_return heard.startsWith("HTTP/1.1 200 ") && heard.endsWith("{\"status\":\"healthy\"}");
}

} // namespace

/// The server as somebody sees it who has nothing but a socket and no manners.
class TestHttpOutside : public QObject
{
    Q_OBJECT

    /// Plays `talk` against a server, which must serve afterwards.
    template <class Talk> static void play(Talk talk)
    {
        RecordedRun run(clockOfAll());
        bool servesOn = false;
        const std::string error = run.play([&](Scope &scope) -> QCoro::Task<void> {
            TightServer tight(scope);
            co_await talk(scope, tight);
            servesOn = co_await serves(scope, tight.server.port());
        });
        QCOMPARE(QString::fromStdString(error), QString());
        QVERIFY(servesOn);
        soundTrace(run);
    }

private Q_SLOTS:
    void initTestCase_data() { addBothClocks(); }

    void refuses_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, const QByteArray &bytes, int status) { QTest::newRow(name) << bytes << status; };
        row("garbage", "\x01\x02\x03 garbage", 400);
        row("a TLS hello", QByteArray::fromHex("160301020001000001fc0303"), 400);
        row("empty lines", "\r\n\r\n", 400);
        row("no version", "GET /health\r\n\r\n", 400);
        row("another version", "GET /health HTTP/2.0\r\n\r\n", 505);
        row("an unknown method", "BREW /health HTTP/1.1\r\n\r\n", 400);
        row("a whole address", "GET http://x/health HTTP/1.1\r\n\r\n", 400);
        row("a header without a colon", "GET /health HTTP/1.1\r\nnonsense\r\n\r\n", 400);
        row("a folded header", "GET /health HTTP/1.1\r\nA: b\r\n c\r\n\r\n", 400);
        row("a space in a header's name", "GET /health HTTP/1.1\r\nA : b\r\n\r\n", 400);
        row("a zero byte", QByteArray("GET /health HTTP/1.1\r\nA: \0\r\n\r\n", 30), 400);
        row("an upgrade", "GET /health HTTP/1.1\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n", 400);
        row("a second request", wellFormed + wellFormed, 400);
        row("lengths that differ", "POST /health HTTP/1.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab", 400);
        row("a negative length", "POST /health HTTP/1.1\r\nContent-Length: -1\r\n\r\n", 400);
        row("a length with a plus", "POST /health HTTP/1.1\r\nContent-Length: +1\r\n\r\na", 400);
        row("a body in chunks", "POST /health HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n", 411);
        row("a body announced too long", "POST /health HTTP/1.1\r\nContent-Length: 1001\r\n\r\n", 413);
        row("a length beyond all numbers", "POST /health HTTP/1.1\r\nContent-Length: 99999999999999999999999\r\n\r\n", 413);
        row("a head too long", "GET /health HTTP/1.1\r\nA: " + QByteArray(600, 'a'), 431);
        row("a path too long", "GET /" + QByteArray(600, 'a'), 431);
        row("half a request line", "GET /hea", 408);
        row("half a head", "GET /health HTTP/1.1\r\nHost: x\r\n", 408);
        row("half a body", "POST /health HTTP/1.1\r\nContent-Length: 10\r\n\r\nabc", 408);
        row("nothing", "", 408);
        row("an unknown path", "GET /nobody HTTP/1.1\r\n\r\n", 404);
        row("a method not taken", "DELETE /health HTTP/1.1\r\n\r\n", 405);
    }
    void refuses()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        play([&](Scope &scope, TightServer &tight) -> QCoro::Task<void> {
            const QByteArray heard = co_await exchange(scope, tight.server.port(), bytes);
            QTest::qVerify(heard.startsWith("HTTP/1.1 " + QByteArray::number(status) + ' '), heard, "", __FILE__, __LINE__);
            QTest::qVerify(heard.contains("{\"error\":\""), heard, "", __FILE__, __LINE__);
        });
    }

    void takesARequestByteByByte()
    {
        play([&](Scope &scope, TightServer &tight) -> QCoro::Task<void> {
            RawTalk talk(tight.server.port());
            for (const char byte : wellFormed) {
                talk.say(QByteArray(1, byte));
                co_await sleep(scope, 1ms);
            }
            co_await heardOut(scope, talk);
            QTest::qCompare(talk.status(), 200, "status", "200", __FILE__, __LINE__);
        });
    }

    /// A sender that says something all the time is not in time for that.
    void closesOnASlowSender()
    {
        play([&](Scope &scope, TightServer &tight) -> QCoro::Task<void> {
            RawTalk talk(tight.server.port());
            const Ns begin = scope.scheduler().now();
            talk.say("GET /health HTTP/1.1\r\n");
            for (int i = 0; i < 100 && !talk.closed; ++i) {
                co_await sleep(scope, 20ms);
                talk.say("A: b\r\n");
            }
            QTest::qCompare(talk.status(), 408, "status", "408", __FILE__, __LINE__);
            const Ns took = scope.scheduler().now() - begin;
            QTest::qVerify(took >= Ns(300ms), "took", "", __FILE__, __LINE__);
        });
    }

    void othersGoOn()
    {
        play([&](Scope &scope, TightServer &tight) -> QCoro::Task<void> {
            RawTalk half(tight.server.port());
            half.say("GET /hea");
            auto inFlight = scope.spawn(exchange, tight.server.port(), QByteArray("GET /slow HTTP/1.1\r\n\r\n"));
            const QByteArray garbage = co_await exchange(scope, tight.server.port(), "garbage");
            const bool meanwhile = co_await serves(scope, tight.server.port());
            QTest::qVerify(meanwhile && !half.closed && !inFlight.ended(), "others", "", __FILE__, __LINE__);
            const QByteArray slowAnswer = co_await inFlight;
            QTest::qVerify(slowAnswer.startsWith("HTTP/1.1 200 "), slowAnswer, "", __FILE__, __LINE__);
            half.say("lth HTTP/1.1\r\n\r\n");
            co_await heardOut(scope, half);
            QTest::qCompare(half.status(), 200, "status", "200", __FILE__, __LINE__);
        });
    }

    void takesOnlySoManyConnections()
    {
        play([&](Scope &scope, TightServer &tight) -> QCoro::Task<void> {
            std::vector<std::unique_ptr<RawTalk>> talks;
            for (int i = 0; i < 30; ++i) {
                talks.push_back(std::make_unique<RawTalk>(tight.server.port()));
                co_await sleep(scope, 1ms);
            }
            co_await sleep(scope, 50ms);
            const auto refused = std::ranges::count(talks, 503, [](const auto &talk) { return talk->status(); });
            QTest::qCompare(int(refused), 22, "refused", "22", __FILE__, __LINE__);
            QTest::qCompare(int(tight.server.traffic().refused), 22, "counted", "22", __FILE__, __LINE__);
            const bool allKept = std::ranges::count(talks, false, [](const auto &talk) { return talk->closed; }) == 8;
            QTest::qVerify(allKept, "kept", "", __FILE__, __LINE__);
            for (const auto &talk : talks)
                co_await heardOut(scope, *talk);
        });
    }

    void goesOnAfterAThousandTimesGarbage()
    {
        play([&](Scope &scope, TightServer &tight) -> QCoro::Task<void> {
            QRandomGenerator random(7);
            int refused = 0;
            for (int i = 0; i < 1000; ++i) {
                QByteArray bytes(1 + random.bounded(200), Qt::Uninitialized);
                for (char &byte : bytes)
                    byte = char(random.bounded(256));
                if (i % 2 == 0)
                    bytes = "POST /health HTTP/1.1\r\n" + bytes + "\r\n\r\n";
                const QByteArray heard = co_await exchange(scope, tight.server.port(), bytes);
                refused += heard.startsWith("HTTP/1.1 4");
            }
            QTest::qCompare(refused, 1000, "refused", "1000", __FILE__, __LINE__);
            QTest::qCompare(int(tight.server.traffic().requests), 0, "requests", "0", __FILE__, __LINE__);
        });
    }

    void keepsNoMoreThanItMay()
    {
        play([&](Scope &scope, TightServer &tight) -> QCoro::Task<void> {
            RawTalk talk(tight.server.port());
            talk.say("POST /health HTTP/1.1\r\nContent-Length: 900\r\n\r\n" + QByteArray(900, 'a') + QByteArray(4000000, 'b'));
            co_await heardOut(scope, talk);
            QTest::qVerify(talk.status() == 400 || talk.status() == 0, talk.heard, "", __FILE__, __LINE__);
        });
    }

    void forgetsAClientThatGoes()
    {
        play([&](Scope &scope, TightServer &tight) -> QCoro::Task<void> {
            {
                RawTalk talk(tight.server.port());
                talk.say("GET /slow HTTP/1.1\r\n\r\n");
                co_await sleep(scope, 50ms);
            }
            { // half a request, and away
                RawTalk talk(tight.server.port());
                talk.say("GET /sl");
                co_await sleep(scope, 50ms);
            }
            co_await sleep(scope, 300ms);
        });
    }

    void countsWhatWentOverTheWire()
    {
        qint64 said = 0, heard = 0;
        HttpTraffic traffic;
        play([&](Scope &scope, TightServer &tight) -> QCoro::Task<void> {
            for (const QByteArray &bytes : {wellFormed, QByteArray("garbage"), QByteArray("GET /hea"),
                     QByteArray("POST /health HTTP/1.1\r\nContent-Length: 3\r\n\r\nabc")}) {
                const QByteArray answer = co_await exchange(scope, tight.server.port(), bytes);
                said += bytes.size();
                heard += answer.size();
            }
            traffic = tight.server.traffic();
        });
        QCOMPARE(traffic.accepted, qint64(4));
        QCOMPARE(traffic.requests, qint64(2));
        QCOMPARE(traffic.bytesIn, said);
        QCOMPARE(traffic.bytesOut, heard);
        QCOMPARE(traffic.bodyBytesIn, qint64(3));
    }

    void listensOnTheLoopbackAlone()
    {
        RecordedRun run(clockOfAll());
        quint16 port = 0;
        QStringList reached;
        const std::string error = run.play([&](Scope &scope) -> QCoro::Task<void> {
            const TightServer tight(scope);
            port = tight.server.port();
            for (const QHostAddress &address : QNetworkInterface::allAddresses()) {
                QTcpSocket socket;
                socket.connectToHost(address, port);
                if (socket.waitForConnected(200))
                    reached.append(address.toString());
            }
            co_return;
        });
        QCOMPARE(QString::fromStdString(error), QString());
        QCOMPARE(reached, QStringList{QStringLiteral("127.0.0.1")});
        QTcpSocket late;
        late.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
        QVERIFY(!late.waitForConnected(1000));
    }

    /// With a half request, a handler at work and an answer under way.
    void closesAtOnce()
    {
        RecordedRun run(clockOfAll());
        std::unique_ptr<RawTalk> keepHalf, keepSlow;
        const std::string error = run.play([&](Scope &scope) -> QCoro::Task<void> {
            {
                const TightServer tight(scope);
                keepHalf = std::make_unique<RawTalk>(tight.server.port());
                keepSlow = std::make_unique<RawTalk>(tight.server.port());
                keepHalf->say("GET /hea");
                keepSlow->say("GET /slow HTTP/1.1\r\n\r\n");
                co_await sleep(scope, 50ms);
            }
            co_await heardOut(scope, *keepHalf);
            co_await heardOut(scope, *keepSlow);
        });
        QCOMPARE(QString::fromStdString(error), QString());
        QVERIFY(keepHalf->closed && keepSlow->closed);
        QCOMPARE(keepSlow->heard, QByteArray());
        const Trace trace = soundTrace(run);
        QCOMPARE(trace.find(u"slow")->outcome, TaskState::Cancelled);
        QCOMPARE(trace.find(u"slow")->error, QStringLiteral("the server was closed"));
        QVERIFY(trace.duration() < Ns(200ms) || clockOfAll() == ClockKind::Real);
    }
};

QTEST_GUILESS_MAIN(TestHttpOutside)
#include "tst_http_outside.moc"
