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

QCoro::Task<void> tidyUp(Scope &scope, std::chrono::milliseconds length)
{
    co_await sleep(scope, length);
}

/// Needs a while to end when it is cancelled.
QCoro::Task<int> slowToEnd(Scope &scope, std::chrono::milliseconds cleanup)
{
    std::exception_ptr failure;
    try {
        co_await sleep(scope, 1h);
    } catch (const Cancelled &cancelled) {
        seen.texts.push_back(cancelled.what());
        failure = std::current_exception();
    }
    co_await shield(scope, tidyUp, cleanup);
    std::rethrow_exception(failure);
}

QCoro::Task<int> failing(Scope &scope, std::string what, std::chrono::milliseconds length)
{
    co_await sleep(scope, length);
    throw std::runtime_error(what);
}

} // namespace

class TestTogether : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { seen = {}; }
    void settleAllKeepsEverythingInOrder();
    void settleAllIsInterruptedByACancelBeforeTheTasksEnd();
    void settleAllKeepsWhatItGotBeforeACancel();
    void gatherOrCancelGivesTheValues();
    void gatherOrCancelCancelsJoinsAndThrows();
    void gatherOrCancelWithAFailureBeforeTheAwait();
    void gatherOrCancelIsCancelledFromOutside();
    void firstOfCancelsAndJoinsTheLosers();
    void firstOfThrowsTheFailureThatCameFirst();
    void firstOfNothingIsRefused();
    void groupCancelsItsSiblings();
    void groupLeftByAnExceptionIsCancelled();
    void groupMisuse();
};

void TestTogether::settleAllKeepsEverythingInOrder()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto [one, two, three] = co_await settleAll(
            scope.spawn(work, 1, 30ms), scope.spawn(failing, std::string("no"), 10ms), scope.spawn(tidyUp, 20ms));
        seen.times.push_back(scope.scheduler().now());
        seen.numbers.push_back(one.value());
        seen.texts.push_back(two.errorText());
        seen.numbers.push_back(three.ok());
        std::vector<Spawned<int>> none;
        const auto nothing = co_await settleAll(std::move(none));
        seen.numbers.push_back(int(nothing.size()));
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.times, std::vector<Ns>{30ms});
    QCOMPARE(seen.numbers, (std::vector<int>{1, 1, 0}));
    QCOMPARE(seen.texts, std::vector<std::string>{"no"});
    const auto waits = run.of(TaskId(1));
    QVERIFY(std::ranges::any_of(waits, [](const RawEvent &e) { return e.wait == WaitKind::Settle && e.payload == 3; }));
    QCOMPARE(run.scheduler.unreadFailures(), 0);
    soundTrace(run);
}

namespace {

QCoro::Task<void> cancelAt(Scope &scope, Scope *cancelled, std::chrono::milliseconds time)
{
    co_await sleep(scope, time);
    cancelled->cancel("enough");
}

/// Waits for a brief task, then for a long one, and notes down how that wait ended.
QCoro::Task<void> oneAfterTheOther(Scope &scope, Scope *ofTheLong, std::chrono::milliseconds length)
{
    auto first = scope.spawn(work, 1, 1ms);
    auto second = ofTheLong->spawn(work, 2, length);
    try {
        const int one = co_await first;
        seen.numbers.push_back(one);
        const auto [settled] = co_await settleAll(std::move(second));
        seen.texts.push_back(settled.ok() ? "value" : settled.errorText());
    } catch (const Cancelled &) {
        seen.texts.push_back("interrupted");
    }
}

/// Cancels that at a time, in a scope where all of it runs; the long task stands in a scope of its own, or `elsewhere`, before it.
QCoro::Task<void> cancelledAt(Scope &scope, bool elsewhere, std::chrono::milliseconds length, std::chrono::milliseconds time)
{
    Scope all(scope);
    Scope other(all), own(all);
    auto waits = own.spawn(oneAfterTheOther, elsewhere ? &other : &own, length);
    auto cancels = scope.spawn(cancelAt, &all, time);
    co_await cancels;
    const auto [ended] = co_await settleAll(std::move(waits));
    seen.numbers.push_back(ended.ok());
}

} // namespace

