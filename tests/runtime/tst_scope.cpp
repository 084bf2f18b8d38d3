// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/recorded_run.h"

#include <QTest>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

Seen seen;

struct Waits
{
    std::chrono::milliseconds getUser;
};

QCoro::Task<int> work(Scope &scope, int value, std::chrono::milliseconds length)
{
    co_await sleep(scope, length);
    seen.numbers.push_back(value);
    co_return value;
}

QCoro::Task<void> failing(Scope &scope)
{
    co_await sleep(scope, 1ms);
    throw std::runtime_error("boom");
}

QCoro::Task<int> immediate(Scope &, int value)
{
    co_return value;
}

QCoro::Task<std::size_t> keepsArguments(Scope &scope, const std::string &text, std::unique_ptr<int> number)
{
    co_await sleep(scope, 1ms);
    co_return text.size() + static_cast<std::size_t>(*number);
}

/// Outlives what it spawned.
QCoro::Task<void> outlivesItsChild(Scope &scope)
{
    scope.spawn(work, 1, 1ms);
    co_await sleep(scope, 5ms);
    seen.numbers.push_back(2);
}

QCoro::Task<void> parentOfStraggler(Scope &scope)
{
    scope.spawn(work, 1, 50ms);
    co_await sleep(scope, 1ms);
}

} // namespace

class TestScope : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { seen = {}; }
    void spawnedTasksStartAtOnceAndGiveTheirValue();
    void argumentsOutliveTheTask();
    void droppedHandlesDoNotStopTheTask();
    void joinWaitsForAllBelow();
    void joinWaitsForATaskThatOutlivesItsChildren();
    void joinOfNothingDoesNotWait();
    void resultDoesNotWaitForStragglers();
    void unreadFailuresAreCounted();
    void resultIsReadOnce();
    void twoAwaitersAreRefused();
    void movedHandleIsRefused();
    void contextIsLookedUpThroughTheParents();
    void aSecondContextOfATypeReplacesTheFirst();
    void tasksOfADestroyedScopePassToItsParent();
};

void TestScope::spawnedTasksStartAtOnceAndGiveTheirValue()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto a = scope.spawn(immediate, 1);
        seen.numbers.push_back(a.ended());
        auto b = scope.spawn(work, 2, 5ms);
        seen.numbers.push_back(b.ended());
        const int first = co_await a;
        const int second = co_await b;
        seen.numbers.push_back(first + second);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{1, 0, 2, 3}));
    QCOMPARE(run.scheduler.liveFrames(), 0);
}

void TestScope::argumentsOutliveTheTask()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto number = std::make_unique<int>(5);
        auto task = scope.spawn(keepsArguments, std::string(100, 'x'), std::move(number));
        const std::size_t size = co_await task;
        seen.numbers.push_back(static_cast<int>(size));
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, std::vector<int>{105});
}

void TestScope::droppedHandlesDoNotStopTheTask()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        scope.spawn(work, 1, 5ms);
        scope.spawn(immediate, 1);
        co_return;
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, std::vector<int>{1});
    QCOMPARE(run.root.ownedTasks(), 0);
    QCOMPARE(run.scheduler.liveFrames(), 0);
}

void TestScope::joinWaitsForAllBelow()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Scope inner(scope);
        inner.spawn(parentOfStraggler);
        inner.spawn(work, 2, 20ms);
        co_await inner.join();
        seen.times.push_back(scope.scheduler().now());
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{2, 1}));
    QCOMPARE(seen.times, std::vector<Ns>{50ms});
    const auto waits = run.of(TaskId(1));
    QVERIFY(std::ranges::any_of(waits, [](const RawEvent &e) { return e.wait == WaitKind::Join && e.payload == 2; }));
}

void TestScope::joinWaitsForATaskThatOutlivesItsChildren()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        scope.spawn(outlivesItsChild);
        co_await scope.join();
        seen.numbers.push_back(3);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{1, 2, 3}));
}

void TestScope::joinOfNothingDoesNotWait()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> { co_await scope.join(); });
    QCOMPARE(error, std::string());
    QVERIFY(run.of(EventKind::Suspended).empty());
}

