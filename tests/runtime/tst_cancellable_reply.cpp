// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/sound_trace.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpServer>
#include <QTcpSocket>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

Seen seen;

/// What a wait can meet of a reply, at the moment that the test chooses.
class OwnReply : public QObject
{
    Q_OBJECT

public:
    bool isFinished() const { return finished_; }
    void abort()
    {
        ++aborts;
        finish();
    }
    void finish()
    {
        finished_ = true;
        Q_EMIT finished();
    }
    int aborts = 0;

Q_SIGNALS:
    void finished();

private:
    bool finished_ = false;
};

QCoro::Task<void> waitFor(Scope &scope, OwnReply *reply)
{
    try {
        const OwnReply *answer = co_await cancellable(scope, reply);
        seen.texts.push_back(answer == reply ? "answer" : "another");
    } catch (const std::exception &failure) {
        seen.texts.push_back(failure.what());
        throw;
    }
}

/// Answers each request on the loopback interface with its path, but never one for "/never".
class Server
{
public:
    Server()
    {
        server_.listen(QHostAddress::LocalHost, 0);
        QObject::connect(&server_, &QTcpServer::newConnection, &server_, [this] {
            QTcpSocket *socket = server_.nextPendingConnection();
            QObject::connect(socket, &QTcpSocket::readyRead, socket, [socket] { answer(socket); });
        });
    }
    QNetworkRequest request(const QString &path) const
    {
        return QNetworkRequest(QUrl(QStringLiteral("http://127.0.0.1:%1%2").arg(server_.serverPort()).arg(path)));
    }

private:
    static void answer(QTcpSocket *socket)
    {
        const QByteArray path = socket->readAll().split(' ').value(1);
        if (path == "/never")
            return;
        const QByteArray status = path == "/missing" ? "404 Not Found" : "200 OK";
        socket->write("HTTP/1.1 " + status + "\r\nConnection: close\r\nContent-Length: " + QByteArray::number(path.size())
            + "\r\n\r\n" + path);
        socket->disconnectFromHost();
    }

    QTcpServer server_;
};

const std::string senderGone = "the sender was destroyed while somebody waited for it: reply";

} // namespace

class TestCancellableReply : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { seen = {}; }
    void whatComesFirstDecides_data();
    void whatComesFirstDecides();
    void finishedOrGoneBefore();
    void networkReplies_data() { clocks(); }
    void networkReplies();
    void networkReplyIsAborted_data() { clocks(); }
    void networkReplyIsAborted();

private:
    void clocks()
    {
        QTest::addColumn<ClockKind>("clock");
        QTest::newRow("virtual clock") << ClockKind::Virtual;
        QTest::newRow("real clock") << ClockKind::Real;
    }
};

void TestCancellableReply::whatComesFirstDecides_data()
{
    QTest::addColumn<ClockKind>("clock");
    QTest::addColumn<QString>("what"); // f: finished, c: cancelled, d: the reply destroyed, all in one turn
    QTest::addColumn<QString>("result");
    QTest::addColumn<int>("aborts");
    const QString gone = QString::fromStdString(senderGone);
    const QString stop = QStringLiteral("stop"), answer = QStringLiteral("answer");
    for (const auto clock : {ClockKind::Virtual, ClockKind::Real}) {
        const auto row = [&](const char *what, const QString &result, int aborts) {
            const QByteArray name = QByteArray(what) + (clock == ClockKind::Real ? ", real clock" : ", virtual clock");
            QTest::newRow(name.constData()) << clock << QString::fromLatin1(what) << result << aborts;
        };
        row("f", answer, 0);
        row("c", stop, 1);
        row("d", gone, 0);
        row("fc", answer, 0);
        row("cf", stop, 0);
        row("fd", gone, 0); // a reply that is gone cannot be given
        row("cd", stop, 0);
        row("dc", gone, 0);
    }
}

