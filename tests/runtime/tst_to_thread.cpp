// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/sound_trace.h"

#include <latch>
#include <thread>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

Seen seen;

void note(Scope &scope, int number)
{
    seen.numbers.push_back(number);
    seen.times.push_back(scope.scheduler().now());
}

QCoro::Task<void> noteAt(Scope &scope, int number, std::chrono::milliseconds length)
{
    co_await sleep(scope, length);
    note(scope, number);
}

/// A call that takes `really` on its thread and `cost` on the clock.
QCoro::Task<int> call(Scope &scope, int number, std::chrono::milliseconds cost, std::chrono::milliseconds really)
{
    const auto work = [really, number] {
        std::this_thread::sleep_for(really);
        return number;
    };
    auto working = toThread(scope, cost, work);
    const int value = co_await working;
    note(scope, value);
    co_return value;
}

QCoro::Task<void> untilStopped(Scope &scope, std::chrono::milliseconds cost)
{
    const auto spin = [](std::stop_token stop) {
        while (!stop.stop_requested())
            std::this_thread::yield();
    };
    auto spinning = toThread(scope, cost, spin);
    try {
        co_await spinning;
    } catch (const Cancelled &) {
        note(scope, -1);
        throw;
    }
}

QCoro::Task<void> cancelAt(Scope &scope, Scope *target, std::chrono::milliseconds length)
{
    co_await sleep(scope, length);
    target->cancel("enough");
}

} // namespace

class TestToThread : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { seen = {}; }
    void resultsComeAtTheirCostNotAtTheirSpeed();
    void equalCostsComeInTheOrderOfTheCalls();
    void noCostTakesNoTime();
    void timersFireWhileTheThreadWorks();
    void timeDoesNotPassAResultThatIsNotThere();
    void resultsWaitUntilNothingElseIsToDo();
    void moreThanThereAreThreadsQueue();
    void realClockTakesNoNoticeOfCosts();
    void recordOfTheVirtualClock();
    void recordOfTheRealClock();
    void cancelledBeforeItBegins();
    void cancelledFunctionThatDoesNotHeedIsWaitedFor();
    void cancelledFunctionThatHeedsEndsAtOnce();
    void cancelledAtTheInstantOfTheResult();
    void valuesAndFailures();
    void negativeCostIsRefused();
};

void TestToThread::resultsComeAtTheirCostNotAtTheirSpeed()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        co_await gather(scope.spawn(call, 1, 30ms, 0ms), scope.spawn(call, 2, 10ms, 30ms), scope.spawn(call, 3, 20ms, 15ms));
        note(scope, 4);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{2, 3, 1, 4}));
    QCOMPARE(seen.times, (std::vector<Ns>{10ms, 20ms, 30ms, 30ms}));
    soundTrace(run);
}

void TestToThread::equalCostsComeInTheOrderOfTheCalls()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        for (int i = 0; i < 8; ++i)
            scope.spawn(call, i, 5ms, std::chrono::milliseconds(2 * (8 - i)));
        co_return;
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7}));
    QCOMPARE(seen.times, std::vector<Ns>(8, 5ms));
    soundTrace(run);
}

void TestToThread::noCostTakesNoTime()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        scope.spawn(noteAt, 9, 1ms);
        scope.spawn(call, 1, 0ms, 10ms);
        scope.spawn(call, 2, 0ms, 0ms);
        co_return;
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{1, 2, 9}));
    QCOMPARE(seen.times, (std::vector<Ns>{0ms, 0ms, 1ms}));
    soundTrace(run);
}

void TestToThread::timersFireWhileTheThreadWorks()
{
    RecordedRun run;
    static std::latch *opened;
    std::latch latch(1);
    opened = &latch;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        scope.spawn([](Scope &own) -> QCoro::Task<void> {
            co_await sleep(own, 4ms);
            opened->count_down(); // the thread ends only after that
        });
        const auto wait = [] { opened->wait(); };
        auto waiting = toThread(scope, 10ms, wait);
        co_await waiting;
        note(scope, 1);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.times, std::vector<Ns>{10ms});
    soundTrace(run);
}