/// Each cancel is requested in the turn in which the first task ends, or wherever else the long one's end is told before the wait's own
/// interruption.
void TestTogether::settleAllIsInterruptedByACancelBeforeTheTasksEnd()
{
    for (const bool elsewhere : {false, true}) { // where the long task is spawned
        for (const auto time : {1ms, 2ms}) {
            seen = {};
            RecordedRun run;
            const std::string error
                = run.play([elsewhere, time](Scope &scope) { return cancelledAt(scope, elsewhere, 1h, time); });
            QCOMPARE(error, std::string());
            QCOMPARE(seen.numbers, (std::vector<int>{1, 1}));
            QCOMPARE(seen.texts, std::vector<std::string>{"interrupted"});
        }
    }
}

void TestTogether::settleAllKeepsWhatItGotBeforeACancel()
{
    RecordedRun run;
    // In the turn in which the second task ends, and after that.
    const std::string error = run.play([](Scope &scope) { return cancelledAt(scope, false, 2ms, 2ms); });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{1, 1}));
    QCOMPARE(seen.texts, std::vector<std::string>{"value"});
}

void TestTogether::gatherOrCancelGivesTheValues()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto [one, two] = co_await gatherOrCancel(scope.spawn(work, 1, 10ms), scope.spawn(tidyUp, 20ms));
        static_assert(std::is_same_v<decltype(two), std::monostate>);
        std::vector<Spawned<int>> tasks;
        tasks.push_back(scope.spawn(work, 2, 10ms));
        tasks.push_back(scope.spawn(work, 3, 5ms));
        seen.numbers = co_await gatherOrCancel(std::move(tasks));
        seen.numbers.push_back(one);
        seen.times.push_back(scope.scheduler().now());
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{2, 3, 1}));
    QCOMPARE(seen.times, std::vector<Ns>{30ms});
    QVERIFY(run.of(EventKind::CancelRequested).empty());
    soundTrace(run);
}

void TestTogether::gatherOrCancelCancelsJoinsAndThrows()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        try {
            co_await gatherOrCancel(scope.spawn(failing, std::string("no such user"), 20ms), scope.spawn(slowToEnd, 30ms));
        } catch (const std::runtime_error &failure) {
            seen.texts.push_back(failure.what());
            seen.times.push_back(scope.scheduler().now());
        }
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, (std::vector<std::string>{"a sibling failed: no such user", "no such user"}));
    QCOMPARE(seen.times, std::vector<Ns>{50ms});
    const Trace trace = TraceBuilder::build(run.recorder, nullptr);
    QCOMPARE(trace.cancelRequests().size(), std::size_t(1));
    const CancelRequest &request = trace.cancelRequests().front();
    QCOMPARE(request.by, Canceller::Task);
    QCOMPARE(request.asker, trace.find(u"failing")->id);
    const TaskInfo *cancelled = trace.find(u"slowToEnd");
    QCOMPARE(cancelled->outcome, TaskState::Cancelled);
    QCOMPARE(cancelled->cancellation, request.id);
    const Span &tail = trace.spans()[cancelled->spans[cancelled->spans.size() - 2]];
    QVERIFY(tail.cleanup);
    QCOMPARE(tail.length(), Ns(30ms));
    soundTrace(run);
}

void TestTogether::gatherOrCancelWithAFailureBeforeTheAwait()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto failed = scope.spawn(failing, std::string("early"), 5ms);
        auto other = scope.spawn(slowToEnd, 10ms);
        co_await sleep(scope, 20ms);
        co_await gatherOrCancel(std::move(other), std::move(failed));
    });
    QCOMPARE(error, std::string("early"));
    QCOMPARE(run.scheduler.now(), Ns(30ms));
    soundTrace(run);
}