void TestCancellableReply::whatComesFirstDecides()
{
    QFETCH(ClockKind, clock);
    QFETCH(QString, what);
    QFETCH(QString, result);
    QFETCH(int, aborts);
    RecordedRun run(clock);
    static QString steps;
    steps = what;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto reply = std::make_unique<OwnReply>();
        auto task = scope.spawn(waitFor, reply.get());
        co_await sleep(scope, 0ms);
        for (const QChar step : steps) {
            if (step == QLatin1Char('c'))
                task.state().scope().cancel("stop");
            else if (step == QLatin1Char('d'))
                reply.reset();
            else
                reply->finish();
        }
        const auto [end] = co_await settleAll(std::move(task));
        seen.numbers.push_back(reply ? reply->aborts : 0);
        co_await sleep(scope, 1ms);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, std::vector<std::string>{result.toStdString()});
    QCOMPARE(seen.numbers, std::vector<int>{aborts});
    const Trace trace = soundTrace(run);
    const TaskInfo *waiter = trace.find(u"waitFor");
    QVERIFY(std::ranges::any_of(waiter->spans, [&](std::size_t span) {
        const Wait &wait = trace.spans()[span].wait;
        return wait.kind == WaitKind::Foreign && trace.name(wait.name) == QLatin1String("reply");
    }));
}

void TestCancellableReply::finishedOrGoneBefore()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto reply = std::make_unique<OwnReply>();
        reply->finish();
        co_await waitFor(scope, reply.get());
        const auto later = cancellable(scope, reply.get());
        reply.reset();
        try {
            co_await later;
        } catch (const SenderDestroyed &failure) {
            seen.texts.push_back(failure.what());
        }
        reply = std::make_unique<OwnReply>();
        scope.cancel("no more");
        try {
            co_await waitFor(scope, reply.get());
        } catch (const Cancelled &) {
            seen.numbers.push_back(reply->aborts);
        }
        reply = std::make_unique<OwnReply>();
        reply->finish();
        co_await waitFor(scope, reply.get()); // has finished, so it is given although the scope is cancelled
    });
    QCOMPARE(error, std::string("no more"));
    QCOMPARE(seen.texts, (std::vector<std::string>{"answer", senderGone, "no more", "answer"}));
    QCOMPARE(seen.numbers, std::vector<int>{1});
    soundTrace(run);
}

void TestCancellableReply::networkReplies()
{
    QFETCH(ClockKind, clock);
    RecordedRun run(clock);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Server server;
        QNetworkAccessManager manager;
        const auto load = [](Scope &own, QNetworkReply *sent) -> QCoro::Task<void> {
            const std::unique_ptr<QNetworkReply> owned(sent);
            QNetworkReply *reply = co_await cancellable(own, sent);
            seen.texts.push_back(reply->readAll().toStdString());
            seen.numbers.push_back(reply->error());
        };
        const Ns before = scope.scheduler().now();
        auto tooEarly = scope.spawn([](Scope &own) -> QCoro::Task<void> {
            co_await sleep(own, 1h);
            seen.texts.push_back("time went on");
        });
        co_await load(scope, manager.get(server.request(QStringLiteral("/user"))));
        co_await load(scope, manager.get(server.request(QStringLiteral("/missing"))));
        if (scope.scheduler().clock() == ClockKind::Virtual)
            seen.times.push_back(scope.scheduler().now() - before);
        tooEarly.state().scope().cancel("not needed");
        co_await settleAll(std::move(tooEarly));
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, (std::vector<std::string>{"/user", "/missing"}));
    QCOMPARE(seen.numbers, (std::vector<int>{QNetworkReply::NoError, QNetworkReply::ContentNotFoundError}));
    if (clock == ClockKind::Virtual)
        QCOMPARE(seen.times, std::vector<Ns>{0ms});
    soundTrace(run);
}

void TestCancellableReply::networkReplyIsAborted()
{
    QFETCH(ClockKind, clock);
    RecordedRun run(clock);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Server server;
        QNetworkAccessManager manager;
        const std::unique_ptr<QNetworkReply> reply(manager.get(server.request(QStringLiteral("/never"))));
        const auto load = [](Scope &own, QNetworkReply *sent) -> QCoro::Task<void> { co_await cancellable(own, sent); };
        auto task = scope.spawn(load, reply.get());
        co_await sleep(scope, 0ms);
        task.state().scope().cancel("too slow");
        const auto [end] = co_await settleAll(std::move(task));
        seen.texts.push_back(end.errorText());
        seen.numbers = {reply->isFinished(), reply->error()};
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, std::vector<std::string>{"too slow"});
    QCOMPARE(seen.numbers, (std::vector<int>{1, QNetworkReply::OperationCanceledError}));
    soundTrace(run);
}

QTEST_GUILESS_MAIN(TestCancellableReply)
#include "tst_cancellable_reply.moc"
