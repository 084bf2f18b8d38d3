// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/sound_trace.h"

#include <QCoroTimer>

#include <QTimer>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

Seen seen;

QCoro::Task<int> value(Scope &scope, int number, std::chrono::milliseconds length)
{
    co_await sleep(scope, length);
    co_return number;
}

/// Not traced: what an event from outside does.
QCoro::Task<void> spawnLater(Scope *scope)
{
    co_await sleep(*scope, 2ms);
    note(*scope, "from outside");
    scope->spawn(value, 3, 1ms);
}

QCoro::Task<void> fail(Scope &scope, std::chrono::milliseconds length)
{
    if (length > 0ms)
        co_await sleep(scope, length);
    throw std::runtime_error("no such user");
}

/// Not traced, and on no clock of ours.
QCoro::Task<std::unique_ptr<int>> plainValue(int number, bool fails)
{
    co_await QCoro::sleepFor(1ms);
    if (fails)
        throw std::runtime_error("a plain failure");
    co_return std::make_unique<int>(number);
}

QCoro::Task<std::string> atOnce(bool fails)
{
    if (fails)
        throw std::runtime_error("at once");
    co_return "here";
}

} // namespace

class TestRunBlocking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { seen = {}; }
    void worksOutsideOfRuns();
    void insideOfARun_data();
    void insideOfARun();
    void nestedCallsReturnLastInFirstOut_data();
    void nestedCallsReturnLastInFirstOut();
    void nobodyIsCalledByTheTaskBelow();
    void failureIsReadOnce();
    void emptyTask();
    void applicationThatEndsMeanwhile();
};

void TestRunBlocking::worksOutsideOfRuns()
{
    QCOMPARE(*runBlocking(plainValue(3, false)), 3);
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, runBlocking(plainValue(3, true)));
    QCOMPARE(runBlocking(atOnce(false)), std::string("here"));
    QVERIFY_THROWS_EXCEPTION(std::runtime_error, runBlocking(atOnce(true)));
    const auto nothing = []() -> QCoro::Task<void> { co_await QCoro::sleepFor(1ms); };
    runBlocking(nothing());
}

void TestRunBlocking::insideOfARun_data()
{
    QTest::addColumn<ClockKind>("clock");
    QTest::newRow("virtual clock") << ClockKind::Virtual;
    QTest::newRow("real clock") << ClockKind::Real;
}

void TestRunBlocking::insideOfARun()
{
    QFETCH(ClockKind, clock);
    RecordedRun run(clock);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const auto other = [](Scope &own) -> QCoro::Task<void> {
            co_await sleep(own, 2ms);
            seen.numbers.push_back(1);
        };
        scope.spawn(other);
        co_await sleep(scope, 1ms);
        seen.numbers.push_back(runBlocking(scope, value(scope, 2, 10ms)));
        seen.times.push_back(scope.scheduler().now());
        runBlocking(scope, fail(scope, 1ms));
    });
    QCOMPARE(error, std::string("no such user"));
    QCOMPARE(seen.numbers, (std::vector<int>{1, 2}));
    if (clock == ClockKind::Virtual)
        QCOMPARE(seen.times, std::vector<Ns>{11ms});
    const Trace trace = soundTrace(run);
    QCOMPARE(trace.nestedLoops().size(), std::size_t(2));
    const NestedLoop &loop = trace.nestedLoops()[0];
    QCOMPARE(loop.task, trace.tasks()[0].id);
    QVERIFY(!loop.open);
    QVERIFY(trace.site(loop.site).file.endsWith(QStringLiteral("tst_run_blocking.cpp")));
    if (clock == ClockKind::Virtual)
        QCOMPARE(loop.end - loop.begin, Ns(10ms));
    QVERIFY(!trace.nestedLoops()[1].open);
    QCOMPARE(run.scheduler.unreadFailures(), 0);
}

void TestRunBlocking::nestedCallsReturnLastInFirstOut_data()
{
    insideOfARun_data();
}

