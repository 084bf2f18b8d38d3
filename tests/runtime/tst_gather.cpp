// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/recorded_run.h"

#include <QTest>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

Seen seen;

QCoro::Task<int> number(Scope &scope, int value, std::chrono::milliseconds length)
{
    co_await sleep(scope, length);
    seen.numbers.push_back(value);
    co_return value;
}

QCoro::Task<std::string> text(Scope &scope, std::string value)
{
    co_await sleep(scope, 3ms);
    co_return value;
}

QCoro::Task<void> nothing(Scope &scope)
{
    co_await sleep(scope, 1ms);
}

QCoro::Task<int> immediate(Scope &, int value)
{
    co_return value;
}

QCoro::Task<int> failing(Scope &scope, std::string what, std::chrono::milliseconds length)
{
    if (length > 0ms)
        co_await sleep(scope, length);
    throw std::runtime_error(what);
}

} // namespace

class TestGather : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { seen = {}; }
    void mixedTypesAsTuple();
    void vectorsInOrder();
    void emptyVectorDoesNotWait();
    void allEndedBeforeDoesNotWait();
    void takesTheLongestNotTheSum_data();
    void takesTheLongestNotTheSum();
    void firstFailureIsRaisedAtOnceAndTheOthersRunOn();
    void firstInTimeOfFailuresBeforeTheAwait();
    void firstOfFailuresInOneTurn();
    void secondFailureIsUnread();
    void cancelWakesTheWaiter();
    void nested();
};

void TestGather::mixedTypesAsTuple()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto [one, two, three]
            = co_await gather(scope.spawn(number, 1, 5ms), scope.spawn(text, std::string("logs")), scope.spawn(nothing));
        static_assert(std::is_same_v<decltype(three), std::monostate>);
        seen.numbers.push_back(one);
        seen.texts.push_back(two);
        seen.times.push_back(scope.scheduler().now());
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{1, 1}));
    QCOMPARE(seen.texts, std::vector<std::string>{"logs"});
    QCOMPARE(seen.times, std::vector<Ns>{5ms});
    const auto waits = run.of(TaskId(1));
    QVERIFY(std::ranges::any_of(waits, [](const RawEvent &e) { return e.wait == WaitKind::Gather && e.payload == 3; }));
    QCOMPARE(run.scheduler.liveFrames(), 0);
}

void TestGather::vectorsInOrder()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        std::vector<Spawned<int>> tasks;
        std::vector<Spawned<void>> others;
        for (int i = 0; i < 10; ++i) {
            tasks.push_back(scope.spawn(number, i, std::chrono::milliseconds(10 - i)));
            others.push_back(scope.spawn(nothing));
        }
        const auto values = co_await gather(std::move(tasks));
        seen.numbers = values;
        co_await gather(std::move(others));
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}));
}

void TestGather::emptyVectorDoesNotWait()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &) -> QCoro::Task<void> {
        std::vector<Spawned<int>> none;
        const auto values = co_await gather(std::move(none));
        seen.numbers.push_back(static_cast<int>(values.size()));
        const std::tuple<> empty = co_await gather();
        static_cast<void>(empty);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, std::vector<int>{0});
    QVERIFY(run.of(EventKind::Suspended).empty());
}

void TestGather::allEndedBeforeDoesNotWait()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto [a, b] = co_await gather(scope.spawn(immediate, 1), scope.spawn(immediate, 2));
        seen.numbers = {a, b};
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{1, 2}));
    QVERIFY(run.of(EventKind::Suspended).empty());
}

void TestGather::takesTheLongestNotTheSum_data()
{
    QTest::addColumn<bool>("real");
    QTest::newRow("virtual clock") << false;
    QTest::newRow("real clock") << true;
}

void TestGather::takesTheLongestNotTheSum()
{
    QFETCH(bool, real);
    RecordedRun run(real ? ClockKind::Real : ClockKind::Virtual);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        co_await gather(scope.spawn(number, 1, 30ms), scope.spawn(number, 2, 20ms), scope.spawn(number, 3, 10ms));
        seen.times.push_back(scope.scheduler().now());
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{3, 2, 1}));
    QVERIFY(seen.times.front() >= Ns(30ms));
    if (!real)
        QCOMPARE(seen.times.front(), Ns(30ms));
}

void TestGather::firstFailureIsRaisedAtOnceAndTheOthersRunOn()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        try {
            co_await gather(scope.spawn(number, 1, 100ms), scope.spawn(failing, std::string("quota"), 20ms));
        } catch (const std::runtime_error &exception) {
            seen.texts.push_back(exception.what());
            seen.times.push_back(scope.scheduler().now());
        }
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, std::vector<std::string>{"quota"});
    QCOMPARE(seen.times, std::vector<Ns>{20ms});
    QCOMPARE(seen.numbers, std::vector<int>{1});
    QCOMPARE(run.scheduler.now(), Ns(100ms));
    QCOMPARE(run.scheduler.unreadFailures(), 0);
    QCOMPARE(run.scheduler.liveFrames(), 0);
}

void TestGather::firstInTimeOfFailuresBeforeTheAwait()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto late = scope.spawn(failing, std::string("late"), 5ms);
        auto early = scope.spawn(failing, std::string("early"), 2ms);
        co_await sleep(scope, 10ms);
        co_await gather(std::move(late), std::move(early));
    });
    QCOMPARE(error, std::string("early"));
    QCOMPARE(run.scheduler.unreadFailures(), 1);
}

void TestGather::firstOfFailuresInOneTurn()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        co_await gather(scope.spawn(failing, std::string("first"), 2ms), scope.spawn(failing, std::string("second"), 2ms));
    });
    QCOMPARE(error, std::string("first"));
    QCOMPARE(run.scheduler.unreadFailures(), 1);
}

void TestGather::secondFailureIsUnread()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        co_await gather(scope.spawn(failing, std::string("first"), 0ms), scope.spawn(failing, std::string("second"), 5ms));
    });
    QCOMPARE(error, std::string("first"));
    QCOMPARE(run.scheduler.unreadFailures(), 1);
    QCOMPARE(run.scheduler.liveFrames(), 0);
}

void TestGather::cancelWakesTheWaiter()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Scope inner(scope);
        inner.spawn([](Scope &own) -> QCoro::Task<void> {
            co_await gather(own.spawn(number, 1, 50ms), own.spawn(number, 2, 60ms));
            seen.numbers.push_back(0);
        });
        co_await sleep(scope, 10ms);
        inner.cancel("changed my mind");
        co_await inner.join();
    });
    QCOMPARE(error, std::string("changed my mind"));
    QVERIFY(seen.numbers.empty());
    QCOMPARE(run.scheduler.now(), Ns(10ms));
    QCOMPARE(run.of(EventKind::Cancelled).size(), std::size_t(4));
    QCOMPARE(run.scheduler.unreadFailures(), 0);
    QCOMPARE(run.scheduler.liveFrames(), 0);
}

void TestGather::nested()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const auto pair = [](Scope &own, int base) -> QCoro::Task<int> {
            auto [a, b] = co_await gather(own.spawn(number, base, 2ms), own.spawn(number, base + 1, 1ms));
            co_return a + b;
        };
        auto [x, y] = co_await gather(scope.spawn(pair, 10), scope.spawn(pair, 20));
        seen.numbers.push_back(x + y);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{11, 21, 10, 20, 62}));
    QCOMPARE(run.scheduler.now(), Ns(2ms));
}

QTEST_GUILESS_MAIN(TestGather)
#include "tst_gather.moc"
