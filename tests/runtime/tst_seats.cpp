// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/sound_trace.h"

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

Seen seen;

QCoro::Task<void> useSeat(Scope &scope, Semaphore *seats, int number)
{
    const Permit permit = co_await seats->acquire(scope);
    seen.numbers.push_back(number);
    co_await sleep(scope, 10ms);
}

QCoro::Task<void> produce(Scope &scope, Channel<std::string> *channel, int count)
{
    for (int i = 0; i < count; ++i)
        co_await channel->send(scope, std::to_string(i));
    channel->close();
}

QCoro::Task<void> consume(Scope &scope, Channel<std::string> *channel, std::chrono::milliseconds pace)
{
    for (;;) {
        const std::optional<std::string> value = co_await channel->receive(scope);
        if (!value)
            break;
        seen.texts.push_back(*value);
        seen.numbers.push_back(channel->size());
        co_await sleep(scope, pace);
    }
    seen.texts.push_back("end");
}

} // namespace

class TestSeats : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { seen = {}; }
    void permitsAreHandedOutInOrder();
    void whoQueuesCanBeCancelled();
    void grantedAndCancelledInOneTurnIsNotLost();
    void cancelledAndGivenBackInOneTurnGoesToTheNext();
    void destroyedWhileSomebodyQueues();
    void mutexLetsOneIn();
    void channelKeepsOrderAndBounds();
    void channelSendersQueueAndCanBeCancelled();
    void channelClosed();
    void badSizesAreRefused();
};

void TestSeats::permitsAreHandedOutInOrder()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Semaphore seats(scope, 2, "connections");
        for (int i = 0; i < 5; ++i)
            scope.spawn(useSeat, &seats, i);
        seen.numbers.push_back(seats.inUse() * 10 + seats.queued());
        co_await sleep(scope, 31ms);
        seen.numbers.push_back(seats.inUse() * 10 + seats.queued());
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{0, 1, 23, 2, 3, 4, 0}));
    const Trace trace = soundTrace(run);
    QCOMPARE(trace.resources().size(), std::size_t(1));
    const Resource &seats = trace.resources().front();
    QCOMPARE(trace.name(seats.name), QStringLiteral("connections"));
    QCOMPARE(seats.seats, 2u);
    QCOMPARE(std::ranges::max(seats.changes, {}, &SeatEvent::queued).queued, 3u);
    QCOMPARE(std::ranges::max(seats.changes, {}, &SeatEvent::inUse).inUse, 2u);
    QCOMPARE(trace.holders(seats.id, Ns(5ms)), (std::vector{TaskId(2), TaskId(3)}));
    QCOMPARE(trace.holders(seats.id, Ns(15ms)), (std::vector{TaskId(4), TaskId(5)}));
    const Span &queued = trace.spans()[trace.task(TaskId(5)).spans[1]];
    QCOMPARE(queued.state, TaskState::Queued);
    QCOMPARE(queued.wait.resource, seats.id);
    QCOMPARE(queued.wait.count, 2u);
    QCOMPARE(queued.length(), Ns(10ms));
}

void TestSeats::whoQueuesCanBeCancelled()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Semaphore seats(scope, 1);
        auto first = scope.spawn(useSeat, &seats, 1);
        auto second = scope.spawn(useSeat, &seats, 2);
        auto third = scope.spawn(useSeat, &seats, 3);
        co_await sleep(scope, 5ms);
        second.state().scope().cancel("not you");
        co_await settleAll(std::move(first), std::move(second), std::move(third));
        seen.numbers.push_back(seats.inUse() * 10 + seats.queued());
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{1, 3, 0}));
    QCOMPARE(run.scheduler.now(), Ns(20ms));
    soundTrace(run);
}

void TestSeats::grantedAndCancelledInOneTurnIsNotLost()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Semaphore seats(scope, 1);
        Permit held = co_await seats.acquire(scope);
        auto waiting = scope.spawn(useSeat, &seats, 1);
        held.release();
        held.release();
        waiting.state().scope().cancel("in the same turn");
        co_await settleAll(std::move(waiting));
        const Permit again = co_await seats.acquire(scope);
        seen.numbers.push_back(again.held());
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{1, 1}));
    soundTrace(run);
}

