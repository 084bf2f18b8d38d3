// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/sound_trace.h"

#include <thread>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

Seen seen;

struct Connection
{
    int rows = 3;
    bool open = true;
};

QCoro::Task<int> readRows(Scope &scope, Connection &connection, std::chrono::milliseconds length, bool fails)
{
    co_await sleep(scope, length);
    if (fails)
        throw std::runtime_error("bad row");
    co_return connection.rows;
}

QCoro::Task<int> readQuickly(Scope &scope, Connection &connection)
{
    const int rows = co_await readRows(scope, connection, 10ms, false);
    co_return rows;
}

QCoro::Task<int> readBadly(Scope &scope, Connection &connection)
{
    const int rows = co_await readRows(scope, connection, 10ms, true);
    co_return rows;
}

QCoro::Task<int> readForLong(Scope &scope, Connection &connection)
{
    const int rows = co_await readRows(scope, connection, 10h, false);
    co_return rows;
}

QCoro::Task<void> closeConnection(Scope &scope, Connection &connection)
{
    co_await sleep(scope, 20ms);
    connection.open = false;
    seen.texts.push_back("closed");
    seen.times.push_back(scope.scheduler().now());
}

} // namespace

class TestResources : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { seen = {}; }
    void asyncScopeCleansUpOnEachWayOut();
    void threadGivesValueAndFailure_data();
    void threadGivesValueAndFailure();
    void threadIsAskedToStopAndJoined();
    void emptyTaskAndSecondAwait();
};

void TestResources::asyncScopeCleansUpOnEachWayOut()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const Connection connection;
        const int rows = co_await asyncScope(scope, connection, readQuickly, closeConnection);
        seen.numbers.push_back(rows);
        try {
            co_await asyncScope(scope, connection, readBadly, closeConnection);
        } catch (const std::runtime_error &failure) {
            seen.texts.push_back(failure.what());
        }
        try {
            co_await withTimeout(scope, 40ms, [](Scope &own) -> QCoro::Task<void> {
                const Connection inner;
                co_await asyncScope(own, inner, readForLong, closeConnection);
            });
        } catch (const TimedOut &timedOut) {
            seen.texts.push_back(timedOut.what());
        }
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, std::vector<int>{3});
    QCOMPARE(seen.texts, (std::vector<std::string>{"closed", "closed", "bad row", "closed", "the deadline of 40 ms passed"}));
    QCOMPARE(seen.times, (std::vector<Ns>{30ms, 60ms, 120ms}));
    soundTrace(run);
}

void TestResources::threadGivesValueAndFailure_data()
{
    QTest::addColumn<bool>("real");
    QTest::newRow("virtual clock") << false;
    QTest::newRow("real clock") << true;
}

void TestResources::threadGivesValueAndFailure()
{
    QFETCH(bool, real);
    RecordedRun run(real ? ClockKind::Real : ClockKind::Virtual);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        static std::thread::id loop;
        loop = std::this_thread::get_id();
        const auto count = [] { return std::this_thread::get_id() == loop ? 0 : 42; };
        auto call = toThread(scope, count);
        const int value = co_await call;
        seen.numbers = {value, std::this_thread::get_id() == loop};
        const auto fail = [] { throw std::runtime_error("on the thread"); };
        auto failing = toThread(scope, fail);
        co_await failing;
    });
    QCOMPARE(error, std::string("on the thread"));
    QCOMPARE(seen.numbers, (std::vector<int>{42, 1}));
    if (!real)
        QCOMPARE(run.scheduler.now(), Ns(0));
    soundTrace(run);
}

void TestResources::threadIsAskedToStopAndJoined()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        static std::atomic<bool> stopped;
        stopped = false;
        auto task = scope.spawn([](Scope &own) -> QCoro::Task<void> {
            const auto untilStopped = [](std::stop_token stop) {
                while (!stop.stop_requested())
                    std::this_thread::yield();
                stopped = true;
            };
            auto call = toThread(own, untilStopped);
            co_await call;
        });
        task.state().scope().cancel("stop it");
        const auto [end] = co_await settleAll(std::move(task));
        seen.texts.push_back(end.errorText());
        seen.numbers.push_back(stopped);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, std::vector<std::string>{"stop it"});
    QCOMPARE(seen.numbers, std::vector<int>{1});
    soundTrace(run);
}

void TestResources::emptyTaskAndSecondAwait()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Connection connection;
        QCoro::Task<int> suspends = readRows(scope, connection, 1ms, false);
        co_await suspends;
        try {
            co_await suspends;
        } catch (const std::logic_error &mistake) {
            seen.texts.push_back(mistake.what());
        }
        QCoro::Task<int> endsAtOnce = [](Scope &) -> QCoro::Task<int> { co_return 1; }(scope);
        co_await endsAtOnce;
        try {
            co_await endsAtOnce;
        } catch (const std::logic_error &mistake) {
            seen.texts.push_back(mistake.what());
        }
        QCoro::Task<int> moved = std::move(endsAtOnce);
        try {
            co_await endsAtOnce;
        } catch (const std::logic_error &mistake) {
            seen.texts.push_back(mistake.what());
        }
    });
    QCOMPARE(error, std::string());
    const std::string twice = "a task is awaited twice: its result was taken by the first await";
    QCOMPARE(seen.texts, (std::vector<std::string>{twice, twice, "an empty task is awaited: it was moved away or never made"}));
    soundTrace(run);
}

QTEST_GUILESS_MAIN(TestResources)
#include "tst_resources.moc"
