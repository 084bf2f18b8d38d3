// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/recorded_run.h"

#include <QElapsedTimer>
#include <QTest>
#include <QThread>
#include <QTimer>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

Seen seen;

QCoro::Task<void> noteTime(Scope &scope, int number, std::chrono::milliseconds length)
{
    co_await sleep(scope, length);
    seen.numbers.push_back(number);
    seen.times.push_back(scope.scheduler().now());
}

QCoro::Task<void> noteTurns(Scope &scope, int number)
{
    for (int i = 0; i < 3; ++i) {
        seen.numbers.push_back(number);
        co_await sleep(scope, 0ms);
    }
}

/// Can be cancelled, and nothing else wakes it.
class Never
{
public:
    class Awaiter : public Waiter
    {
    public:
        explicit Awaiter(Scope &scope) : Waiter(&scope.scheduler()), scope_(scope) { }
        bool await_ready() const { return false; }
        void await_suspend(std::coroutine_handle<> coroutine) { suspend(coroutine, &scope_); }
        void await_resume() const { scope_.throwIfCancelled(); }

    private:
        Scope &scope_;
    };
    explicit Never(Scope &scope) : scope_(&scope) { }
    Awaiter operator co_await() const { return Awaiter(*scope_); }

private:
    Scope *scope_;
};

/// Waits for something of the outside that tells nobody.
class Foreign
{
public:
    class Awaiter
    {
    public:
        explicit Awaiter(Foreign &foreign) : foreign_(&foreign) { }
        bool await_ready() const { return false; }
        void await_suspend(std::coroutine_handle<> coroutine) { foreign_->coroutine_ = coroutine; }
        void await_resume() const { }

    private:
        Foreign *foreign_;
    };
    Awaiter operator co_await() { return Awaiter(*this); }
    void finish() { std::exchange(coroutine_, {}).resume(); }

private:
    std::coroutine_handle<> coroutine_;
};
Foreign foreign;

QCoro::Task<void> awaitForeign(Scope &)
{
    co_await foreign;
}

} // namespace

class TestScheduler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { seen = {}; }
    void timersOfOneInstantFireInTheirOrder_data() { clocks(); }
    void timersOfOneInstantFireInTheirOrder();
    void virtualTimeIsExact();
    void sleepingZeroWaitsForTheNextTurn_data() { clocks(); }
    void sleepingZeroWaitsForTheNextTurn();
    void negativeSleepIsRefused();
    void endlessSleepCanBeLeft_data() { clocks(); }
    void endlessSleepCanBeLeft();
    void turnsBracketWhatRuns_data() { clocks(); }
    void turnsBracketWhatRuns();
    void virtualTimeWaitsForPostedEvents();
    void virtualTimeWaitsForExternalWork();
    void aShorterSleepIsArmedBeforeALongerOne();
    void deadlockEndsWithAnError();
    void deadlockOnSomethingForeignIsLeftBehind();
    void callsFromAnotherThreadComeInOrder();
    void realTimeNeverWakesEarly();

private:
    static void clocks()
    {
        QTest::addColumn<bool>("real");
        QTest::newRow("virtual clock") << false;
        QTest::newRow("real clock") << true;
    }
    static ClockKind clock()
    {
        QFETCH(bool, real);
        return real ? ClockKind::Real : ClockKind::Virtual;
    }
};

void TestScheduler::timersOfOneInstantFireInTheirOrder()
{
    RecordedRun run(clock());
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        // On the real clock the deadlines differ by what the starts take; the order is the same.
        for (int i = 0; i < 50; ++i)
            scope.spawn(noteTime, i, 5ms);
        co_return;
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers.size(), std::size_t(50));
    QVERIFY(std::ranges::is_sorted(seen.numbers));
}

void TestScheduler::virtualTimeIsExact()
{
    RecordedRun run;
    QElapsedTimer timer;
    timer.start();
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        scope.spawn(noteTime, 1, 1h);
        scope.spawn(noteTime, 2, 196ms);
        scope.spawn(noteTime, 3, 90ms);
        co_await sleep(scope, 90ms);
        seen.numbers.push_back(4);
        seen.times.push_back(scope.scheduler().now());
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{3, 4, 2, 1}));
    QCOMPARE(seen.times, (std::vector<Ns>{90ms, 90ms, 196ms, 1h}));
    QVERIFY(timer.elapsed() < 60'000); // an hour went by
}

void TestScheduler::sleepingZeroWaitsForTheNextTurn()
{
    RecordedRun run(clock());
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        scope.spawn(noteTurns, 1);
        scope.spawn(noteTurns, 2);
        co_return;
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{1, 2, 1, 2, 1, 2}));
    const auto waits = run.of(EventKind::WaitsFor);
    QCOMPARE(waits.size(), std::size_t(6));
    for (const RawEvent &wait : waits)
        QCOMPARE(wait.wait, WaitKind::Turn);
    // The root's turn, one for each sleep, and one for the end of the run.
    QCOMPARE(run.of(EventKind::TurnBegan).size(), std::size_t(5));
}

void TestScheduler::negativeSleepIsRefused()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> { co_await sleep(scope, -5ms); });
    QCOMPARE(error, std::string("sleep: a length of -5000000 ns is negative"));
}

