// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/recorded_run.h"

#include <QEventLoop>
#include <QTest>
#include <QTimer>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

std::vector<int> seen;

QCoro::Task<void> noteTime(Scope &scope, int number, std::chrono::milliseconds length)
{
    co_await sleep(scope, length);
    seen.push_back(number);
}

} // namespace

/// The scheduler inside event loops that a task spins.
class TestNestedLoops : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { seen = {}; }
    void sleepsEndInsideNestedLoops_data();
    void sleepsEndInsideNestedLoops();
    void nestedLoopThatQuitsWhileTimeJumps();
    void nestedLoopThatWaitsForTheOutsideIsNoDeadlock();
};

void TestNestedLoops::sleepsEndInsideNestedLoops_data()
{
    QTest::addColumn<ClockKind>("clock");
    QTest::newRow("virtual clock") << ClockKind::Virtual;
    QTest::newRow("real clock") << ClockKind::Real;
}

void TestNestedLoops::sleepsEndInsideNestedLoops()
{
    QFETCH(ClockKind, clock);
    RecordedRun run(clock);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        static QEventLoop *inner;
        QEventLoop loop;
        inner = &loop;
        scope.spawn(noteTime, 1, 2ms);
        const auto quitter = [](Scope &own) -> QCoro::Task<void> {
            co_await sleep(own, 4ms);
            seen.push_back(2);
            inner->quit();
        };
        scope.spawn(quitter);
        co_await sleep(scope, 1ms);
        loop.exec();
        seen.push_back(3);
        co_await sleep(scope, 1ms);
        seen.push_back(4);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen, (std::vector<int>{1, 2, 3, 4}));
    QCOMPARE(run.scheduler.liveFrames(), 0);
}

void TestNestedLoops::nestedLoopThatQuitsWhileTimeJumps()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        for (int i = 0; i < 20; ++i) {
            QEventLoop loop;
            scope.spawn([](Scope &own) -> QCoro::Task<void> { co_await sleep(own, 0ms); }); // its turn looks for events
            QTimer::singleShot(0, &loop, [&loop] { QTimer::singleShot(0, &loop, &QEventLoop::quit); });
            loop.exec();
            co_await sleep(scope, 1ms);
        }
        seen.push_back(1);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen, std::vector<int>{1});
}

void TestNestedLoops::nestedLoopThatWaitsForTheOutsideIsNoDeadlock()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        scope.spawn(noteTime, 1, 1ms);
        QEventLoop loop;
        QTimer::singleShot(5, &loop, &QEventLoop::quit); // unknown to the scheduler
        loop.exec();
        seen.push_back(2);
        co_await sleep(scope, 1ms);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen, (std::vector<int>{1, 2}));
}

QTEST_GUILESS_MAIN(TestNestedLoops)
#include "tst_nested_loops.moc"
