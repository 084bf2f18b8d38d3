// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/trace_builder.h"
#include "lessons/trace/validator.h"
#include "tests/runtime/recorded_run.h"

#include <QTest>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

Seen seen;

QCoro::Task<int> work(Scope &scope, int value, std::chrono::milliseconds length)
{
    co_await sleep(scope, length);
    seen.numbers.push_back(value);
    co_return value;
}

QCoro::Task<void> parentOfStraggler(Scope &scope)
{
    scope.spawn(work, 1, 50ms);
    co_await sleep(scope, 1ms);
}

/// Notes how the cancellation reached it, and when.
QCoro::Task<void> noteCancel(Scope &scope, int number)
{
    try {
        co_await sleep(scope, 1h);
    } catch (const Cancelled &cancelled) {
        seen.numbers.push_back(number);
        seen.texts.push_back(cancelled.what());
        seen.times.push_back(scope.scheduler().now());
        throw;
    }
}

QCoro::Task<void> nestedSleepers(Scope &scope, int number)
{
    scope.spawn(noteCancel, number + 1);
    co_await noteCancel(scope, number);
}

} // namespace

class TestCancel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { seen = {}; }
    void cancelReachesAllBelowAndNobodyElse();
    void cancelNeverResumesInline();
    void cancelBeforeTheStart();
    void cancelAfterTheEnd();
    void cancelledAwaitOfASpawnedTask();
    void joinOfACancelledScopeWaitsThenThrows();
    void wokenBeforeTheCancelKeepsItsResult();
    void cancelRecordsWhoAsked();
    void cancelRecordsWhomItReachedFromTheTopDown();
    void cancelTaskEndsOneThatWasSpawned();
    void manyRandomCancellationsLeaveNothing();
};

void TestCancel::cancelReachesAllBelowAndNobodyElse()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Scope inner(scope);
        inner.spawn(nestedSleepers, 1);
        inner.spawn(nestedSleepers, 11);
        scope.spawn(work, 30, 20ms);
        co_await sleep(scope, 10ms);
        inner.cancel("no longer needed");
        inner.cancel("a second time");
        try {
            co_await inner.join();
        } catch (const Cancelled &) {
            seen.numbers.push_back(0);
        }
        co_await sleep(scope, 20ms);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{1, 2, 11, 12, 0, 30}));
    for (const std::string &text : seen.texts)
        QCOMPARE(text, std::string("no longer needed"));
    for (const Ns time : seen.times)
        QCOMPARE(time, Ns(10ms));
    QCOMPARE(run.of(EventKind::CancelRequested).size(), std::size_t(1));
    const auto cancelled = run.of(EventKind::Cancelled);
    QCOMPARE(cancelled.size(), std::size_t(6));
    for (const RawEvent &event : cancelled)
        QCOMPARE(run.text(event), std::string("no longer needed"));
    QCOMPARE(run.scheduler.unreadFailures(), 0);
    QCOMPARE(run.scheduler.liveFrames(), 0);
}

void TestCancel::cancelNeverResumesInline()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Scope inner(scope);
        inner.spawn(noteCancel, 1);
        inner.cancel("now");
        seen.numbers.push_back(0);
        inner.spawn(noteCancel, 2); // starts in a cancelled scope: its first wait throws
        seen.numbers.push_back(3);
        try {
            co_await inner.join();
        } catch (const Cancelled &) {
            seen.numbers.push_back(4);
        }
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{0, 2, 3, 1, 4}));
}

void TestCancel::cancelBeforeTheStart()
{
    RecordedRun run;
    run.root.cancel("too late to begin");
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> { co_await work(scope, 1, 5ms); });
    QCOMPARE(error, std::string("too late to begin"));
    QVERIFY(seen.numbers.empty());
    QCOMPARE(run.scheduler.now(), Ns(0));
    QCOMPARE(run.scheduler.liveFrames(), 0);
}

void TestCancel::cancelAfterTheEnd()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> { co_await work(scope, 1, 5ms); });
    QCOMPARE(error, std::string());
    run.root.cancel("after the end");
    QVERIFY(run.root.cancelRequested());
    QCOMPARE(run.of(EventKind::Cancelled).size(), std::size_t(0));
    QCOMPARE(run.scheduler.liveFrames(), 0);
}

void TestCancel::cancelledAwaitOfASpawnedTask()
{
    RecordedRun run;
    // The waiting task's own scope is cancelled, the awaited task's is not.
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto target = scope.spawn(work, 1, 50ms);
        static Spawned<int> *shared;
        shared = &target;
        Scope inner(scope);
        auto waiting = inner.spawn([](Scope &) -> QCoro::Task<void> { co_await *shared; });
        co_await sleep(scope, 5ms);
        inner.cancel("stop waiting");
        try {
            co_await waiting;
        } catch (const Cancelled &cancelled) {
            seen.texts.push_back(cancelled.what());
            seen.times.push_back(scope.scheduler().now());
        }
        const int value = co_await target;
        seen.numbers.push_back(value);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, std::vector<std::string>{"stop waiting"});
    QCOMPARE(seen.times, std::vector<Ns>{5ms});
    QCOMPARE(seen.numbers, (std::vector<int>{1, 1}));
}

