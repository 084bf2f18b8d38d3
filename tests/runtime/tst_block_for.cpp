// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/sound_trace.h"

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

QCoro::Task<void> callFor(Scope &scope, int number, std::chrono::milliseconds cost)
{
    const auto nothing = [] {};
    auto call = toThread(scope, cost, nothing);
    co_await call;
    note(scope, number);
}

unsigned lineOf(const LoopPosition &position)
{
    return toSourceLocation(position.site).line();
}

} // namespace

class TestBlockFor : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { seen = {}; }
    void virtualTimeIsCharged();
    void whatIsOverdueComesLateAndInOrder();
    void resultsOfThreadsKeepTheirPlace();
    void realTimeGoesBy();
    void positionIsTheBlockingLine();
    void givesWhatTheFunctionGives();
    void failureClosesTheRecord();
    void endlessBlock();
    void negativeLengthIsRefused();
};

void TestBlockFor::virtualTimeIsCharged()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        co_await sleep(scope, 5ms);
        blockFor(scope, 150ms);
        note(scope, 1);
        blockFor(scope, 0ms);
        co_await sleep(scope, 5ms);
        note(scope, 2);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.times, (std::vector<Ns>{155ms, 160ms}));
    const Trace trace = soundTrace(run);
    QCOMPARE(trace.blocks().size(), std::size_t(2));
    const Block &block = trace.blocks().front();
    QCOMPARE(block.task, TaskId(1));
    QCOMPARE(block.begin, Ns(5ms));
    QCOMPARE(block.end, Ns(155ms));
    QCOMPARE(block.charged, Ns(150ms));
    QVERIFY(!block.open);
}

void TestBlockFor::whatIsOverdueComesLateAndInOrder()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        scope.spawn(noteAt, 3, 30ms);
        scope.spawn(noteAt, 1, 10ms);
        scope.spawn(noteAt, 4, 60ms);
        scope.spawn(noteAt, 2, 10ms);
        blockFor(scope, 50ms);
        note(scope, 0);
        co_return;
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{0, 1, 2, 3, 4}));
    QCOMPARE(seen.times, (std::vector<Ns>{50ms, 50ms, 50ms, 50ms, 60ms}));
    soundTrace(run);
}

void TestBlockFor::resultsOfThreadsKeepTheirPlace()
{
    for (int i = 0; i < 50; ++i) { // however fast the thread was
        seen = {};
        RecordedRun run;
        const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
            scope.spawn(noteAt, 3, 30ms);
            scope.spawn(callFor, 2, 20ms);
            scope.spawn(noteAt, 1, 10ms);
            scope.spawn(callFor, 4, 40ms);
            blockFor(scope, 50ms);
            co_return;
        });
        QCOMPARE(error, std::string());
        QCOMPARE(seen.numbers, (std::vector<int>{1, 2, 3, 4}));
        QCOMPARE(seen.times, std::vector<Ns>(4, 50ms));
        soundTrace(run);
    }
}

void TestBlockFor::realTimeGoesBy()
{
    RecordedRun run(ClockKind::Real);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        scope.spawn(noteAt, 1, 1ms);
        blockFor(scope, 20ms);
        note(scope, 0);
        blockWith(scope, 1h, [] {});
        co_return;
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{0, 1}));
    QVERIFY(seen.times.front() >= 20ms);
    QVERIFY(run.scheduler.now() < 1h);
    const Trace trace = soundTrace(run);
    QVERIFY(trace.blocks().front().end - trace.blocks().front().begin >= 20ms);
    QCOMPARE(trace.blocks().front().charged, Ns(0));
    QCOMPARE(trace.blocks().back().charged, Ns(0));
}

void TestBlockFor::positionIsTheBlockingLine()
{
    RecordedRun run;
    static unsigned expected;
    static std::vector<LoopPosition> positions;
    positions.clear();
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Scheduler &scheduler = scope.scheduler();
        positions.push_back(scheduler.position());
        expected = __LINE__ + 1;
        blockWith(scope, 10ms, [&] { positions.push_back(scheduler.position()); });
        positions.push_back(scheduler.position());
        co_return;
    });
    QCOMPARE(error, std::string());
    QCOMPARE(positions.size(), std::size_t(3));
    QCOMPARE(positions[1].task, TaskId(1));
    QCOMPARE(lineOf(positions[1]), expected);
    QCOMPARE(positions[2].task, positions[0].task);
    QCOMPARE(positions[2].site, positions[0].site);
    QVERIFY(positions[1].site != positions[0].site);
    const RawEvent block = run.of(EventKind::BlockBegan).front();
    QCOMPARE(toSourceLocation(block.payload).line(), expected);
}

void TestBlockFor::givesWhatTheFunctionGives()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto owned = std::make_unique<int>(42);
        const auto moved = blockWith(scope, 10ms, [&] { return std::move(owned); });
        const int &same = blockWith(scope, 5ms, [&]() -> const int & { return *moved; });
        seen.numbers = {same, &same == moved.get()};
        seen.times.push_back(scope.scheduler().now());
        co_return;
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{42, 1}));
    QCOMPARE(seen.times, std::vector<Ns>{15ms});
    soundTrace(run);
}

void TestBlockFor::failureClosesTheRecord()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        blockWith(scope, 10ms, [] { throw std::runtime_error("while it blocked"); });
        co_return;
    });
    QCOMPARE(error, std::string("while it blocked"));
    QCOMPARE(run.scheduler.now(), Ns(10ms));
    const Trace trace = soundTrace(run);
    QVERIFY(!trace.blocks().front().open);
    QCOMPARE(trace.blocks().front().charged, Ns(10ms));
}

void TestBlockFor::endlessBlock()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        scope.spawn(noteAt, 1, 1ms);
        blockFor(scope, 1ms);
        blockFor(scope, Ns::max());
        co_return;
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.times, std::vector<Ns>{Ns::max()});
}

void TestBlockFor::negativeLengthIsRefused()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        blockFor(scope, -5ms);
        co_return;
    });
    QCOMPARE(error, std::string("blocking for -5000000 ns: that is negative"));
    QVERIFY(soundTrace(run).blocks().empty());
}

QTEST_GUILESS_MAIN(TestBlockFor)
#include "tst_block_for.moc"