void TestScope::resultDoesNotWaitForStragglers()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        co_await scope.spawn(parentOfStraggler);
        seen.times.push_back(scope.scheduler().now());
        seen.numbers.push_back(scope.ownedTasks());
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.times, std::vector<Ns>{1ms});
    QCOMPARE(seen.numbers, (std::vector<int>{1, 1}));
    QCOMPARE(run.scheduler.now(), Ns(50ms));
    QCOMPARE(run.scheduler.liveFrames(), 0);
}

void TestScope::unreadFailuresAreCounted()
{
    RecordedRun run;
    std::vector<TaskId> unread;
    run.scheduler.setUnreadFailureHook([&unread](TaskId task, const std::exception_ptr &) { unread.push_back(task); });
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        scope.spawn(failing);
        auto held = scope.spawn(failing);
        auto read = scope.spawn(failing);
        try {
            co_await read;
        } catch (const std::runtime_error &) {
            seen.numbers.push_back(1);
        }
        co_await sleep(scope, 5ms);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, std::vector<int>{1});
    QCOMPARE(run.scheduler.unreadFailures(), 2);
    QCOMPARE(unread, (std::vector<TaskId>{TaskId(2), TaskId(3)}));
}

void TestScope::resultIsReadOnce()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto task = scope.spawn(immediate, 1);
        co_await task;
        co_await task;
    });
    QCOMPARE(error, std::string("the result of a spawned task is read twice"));
}

void TestScope::twoAwaitersAreRefused()
{
    RecordedRun run;
    static Spawned<int> *shared;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto task = scope.spawn(work, 1, 5ms);
        shared = &task;
        const auto waiter = [](Scope &) -> QCoro::Task<int> {
            const int value = co_await *shared;
            co_return value;
        };
        auto first = scope.spawn(waiter);
        auto second = scope.spawn(waiter);
        const int value = co_await first;
        seen.numbers.push_back(value);
        co_await second;
    });
    QCOMPARE(error, std::string("a spawned task is awaited twice at once"));
    QCOMPARE(seen.numbers, (std::vector<int>{1, 1}));
}

void TestScope::movedHandleIsRefused()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto task = scope.spawn(immediate, 1);
        auto other = std::move(task);
        co_await other;
        co_await task;
    });
    QCOMPARE(error, std::string("a spawned task is used through a handle that was moved away"));
}

void TestScope::contextIsLookedUpThroughTheParents()
{
    RecordedRun run;
    const Waits waits{196ms};
    run.root.setContext(waits);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const auto reader = [](Scope &own) -> QCoro::Task<void> {
            co_await sleep(own, own.context<Waits>().getUser);
            seen.times.push_back(own.scheduler().now());
        };
        Scope inner(scope);
        const Waits shorter{4ms};
        inner.setContext(shorter);
        co_await inner.spawn(reader);
        co_await scope.spawn(reader);
        seen.numbers.push_back(scope.findContext<int>() == nullptr);
        scope.context<int>();
    });
    QVERIFY(error.starts_with("no context of this type"));
    QCOMPARE(seen.times, (std::vector<Ns>{4ms, 200ms}));
    QCOMPARE(seen.numbers, std::vector<int>{1});
}

void TestScope::aSecondContextOfATypeReplacesTheFirst()
{
    RecordedRun run;
    const Waits first{1ms}, second{2ms};
    run.root.setContext(first);
    run.root.setContext(second);
    QCOMPARE(run.root.findContext<Waits>(), &second);
}

void TestScope::tasksOfADestroyedScopePassToItsParent()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        {
            Scope inner(scope);
            inner.spawn(work, 1, 5ms);
        }
        seen.numbers.push_back(scope.ownedTasks());
        co_await scope.join();
        seen.times.push_back(scope.scheduler().now());
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{1, 1}));
    QCOMPARE(seen.times, std::vector<Ns>{5ms});
}

QTEST_GUILESS_MAIN(TestScope)
#include "tst_scope.moc"
