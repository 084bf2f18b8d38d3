// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/timeline/runs.h"
#include "widgets/timeline/chart_model.h"

#include <QTest>

using namespace awaitscope;
using namespace std::chrono_literals;

class TestChartModel : public QObject
{
    Q_OBJECT

    static QStringList names(const ModelGroup &group)
    {
        QStringList result;
        for (const ModelRow &row : group.rows)
            result += row.name;
        return result;
    }
    static QStringList labels(const ModelRow &row)
    {
        QStringList result;
        for (const ModelBar &bar : row.bars) {
            if (!bar.label.isEmpty())
                result += bar.label;
        }
        return result;
    }
    static QStringList facts(const ModelGroup &group)
    {
        QStringList result;
        for (const HeaderFact &fact : group.facts)
            result += fact.text;
        return result;
    }

    static QList<Ns> blocksOf(const ModelRow &row)
    {
        QList<Ns> lengths;
        for (const ModelBar &bar : row.bars) {
            if (bar.cue == Cue::Blocking)
                lengths += bar.end - bar.begin;
        }
        return lengths;
    }

private Q_SLOTS:
    void rowsAreTheTreeOfTasksAndTheLoop()
    {
        const auto subjects = test::twins();
        const ChartModel model = makeChartModel(subjects);
        QCOMPARE(model.groups.size(), 2u);
        QCOMPARE(
            names(model.groups[0]), QStringList({"loadSequential", "getUser", "getUserLogs", "getUserMetrics", "event loop"}));
        QCOMPARE(model.groups[0].rows[0].depth, 0);
        QCOMPARE(model.groups[0].rows[1].depth, 1);
        QCOMPARE(model.groups[0].rows.back().note, QStringLiteral("4 turns"));
        QCOMPARE(labels(model.groups[0].rows[0]), QStringList({"awaits getUser", "awaits getUserLogs", "awaits getUserMetrics"}));
        QCOMPARE(labels(model.groups[0].rows[1]), QStringList({"timer 196 ms"}));
        QCOMPARE(labels(model.groups[1].rows[0]), QStringList({"awaits gather of 3"}));
        QCOMPARE(model.rowCount(), 10u);
    }

    void deeperTreesComeInOrderOfDepth()
    {
        test::RecordScript s;
        s.turn(0).start(0, 1).start(1, 2).start(2, 3).finish(3, 3).finish(4, 2).start(5, 4).finish(6, 4).finish(7, 1).turnEnd(7);
        const ChartModel model = makeChartModel(std::vector<Subject>{{"A", "x", s.trace()}});
        QList<int> depths;
        for (const ModelRow &row : model.groups[0].rows)
            depths += row.depth;
        QCOMPARE(depths, QList<int>({0, 1, 2, 1, 0}));
        // While its child runs, a task is paused, and its lane says so.
        QVERIFY(std::ranges::any_of(model.groups[0].rows[0].bars, [](const ModelBar &bar) { return bar.cue == Cue::Paused; }));
    }

    void headersCarryTheNotesOfTheirOwnSubject()
    {
        auto subjects = test::twins(test::usualLengths, 0);
        subjects[0].notes = {{"complete", true}};
        subjects[1].notes = {{"31 ms late", false}};
        const ChartModel model = makeChartModel(subjects);
        QCOMPARE(facts(model.groups[0]), QStringList({"result after 406 ms", "complete"}));
        QCOMPARE(
            facts(model.groups[1]), QStringList({"result after 196 ms", QStringLiteral("2.07× faster than A"), "31 ms late"}));
        QCOMPARE(model.groups[0].facts.back().tone, HeaderFact::Tone::Good);
        QCOMPARE(model.groups[1].facts.back().tone, HeaderFact::Tone::Bad);
    }

