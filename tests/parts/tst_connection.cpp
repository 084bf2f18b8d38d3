// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/parts/connection.h"
#include "lessons/parts/lesson_database.h"
#include "lessons/parts/loop_connection.h"
#include "tests/parts/both_clocks.h"
#include "tests/runtime/sound_trace.h"

#include <QDir>
#include <QSqlDatabase>
#include <QTemporaryDir>

using namespace awaitscope;
using namespace awaitscope::test;
using namespace std::chrono_literals;

namespace {

const QString countLogs = QStringLiteral("SELECT count(*) FROM logs");
/// Takes a while: no thread is through with it within one turn of the loop.
const QString longSearch
    = QStringLiteral("WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500000) SELECT count(*) FROM n");

/// What the coroutines of a test work on.
struct World
{
    World(Scope &scope, const QString &file) : path(file), open(scope, "open connections"), connection(scope, file, open) { }

    const QString path;
    Counter open;
    Connection connection;
    Seen seen;
};

QCoro::Task<int> openAndCount(Scope &scope, World &world, Ns cost)
{
    co_await world.connection.open(scope);
    const Rows rows = co_await world.connection.query(scope, cost, countLogs);
    world.seen.times.push_back(scope.scheduler().now());
    co_return rows.at(0).at(0).toInt();
}

QCoro::Task<void> only(Scope &scope, World &world, const QString sql)
{
    co_await world.connection.query(scope, 25ms, sql);
}

std::string what(const std::exception_ptr &failure)
{
    try {
        std::rethrow_exception(failure);
    } catch (const QueryError &error) {
        return error.what();
    } catch (const Cancelled &) {
        return "cancelled";
    } catch (...) {
        return "something else";
    }
}

/// What a task ends with: nothing, or the words of its failure.
QCoro::Task<std::string> endOf(Scope &, QCoro::Task<void> task)
{
    try {
        co_await task;
    } catch (...) {
        co_return what(std::current_exception());
    }
    co_return std::string();
}

} // namespace

class TestConnection : public QObject
{
    Q_OBJECT

    QTemporaryDir folder_;
    QString path_;

private Q_SLOTS:
    void initTestCase()
    {
        const auto path = lessonDatabase(3000, folder_.path());
        QVERIFY(path.ok());
        path_ = path.value();
    }
    void cleanup()
    {
        QVERIFY(QSqlDatabase::connectionNames().isEmpty());
        const QStringList threads = QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        for (const QString &thread : threads) {
            QFile name(QStringLiteral("/proc/self/task/%1/comm").arg(thread));
            QVERIFY(!name.open(QIODevice::ReadOnly) || !name.readAll().startsWith("connection"));
        }
    }

    void opensQueriesAndCloses_data() { addBothClocks(); }
    void opensQueriesAndCloses()
    {
        RecordedRun run(clockOfRow());
        const auto story = [&](Scope &scope) -> QCoro::Task<void> {
            World world(scope, path_);
            if (world.connection.isOpen())
                throw std::runtime_error("open before it is opened");
            const int count = co_await openAndCount(scope, world, 25ms);
            co_await world.connection.close(scope);
            if (count != 3000 || world.connection.isOpen() || world.open.value() != 0)
                throw std::runtime_error("not as expected");
        };
        QCOMPARE(run.play(story), std::string());
        const Trace trace = soundTrace(run);
        QCOMPARE(trace.works().size(), std::size_t(3));
        QCOMPARE(trace.tasks().size(), std::size_t(2)); // the connection has no lane of its own
        QCOMPARE(trace.counters().size(), std::size_t(1));
        QCOMPARE(trace.counters()[0].changes.size(), std::size_t(2));
        QCOMPARE(trace.counters()[0].changes[0].value, 1u);
        QCOMPARE(trace.counters()[0].changes[1].value, 0u);
        QStringList waits;
        for (const Span &span : trace.spans()) {
            if (span.state == TaskState::InFlight)
                waits << trace.name(span.wait.name);
        }
        QCOMPARE(waits, QStringList({QStringLiteral("open"), QStringLiteral("query"), QStringLiteral("close")}));
        if (clockOfRow() == ClockKind::Virtual)
            QCOMPARE(trace.duration(), Ns(25ms));
    }

