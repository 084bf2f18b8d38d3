// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/clock/busy_machine.h"
#include "tests/clock/signalled.h"
#include "tests/runtime/recorded_run.h"

#include <QEventLoop>
#include <QHttpServer>
#include <QHttpServerResponder>
#include <QNetworkProxy>
#include <QTcpSocket>

#include <random>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

constexpr int clients = 10;

quint16 port;
int requestsOfEach;
int answered;
std::vector<std::string> wrong;

/// One request on a connection of its own, told of by callbacks.
class Request
{
public:
    Request(int milliseconds, std::function<void()> whenDone) : whenDone_(std::move(whenDone))
    {
        socket_.setProxy(QNetworkProxy::NoProxy);
        QObject::connect(&socket_, &QTcpSocket::connected, &socket_, [this, milliseconds] {
            socket_.write("GET /sleep/" + QByteArray::number(milliseconds) + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        });
        QObject::connect(&socket_, &QTcpSocket::readyRead, &socket_, [this] {
            received_ += socket_.readAll();
            if (ok())
                whenDone_();
        });
        QObject::connect(&socket_, &QTcpSocket::errorOccurred, &socket_, [this] { whenDone_(); });
        socket_.connectToHost(QHostAddress(QHostAddress::LocalHost), port);
    }
    bool ok() const { return received_.startsWith("HTTP/1.1 200") && received_.endsWith("\r\n\r\nslept"); }

private:
    std::function<void()> whenDone_;
    QTcpSocket socket_;
    QByteArray received_;
};

QCoro::Task<void> answer(Scope &scope, int milliseconds, std::shared_ptr<QHttpServerResponder> responder)
{
    co_await sleep(scope, std::chrono::milliseconds(milliseconds));
    responder->write(QByteArray("slept"), QByteArray("text/plain"));
}

void judge(Scope &scope, const Request &request, Ns begin, int milliseconds)
{
    const Ns latency = scope.scheduler().now() - begin;
    if (request.ok() && latency == std::chrono::milliseconds(milliseconds))
        ++answered;
    else
        wrong.push_back("asked for " + std::to_string(milliseconds) + " ms, took " + std::to_string(latency.count()) + " ns");
}

QCoro::Task<void> client(Scope &scope, unsigned seed)
{
    std::minstd_rand random(seed);
    for (int i = 0; i < requestsOfEach; ++i) {
        const int milliseconds = static_cast<int>(random() % 30);
        const Ns begin = scope.scheduler().now();
        Signalled done(scope);
        const Request request(milliseconds, [&done] { done.tell(); });
        co_await done;
        judge(scope, request, begin, milliseconds);
    }
}

/// The same, waiting in an event loop of its own.
QCoro::Task<void> nestingClient(Scope &scope, unsigned seed)
{
    std::minstd_rand random(seed);
    for (int i = 0; i < requestsOfEach; ++i) {
        const int milliseconds = static_cast<int>(random() % 30);
        const Ns begin = scope.scheduler().now();
        QEventLoop loop;
        const Request request(milliseconds, [&loop] { loop.quit(); });
        loop.exec();
        judge(scope, request, begin, milliseconds);
        co_await sleep(scope, 1ms);
    }
}

QCoro::Task<void> serveAndAsk(Scope &scope, bool nests)
{
    Scope handlers(scope);
    QHttpServer server;
    server.route(QStringLiteral("/sleep/<arg>"), [&handlers](int milliseconds, QHttpServerResponder &&responder) {
        handlers.spawn(answer, milliseconds, std::make_shared<QHttpServerResponder>(std::move(responder)));
    });
    port = server.listen(QHostAddress::LocalHost, 0);
    if (port == 0)
        throw std::runtime_error("the server cannot listen");
    std::vector<Spawned<void>> tasks;
    for (unsigned seed = 1; seed <= clients; ++seed)
        tasks.push_back(scope.spawn(client, seed));
    if (nests)
        co_await nestingClient(scope, clients + 1);
    co_await gather(std::move(tasks));
}

} // namespace

/// A server and its clients on one loop, over real sockets, on the virtual clock: what is under way in the kernel takes no time.
class TestHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void latencyIsWhatTheHandlerSleeps_data();
    void latencyIsWhatTheHandlerSleeps();
};

void TestHttp::latencyIsWhatTheHandlerSleeps_data()
{
    QTest::addColumn<bool>("nests");
    QTest::newRow("one loop") << false;
    QTest::newRow("and a nested one") << true;
}

void TestHttp::latencyIsWhatTheHandlerSleeps()
{
    QFETCH(bool, nests);
    const BusyMachine busy;
    requestsOfEach = repetitions(20, 400);
    answered = 0;
    wrong.clear();
    RecordedRun run;
    const std::string error = run.play([nests](Scope &scope) { return serveAndAsk(scope, nests); });
    QCOMPARE(error, std::string());
    QVERIFY2(
        wrong.empty(), qPrintable(QString::number(wrong.size()) + " wrong: " + (wrong.empty() ? "" : wrong.front().c_str())));
    QCOMPARE(answered, (clients + nests) * requestsOfEach);
    QCOMPARE(run.scheduler.liveFrames(), 0);
}

AWAITSCOPE_CLOCK_MAIN(TestHttp)
#include "tst_http.moc"