    void whatFailsIsNotComparedWithWhatDoesNot()
    {
        const auto serving = [](double length, EventKind end) {
            test::RecordScript s;
            s.turn(0).start(0, 1).start(0, 2).timer(0, 2, length).suspend(0, 1, WaitKind::Settle, 1).turnEnd(0).turn(length);
            s.resume(length, 2).end(length, 2, end, "refused").resume(length, 1).finish(length, 1).turnEnd(length);
            return s.trace();
        };
        const auto factsBeside = [&](EventKind end) {
            const std::vector<Subject> subjects{{"A", "x", serving(10, end)}, {"B", "y", serving(40, EventKind::Returned)}};
            return facts(makeChartModel(subjects).groups[1]);
        };
        QCOMPARE(factsBeside(EventKind::Returned), QStringList({"result after 40 ms", QStringLiteral("4.00× as long as A")}));
        QCOMPARE(factsBeside(EventKind::Failed), QStringList({"result after 40 ms"}));
    }

    void headersCarryLabelledNumbers()
    {
        const ChartModel model = makeChartModel(test::twins(test::usualLengths, 0));
        QCOMPARE(facts(model.groups[0]), QStringList({"result after 406 ms"}));
        QCOMPARE(facts(model.groups[1]), QStringList({"result after 196 ms", QStringLiteral("2.07× faster than A")}));
        auto swapped = test::twins(test::usualLengths, 0);
        std::swap(swapped[0].trace, swapped[1].trace);
        QCOMPARE(facts(makeChartModel(swapped).groups[1])[1], QStringLiteral("2.07× as long as A"));
        swapped[0].trace = swapped[1].trace;
        QCOMPARE(facts(makeChartModel(swapped).groups[1])[1], QStringLiteral("as long as A"));
    }

    void savingIsToldOnlyWhereWaitsOverlap()
    {
        const ChartModel model = makeChartModel(test::twins(test::usualLengths, 0));
        QCOMPARE(model.savings.size(), 1u);
        QCOMPARE(model.savings[0].headline, QStringLiteral("210 ms saved"));
        QCOMPARE(model.savings[0].reason, QStringLiteral("the three waits overlap"));
        QCOMPARE(model.savings[0].reference, QStringLiteral("A ended"));
        // Faster, but only because its waits are shorter.
        auto shorter = test::twins();
        shorter[1].trace = test::sequentialRun({50, 20, 10}).trace();
        QVERIFY(makeChartModel(shorter).savings.empty());
        // Slower: nothing is saved.
        auto slower = test::twins();
        slower[1].trace = test::gatherRun({900, 100, 100}).trace();
        QVERIFY(makeChartModel(slower).savings.empty());
    }