    void doesOneThingAfterAnother()
    {
        RecordedRun run;
        const auto story = [&](Scope &scope) -> QCoro::Task<void> {
            World world(scope, path_);
            co_await world.connection.open(scope, 5ms);
            auto first = scope.spawn(only, std::ref(world), countLogs);
            auto second = scope.spawn(only, std::ref(world), countLogs);
            co_await gather(std::move(first), std::move(second));
        };
        QCOMPARE(run.play(story), std::string());
        const Trace trace = soundTrace(run);
        QCOMPARE(trace.works().size(), std::size_t(3));
        QCOMPARE(trace.works()[1].begin, Ns(5ms));
        QCOMPARE(trace.works()[2].begin, Ns(30ms));
        QCOMPARE(trace.works()[2].end, Ns(55ms));
    }

    void saysWhatFailed_data() { addBothClocks(); }
    void saysWhatFailed()
    {
        RecordedRun run(clockOfRow());
        QStringList said;
        const auto story = [&](Scope &scope) -> QCoro::Task<void> {
            World world(scope, path_);
            std::string end = co_await endOf(scope, only(scope, world, countLogs));
            said << QString::fromStdString(end);
            co_await world.connection.open(scope);
            const QString nonsense = QStringLiteral("SELECT nonsense FROM logs");
            end = co_await endOf(scope, only(scope, world, nonsense));
            said << QString::fromStdString(end);
            const QString writing = QStringLiteral("DELETE FROM logs");
            end = co_await endOf(scope, only(scope, world, writing));
            said << QString::fromStdString(end);
            end = co_await endOf(scope, only(scope, world, countLogs)); // it goes on after failures
            said << QString::fromStdString(end);
        };
        QCOMPARE(run.play(story), std::string());
        soundTrace(run);
        QCOMPARE(said[0], QStringLiteral("the connection is not open"));
        QVERIFY2(said[1].contains(QLatin1String("SELECT nonsense")) && said[1].contains(QLatin1String("no such column")),
            qPrintable(said[1]));
        QVERIFY2(said[2].contains(QLatin1String("readonly")), qPrintable(said[2]));
        QCOMPARE(said[3], QString());
    }

