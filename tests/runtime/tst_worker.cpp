// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/sound_trace.h"

#include <semaphore>
#include <set>
#include <thread>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

Seen seen;
std::set<std::thread::id> threads;
std::atomic<int> ran;

QCoro::Task<int> query(Scope &scope, Worker *worker, int number, std::chrono::milliseconds cost)
{
    const auto work = [number] {
        ++ran;
        threads.insert(std::this_thread::get_id());
        return number;
    };
    auto working = worker->run(scope, cost, work);
    const int value = co_await working;
    seen.numbers.push_back(value);
    seen.times.push_back(scope.scheduler().now());
    co_return value;
}

/// Occupies the worker until the semaphore is released.
QCoro::Task<void> occupy(Scope &scope, Worker *worker, std::binary_semaphore *gate, std::chrono::milliseconds cost)
{
    const auto work = [gate] { gate->acquire(); };
    auto working = worker->run(scope, cost, work);
    co_await working;
}

QCoro::Task<void> spin(Scope &scope, Worker *worker)
{
    const auto untilStopped = [](std::stop_token stop) {
        while (!stop.stop_requested())
            std::this_thread::yield();
    };
    auto spinning = worker->run(scope, 1h, untilStopped);
    co_await spinning;
}

QCoro::Task<void> cancelOther(Scope &scope, Worker *worker, Scope *other)
{
    const auto nothing = [] {};
    auto call = worker->run(scope, nothing);
    co_await call;
    other->cancel("in the turn of its result");
}

void clocks()
{
    QTest::addColumn<ClockKind>("clock");
    QTest::newRow("virtual clock") << ClockKind::Virtual;
    QTest::newRow("real clock") << ClockKind::Real;
}

} // namespace

class TestWorker : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        seen = {};
        threads.clear();
        ran = 0;
    }
    void jobsAreDoneInTheirOrderOnOneThread_data() { clocks(); }
    void jobsAreDoneInTheirOrderOnOneThread();
    void timesOfTwoWorkersAreExact();
    void jobBehindABlockedLoopBeginsWhenTheOneBeforeEnded();
    void queuedJobOfACancelledTaskIsLeftOut_data() { clocks(); }
    void queuedJobOfACancelledTaskIsLeftOut();
    void resultInTheTurnOfTheCancellationIsGiven();
    void endsAtAnyMoment_data();
    void endsAtAnyMoment();
    void endAsksToStop_data() { clocks(); }
    void endAsksToStop();
    void endBeforeTheCancelledOnesKnow_data() { clocks(); }
    void endBeforeTheCancelledOnesKnow();
    void callAfterTheEndIsRefused();
    void numbersAreUsedAgain();
};

void TestWorker::jobsAreDoneInTheirOrderOnOneThread()
{
    QFETCH(ClockKind, clock);
    RecordedRun run(clock);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Worker worker(scope, "connection 1");
        std::vector<Spawned<int>> queries;
        for (int i = 0; i < 20; ++i)
            queries.push_back(scope.spawn(query, &worker, i, std::chrono::milliseconds(20 - i)));
        co_await gather(std::move(queries));
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers.size(), std::size_t(20));
    QVERIFY(std::ranges::is_sorted(seen.numbers));
    QCOMPARE(threads.size(), std::size_t(1));
    QVERIFY(!threads.contains(std::this_thread::get_id()));
    const Trace trace = soundTrace(run);
    QCOMPARE(trace.works().size(), std::size_t(20));
    for (std::size_t i = 0; i < 20; ++i) {
        QCOMPARE(trace.works()[i].worker, WorkerId(1));
        QVERIFY(i == 0 || trace.works()[i].begin >= trace.works()[i - 1].end);
    }
}

void TestWorker::timesOfTwoWorkersAreExact()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Worker one(scope, "one");
        Worker two(scope, "two");
        std::vector<Spawned<int>> queries;
        queries.push_back(scope.spawn(query, &one, 1, 10ms));
        queries.push_back(scope.spawn(query, &one, 2, 15ms));
        queries.push_back(scope.spawn(query, &two, 3, 20ms));
        queries.push_back(scope.spawn(query, &two, 4, 5ms));
        co_await gather(std::move(queries));
        co_await sleep(scope, 5ms);
        co_await query(scope, &one, 5, 10ms); // the worker was free from 25 on, and begins at 30
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{1, 3, 2, 4, 5}));
    QCOMPARE(seen.times, (std::vector<Ns>{10ms, 20ms, 25ms, 25ms, 40ms}));
    const Trace trace = soundTrace(run);
    QCOMPARE(trace.works()[2].begin, Ns(10ms));
    QCOMPARE(trace.works()[3].begin, Ns(20ms));
    QCOMPARE(trace.works()[4].begin, Ns(30ms));
}

void TestWorker::jobBehindABlockedLoopBeginsWhenTheOneBeforeEnded()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Worker worker(scope, "connection 1");
        auto queries = gather(
            scope.spawn(query, &worker, 1, 20ms), scope.spawn(query, &worker, 2, 20ms), scope.spawn(query, &worker, 3, 20ms));
        blockFor(scope, 50ms);
        co_await queries;
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.times, (std::vector<Ns>{50ms, 50ms, 60ms}));
    QCOMPARE(soundTrace(run).works()[1].end, Ns(40ms));
}