void TestTogether::gatherOrCancelIsCancelledFromOutside()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        static Scope *foreign;
        foreign = &scope;
        Scope inner(scope);
        // The tasks belong to another scope than the one in which they are awaited.
        auto waiting = inner.spawn([](Scope &) -> QCoro::Task<void> {
            co_await gatherOrCancel(foreign->spawn(slowToEnd, 10ms), foreign->spawn(slowToEnd, 20ms));
        });
        co_await sleep(scope, 5ms);
        inner.cancel("enough");
        try {
            co_await waiting;
        } catch (const Cancelled &cancelled) {
            seen.texts.push_back(cancelled.what());
            seen.times.push_back(scope.scheduler().now());
        }
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, (std::vector<std::string>{"enough", "enough", "enough"}));
    QCOMPARE(seen.times, std::vector<Ns>{25ms});
    soundTrace(run);
}

void TestTogether::firstOfCancelsAndJoinsTheLosers()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const auto value = co_await firstOf(scope.spawn(slowToEnd, 7ms), scope.spawn(work, 5, 10ms));
        seen.numbers = {int(value.index()), std::get<1>(value)};
        seen.times.push_back(scope.scheduler().now());
        std::vector<Spawned<int>> tasks;
        tasks.push_back(scope.spawn(work, 1, 20ms));
        tasks.push_back(scope.spawn(work, 2, 10ms));
        const First<int> first = co_await firstOf(std::move(tasks));
        seen.numbers.push_back(int(first.index));
        seen.numbers.push_back(first.value);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{1, 5, 1, 2}));
    QCOMPARE(seen.times, std::vector<Ns>{17ms});
    QCOMPARE(seen.texts, std::vector<std::string>{"another was first"});
    soundTrace(run);
}

void TestTogether::firstOfThrowsTheFailureThatCameFirst()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        co_await firstOf(scope.spawn(work, 1, 20ms), scope.spawn(failing, std::string("first to fail"), 10ms));
    });
    QCOMPARE(error, std::string("first to fail"));
    QCOMPARE(run.scheduler.now(), Ns(10ms));
    soundTrace(run);
}

void TestTogether::firstOfNothingIsRefused()
{
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, static_cast<void>(firstOf(std::vector<Spawned<int>>())));
}

void TestTogether::groupCancelsItsSiblings()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        TaskGroup group(scope);
        group.spawn(failing, std::string("broken"), 10ms);
        group.spawn(slowToEnd, 15ms);
        auto quick = group.spawn(work, 4, 5ms);
        try {
            co_await group.join();
        } catch (const std::runtime_error &failure) {
            seen.texts.push_back(failure.what());
        }
        const int value = co_await quick;
        seen.numbers.push_back(value);
        seen.times.push_back(scope.scheduler().now());
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, (std::vector<std::string>{"a sibling failed: broken", "broken"}));
    QCOMPARE(seen.numbers, std::vector<int>{4});
    QCOMPARE(seen.times, std::vector<Ns>{25ms});
    QCOMPARE(run.scheduler.unreadFailures(), 0);
    soundTrace(run);
}

void TestTogether::groupLeftByAnExceptionIsCancelled()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        TaskGroup group(scope);
        group.spawn(slowToEnd, 15ms);
        co_await sleep(scope, 5ms);
        throw std::runtime_error("left");
    });
    QCOMPARE(error, std::string("left"));
    QCOMPARE(run.scheduler.now(), Ns(20ms));
    const Trace trace = TraceBuilder::build(run.recorder, nullptr);
    QCOMPARE(trace.cancelRequests().front().by, Canceller::Closing);
    soundTrace(run);
}

void TestTogether::groupMisuse()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        TaskGroup group(scope);
        group.spawn(work, 1, 5ms);
        co_await group.join();
        try {
            static_cast<void>(group.join());
        } catch (const std::logic_error &mistake) {
            seen.texts.push_back(mistake.what());
        }
        try {
            group.spawn(work, 1, 5ms);
        } catch (const std::logic_error &) {
            seen.texts.push_back("no spawn");
        }
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, (std::vector<std::string>{"a task group is joined twice", "no spawn"}));
    QVERIFY_THROWS_EXCEPTION(std::logic_error, static_cast<void>(run.root.spawn(work, 1, 5ms)));
    soundTrace(run);
}

QTEST_GUILESS_MAIN(TestTogether)
#include "tst_together.moc"