void TestSeats::cancelledAndGivenBackInOneTurnGoesToTheNext()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Semaphore seats(scope, 1);
        Permit held = co_await seats.acquire(scope);
        auto cancelled = scope.spawn(useSeat, &seats, 1);
        auto next = scope.spawn(useSeat, &seats, 2);
        cancelled.state().scope().cancel("in the same turn");
        held.release();
        co_await settleAll(std::move(cancelled), std::move(next));
        seen.numbers.push_back(seats.inUse() * 10 + seats.queued());
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{2, 0}));
    soundTrace(run);
}

void TestSeats::destroyedWhileSomebodyQueues()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto seats = std::make_unique<Semaphore>(scope, 1);
        const Permit outlives = co_await seats->acquire(scope);
        auto waiting = scope.spawn(useSeat, seats.get(), 1);
        seats.reset();
        co_await waiting;
    });
    QCOMPARE(error, std::string("the semaphore was destroyed, and nobody can get a permit any more"));
    soundTrace(run);
}

void TestSeats::mutexLetsOneIn()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        static Mutex *mutex;
        Mutex own(scope);
        mutex = &own;
        std::vector<Spawned<void>> tasks;
        for (int i = 0; i < 3; ++i) {
            tasks.push_back(scope.spawn([](Scope &task) -> QCoro::Task<void> {
                const Permit lock = co_await mutex->lock(task);
                co_await sleep(task, 10ms);
                seen.times.push_back(task.scheduler().now());
            }));
        }
        seen.numbers.push_back(own.locked() * 10 + own.queued());
        co_await gather(std::move(tasks));
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, std::vector<int>{12});
    QCOMPARE(seen.times, (std::vector<Ns>{10ms, 20ms, 30ms}));
    soundTrace(run);
}

void TestSeats::channelKeepsOrderAndBounds()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Channel<std::string> channel(scope, 2);
        auto producer = scope.spawn(produce, &channel, 6);
        auto consumer = scope.spawn(consume, &channel, 10ms);
        co_await gather(std::move(producer), std::move(consumer));
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, (std::vector<std::string>{"0", "1", "2", "3", "4", "5", "end"}));
    QVERIFY(std::ranges::max(seen.numbers) <= 2);
    const Trace trace = soundTrace(run);
    QCOMPARE(std::ranges::max(trace.resources().front().changes, {}, &SeatEvent::inUse).inUse, 2u);
}

void TestSeats::channelSendersQueueAndCanBeCancelled()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        static Channel<std::string> *shared;
        Channel<std::string> channel(scope, 1);
        shared = &channel;
        co_await channel.send(scope, std::string("in"));
        auto stuck = scope.spawn([](Scope &own) -> QCoro::Task<void> { co_await shared->send(own, std::string("lost")); });
        auto next = scope.spawn([](Scope &own) -> QCoro::Task<void> { co_await shared->send(own, std::string("next")); });
        stuck.state().scope().cancel("not sent");
        co_await settleAll(std::move(stuck));
        const auto first = co_await channel.receive(scope);
        const auto second = co_await channel.receive(scope);
        seen.texts = {*first, *second};
        // A receiver that was given a value and is cancelled in the same turn has received it.
        auto receiver = scope.spawn([](Scope &own) -> QCoro::Task<void> {
            const auto value = co_await shared->receive(own);
            seen.texts.push_back(*value);
        });
        co_await channel.send(scope, std::string("given"));
        receiver.state().scope().cancel("in the same turn");
        co_await settleAll(std::move(receiver), std::move(next));
        // One that is cancelled first gets nothing, and nothing is lost.
        auto cancelled = scope.spawn([](Scope &own) -> QCoro::Task<void> { co_await shared->receive(own); });
        cancelled.state().scope().cancel("nothing for you");
        co_await channel.send(scope, std::string("kept"));
        const auto kept = co_await channel.receive(scope);
        seen.texts.push_back(*kept);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, (std::vector<std::string>{"in", "next", "given", "kept"}));
    soundTrace(run);
}

void TestSeats::channelClosed()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Channel<std::string> channel(scope, 1);
        auto receiver = scope.spawn(consume, &channel, 0ms);
        channel.close();
        co_await receiver;
        try {
            co_await channel.send(scope, std::string("too late"));
        } catch (const ChannelClosed &closed) {
            seen.texts.push_back(closed.what());
        }
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, (std::vector<std::string>{"end", "the channel is closed: nobody would receive the value"}));
    soundTrace(run);
}

void TestSeats::badSizesAreRefused()
{
    RecordedRun run;
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, Semaphore(run.root, 0));
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, Semaphore(run.root, -1));
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, Channel<int>(run.root, 0));
}

QTEST_GUILESS_MAIN(TestSeats)
#include "tst_seats.moc"
