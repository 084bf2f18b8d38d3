// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/analysis.h"

#include "lessons/trace/caption.h"
#include "lessons/trace/wording.h"
#include "tests/support/record_script.h"

#include <QTest>

using namespace awaitscope;
using namespace awaitscope::test;
using namespace std::chrono_literals;

namespace {

/// Root 1 starts tasks 2, 3, … with the given waits (begin, end) in ms, all on timers, and awaits the last.
std::shared_ptr<const Trace> withWaits(const std::vector<std::pair<double, double>> &waits)
{
    RecordScript s;
    struct Change
    {
        double at;
        std::uint32_t task;
        bool begins;
    };
    std::vector<Change> changes;
    std::uint32_t task = 2;
    for (const auto &[begin, end] : waits) {
        changes.push_back({begin, task, true});
        changes.push_back({end, task++, false});
    }
    std::ranges::stable_sort(changes, {}, &Change::at);
    s.turn(0).start(0, 1).timer(0, 1, 0).turnEnd(0);
    for (const Change &change : changes) {
        s.turn(change.at);
        if (change.begins)
            s.start(change.at, change.task).timer(change.at, change.task, 1);
        else
            s.resume(change.at, change.task).finish(change.at, change.task);
        s.turnEnd(change.at);
    }
    return s.trace();
}

} // namespace

class AnalysisTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sequentialSavesNothing()
    {
        const auto trace = sequentialScript().trace();
        QCOMPARE(waitsInFlight(*trace).size(), 3u);
        QCOMPARE(mostInFlight(*trace), 1);
        QCOMPARE(savedByOverlap(*trace), 0ns);
        QCOMPARE(sumOfWaits(*trace), timeInFlight(*trace));
        QCOMPARE(criticalWaits(*trace).size(), 3u);
    }

    void gatherSavesTheHiddenWaits()
    {
        const auto trace = gatherScript().trace();
        QCOMPARE(mostInFlight(*trace), 3);
        QVERIFY(savedByOverlap(*trace) > 209ms && savedByOverlap(*trace) < 211ms);
        QCOMPARE(criticalWaits(*trace).size(), 1u);
        QCOMPARE(criticalWaits(*trace)[0]->task, TaskId(2));
    }

    void unionOfWaits_data()
    {
        using Waits = std::vector<std::pair<double, double>>;
        QTest::addColumn<Waits>("waits");
        QTest::addColumn<int>("covered");
        QTest::addColumn<int>("saved");
        QTest::addColumn<int>("most");
        QTest::newRow("apart") << Waits{{1, 3}, {5, 9}} << 6 << 0 << 1;
        QTest::newRow("touching") << Waits{{1, 3}, {3, 9}} << 8 << 0 << 1;
        QTest::newRow("nested") << Waits{{1, 9}, {3, 4}} << 8 << 1 << 2;
        QTest::newRow("chained") << Waits{{1, 5}, {3, 8}, {7, 9}} << 8 << 3 << 2;
        QTest::newRow("equal") << Waits{{1, 5}, {1, 5}, {1, 5}} << 4 << 8 << 3;
    }

    void unionOfWaits()
    {
        using Waits = std::vector<std::pair<double, double>>;
        QFETCH(Waits, waits);
        QFETCH(int, covered);
        QFETCH(int, saved);
        QFETCH(int, most);
        // the root's own wait stays open to the end of the record: leave it out
        const auto trace = withWaits(waits);
        const Ns root = trace->duration();
        const Ns sum = sumOfWaits(*trace) - root;
        QCOMPARE(sum, std::chrono::milliseconds(covered + saved));
        QCOMPARE(mostInFlight(*trace), most + 1);
    }

    void theLoopOverslept_data()
    {
        QTest::addColumn<std::shared_ptr<const Trace>>("trace");
        QTest::addColumn<int>("late"); // ms
        const auto script = [] { return RecordScript().turn(0).start(0, 1); };
        QTest::newRow("a timer in time")
            << script().timer(0, 1, 20).turnEnd(1).turn(20).resume(20, 1).finish(21, 1).turnEnd(21).trace() << 0;
        QTest::newRow("a timer") << script().timer(0, 1, 20).turnEnd(1).turn(30).resume(30, 1).finish(35, 1).turnEnd(35).trace()
                                 << 10;
        QTest::newRow("two timers, one turn") << script()
                                                     .timer(0, 1, 20)
                                                     .start(0, 2)
                                                     .timer(0, 2, 25)
                                                     .turnEnd(1)
                                                     .turn(30)
                                                     .resume(30, 1)
                                                     .finish(31, 1)
                                                     .resume(31, 2)
                                                     .finish(32, 2)
                                                     .turnEnd(32)
                                                     .trace()
                                              << 10;
        QTest::newRow("a task that held the loop") << script()
                                                          .timer(0, 1, 20)
                                                          .start(0, 2)
                                                          .block(0, 2)
                                                          .blockEnd(40, 2)
                                                          .finish(40, 2)
                                                          .turnEnd(40)
                                                          .turn(42)
                                                          .resume(42, 1)
                                                          .finish(42, 1)
                                                          .turnEnd(42)
                                                          .trace()
                                                   << 2;
        QTest::newRow("a beat") << script()
                                       .timer(0, 1, 50)
                                       .turnEnd(0)
                                       .turn(33)
                                       .beat(33, 20)
                                       .turnEnd(33)
                                       .turn(50)
                                       .resume(50, 1)
                                       .finish(50, 1)
                                       .turnEnd(50)
                                       .trace()
                                << 13;
        QTest::newRow("a thread") << script()
                                         .suspend(0, 1, WaitKind::Thread)
                                         .turnEnd(0)
                                         .turn(50)
                                         .work(50, 1, 1, 5, 44)
                                         .resume(50, 1)
                                         .finish(50, 1)
                                         .turnEnd(50)
                                         .trace()
                                  << 6;
        QTest::newRow("a deadline") << script()
                                           .deadline(0, 1, 20)
                                           .timer(0, 1, 60)
                                           .turnEnd(0)
                                           .turn(28)
                                           .concludeDeadline(28, EventKind::DeadlineMissed, 1)
                                           .turnEnd(28)
                                           .turn(60)
                                           .resume(60, 1)
                                           .finish(60, 1)
                                           .turnEnd(60)
                                           .trace()
                                    << 8;
        QTest::newRow("in a nested loop") << script()
                                                 .timer(0, 1, 20)
                                                 .start(0, 2)
                                                 .nest(2, 2)
                                                 .turn(25)
                                                 .resume(25, 1)
                                                 .finish(25, 1)
                                                 .turnEnd(25)
                                                 .nestEnd(30, 2)
                                                 .finish(30, 2)
                                                 .turnEnd(30)
                                                 .trace()
                                          << 5;
    }
    void theLoopOverslept()
    {
        QFETCH(std::shared_ptr<const Trace>, trace);
        QFETCH(int, late);
        QCOMPARE(overslept(*trace), late * 1ms);
        QCOMPARE(overslept(*trace, 0ms, 20ms), 0ms);
        QVERIFY(late == 0 || overslept(*trace, 0ms, trace->turns()[1].begin - 1ms) == (late - 1) * 1ms);
        QCOMPARE(overslept(*trace, 100ms), 0ms);
    }

    void captionsNameActorsAndLengths()
    {
        const std::vector<Subject> subjects{
            {QStringLiteral("A"), {}, sequentialScript().trace()}, {QStringLiteral("B"), {}, gatherScript().trace()}};
        const QString text = caption(subjects);
        QVERIFY2(text.startsWith(QStringLiteral("A took 407 ms:")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("one after another, 196 ms, 120 ms and 90 ms.")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("B took 196 ms: the three waits overlap")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("B saves 211 ms against A.")), qPrintable(text));
        const std::vector<Subject> swapped{
            {QStringLiteral("A"), {}, gatherScript().trace()}, {QStringLiteral("B"), {}, sequentialScript().trace()}};
        QVERIFY(caption(swapped).contains(QStringLiteral("B takes 211 ms longer than A.")));
        QCOMPARE(caption({}), QString());
    }

    void captionsTellFailuresAndBlocks()
    {
        RecordScript s;
        s.turn(0)
            .start(0, 1)
            .timer(70, 1, 5)
            .turnEnd(70)
            .turn(76)
            .resume(76, 1)
            .end(77, 1, EventKind::Failed, "quota")
            .turnEnd(78);
        const std::vector<Subject> subjects{{QStringLiteral("A"), {}, s.trace()}};
        const QString text = caption(subjects);
        QVERIFY2(text.contains(QStringLiteral("held the loop from 0 ms to 70 ms")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("A failed at 77 ms: quota.")), qPrintable(text));
    }

    void lengthsAreReadable_data()
    {
        QTest::addColumn<qint64>("ns");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << qint64(0) << "0 ms";
        QTest::newRow("ns") << qint64(999) << "999 ns";
        QTest::newRow("µs") << qint64(350'400) << "350 µs";
        QTest::newRow("one ms") << qint64(999'600) << "1.0 ms";
        QTest::newRow("ms") << qint64(2'240'000) << "2.2 ms";
        QTest::newRow("ten ms") << qint64(9'960'000) << "10 ms";
        QTest::newRow("whole ms") << qint64(211'600'000) << "212 ms";
        QTest::newRow("one s") << qint64(999'600'000) << "1.00 s";
        QTest::newRow("s") << qint64(1'236'000'000) << "1.24 s";
        QTest::newRow("ten s") << qint64(12'360'000'000) << "12.4 s";
        QTest::newRow("negative") << qint64(-12'000'000) << "-12 ms";
    }

    void lengthsAreReadable()
    {
        QFETCH(qint64, ns);
        QTEST(readableLength(Ns(ns)), "text");
    }

    void lists()
    {
        QCOMPARE(listed({}), QString());
        QCOMPARE(listed({QStringLiteral("a")}), QStringLiteral("a"));
        QCOMPARE(listed({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}), QStringLiteral("a, b and c"));
        QCOMPARE(countWord(3), QStringLiteral("three"));
        QCOMPARE(countWord(40), QStringLiteral("40"));
    }
};

QTEST_GUILESS_MAIN(AnalysisTest)
#include "tst_analysis.moc"
