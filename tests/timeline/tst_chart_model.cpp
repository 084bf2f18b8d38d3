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
        QCOMPARE(group.frozen.size(), 1u);
        const QStringList said = labels(group.rows[1]);
        QVERIFY(said.last().startsWith(QStringLiteral("blocks the loop for 290 ms, runs.h line ")));
        QCOMPARE(group.rows[1].endNote, QStringLiteral("QuotaError"));
        QCOMPARE(*group.rows[1].ending, Cue::Failed);
        QCOMPARE(facts(group), QStringList({"error to caller 350 ms"}));
        // One ms under the limit is no block.
        QVERIFY(makeChartModel(std::vector<Subject>{{"A", "x", test::troubledRun(49).trace()}}).groups[0].frozen.empty());
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
