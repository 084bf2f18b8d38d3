// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/judging.h"

#include "tests/support/record_script.h"

#include <QTest>

using namespace awaitscope;
using namespace awaitscope::test;
using namespace std::chrono_literals;

namespace {

Run runOn(ClockKind clock)
{
    Run run;
    run.clock = clock;
    return run;
}

/// A task that waits for 100 ms beside one that holds the loop up to a time, and that goes on at another.
std::shared_ptr<const Trace> resumedAt(double resumed, double held = 0)
{
    RecordScript s;
    s.turn(0).start(0, 1).timer(0, 1, 100).turnEnd(0);
    s.turn(10)
        .start(10, 2)
        .block(10, 2)
        .blockEnd(std::max(held, 10.0), 2)
        .finish(std::max(held, 10.0), 2)
        .turnEnd(std::max(held, 10.0));
    return s.turn(resumed).resume(resumed, 1).finish(resumed, 1).turnEnd(resumed).trace();
}

bool isExpectedOn(ClockKind clock, const std::shared_ptr<const Trace> &trace, Ns expected = 100ms)
{
    return isExpected(runOn(clock), Stretch{*trace, 0ms, trace->task(TaskId(1)).end}, expected);
}

} // namespace

class TestJudging : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theVirtualClockAllowsNothing()
    {
        QVERIFY(isExpectedOn(ClockKind::Virtual, resumedAt(100)));
        QVERIFY(!isExpectedOn(ClockKind::Virtual, resumedAt(101)));
        QVERIFY(!isExpectedOn(ClockKind::Virtual, resumedAt(100), 101ms));
    }

    void theMachineMayWakeTheLoopLate()
    {
        QVERIFY(isExpectedOn(ClockKind::Real, resumedAt(115)));
        QVERIFY(isExpectedOn(ClockKind::Real, resumedAt(160)));
        QVERIFY(isExpectedOn(ClockKind::Real, resumedAt(100), 101ms));
    }

    void otherwiseTheToleranceIsAllThereIs()
    {
        QVERIFY(isExpectedOn(ClockKind::Real, resumedAt(115, 115)));
        QVERIFY(!isExpectedOn(ClockKind::Real, resumedAt(116, 116)));
        QVERIFY(!isExpectedOn(ClockKind::Real, resumedAt(160, 150)));
        QVERIFY(!isExpectedOn(ClockKind::Real, resumedAt(160), 50ms));
        QVERIFY(!isExpectedOn(ClockKind::Real, resumedAt(160), 80ms)); // its timer is set for more
    }

    void workCountsFromItsBeginInTheSameTurn()
    {
        RecordScript s;
        s.turn(0).start(0, 1).start(16, 2).timer(16, 2, 10).timer(16, 1, 20).turnEnd(17);
        s.turn(26).resume(26, 2).finish(26, 2).turnEnd(26);
        s.turn(36).resume(36, 1).start(36, 3).finish(36, 3).finish(36, 1).turnEnd(36);
        const auto trace = s.trace();
        const auto after = [&](ClockKind clock, std::uint32_t started) {
            return begunAfter(runOn(clock), *trace, trace->task(TaskId(1)), trace->task(TaskId(started)));
        };
        QCOMPARE(after(ClockKind::Real, 2), 16ms);
        QCOMPARE(after(ClockKind::Virtual, 2), 0ms);
        QCOMPARE(after(ClockKind::Real, 3), 0ms); // it began late
    }

    void theNoteTellsWhatWasAllowed()
    {
        const auto note = [](ClockKind clock, double resumed) {
            const auto trace = resumedAt(resumed);
            return toleranceNote(runOn(clock), Stretch{*trace, 0ms, trace->task(TaskId(1)).end}, 100ms);
        };
        QCOMPARE(note(ClockKind::Virtual, 100), QString());
        QCOMPARE(note(ClockKind::Real, 100), QStringLiteral(" On the real clock up to 15 ms more is allowed."));
        QCOMPARE(note(ClockKind::Real, 160),
            QStringLiteral(
                " On the real clock up to 15 ms more is allowed, and the 60 ms by which the machine woke the loop late."));
    }

    void workMayTakeLongerButNotShorter()
    {
        QVERIFY(ranItsTime(runOn(ClockKind::Virtual), 100ms, 100ms));
        QVERIFY(!ranItsTime(runOn(ClockKind::Virtual), 101ms, 100ms));
        QVERIFY(ranItsTime(runOn(ClockKind::Real), 140ms, 100ms));
        QVERIFY(!ranItsTime(runOn(ClockKind::Real), 98ms, 100ms));
    }
};

QTEST_GUILESS_MAIN(TestJudging)
#include "tst_judging.moc"