void TestToThread::timeDoesNotPassAResultThatIsNotThere()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        scope.spawn(noteAt, 2, 10ms); // begun before the call: at the same instant it fires first
        scope.spawn(call, 3, 10ms, 25ms); // long enough for a jump that comes too early
        scope.spawn(noteAt, 4, 10ms);
        scope.spawn(noteAt, 5, 11ms);
        scope.spawn(noteAt, 1, 9ms);
        co_return;
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{1, 2, 3, 4, 5}));
    QCOMPARE(seen.times, (std::vector<Ns>{9ms, 10ms, 10ms, 10ms, 11ms}));
    soundTrace(run);
}

void TestToThread::resultsWaitUntilNothingElseIsToDo()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        scope.spawn(call, 100, 0ms, 0ms);
        for (int i = 0; i < 50; ++i) { // in that time the thread is done, mostly
            note(scope, i);
            std::this_thread::sleep_for(100us);
            co_await sleep(scope, 0ms);
        }
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers.size(), std::size_t(51));
    QVERIFY(std::ranges::is_sorted(seen.numbers));
    soundTrace(run);
}

void TestToThread::moreThanThereAreThreadsQueue()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        for (int i = 0; i < 70; ++i)
            scope.spawn(call, i, std::chrono::milliseconds(i < 32 ? 10 : 5), 0ms);
        co_return;
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers.size(), std::size_t(70));
    QVERIFY(std::ranges::is_sorted(seen.numbers));
    QCOMPARE(std::ranges::count(seen.times, Ns(10ms)), 32);
    QCOMPARE(std::ranges::count(seen.times, Ns(15ms)), 32);
    QCOMPARE(std::ranges::count(seen.times, Ns(20ms)), 6);
    const Trace trace = soundTrace(run);
    for (const Work &work : trace.works())
        QVERIFY(work.worker.number() >= 1 && work.worker.number() <= 32);
}

void TestToThread::realClockTakesNoNoticeOfCosts()
{
    RecordedRun run(ClockKind::Real);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        co_await gather(scope.spawn(call, 1, 300'000ms, 0ms), scope.spawn(call, 2, 0ms, 3ms));
        const bool soon = scope.scheduler().now() < 300s;
        seen.numbers.push_back(soon);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers.back(), 1);
    soundTrace(run);
}

void TestToThread::recordOfTheVirtualClock()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        co_await sleep(scope, 1ms);
        co_await gather(scope.spawn(call, 1, 30ms, 0ms), scope.spawn(call, 2, 10ms, 10ms));
        co_await call(scope, 3, 5ms, 0ms);
    });
    QCOMPARE(error, std::string());
    const Trace trace = soundTrace(run);
    const std::vector<Work> &works = trace.works();
    QCOMPARE(works.size(), std::size_t(3));
    const auto is = [&](std::size_t i, std::uint32_t task, std::uint32_t worker, Ns begin, Ns end) {
        return works[i].task == TaskId(task) && works[i].worker == WorkerId(worker) && works[i].begin == begin
            && works[i].end == end;
    };
    QVERIFY(is(0, 3, 2, 1ms, 11ms)); // in the order of the ends
    QVERIFY(is(1, 2, 1, 1ms, 31ms));
    QVERIFY(is(2, 4, 1, 31ms, 36ms)); // the lowest number that is free
}

void TestToThread::recordOfTheRealClock()
{
    RecordedRun run(ClockKind::Real);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        for (int i = 0; i < 20; ++i)
            scope.spawn(call, i, 0ms, 2ms);
        co_return;
    });
    QCOMPARE(error, std::string());
    const Trace trace = soundTrace(run);
    QCOMPARE(trace.works().size(), std::size_t(20));
    for (const Work &work : trace.works()) {
        QVERIFY(work.end - work.begin >= 2ms);
        QVERIFY(work.begin > 0ns && work.end <= run.scheduler.now());
        QVERIFY(std::ranges::none_of(trace.works(), [&](const Work &other) {
            return &other != &work && other.worker == work.worker && other.begin < work.end && work.begin < other.end;
        }));
    }
}

