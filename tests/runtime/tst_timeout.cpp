// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/sound_trace.h"

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

Seen seen;

QCoro::Task<int> work(Scope &scope, int value, std::chrono::milliseconds length)
{
    co_await sleep(scope, length);
    co_return value;
}

QCoro::Task<void> rest(Scope &scope, std::chrono::milliseconds length)
{
    co_await sleep(scope, length);
}

QCoro::Task<int> stubborn(Scope &scope, std::chrono::milliseconds length, int value)
{
    co_await shield(scope, rest, length);
    co_return value;
}

QCoro::Task<int> failing(Scope &scope, std::string what, std::chrono::milliseconds length)
{
    co_await shield(scope, rest, length);
    throw std::runtime_error(what);
}

QCoro::Task<int> withCleanup(Scope &scope, std::chrono::milliseconds cleanup)
{
    std::exception_ptr failure;
    try {
        co_await sleep(scope, 1h);
    } catch (...) {
        failure = std::current_exception();
    }
    co_await shield(scope, rest, cleanup);
    std::rethrow_exception(failure);
}

void note(Scope &scope)
{
    seen.times.push_back(scope.scheduler().now());
}

QCoro::Task<int> inner(Scope &scope, std::chrono::milliseconds length)
{
    seen.times.push_back(remainingBudget(scope).left());
    try {
        const int value = co_await withTimeout(scope, length, withCleanup, 5ms);
        co_return value;
    } catch (const TimedOut &) {
        seen.texts.push_back("inner timed out");
        throw;
    } catch (const Cancelled &) {
        seen.texts.push_back("inner was cancelled");
        throw;
    }
}

std::vector<Deadline::State> statesOf(const Trace &trace)
{
    std::vector<Deadline::State> states;
    for (const Deadline &deadline : trace.deadlines())
        states.push_back(deadline.state);
    return states;
}

} // namespace

class TestTimeout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { seen = {}; }
    void inTime();
    void tooLateWaitsForTheCleanup();
    void aValueThatComesNeverthelessIsGiven();
    void aFailureThatComesNeverthelessIsThrown();
    void atTheSameInstantTheValueCounts();
    void theEarlierDeadlineWins_data();
    void theEarlierDeadlineWins();
    void expiredBudgetStartsNothing();
    void negativeLengthIsRefused();
    void cancelledFromOutside();
    void taskThatLetsItPassEndsAsTimedOut();
    void shieldEndsThoughCancelled();
    void shieldStartedInACancelledScope();
    void deadlockReachesThroughShields();
    void causeTellsWhoAskedAndThePath();
};

void TestTimeout::inTime()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const int value = co_await withTimeout(scope, 200ms, work, 7, 50ms);
        seen.numbers.push_back(value);
        co_await withTimeout(scope, 200ms, rest, 10ms);
        note(scope);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, std::vector<int>{7});
    QCOMPARE(seen.times, std::vector<Ns>{60ms});
    const Trace trace = soundTrace(run);
    QCOMPARE(statesOf(trace), (std::vector{Deadline::State::Met, Deadline::State::Met}));
    QCOMPARE(trace.deadlines()[1].due, Ns(250ms));
    QCOMPARE(trace.deadlines()[1].concluded, Ns(60ms));
    QCOMPARE(run.scheduler.now(), Ns(60ms));
}

/// As asyncio's wait_for, which answers after 111 ms in this case.
void TestTimeout::tooLateWaitsForTheCleanup()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        try {
            co_await withTimeout(scope, 30ms, withCleanup, 80ms);
        } catch (const TimedOut &timedOut) {
            seen.texts.push_back(timedOut.what());
            note(scope);
        }
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, std::vector<std::string>{"the deadline of 30 ms passed"});
    QCOMPARE(seen.times, std::vector<Ns>{110ms});
    const Trace trace = soundTrace(run);
    QCOMPARE(statesOf(trace), std::vector{Deadline::State::Missed});
    QCOMPARE(trace.deadlines()[0].concluded, Ns(30ms));
    const TaskInfo *task = trace.find(u"withCleanup");
    QCOMPARE(task->outcome, TaskState::Cancelled);
    QCOMPARE(trace.cancelRequest(task->cancellation)->by, Canceller::Deadline);
}

void TestTimeout::aValueThatComesNeverthelessIsGiven()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const int value = co_await withTimeout(scope, 30ms, stubborn, 50ms, 9);
        seen.numbers.push_back(value);
        note(scope);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, std::vector<int>{9});
    QCOMPARE(seen.times, std::vector<Ns>{50ms});
    QCOMPARE(statesOf(soundTrace(run)), std::vector{Deadline::State::Missed});
}

void TestTimeout::aFailureThatComesNeverthelessIsThrown()
{
    RecordedRun run;
    const std::string error = run.play(
        [](Scope &scope) -> QCoro::Task<void> { co_await withTimeout(scope, 30ms, failing, std::string("broken"), 50ms); });
    QCOMPARE(error, std::string("broken"));
    soundTrace(run);
}

void TestTimeout::atTheSameInstantTheValueCounts()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const int value = co_await withTimeout(scope, 30ms, work, 3, 30ms);
        seen.numbers.push_back(value);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, std::vector<int>{3});
    QCOMPARE(statesOf(soundTrace(run)), std::vector{Deadline::State::Met});
}

void TestTimeout::theEarlierDeadlineWins_data()
{
    QTest::addColumn<int>("outer");
    QTest::addColumn<int>("innerLength");
    QTest::addColumn<QString>("seenInside");
    QTest::addColumn<int>("ends");
    QTest::newRow("inner") << 200 << 120 << "inner timed out" << 125;
    QTest::newRow("outer") << 120 << 200 << "inner was cancelled" << 125;
    QTest::newRow("both at once: the outer") << 120 << 120 << "inner was cancelled" << 125;
}