void TestScheduler::endlessSleepCanBeLeft()
{
    RecordedRun run(clock());
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const auto endless = [](Scope &own, Ns length) -> QCoro::Task<void> {
            co_await sleep(own, length);
            seen.times.push_back(own.scheduler().now());
        };
        co_await sleep(scope, 1ms);
        scope.spawn(endless, Ns::max());
        scope.spawn(endless, Ns::max() - Ns(1s)); // with the time of the run's zero it goes over the clock's end
        co_await sleep(scope, 5ms);
        scope.cancel("enough");
    });
    QCOMPARE(error, std::string("enough"));
    QCOMPARE(seen.times, std::vector<Ns>());
    QCOMPARE(run.of(EventKind::Cancelled).size(), std::size_t(2));
    QCOMPARE(run.scheduler.liveFrames(), 0);
}

void TestScheduler::turnsBracketWhatRuns()
{
    RecordedRun run(clock());
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        scope.spawn(noteTurns, 1);
        co_await gather(scope.spawn(noteTime, 2, 3ms), scope.spawn(noteTime, 3, 3ms));
    });
    QCOMPARE(error, std::string());
    int depth = 0;
    std::int64_t last = 0;
    for (const RawEvent &event : run.events) {
        QVERIFY(event.time >= last);
        last = event.time;
        if (event.kind == EventKind::TurnBegan)
            ++depth;
        else if (event.kind == EventKind::TurnEnded)
            --depth;
        else
            QCOMPARE(depth, 1);
        QVERIFY(depth == 0 || depth == 1);
    }
    QCOMPARE(depth, 0);
}

void TestScheduler::virtualTimeWaitsForPostedEvents()
{
    RecordedRun run;
    // A chain of queued calls and zero timers, each of which makes the next: as long as it goes on, time stands still.
    static int links;
    links = 0;
    static std::function<void()> link;
    link = [&run] {
        QCOMPARE(run.scheduler.now(), Ns::zero());
        if (++links == 300)
            return;
        if (links % 2)
            QTimer::singleShot(0, qApp, link);
        else
            QMetaObject::invokeMethod(qApp, link, Qt::QueuedConnection);
    };
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        link();
        co_await sleep(scope, 1ms);
        seen.numbers.push_back(links);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, std::vector<int>{300});
}

void TestScheduler::virtualTimeWaitsForExternalWork()
{
    RecordedRun run;
    static std::unique_ptr<QThread> thread;
    static Scheduler *scheduler;
    scheduler = &run.scheduler;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto work = std::make_shared<ExternalWork>(scope.scheduler());
        thread.reset(QThread::create([work = std::move(work)]() mutable {
            QThread::msleep(20); // long enough for a jump that comes too early
            scheduler->postFromAnyThread([] { seen.times.push_back(scheduler->now()); });
            work.reset();
        }));
        thread->start();
        co_await sleep(scope, 1ms);
        seen.times.push_back(scope.scheduler().now());
    });
    thread->wait();
    thread.reset();
    QCOMPARE(error, std::string());
    QCOMPARE(seen.times, (std::vector<Ns>{0ms, 1ms}));
}

void TestScheduler::aShorterSleepIsArmedBeforeALongerOne()
{
    RecordedRun run(ClockKind::Real);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        scope.spawn(noteTime, 1, 20s);
        co_await sleep(scope, 1ms);
        scope.cancel("the shorter one is over");
    });
    QCOMPARE(error, std::string("the shorter one is over"));
    QCOMPARE(seen.numbers, std::vector<int>());
}

void TestScheduler::deadlockEndsWithAnError()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto task = scope.spawn([](Scope &own) -> QCoro::Task<void> { co_await Never(own); });
        co_await task;
    });
    QCOMPARE(error, std::string("deadlock: 2 tasks wait, and nothing can wake them"));
    QCOMPARE(run.of(EventKind::Cancelled).size(), std::size_t(2));
    QCOMPARE(run.scheduler.liveFrames(), 0);
}

void TestScheduler::deadlockOnSomethingForeignIsLeftBehind()
{
    RecordedRun run;
    const std::string error = run.play(awaitForeign);
    QCOMPARE(error, std::string("deadlock: 1 tasks wait, and nothing can wake them"));
    QCOMPARE(run.scheduler.liveTasks(), 1);
    foreign.finish();
    QTRY_COMPARE(run.scheduler.liveFrames(), 0);
}

void TestScheduler::callsFromAnotherThreadComeInOrder()
{
    RecordedRun run(ClockKind::Real);
    static std::unique_ptr<QThread> thread;
    thread.reset(QThread::create([&run] {
        for (int i = 0; i < 1000; ++i)
            run.scheduler.postFromAnyThread([i] { seen.numbers.push_back(i); });
        run.scheduler.postFromAnyThread([&run] { run.root.cancel("by the other thread"); });
    }));
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        thread->start();
        co_await sleep(scope, 1h);
    });
    thread->wait();
    thread.reset();
    QCOMPARE(error, std::string("by the other thread"));
    QCOMPARE(seen.numbers.size(), std::size_t(1000));
    QVERIFY(std::ranges::is_sorted(seen.numbers));
}

void TestScheduler::realTimeNeverWakesEarly()
{
    RecordedRun run(ClockKind::Real);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        for (const auto length : {100us, 1500us, 3000us, 250us}) {
            const Ns before = scope.scheduler().now();
            co_await sleep(scope, length);
            seen.times.push_back(scope.scheduler().now() - before - length);
        }
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.times.size(), std::size_t(4));
    for (const Ns late : seen.times)
        QVERIFY(late >= Ns::zero());
}

QTEST_GUILESS_MAIN(TestScheduler)
#include "tst_scheduler.moc"
