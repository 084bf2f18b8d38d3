// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/parts/http_client.h"
#include "tests/parts/both_clocks.h"
#include "tests/runtime/sound_trace.h"

#include <QTcpServer>
#include <QTcpSocket>

using namespace awaitscope;
using namespace awaitscope::test;

namespace {

/// A server of bytes that are given: to what comes first on each connection it answers with them, and closes.
class BytesServer : public QTcpServer
{
public:
    explicit BytesServer(QByteArray answer) : answer_(std::move(answer))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QIODevice::readyRead, socket, [this, socket] {
                socket->readAll();
                socket->write(answer_);
                socket->disconnectFromHost();
            });
        });
    }

private:
    const QByteArray answer_;
};

} // namespace

/// Answers that are none, or none that can be read.
class TestHttpAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addBothClocks(); }

    void refusesAnswersThatAreNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("garbage") << QByteArray(20000, 'x');
        QTest::newRow("half a head") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le");
        QTest::newRow("half a body") << QByteArray("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nabc");
        QTest::newRow("half a chunk") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nab");
        QTest::newRow("a chunk of no length") << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\nab");
    }
    void refusesAnswersThatAreNone()
    {
        QFETCH(QByteArray, bytes);
        if (clockOfAll() == ClockKind::Real && bytes.contains("chunked"))
            return; // QNetworkAccessManager takes a body in chunks for whole when the connection is closed in order
        RecordedRun run(clockOfAll());
        const BytesServer server(bytes);
        const std::string error = run.play([&](Scope &scope) -> QCoro::Task<void> {
            HttpClient client(scope, server.serverPort(), 1);
            const HttpRequest request{"POST", QStringLiteral("/"), {}, "{}"};
            const auto answer = co_await client.send(scope, request);
            Q_UNUSED(answer);
        });
        QVERIFY2(!error.empty() && !error.starts_with("deadlock"), error.c_str());
        soundTrace(run);
    }

    void parsesWhateverTheCuts()
    {
        const QByteArray sized = "HTTP/1.1 404 Not Found\r\nContent-Type: a/b\r\nContent-Length: 5\r\n\r\nhello";
        const QByteArray chunked = "HTTP/1.1 404 Not Found\r\nContent-Type: a/b\r\nTransfer-Encoding: chunked\r\n\r\n"
                                   "2\r\nhe\r\n3\r\nllo\r\n0\r\n\r\n";
        for (const QByteArray &bytes : {sized, chunked}) {
            for (qsizetype cut = 0; cut <= bytes.size(); ++cut) {
                HttpAnswerParser parser;
                parser.feed(bytes.left(cut));
                QCOMPARE(parser.finished(), cut == bytes.size());
                parser.feed(bytes.mid(cut));
                QVERIFY(parser.finished());
                QCOMPARE(parser.head().status, 404);
                QCOMPARE(parser.head().type, QByteArray("a/b"));
                QCOMPARE(parser.takeBody(), QByteArray("hello"));
            }
            HttpAnswerParser parser;
            QVERIFY_THROWS_EXCEPTION(HttpError, parser.feed(bytes + 'x'));
        }
        for (const char *wrong : {"HTTP/2 200 OK\r\nContent-Length: 0\r\n\r\n", "HTTP/1.1 200 OK\r\n\r\n",
                 "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n", "HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n",
                 "HTTP/1.1 200 OK\r\nTransfer-Encoding: gzip\r\n\r\n", "HTTP/1.1 200 OK\r\nnonsense\r\n\r\n",
                 "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n"}) {
            HttpAnswerParser parser;
            QVERIFY_THROWS_EXCEPTION(HttpError, parser.feed(wrong));
        }
    }
};

QTEST_GUILESS_MAIN(TestHttpAnswers)
#include "tst_http_answers.moc"