    void refusesWhatIsNoDatabase_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("missing") << QByteArray();
        QTest::newRow("garbage") << QByteArray(4000, 'x');
    }
    void refusesWhatIsNoDatabase()
    {
        QFETCH(QByteArray, content);
        const QString path = folder_.filePath(QString::fromLatin1(QTest::currentDataTag()));
        if (!content.isEmpty()) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(content);
        }
        RecordedRun run;
        const auto story = [&](Scope &scope) -> QCoro::Task<void> {
            World world(scope, path);
            co_await openAndCount(scope, world, 25ms);
        };
        const std::string said = run.play(story);
        QVERIFY2(QString::fromStdString(said).contains(path), said.c_str());
        const Trace trace = soundTrace(run);
        QVERIFY(trace.counters()[0].changes.empty());
    }

    void isCancelledWhileAQueryRuns_data() { addBothClocks(); }
    void isCancelledWhileAQueryRuns()
    {
        RecordedRun run(clockOfRow());
        std::string end;
        const auto story = [&](Scope &scope) -> QCoro::Task<void> {
            World world(scope, path_);
            co_await world.connection.open(scope);
            Scope inner(scope);
            auto task = inner.spawn(only, std::ref(world), longSearch);
            const Ns wait = clockOfRow() == ClockKind::Virtual ? Ns(10ms) : Ns(0);
            co_await sleep(scope, wait);
            inner.cancel("enough");
            try {
                co_await task;
            } catch (...) {
                end = what(std::current_exception());
            }
            if (!world.connection.isOpen())
                throw std::runtime_error("a cancelled query closes nothing");
        };
        QCOMPARE(run.play(story), std::string());
        QCOMPARE(end, std::string("cancelled"));
        const Trace trace = soundTrace(run);
        QCOMPARE(trace.counters()[0].changes.back().value, 0u);
    }

    /// A connection that was opened for somebody who was cancelled meanwhile is open, and is counted.
    void countsWhatWasOpenedInVain()
    {
        RecordedRun run;
        int open = -1;
        const auto story = [&](Scope &scope) -> QCoro::Task<void> {
            World world(scope, path_);
            Scope inner(scope);
            const auto opening = [](Scope &own, World &its) -> QCoro::Task<void> { co_await its.connection.open(own, 20ms); };
            auto task = inner.spawn(opening, std::ref(world));
            co_await sleep(scope, 10ms);
            inner.cancel("enough");
            try {
                co_await task;
            } catch (const Cancelled &) {
                open = world.open.value();
            }
        };
        QCOMPARE(run.play(story), std::string());
        QCOMPARE(open, 1);
        const Trace trace = soundTrace(run);
        QCOMPARE(trace.counters()[0].changes.back().value, 0u);
    }

    void isClosedWhenDestroyedOpen_data() { addBothClocks(); }
    void isClosedWhenDestroyedOpen()
    {
        RecordedRun run(clockOfRow());
        const auto story = [&](Scope &scope) -> QCoro::Task<void> {
            Counter open(scope, "open connections");
            for (int i = 0; i < 3; ++i) {
                Connection connection(scope, path_, open);
                co_await connection.open(scope);
                if (open.value() != 1)
                    throw std::runtime_error("not counted");
            }
            if (open.value() != 0)
                throw std::runtime_error("left open");
        };
        QCOMPARE(run.play(story), std::string());
        soundTrace(run);
    }

    void isDestroyedUnderAQuery_data() { addBothClocks(); }
    void isDestroyedUnderAQuery()
    {
        RecordedRun run(clockOfRow());
        const auto story = [&](Scope &scope) -> QCoro::Task<void> {
            auto world = std::make_unique<World>(scope, path_);
            co_await world->connection.open(scope);
            auto asks = scope.spawn(only, std::ref(*world), longSearch);
            world.reset(); // the counter goes, too; who waits gets the rows
            co_await asks;
        };
        QCOMPARE(run.play(story), std::string());
        soundTrace(run);
    }

    void threeConnectionsAreTheSameEveryTime()
    {
        QStringList first;
        for (int i = 0; i < 20; ++i) {
            RecordedRun run;
            const auto story = [&](Scope &scope) -> QCoro::Task<void> {
                World one(scope, path_), two(scope, path_), three(scope, path_);
                auto a = scope.spawn(openAndCount, std::ref(one), Ns(30ms));
                auto b = scope.spawn(openAndCount, std::ref(two), Ns(10ms));
                auto c = scope.spawn(openAndCount, std::ref(three), Ns(30ms));
                co_await gather(std::move(a), std::move(b), std::move(c));
            };
            QCOMPARE(run.play(story), std::string());
            const Trace trace = soundTrace(run);
            QCOMPARE(trace.duration(), Ns(30ms));
            QStringList lines;
            for (const TraceEvent &event : trace.events())
                lines << QStringLiteral("%1 %2 %3").arg(event.time.count()).arg(event.task.number()).arg(int(event.kind));
            if (first.isEmpty())
                first = lines;
            QCOMPARE(lines, first);
        }
    }

    void blocksTheLoopWhereItIsAskedTo()
    {
        RecordedRun run;
        const auto story = [&](Scope &scope) -> QCoro::Task<void> {
            Counter open(scope, "open connections");
            LoopConnection connection(path_, open);
            co_await sleep(scope, 1ms);
            const Rows rows = connection.query(scope, 25ms, countLogs);
            if (rows.at(0).at(0).toInt() != 3000 || open.value() != 1)
                throw std::runtime_error("not as expected");
        };
        QCOMPARE(run.play(story), std::string());
        const Trace trace = soundTrace(run);
        QCOMPARE(trace.blocks().size(), std::size_t(1));
        QCOMPARE(trace.blocks()[0].charged, Ns(25ms));
        QCOMPARE(trace.site(trace.blocks()[0].site).file, QStringLiteral("tests/parts/tst_connection.cpp"));
        QCOMPARE(trace.duration(), Ns(26ms));
        QCOMPARE(trace.counters()[0].changes.back().value, 0u);
    }
};

QTEST_GUILESS_MAIN(TestConnection)
#include "tst_connection.moc"