void TestRunBlocking::nestedCallsReturnLastInFirstOut()
{
    QFETCH(ClockKind, clock);
    RecordedRun run(clock);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const auto outer = [](Scope &own) -> QCoro::Task<void> {
            seen.numbers.push_back(runBlocking(own, value(own, 1, 5ms)));
            seen.times.push_back(own.scheduler().now());
            co_return;
        };
        const auto inner = [](Scope &own) -> QCoro::Task<void> {
            co_await sleep(own, 2ms);
            seen.numbers.push_back(runBlocking(own, value(own, 2, 20ms)));
            seen.times.push_back(own.scheduler().now());
        };
        co_await sleep(scope, 0ms);
        auto second = scope.spawn(inner);
        auto first = scope.spawn(outer);
        co_await gather(std::move(first), std::move(second));
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{2, 1})); // although the outer value is there after 5 ms
    if (clock == ClockKind::Virtual)
        QCOMPARE(seen.times, (std::vector<Ns>{22ms, 22ms}));
    const Trace trace = soundTrace(run);
    QCOMPARE(trace.nestedLoops().size(), std::size_t(2));
    QCOMPARE(trace.nestedLoops()[1].depth, 2);
    QVERIFY(trace.nestedLoops()[1].end <= trace.nestedLoops()[0].end);
}

/// What an event loop brings that a task spins is not begun by that task.
void TestRunBlocking::nobodyIsCalledByTheTaskBelow()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto outside = spawnLater(&scope);
        const auto outer = [](Scope &own) -> QCoro::Task<void> {
            seen.numbers.push_back(runBlocking(own, value(own, 1, 5ms)));
            const int second = co_await value(own, 2, 1ms);
            seen.numbers.push_back(second);
        };
        co_await scope.spawn(outer);
        co_await outside;
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{1, 2}));
    const Trace trace = soundTrace(run);
    std::vector<std::uint32_t> parents;
    for (const TaskInfo &task : trace.tasks())
        parents.push_back(task.parent.number());
    QCOMPARE(parents, (std::vector<std::uint32_t>{0, 1, 2, 0, 2}));
    QVERIFY(!trace.notes().at(0).task);
    const NestedLoop &loop = trace.nestedLoops().at(0);
    QVERIFY(loop.standsAfter(loop.firstEvent) && loop.standsAfter(loop.lastEvent));
    QVERIFY(!loop.standsAfter(loop.firstEvent - 1) && !loop.standsAfter(loop.lastEvent + 1));
    QCOMPARE(trace.events()[loop.lastEvent - 1].task, trace.tasks()[2].id);
}

void TestRunBlocking::failureIsReadOnce()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        try {
            runBlocking(scope, fail(scope, 0ms)); // has failed before it is waited for
        } catch (const std::runtime_error &failure) {
            seen.texts.push_back(failure.what());
        }
        co_await sleep(scope, 1ms);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, std::vector<std::string>{"no such user"});
    QCOMPARE(run.scheduler.unreadFailures(), 0);
    soundTrace(run);
}

void TestRunBlocking::emptyTask()
{
    QVERIFY_THROWS_EXCEPTION(std::logic_error, runBlocking(QCoro::Task<int>()));
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        runBlocking(scope, QCoro::Task<void>());
        co_return;
    });
    QCOMPARE(error, std::string("runBlocking: the task is empty; it was moved away or never made"));
    soundTrace(run);
}

void TestRunBlocking::applicationThatEndsMeanwhile()
{
    QString said;
    QTimer::singleShot(0, qApp, [&said] {
        QTimer::singleShot(0, qApp, [] { QCoreApplication::quit(); });
        try {
            runBlocking(plainValue(1, false));
        } catch (const std::runtime_error &failure) {
            said = QString::fromUtf8(failure.what());
        }
    });
    QCoreApplication::exec();
    QCOMPARE(said, QStringLiteral("runBlocking: the application was told to end before the task had ended"));
    QTest::qWait(20); // the task goes on by itself, and then nothing is left of it
}

QTEST_GUILESS_MAIN(TestRunBlocking)
#include "tst_run_blocking.moc"
