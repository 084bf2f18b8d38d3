// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/recorded_run.h"

#include <QCoroTimer>
#include <QTest>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

int line(const RawEvent &event)
{
    return static_cast<int>(toSourceLocation(event.payload).line());
}

constexpr int leafAwait = __LINE__ + 3;
QCoro::Task<int> leaf(Scope &scope, int value)
{
    co_await sleep(scope, 10ms);
    co_return value;
}
constexpr int leafEnd = __LINE__ - 1;

QCoro::Task<int> immediate(Scope &, int value)
{
    co_return value;
}

QCoro::Task<std::unique_ptr<int>> moveOnly(Scope &scope)
{
    co_await sleep(scope, 1ms);
    co_return std::make_unique<int>(7);
}

QCoro::Task<void> thrower(Scope &scope, std::chrono::milliseconds after)
{
    co_await sleep(scope, after);
    throw std::runtime_error("boom");
}

QCoro::Task<int> throwsAtOnce(Scope &)
{
    throw std::runtime_error("at once");
    co_return 0;
}

QCoro::Task<void> middle(Scope &scope)
{
    co_await thrower(scope, 5ms);
}

struct Service
{
    int base = 40;
    QCoro::Task<int> get(Scope &scope, int value) const
    {
        co_await sleep(scope, 1ms);
        co_return base + value;
    }
};

/// What a coroutine saw, to be checked outside of it.
struct Seen
{
    std::vector<int> numbers;
    std::vector<std::string> texts;
    std::vector<int> lines;
};
Seen seen;

} // namespace

class TestTaskPromise : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { seen = {}; }
    void eventsOfOneTaskWithTheirLines();
    void anImmediateTaskRecordsNoSuspension();
    void namesOfAwaitedTasks();
    void membersAndLambdasAreTraced();
    void moveOnlyResult();
    void exceptionsThroughLevels();
    void failureThatIsReadLater();
    void droppedTasksRunOnAndTheirFailuresAreCounted();
    void foreignAwaitablesAreUnknownWaits();
    void theRunningTaskIsKnown();
    void plainCoroutinesMayAwaitTracedOnes();
};

void TestTaskPromise::eventsOfOneTaskWithTheirLines()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const int value = co_await leaf(scope, 3);
        seen.numbers.push_back(value);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, std::vector<int>{3});
    const auto events = run.of(TaskId(2));
    QCOMPARE(events.size(), std::size_t(5));
    QCOMPARE(events[0].kind, EventKind::Started);
    QCOMPARE(line(events[0]), leafEnd);
    QCOMPARE(toSourceLocation(events[0].payload).function_name(), "QCoro::Task<int> {anonymous}::leaf(awaitscope::Scope&, int)");
    QCOMPARE(events[1].kind, EventKind::Suspended);
    QCOMPARE(line(events[1]), leafAwait);
    QCOMPARE(events[2].kind, EventKind::WaitsFor);
    QCOMPARE(events[2].wait, WaitKind::Timer);
    QCOMPARE(events[2].payload, std::uint64_t(10'000'000));
    QCOMPARE(events[3].kind, EventKind::Resumed);
    QCOMPARE(line(events[3]), leafAwait);
    QCOMPARE(events[3].time, std::int64_t(10'000'000));
    QCOMPARE(events[4].kind, EventKind::Returned);
    QCOMPARE(run.scheduler.liveFrames(), 0);
}

void TestTaskPromise::anImmediateTaskRecordsNoSuspension()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const int value = co_await immediate(scope, 5);
        seen.numbers.push_back(value);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, std::vector<int>{5});
    QCOMPARE(run.of(EventKind::Started).size(), std::size_t(2));
    QCOMPARE(run.of(EventKind::Suspended).size(), std::size_t(0));
    QCOMPARE(run.of(EventKind::Resumed).size(), std::size_t(0));
    QCOMPARE(run.of(EventKind::Returned).size(), std::size_t(2));
}

void TestTaskPromise::namesOfAwaitedTasks()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto a = leaf(scope, 1);
        auto b = leaf(scope, 2);
        auto c = scope.spawn(leaf, 3);
        const int first = co_await b;
        const int second = co_await a;
        const int third = co_await c;
        const int fourth = co_await leaf(scope, 4);
        seen.numbers = {first, second, third, fourth};
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{2, 1, 3, 4}));
    std::vector<std::uint64_t> awaited;
    for (const RawEvent &event : run.of(TaskId(1))) {
        if (event.kind == EventKind::WaitsFor) {
            QCOMPARE(event.wait, WaitKind::Task);
            awaited.push_back(event.payload);
        }
    }
    // b wakes the root in the turn in which a has ended already: no wait for a.
    QCOMPARE(awaited, (std::vector<std::uint64_t>{3, 4, 5}));
    QCOMPARE(run.scheduler.frames().size(), std::size_t(0));
}