void TestToThread::cancelledBeforeItBegins()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const auto refuse = [] { seen.numbers.push_back(1); };
        auto refused = toThread(scope, 5ms, refuse);
        scope.cancel("before");
        co_await refused;
    });
    QCOMPARE(error, std::string("before"));
    QCOMPARE(seen.numbers, std::vector<int>());
    QVERIFY(soundTrace(run).works().empty());
}

void TestToThread::cancelledFunctionThatDoesNotHeedIsWaitedFor()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto calling = scope.spawn(call, 1, 30ms, 0ms);
        scope.spawn(cancelAt, &calling.state().scope(), 10ms);
        const auto [end] = co_await settleAll(std::move(calling));
        seen.texts.push_back(end.errorText());
        note(scope, 2);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, std::vector<std::string>{"enough"});
    QCOMPARE(seen.numbers, std::vector<int>{2});
    QCOMPARE(seen.times, std::vector<Ns>{30ms});
    QCOMPARE(soundTrace(run).works().size(), std::size_t(1));
}

void TestToThread::cancelledFunctionThatHeedsEndsAtOnce()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto spinning = scope.spawn(untilStopped, 300ms);
        scope.spawn(cancelAt, &spinning.state().scope(), 10ms);
        scope.spawn(noteAt, 1, 11ms);
        co_await settleAll(std::move(spinning));
        note(scope, 2);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{-1, 2, 1}));
    QCOMPARE(seen.times, (std::vector<Ns>{10ms, 10ms, 11ms}));
    const Trace trace = soundTrace(run);
    QCOMPARE(trace.works().front().end, Ns(10ms));
}

void TestToThread::cancelledAtTheInstantOfTheResult()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        // Which of the two was begun first comes first.
        Scope branch(scope);
        Scope other(scope);
        auto given = branch.spawn(call, 1, 10ms, 0ms);
        scope.spawn(cancelAt, &branch, 10ms);
        scope.spawn(cancelAt, &other, 10ms);
        auto lost = other.spawn(call, 2, 10ms, 0ms);
        const auto [one, two] = co_await settleAll(std::move(given), std::move(lost));
        seen.texts = {one.errorText(), two.errorText()};
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, (std::vector<std::string>{"", "enough"}));
    soundTrace(run);
}

void TestToThread::valuesAndFailures()
{
    for (const ClockKind clock : {ClockKind::Virtual, ClockKind::Real}) {
        RecordedRun run(clock);
        seen = {};
        const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
            auto owned = std::make_unique<std::string>("a value that is only moved, and too long to be kept inside");
            auto give = [owned = std::move(owned)]() mutable { return std::move(owned); };
            auto giving = toThread(scope, 2ms, std::move(give));
            const std::unique_ptr<std::string> value = co_await giving;
            seen.texts.push_back(*value);
            const auto fail = [] { throw 7; };
            auto failing = toThread(scope, 2ms, fail);
            try {
                co_await failing;
            } catch (int number) {
                seen.numbers.push_back(number);
            }
        });
        QCOMPARE(error, std::string());
        QCOMPARE(seen.texts.front(), std::string("a value that is only moved, and too long to be kept inside"));
        QCOMPARE(seen.numbers, std::vector<int>{7});
        QCOMPARE(soundTrace(run).works().size(), std::size_t(2));
    }
}

void TestToThread::negativeCostIsRefused()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const auto nothing = [] {};
        auto refused = toThread(scope, -5ms, nothing);
        co_await refused;
    });
    QCOMPARE(error, std::string("a cost of -5000000 ns is negative"));
}

QTEST_GUILESS_MAIN(TestToThread)
#include "tst_to_thread.moc"