void TestWorker::queuedJobOfACancelledTaskIsLeftOut()
{
    QFETCH(ClockKind, clock);
    RecordedRun run(clock);
    static std::binary_semaphore *occupied;
    std::binary_semaphore semaphore(0);
    occupied = &semaphore;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Worker worker(scope, "connection 1");
        auto first = scope.spawn(occupy, &worker, occupied, 20ms);
        auto cancelled = scope.spawn(query, &worker, 1, 20ms);
        auto last = scope.spawn(query, &worker, 2, 10ms);
        co_await sleep(scope, 5ms);
        cancelled.state().scope().cancel("no need");
        const auto [end] = co_await settleAll(std::move(cancelled)); // does not wait for the first
        seen.texts.push_back(end.errorText());
        occupied->release();
        co_await gather(std::move(first), std::move(last));
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, std::vector<std::string>{"no need"});
    QCOMPARE(seen.numbers, std::vector<int>{2});
    QCOMPARE(ran.load(), 1);
    if (clock == ClockKind::Virtual)
        QCOMPARE(seen.times, std::vector<Ns>{30ms});
    QCOMPARE(soundTrace(run).works().size(), std::size_t(2));
}

void TestWorker::resultInTheTurnOfTheCancellationIsGiven()
{
    RecordedRun run(ClockKind::Real);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto one = std::make_unique<Worker>(scope, "one");
        auto two = std::make_unique<Worker>(scope, "two");
        Scope branch(scope);
        auto asked = branch.spawn(query, two.get(), 1, 0ms);
        scope.spawn(cancelOther, one.get(), &branch);
        one.reset(); // both have announced their ends then, one first
        two.reset();
        const auto [end] = co_await settleAll(std::move(asked));
        seen.texts.push_back(end.errorText());
        seen.numbers.push_back(branch.cancelRequested());
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, std::vector<std::string>{""});
    QCOMPARE(seen.numbers, (std::vector<int>{1, 1}));
    soundTrace(run);
}

void TestWorker::endsAtAnyMoment_data()
{
    QTest::addColumn<ClockKind>("clock");
    QTest::addColumn<int>("moment");
    for (int moment = 0; moment < 24; ++moment) {
        QTest::addRow("virtual clock, %d", moment) << ClockKind::Virtual << moment;
        QTest::addRow("real clock, %d", moment) << ClockKind::Real << moment;
    }
}

void TestWorker::endsAtAnyMoment()
{
    QFETCH(ClockKind, clock);
    QFETCH(int, moment);
    RecordedRun run(clock);
    static int turns;
    turns = moment / 3;
    static bool cancels;
    cancels = moment % 3 == 1;
    static bool fails;
    fails = moment % 3 == 2;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Worker worker(scope, "connection 1");
        for (int i = 0; i < 5; ++i)
            scope.spawn(query, &worker, i, std::chrono::milliseconds(i));
        for (int i = 0; i < turns; ++i)
            co_await sleep(scope, std::chrono::milliseconds(i % 3));
        if (cancels)
            scope.cancel("cancelled");
        if (fails)
            throw std::runtime_error("failed");
    });
    QCOMPARE(error, std::string(cancels ? "cancelled" : fails ? "failed" : ""));
    if (!cancels)
        QCOMPARE(seen.numbers, (std::vector<int>{0, 1, 2, 3, 4}));
    QVERIFY(std::ranges::is_sorted(seen.numbers));
    soundTrace(run);
}

void TestWorker::endAsksToStop()
{
    QFETCH(ClockKind, clock);
    RecordedRun run(clock);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Worker worker(scope, "connection 1");
        scope.spawn(spin, &worker);
        scope.spawn(spin, &worker);
        co_await sleep(scope, 1ms);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(soundTrace(run).works().size(), std::size_t(2));
}

void TestWorker::endBeforeTheCancelledOnesKnow()
{
    QFETCH(ClockKind, clock);
    RecordedRun run(clock);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Worker worker(scope, "connection 1");
        scope.spawn(spin, &worker);
        scope.spawn(spin, &worker);
        scope.spawn(query, &worker, 1, 1ms);
        co_await sleep(scope, 1ms);
        scope.cancel("and at once the worker's end");
    });
    QCOMPARE(error, std::string("and at once the worker's end"));
    if (clock == ClockKind::Virtual)
        QCOMPARE(ran.load(), 0);
    soundTrace(run);
}

void TestWorker::callAfterTheEndIsRefused()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto worker = std::make_unique<Worker>(scope, "connection 1");
        const auto nothing = [] {};
        auto late = worker->run(scope, nothing);
        worker.reset();
        co_await late;
    });
    QCOMPARE(error, std::string("the worker was destroyed, and nobody can run anything on it any more"));
    soundTrace(run);
}

void TestWorker::numbersAreUsedAgain()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Worker one(scope, "one");
        {
            const Worker two(scope, "two");
            seen.numbers.push_back(static_cast<int>(two.id().number()));
            seen.texts.push_back(two.name());
        }
        const auto nothing = [] {};
        auto call = toThread(scope, 1ms, nothing);
        co_await call;
        const Worker three(scope, "three");
        seen.numbers.push_back(static_cast<int>(three.id().number()));
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{2, 3}));
    QCOMPARE(seen.texts, std::vector<std::string>{"two"});
    QCOMPARE(soundTrace(run).works().front().worker, WorkerId(2));
}

QTEST_GUILESS_MAIN(TestWorker)
#include "tst_worker.moc"