void TestTaskPromise::membersAndLambdasAreTraced()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const Service service;
        const int fromMember = co_await service.get(scope, 2);
        const auto lambda = [](Scope &inner, int value) -> QCoro::Task<int> {
            seen.lines.push_back(__LINE__ + 1);
            co_await sleep(inner, 1ms);
            co_return value;
        };
        const int fromLambda = co_await lambda(scope, 9);
        seen.numbers = {fromMember, fromLambda};
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{42, 9}));
    QCOMPARE(run.of(EventKind::Started).size(), std::size_t(3));
    const auto lambdaEvents = run.of(TaskId(3));
    QCOMPARE(lambdaEvents.size(), std::size_t(5));
    QCOMPARE(line(lambdaEvents[1]), seen.lines.front());
}

void TestTaskPromise::moveOnlyResult()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const auto direct = co_await moveOnly(scope);
        const auto spawned = co_await scope.spawn(moveOnly);
        seen.numbers = {*direct, *spawned};
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{7, 7}));
}

void TestTaskPromise::exceptionsThroughLevels()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        try {
            co_await middle(scope);
        } catch (const std::exception &exception) {
            seen.texts.push_back(exception.what());
        }
        try {
            co_await throwsAtOnce(scope);
        } catch (const std::exception &exception) {
            seen.texts.push_back(exception.what());
        }
        throw std::logic_error("the root too");
    });
    QCOMPARE(error, std::string("the root too"));
    QCOMPARE(seen.texts, (std::vector<std::string>{"boom", "at once"}));
    const auto failed = run.of(EventKind::Failed);
    QCOMPARE(failed.size(), std::size_t(4));
    QCOMPARE(run.text(failed[0]), std::string("boom"));
    QCOMPARE(run.text(failed[1]), std::string("boom"));
    QCOMPARE(run.text(failed[2]), std::string("at once"));
    QCOMPARE(run.text(failed[3]), std::string("the root too"));
    QCOMPARE(run.scheduler.unreadFailures(), 0);
    QCOMPARE(run.scheduler.liveFrames(), 0);
}

void TestTaskPromise::failureThatIsReadLater()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto early = throwsAtOnce(scope);
        auto soon = thrower(scope, 1ms);
        co_await sleep(scope, 5ms);
        try {
            co_await soon;
        } catch (const std::exception &exception) {
            seen.texts.push_back(exception.what());
        }
        try {
            co_await early;
        } catch (const std::exception &exception) {
            seen.texts.push_back(exception.what());
        }
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, (std::vector<std::string>{"boom", "at once"}));
    QCOMPARE(run.scheduler.unreadFailures(), 0);
}

void TestTaskPromise::droppedTasksRunOnAndTheirFailuresAreCounted()
{
    RecordedRun run;
    std::vector<TaskId> unread;
    run.scheduler.setUnreadFailureHook([&unread](TaskId task, const std::exception_ptr &) { unread.push_back(task); });
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        leaf(scope, 1);
        thrower(scope, 30ms);
        const auto held = thrower(scope, 2ms);
        co_await sleep(scope, 3ms);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(run.of(EventKind::Returned).size(), std::size_t(2));
    QCOMPARE(run.of(EventKind::Failed).size(), std::size_t(2));
    QCOMPARE(run.scheduler.unreadFailures(), 2);
    QCOMPARE(unread, (std::vector<TaskId>{TaskId(4), TaskId(3)}));
    QCOMPARE(run.scheduler.liveFrames(), 0);
    QCOMPARE(run.scheduler.now(), Ns(30ms));
}

void TestTaskPromise::foreignAwaitablesAreUnknownWaits()
{
    RecordedRun run(ClockKind::Real);
    const std::string error = run.play([](Scope &) -> QCoro::Task<void> { co_await QCoro::sleepFor(1ms); });
    QCOMPARE(error, std::string());
    const auto waits = run.of(EventKind::WaitsFor);
    QCOMPARE(waits.size(), std::size_t(1));
    QCOMPARE(waits[0].wait, WaitKind::Unknown);
}

void TestTaskPromise::theRunningTaskIsKnown()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        seen.numbers.push_back(int(scope.scheduler().currentTask().number()));
        auto task = leaf(scope, 1);
        seen.numbers.push_back(int(scope.scheduler().currentTask().number()));
        co_await task;
        seen.numbers.push_back(int(scope.scheduler().currentTask().number()));
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{1, 1, 1}));
    QVERIFY(!run.scheduler.currentTask());
}

void TestTaskPromise::plainCoroutinesMayAwaitTracedOnes()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const auto plain = [](int factor, Scope *inner) -> QCoro::Task<int> {
            const int value = co_await leaf(*inner, 4);
            co_await sleep(*inner, 1ms);
            const int other = co_await inner->spawn(leaf, 1);
            co_return factor *value + other;
        };
        const int value = co_await plain(10, &scope);
        seen.numbers.push_back(value);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, std::vector<int>{41});
    QCOMPARE(run.of(EventKind::Started).size(), std::size_t(3));
}

QTEST_GUILESS_MAIN(TestTaskPromise)
#include "tst_task_promise.moc"