    void blockingIsNamedWithItsCulprit()
    {
        const ChartModel model = makeChartModel(std::vector<Subject>{{"A", "x", test::troubledRun(290).trace()}});
        const ModelGroup &group = model.groups[0];
        QCOMPARE(blocksOf(group.rows.back()), QList<Ns>({290'300us}));
        const QStringList said = labels(group.rows[1]);
        QVERIFY(said.last().startsWith(QStringLiteral("blocks the loop for 290 ms, runs.h line ")));
        QCOMPARE(group.rows[1].endNote, QStringLiteral("QuotaError"));
        QCOMPARE(*group.rows[1].ending, Cue::Failed);
        QCOMPARE(facts(group), QStringList({"error to caller 350 ms"}));
        // One ms under the limit is no block.
        const ChartModel shorter = makeChartModel(std::vector<Subject>{{"A", "x", test::troubledRun(49).trace()}});
        QVERIFY(blocksOf(shorter.groups[0].rows.back()).isEmpty());
    }

    void aTurnThatManyHoldInTurnBlocksTheLoop()
    {
        test::RecordScript s;
        s.turn(0).start(0, 1, test::shown::handleRequest());
        for (std::uint32_t i = 0; i < 4; ++i)
            s.start(30 * i, i + 2, test::callee(i % 2)).finish(30 * i + (i == 1 ? 30 : 20), i + 2);
        s.finish(110, 1).turnEnd(110).turn(120).start(120, 6, test::shown::getUserMetrics()).finish(160, 6).turnEnd(160);
        const ChartModel model = makeChartModel(std::vector<Subject>{{"A", "x", s.trace()}});
        const ModelRow &loop = model.groups[0].rows.back();
        QCOMPARE(blocksOf(loop), QList<Ns>({110ms})); // the second turn is short enough
        const ModelBar &held = loop.bars[0];
        QVERIFY2(held.label.startsWith(QStringLiteral("held for 110 ms, longest by getUserLogs, runs.h line ")),
            qPrintable(held.label));
        QCOMPARE(held.shortLabel, QStringLiteral("held for 110 ms"));
        QCOMPARE(held.shortestLabel, QStringLiteral("110 ms"));
        // None of those who ran in it blocks by itself.
        for (std::size_t r = 0; r + 1 < model.groups[0].rows.size(); ++r)
            QVERIFY(blocksOf(model.groups[0].rows[r]).isEmpty());
    }

    void withSeveralRootsTheLastEndIsTheResult()
    {
        const auto clients = [](double lastEnd, EventKind how) {
            test::RecordScript s;
            s.turn(0).start(0, 1).timer(0, 1, 10).start(0, 2).start(0, 3).timer(0, 3, 400).timer(0, 2, lastEnd).turnEnd(0);
            s.turn(10).resume(10, 1).end(10, 1, how, "400").turnEnd(10);
            s.turn(lastEnd).resume(lastEnd, 2);
            s.end(lastEnd, 2, how == EventKind::Failed ? how : EventKind::Returned, "400").turnEnd(lastEnd);
            s.turn(400).resume(400, 3).finish(400, 3).turnEnd(400); // which 2 has started
            return s.trace();
        };
        const ChartModel model = makeChartModel(std::vector<Subject>{{"A", "x", clients(300, EventKind::Returned)},
            {"B", "y", clients(150, EventKind::Returned)}, {"C", "z", clients(300, EventKind::Failed)}});
        QCOMPARE(facts(model.groups[0]), QStringList({"all results after 300 ms", "last work ends 400 ms"}));
        QCOMPARE(facts(model.groups[1]),
            QStringList({"all results after 150 ms", "last work ends 400 ms", QStringLiteral("2.00× faster than A")}));
        // Where nobody has a result there is none to compare.
        QCOMPARE(facts(model.groups[2]), QStringList({"all ended after 300 ms", "last work ends 400 ms"}));
    }

    void aNoteOfTheLastStretchStandsAtTheEnd()
    {
        test::RecordScript s;
        s.turn(0).start(0, 1).note(0.1, 1, "asked").timer(0.2, 1, 100).turnEnd(0.2);
        s.turn(100).resume(100, 1).note(100.1, 1, "408").note(100.2, 1, "closed").finish(100.3, 1).turnEnd(101);
        const ModelRow row = makeChartModel(std::vector<Subject>{{"A", "x", s.trace()}}).groups[0].rows[0];
        QCOMPARE(row.endNote, QStringLiteral("408, closed"));
        QCOMPARE(row.flags.size(), 1u);
        QCOMPARE(row.flags[0].label, QStringLiteral("asked"));
        // A failure is told before it.
        test::RecordScript failing;
        failing.turn(0).start(0, 1).note(0.1, 1, "400").end(0.2, 1, EventKind::Failed, "not JSON").turnEnd(1);
        const ModelRow failed = makeChartModel(std::vector<Subject>{{"A", "x", failing.trace()}}).groups[0].rows[0];
        QCOMPARE(failed.endNote, QStringLiteral("not JSON, 400"));
    }

    void marksAreThoseOfTheirOwnTask()
    {
        test::RecordScript s;
        s.turn(0);
        for (std::uint32_t task = 1; task <= 200; ++task)
            s.start(0, task).timer(0, task, 1000);
        for (std::uint32_t task = 200; task >= 1; --task)
            s.note(task, task, std::to_string(task)).deadline(task, task, 500).note(task + 0.5, task, "second");
        s.note(300, 0, "of none").turnEnd(300);
        const ChartModel model = makeChartModel(std::vector<Subject>{{"A", "x", s.trace()}});
        for (std::uint32_t task = 1; task <= 200; ++task) {
            QStringList said;
            for (const ModelFlag &flag : model.row({0, TaskId(task)})->flags)
                said += flag.label;
            const QString deadline = QStringLiteral("deadline %1 ms").arg(500 - task);
            QCOMPARE(said, QStringList({QString::number(task), "second", deadline}));
        }
        QCOMPARE(model.groups[0].rows.back().flags.size(), 1u);
        QCOMPARE(model.groups[0].rows.back().flags[0].label, QStringLiteral("of none"));
    }

    void whatSettlesSeveralIsNoGather()
    {
        test::RecordScript s;
        s.turn(0).start(0, 1).start(0, 2).timer(0, 2, 50).suspend(0, 1, WaitKind::Settle, 6).turnEnd(0);
        s.turn(50).resume(50, 2).finish(50, 2).resume(50, 1).suspend(50, 1, WaitKind::Settle, 1).turnEnd(50);
        const ChartModel model = makeChartModel(std::vector<Subject>{{"A", "x", s.trace()}});
        QCOMPARE(labels(model.groups[0].rows[0]), QStringList({"awaits 6 tasks", "awaits 1 task"}));
        QCOMPARE(std::ranges::count(model.groups[0].rows[0].bars, Cue::Awaiting, &ModelBar::cue), 2);
    }

    void liveAndAbsentRunsAreShownAsFarAsTheyAre()
    {
        const auto script = test::sequentialRun();
        TraceBuilder builder(nullptr);
        RecordReader reader(script.recorder());
        reader.read(100ms, [&](const RawEvent &event, std::uint16_t thread) { builder.add(event, thread, reader.recorder()); });
        builder.advanceTo(100ms);
        const auto live = std::make_shared<const Trace>(builder.trace());
        const ChartModel model = makeChartModel(std::vector<Subject>{{"A", "x", live}, {"B", "y", nullptr}});
        QVERIFY(!model.complete);
        QCOMPARE(facts(model.groups[0]), QStringList({"so far 100 ms"}));
        QVERIFY(model.groups[0].rows[1].bars.back().open);
        QCOMPARE(model.groups[0].rows[1].bars.back().end, Ns(100ms));
        QVERIFY(!model.groups[0].rows[0].ending);
        QCOMPARE(model.groups[1].rows.size(), 1u);
        QVERIFY(model.savings.empty());
    }

    void detailsAreExactToTheMicrosecond()
    {
        const ChartModel model = makeChartModel(test::twins());
        const ModelRow &row = model.groups[0].rows[1];
        const auto wait = std::ranges::find(row.bars, Cue::InFlight, &ModelBar::cue);
        const QStringList lines = barDetails(model.groups[0], row, *wait);
        QCOMPARE(lines[0], QStringLiteral("getUser: in flight"));
        QCOMPARE(lines[1], QStringLiteral("timer 196 ms"));
        QCOMPARE(lines[2], QStringLiteral("0.040 ms to 196.220 ms"));
        QCOMPARE(lines[3], QStringLiteral("length 196.180 ms"));
        QVERIFY(lines[4].startsWith(QStringLiteral("runs.h, line ")));
        QCOMPARE(endDetails(model.groups[0], row)[0], QStringLiteral("getUser: done"));
        QCOMPARE(exactTime(Ns(196'012'499)), QStringLiteral("196.012 ms"));
    }
};

QTEST_GUILESS_MAIN(TestChartModel)
#include "tst_chart_model.moc"
