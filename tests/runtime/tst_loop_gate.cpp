// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/recorded_run.h"

#include <QTest>

#include <thread>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

Seen seen;

/// A heartbeat: rings again and again, and keeps no run going.
class Beat : public Alarm
{
public:
    Beat(Scheduler &scheduler, Ns period) : Alarm(scheduler), period_(period) { setDaemonFor(scheduler.now() + period_); }

private:
    void ring() override
    {
        seen.times.push_back(scheduler().now());
        setDaemonFor(scheduler().now() + period_);
    }
    const Ns period_;
};

} // namespace

/// How other threads reach the scheduler, and when a run has come to its end.
class TestLoopGate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { seen = {}; }
    void gateOutlivesTheScheduler();
    void callsThatHoldTheGateAreDropped();
    void timeWaitsForWhatIsPostedBeforeTheEndOfWork();
    void timeStandsUntilWorkEnds();
    void aDueTimerFiresBesideExternalWork();
    void daemonsBeatWhileOthersWait();
    void onlyDaemonsAreADeadlock();
    void daemonsAndExternalWorkAreNone();
};

void TestLoopGate::gateOutlivesTheScheduler()
{
    std::shared_ptr<LoopGate> gate;
    std::unique_ptr<ExternalWork> work;
    std::atomic<bool> ended = false;
    std::thread poster;
    {
        RecordedRun run;
        gate = run.scheduler.gate();
        work = std::make_unique<ExternalWork>(run.scheduler);
        poster = std::thread([gate, &ended, work = std::move(work)]() mutable {
            for (int i = 0; i < 1000 || !ended; ++i)
                gate->post([] { seen.numbers.push_back(1); });
            work.reset();
            gate->post([] { seen.numbers.push_back(2); });
        });
    }
    ended = true;
    poster.join();
    QCoreApplication::processEvents();
    QVERIFY(seen.numbers.empty()); // no event loop turned while the scheduler lived
    QVERIFY(!gate->workUnderWay());
}

void TestLoopGate::callsThatHoldTheGateAreDropped()
{
    const auto run = std::make_unique<RecordedRun>();
    const std::shared_ptr<LoopGate> gate = run->scheduler.gate();
    auto work = std::make_shared<ExternalWork>(run->scheduler);
    run->scheduler.postFromAnyThread([work] { seen.numbers.push_back(1); });
    const std::weak_ptr<ExternalWork> watched = work;
    work.reset();
    run->scheduler.gate()->close();
    QVERIFY(watched.expired());
    QVERIFY(!gate->workUnderWay());
    gate->post([] { seen.numbers.push_back(2); });
    QCoreApplication::processEvents();
    QVERIFY(seen.numbers.empty());
}

void TestLoopGate::timeWaitsForWhatIsPostedBeforeTheEndOfWork()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        static std::vector<std::thread> threads;
        for (int i = 0; i < 2000; ++i) {
            auto work = std::make_shared<ExternalWork>(scope.scheduler());
            threads.emplace_back([work, gate = scope.scheduler().gate(), &scope]() mutable {
                gate->post([&scope] { seen.times.push_back(scope.scheduler().now()); });
                work.reset();
            });
            work.reset();
            co_await sleep(scope, 1ms);
        }
        for (std::thread &thread : threads)
            thread.join();
        threads.clear();
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.times.size(), std::size_t(2000));
    for (std::size_t i = 0; i < seen.times.size(); ++i)
        QCOMPARE(seen.times[i], Ns(std::chrono::milliseconds(i)));
}

void TestLoopGate::timeStandsUntilWorkEnds()
{
    RecordedRun run;
    static std::unique_ptr<ExternalWork> work;
    work = std::make_unique<ExternalWork>(run.scheduler);
    static int hops;
    hops = 0;
    static std::function<void()> hop;
    hop = [] {
        if (++hops == 10)
            work.reset();
        else
            QMetaObject::invokeMethod(qApp, hop, Qt::QueuedConnection);
    };
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        hop();
        co_await sleep(scope, 1ms);
        seen.numbers.push_back(hops);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, std::vector<int>{10});
}

void TestLoopGate::aDueTimerFiresBesideExternalWork()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        static std::unique_ptr<ExternalWork> work;
        work = std::make_unique<ExternalWork>(scope.scheduler());
        const auto answer = [] { return 42; };
        auto asking = toThread(scope, answer); // its result may be what the work waits for
        const int value = co_await asking;
        seen.numbers.push_back(value);
        work.reset();
        co_await sleep(scope, 1ms);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, std::vector<int>{42});
}

void TestLoopGate::daemonsBeatWhileOthersWait()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const Beat beat(scope.scheduler(), 20ms);
        co_await sleep(scope, 50ms);
        blockFor(scope, 45ms);
        co_await sleep(scope, 10ms);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.times, (std::vector<Ns>{20ms, 40ms, 95ms}));
    QCOMPARE(run.scheduler.now(), Ns(105ms));
}

void TestLoopGate::onlyDaemonsAreADeadlock()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const Beat beat(scope.scheduler(), 20ms);
        Semaphore seats(scope, 1);
        const Permit taken = co_await seats.acquire(scope);
        co_await sleep(scope, 30ms);
        const Permit never = co_await seats.acquire(scope);
    });
    QCOMPARE(error, std::string("deadlock: 1 tasks wait, and nothing can wake them"));
    QCOMPARE(seen.times, std::vector<Ns>{20ms});
    QCOMPARE(run.scheduler.now(), Ns(30ms));
    QCOMPARE(run.scheduler.liveFrames(), 0);
}

void TestLoopGate::daemonsAndExternalWorkAreNone()
{
    RecordedRun run;
    std::thread thread;
    static std::thread *worker;
    worker = &thread;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const Beat beat(scope.scheduler(), 20ms);
        auto work = std::make_shared<ExternalWork>(scope.scheduler());
        static Scope *own;
        own = &scope;
        *worker = std::thread([work]() mutable {
            std::this_thread::sleep_for(10ms);
            own->scheduler().postFromAnyThread([] { own->cancel("from the thread"); });
            work.reset();
        });
        work.reset();
        Semaphore seats(scope, 1);
        const Permit taken = co_await seats.acquire(scope);
        const Permit never = co_await seats.acquire(scope);
    });
    thread.join();
    QCOMPARE(error, std::string("from the thread"));
    QCOMPARE(seen.times, std::vector<Ns>());
}

QTEST_GUILESS_MAIN(TestLoopGate)
#include "tst_loop_gate.moc"
