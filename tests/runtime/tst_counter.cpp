// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/sound_trace.h"

#include <QTest>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

Seen seen;

QCoro::Task<void> holdsRow(Scope &scope, std::reference_wrapper<Counter> rows, std::chrono::milliseconds length)
{
    const Counted row(rows);
    co_await sleep(scope, length);
}

} // namespace

class TestCounter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { seen = {}; }
    void changesAreRecordedWithWhoMadeThem();
    void unitsComeBackWhenATaskIsCancelled();
    void aUnitThatIsMovedCountsOnce();
    void aValueOutOfRangeIsRefused();
    void notesAreRecorded();
};

void TestCounter::changesAreRecordedWithWhoMadeThem()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Counter other(scope, "other");
        Counter rows(scope, "rows held", 2);
        other.add(5);
        co_await gather(scope.spawn(holdsRow, std::ref(rows), 10ms), scope.spawn(holdsRow, std::ref(rows), 20ms));
        seen.numbers.push_back(int(rows.value()));
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, std::vector<int>{0});
    const Trace trace = soundTrace(run);
    QCOMPARE(trace.counters().size(), std::size_t(2));
    QCOMPARE(trace.name(trace.counters()[0].name), QStringLiteral("other"));
    QCOMPARE(trace.counters()[0].limit, 0u);
    QCOMPARE(trace.counters()[0].changes.size(), std::size_t(1));
    QCOMPARE(trace.counters()[0].changes[0].value, 5u);
    const CounterTrack &rows = trace.counters()[1];
    QCOMPARE(trace.name(rows.name), QStringLiteral("rows held"));
    QCOMPARE(rows.limit, 2u);
    std::vector<std::uint32_t> values, tasks;
    std::vector<Ns> times;
    for (const CounterChange &change : rows.changes) {
        values.push_back(change.value);
        tasks.push_back(change.task.number());
        times.push_back(change.time);
    }
    QCOMPARE(values, (std::vector<std::uint32_t>{1, 2, 1, 0}));
    QCOMPARE(tasks, (std::vector<std::uint32_t>{2, 3, 2, 3}));
    QCOMPARE(times, (std::vector<Ns>{0ms, 0ms, 10ms, 20ms}));
}

void TestCounter::unitsComeBackWhenATaskIsCancelled()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Counter rows(scope, "rows");
        Scope inner(scope);
        inner.spawn(holdsRow, std::ref(rows), 100ms);
        seen.numbers.push_back(int(rows.value()));
        inner.cancel("enough");
        try {
            co_await inner.join();
        } catch (const Cancelled &) {
            seen.numbers.push_back(int(rows.value()));
        }
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{1, 0}));
    soundTrace(run);
}

void TestCounter::aUnitThatIsMovedCountsOnce()
{
    RecordedRun run;
    Counter counter(run.root, "units");
    {
        Counted first(counter);
        Counted second(std::move(first));
        QCOMPARE(counter.value(), 1u);
        Counted third(counter);
        QCOMPARE(counter.value(), 2u);
        third = std::move(second);
        QCOMPARE(counter.value(), 1u);
    }
    QCOMPARE(counter.value(), 0u);
}

void TestCounter::aValueOutOfRangeIsRefused()
{
    RecordedRun run;
    Counter counter(run.root, "units");
    counter.add(3);
    QVERIFY_THROWS_EXCEPTION(std::out_of_range, counter.add(-4));
    QCOMPARE(counter.value(), 3u);
    counter.add(INT_MAX);
    counter.add(INT_MAX - 2);
    QCOMPARE(counter.value(), UINT32_MAX);
    QVERIFY_THROWS_EXCEPTION(std::out_of_range, counter.add(1));
}

void TestCounter::notesAreRecorded()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        co_await sleep(scope, 3ms);
        note(scope, "12 rows of 40");
    });
    QCOMPARE(error, std::string());
    const Trace trace = soundTrace(run);
    QCOMPARE(trace.notes().size(), std::size_t(1));
    QCOMPARE(trace.name(trace.notes()[0].text), QStringLiteral("12 rows of 40"));
    QCOMPARE(trace.notes()[0].task, TaskId(1));
    QCOMPARE(trace.notes()[0].time, Ns(3ms));
}

QTEST_GUILESS_MAIN(TestCounter)
#include "tst_counter.moc"