void TestCancel::joinOfACancelledScopeWaitsThenThrows()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Scope inner(scope);
        // Ignores the cancellation for as long as the unrelated scope lets it.
        static Scope *shield;
        shield = &scope;
        inner.spawn([](Scope &) -> QCoro::Task<void> { co_await sleep(*shield, 30ms); });
        inner.cancel("stop");
        try {
            co_await inner.join();
        } catch (const Cancelled &) {
            seen.times.push_back(scope.scheduler().now());
        }
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.times, std::vector<Ns>{30ms});
}

void TestCancel::wokenBeforeTheCancelKeepsItsResult()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        static Scope *inner;
        Scope own(scope);
        inner = &own;
        // Same instant: the sleeper's timer fires first, then the other cancels.
        auto sleeper = own.spawn(work, 1, 5ms);
        scope.spawn([](Scope &other) -> QCoro::Task<void> {
            co_await sleep(other, 5ms);
            inner->cancel("at the same instant");
        });
        const int value = co_await sleeper;
        seen.numbers.push_back(value);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{1, 1}));
}

void TestCancel::cancelRecordsWhoAsked()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Scope inner(scope);
        inner.spawn(noteCancel, 1);
        inner.cancel("by the root task");
        co_await sleep(scope, 1ms);
    });
    QCOMPARE(error, std::string());
    const auto requests = run.of(EventKind::CancelRequested);
    QCOMPARE(requests.size(), std::size_t(1));
    QCOMPARE(requests[0].task, 1u);
    QCOMPARE(run.text(requests[0]), std::string("by the root task"));
    const auto ends = run.of(EventKind::Cancelled);
    QCOMPARE(ends.size(), std::size_t(1));
    QCOMPARE(ends[0].payload, requests[0].payload);
}

void TestCancel::cancelRecordsWhomItReachedFromTheTopDown()
{
    RecordedRun run;
    run.play([](Scope &root) -> QCoro::Task<void> {
        auto first = root.spawn(nestedSleepers, 1);
        auto shielded = shield(root, work, 7, 5ms);
        co_await sleep(root, 1ms);
        root.cancel("enough");
        root.cancel("again");
        co_await shielded;
        co_await first;
    });
    // Spawned are 2, in whose scope 4 runs, 3 below it, and 5 under the shield. The root of the run, 1, has its own scope.
    std::vector<std::uint32_t> asked;
    for (const RawEvent &event : run.of(EventKind::Asked)) {
        asked.push_back(event.task);
        QCOMPARE(secondOfPair(event.payload), 1u);
    }
    QCOMPARE(asked, std::vector<std::uint32_t>({2, 3}));
    const Trace trace = TraceBuilder::build(run.recorder, nullptr);
    QCOMPARE(trace.task(TaskId(2)).asked, CancelId(1));
    QCOMPARE(trace.task(TaskId(2)).askedAt, Ns(1ms));
    QCOMPARE(trace.task(TaskId(3)).askedOrder, 2);
    QVERIFY(!trace.task(TaskId(4)).asked && trace.task(TaskId(4)).interrupted); // no scope of its own
    QVERIFY(!trace.task(TaskId(5)).asked);
    QCOMPARE(trace.task(TaskId(3)).interruptedAt, Ns(1ms));
    QVERIFY(validate(trace).empty());
}

void TestCancel::cancelTaskEndsOneThatWasSpawned()
{
    RecordedRun run;
    run.play([](Scope &root) -> QCoro::Task<void> {
        auto first = root.spawn(noteCancel, 1);
        auto second = root.spawn(work, 2, 5ms);
        auto brief = root.spawn(work, 3, 0ms);
        co_await sleep(root, 1ms);
        root.cancelTask({TaskId(4)}); // has ended: nothing
        seen.numbers.push_back(root.ownedTasks());
        root.cancelTask({TaskId(2)});
        const int value = co_await second;
        seen.numbers.push_back(10 * value);
    });
    QCOMPARE(seen.numbers, std::vector<int>({3, 2, 1, 2, 20}));
    QCOMPARE(run.of(EventKind::CancelRequested).size(), 1u);
    QCOMPARE(Canceller(run.of(EventKind::CancelRequested)[0].detail), Canceller::User);
}

void TestCancel::manyRandomCancellationsLeaveNothing()
{
    static int at;
    int cancelled = 0;
    for (at = 0; at < 60; ++at) {
        RecordedRun run;
        const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
            static Scope *root;
            root = &scope;
            scope.spawn([](Scope &own) -> QCoro::Task<void> {
                co_await sleep(own, std::chrono::milliseconds(at));
                root->cancel("at a random moment");
            });
            for (int i = 0; i < 5; ++i) {
                co_await gather(scope.spawn(work, i, 3ms), scope.spawn(work, i, std::chrono::milliseconds(2 * i)));
                co_await scope.spawn(parentOfStraggler);
                work(scope, i, 4ms);
            }
        });
        if (!error.empty())
            ++cancelled;
        QVERIFY(error.empty() || error == "at a random moment");
        QCOMPARE(run.scheduler.liveFrames(), 0);
        QCOMPARE(run.scheduler.liveTasks(), 0);
        QCOMPARE(run.root.ownedTasks(), 0);
        QCOMPARE(run.scheduler.frames().size(), std::size_t(0));
    }
    QCOMPARE(cancelled, 60);
}

QTEST_GUILESS_MAIN(TestCancel)
#include "tst_cancel.moc"