void TestTimeout::theEarlierDeadlineWins()
{
    QFETCH(int, outer);
    QFETCH(int, innerLength);
    QFETCH(QString, seenInside);
    QFETCH(int, ends);
    static int first, second;
    first = outer;
    second = innerLength;
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        try {
            co_await withTimeout(scope, std::chrono::milliseconds(first), inner, std::chrono::milliseconds(second));
        } catch (const TimedOut &timedOut) {
            seen.texts.push_back(timedOut.what());
        }
        note(scope);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(QString::fromStdString(seen.texts[0]), seenInside);
    QCOMPARE(seen.texts[1], "the deadline of " + std::to_string(std::min(outer, innerLength)) + " ms passed");
    QCOMPARE(seen.times, (std::vector<Ns>{std::chrono::milliseconds(outer), std::chrono::milliseconds(ends)}));
    soundTrace(run);
}

void TestTimeout::expiredBudgetStartsNothing()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const Budget unlimited = remainingBudget(scope);
        seen.numbers.push_back(unlimited.limited());
        co_await withTimeout(scope, unlimited, rest, 1ms);
        co_await withTimeout(scope, Budget(5ms) - 20ms, work, 1, 1ms);
    });
    QCOMPARE(error, std::string("nothing was left of the time"));
    QCOMPARE(seen.numbers, std::vector<int>{0});
    const Trace trace = soundTrace(run);
    QCOMPARE(trace.find(u"work"), nullptr);
    QCOMPARE(statesOf(trace), std::vector{Deadline::State::Missed});
}

void TestTimeout::negativeLengthIsRefused()
{
    RecordedRun run;
    const std::string error
        = run.play([](Scope &scope) -> QCoro::Task<void> { co_await withTimeout(scope, -5ms, work, 1, 1ms); });
    QVERIFY(error.starts_with("withTimeout: a time of -5 ms is negative"));
    soundTrace(run);
}

void TestTimeout::cancelledFromOutside()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Scope branch(scope);
        auto waiting = branch.spawn(inner, 100ms);
        co_await sleep(scope, 98ms);
        branch.cancel("not wanted");
        try {
            co_await waiting; // its cleanup passes the deadline, which is not to blame for it
        } catch (const Cancelled &cancelled) {
            seen.texts.push_back(cancelled.what());
        }
        note(scope);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, (std::vector<std::string>{"inner was cancelled", "not wanted"}));
    QCOMPARE(seen.times.back(), Ns(103ms));
    QCOMPARE(statesOf(soundTrace(run)), std::vector{Deadline::State::Lifted});
}

void TestTimeout::taskThatLetsItPassEndsAsTimedOut()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> { co_await inner(scope, 10ms); });
    QCOMPARE(error, std::string("the deadline of 10 ms passed"));
    const Trace trace = soundTrace(run);
    QCOMPARE(trace.find(u"inner")->outcome, TaskState::TimedOut);
    QCOMPARE(trace.find(u"withCleanup")->outcome, TaskState::Cancelled);
}

void TestTimeout::shieldEndsThoughCancelled()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto task = scope.spawn([](Scope &own) -> QCoro::Task<void> {
            const int value = co_await shield(own, work, 4, 30ms);
            seen.numbers.push_back(value);
            note(own);
            co_await sleep(own, 1ms); // here the cancellation arrives
            seen.numbers.push_back(0);
        });
        co_await sleep(scope, 10ms);
        task.state().scope().cancel("stop");
        co_await task;
    });
    QCOMPARE(error, std::string("stop"));
    QCOMPARE(seen.numbers, std::vector<int>{4});
    QCOMPARE(seen.times, std::vector<Ns>{30ms});
    soundTrace(run);
}

void TestTimeout::shieldStartedInACancelledScope()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        scope.cancel("first");
        const int value = co_await shield(scope, work, 4, 30ms);
        seen.numbers.push_back(value);
    });
    QCOMPARE(error, std::string("first"));
    QCOMPARE(seen.numbers, std::vector<int>{4});
    soundTrace(run);
}

void TestTimeout::deadlockReachesThroughShields()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        co_await shield(scope, [](Scope &own) -> QCoro::Task<void> {
            Semaphore seats(own, 1);
            const Permit first = co_await seats.acquire(own);
            const Permit second = co_await seats.acquire(own);
        });
    });
    QVERIFY(error.starts_with("deadlock"));
    const Trace trace = soundTrace(run);
    QCOMPARE(trace.cancelRequests().front().by, Canceller::Closing);
}

void TestTimeout::causeTellsWhoAskedAndThePath()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Scope branch(scope);
        branch.spawn([](Scope &outer) -> QCoro::Task<void> { // task 2
            co_await outer.spawn([](Scope &own) -> QCoro::Task<void> { // task 3
                try {
                    co_await sleep(own, 1h);
                } catch (const Cancelled &cancelled) {
                    seen.texts.push_back(cancelled.what());
                    seen.numbers = {int(cancelled.cause().asker.number()), int(cancelled.cause().by)};
                    for (const TaskId task : cancelled.path())
                        seen.numbers.push_back(int(task.number()));
                    throw;
                }
            });
        });
        co_await sleep(scope, 1ms);
        branch.cancel("by hand");
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, std::vector<std::string>{"by hand"});
    QCOMPARE(seen.numbers, (std::vector<int>{1, int(Canceller::Task), 2, 3}));
    soundTrace(run);
}

QTEST_GUILESS_MAIN(TestTimeout)
#include "tst_timeout.moc"
