// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/timeline/layout_faults.h"
#include "tests/timeline/recording_canvas.h"
#include "tests/timeline/stories.h"
#include "widgets/timeline/chart_painter.h"

#include <QTest>

using namespace awaitscope;
using namespace std::chrono_literals;

/// What lanes show beside the states of their tasks: deadlines, blocks, orphans, nested loops, beats, alarms, notes.
class TestMarks : public QObject
{
    Q_OBJECT

    static ChartModel modelOf(const test::RecordScript &script)
    {
        return makeChartModel(std::vector<Subject>{{"A", "x", script.trace()}});
    }
    static const ModelRow &row(const ChartModel &model, const QString &name)
    {
        return *std::ranges::find(model.groups[0].rows, name, &ModelRow::name);
    }
    static QStringList facts(const ChartModel &model)
    {
        QStringList result;
        for (const HeaderFact &fact : model.groups[0].facts)
            result += fact.text;
        return result;
    }
    static QStringList drawn(const ChartLayout &layout)
    {
        QStringList result;
        for (const TextShape &label : layout.labels)
            result += label.text;
        return result;
    }
    static bool explained(const ChartModel &model, const ChartLayout &layout, LegendItem::Kind kind, Cue cue = Cue::Running)
    {
        return std::ranges::any_of(legendItems(model, layout, false),
            [&](const LegendItem &item) { return item.kind == kind && (kind != LegendItem::Kind::Cue || item.cue == cue); });
    }

private Q_SLOTS:
    void aDeadlineIsAFlagAtItsTimeOnTheLaneThatSetIt()
    {
        const ChartModel model = modelOf(test::timeoutRun());
        const ChartLayout layout = layoutChart(model, test::wide(800));
        QCOMPARE(layout.flags.size(), 1u);
        const FlagShape &flag = layout.flags[0];
        QCOMPARE(flag.x, toX(layout.axis, 200ms));
        QCOMPARE(flag.row, 0u);
        QVERIFY(drawn(layout).contains(QStringLiteral("deadline 200 ms")));
        // The pole goes through the lane, the flag and its words stand above it.
        QVERIFY(flag.bottom > layout.rows[0].rect.center().y() && flag.top < layout.rows[0].rect.top());
        QVERIFY(flag.mark.bottom() <= layout.rows[0].rect.top() + 1);
        // What is left of the time is a line from the time it was set to the flag.
        QCOMPARE(flag.budgetFrom, toX(layout.axis, 0ms));
        QVERIFY(flag.budgetTo > flag.budgetFrom && flag.budgetTo < flag.x);
        QVERIFY(explained(model, layout, LegendItem::Kind::Cue, Cue::Deadline));
        QVERIFY(explained(model, layout, LegendItem::Kind::Budget));
        const QStringList details = hitDetails(model, hitTest(layout, flag.mark.center()));
        QCOMPARE(details,
            QStringList({"slowOperation: deadline 200 ms", "set at 0.000 ms, due at 200.000 ms", "missed, seen at 200 ms"}));
    }

    void aFarDeadlineDoesNotMakeTheRunSmall()
    {
        for (const auto &[due, beyond] : {std::pair{220.0, false}, {5000.0, true}}) {
            test::RecordScript s;
            s.turn(0).start(0, 1).deadline(0, 1, due).timer(0.1, 1, 200).turnEnd(0.2);
            s.turn(200).concludeDeadline(200, EventKind::DeadlineMet, 1).resume(200, 1).finish(200.1, 1).turnEnd(200.2);
            const ChartModel model = modelOf(s);
            const ChartLayout layout = layoutChart(model, test::wide(800));
            QVERIFY(toX(layout.axis, 200ms) - layout.axis.left > 400);
            QCOMPARE(layout.flags.size(), 1u);
            QCOMPARE(layout.flags[0].beyond, beyond);
            QVERIFY(layout.flags[0].x <= layout.right);
            QVERIFY(drawn(layout).contains(due > 1000 ? QStringLiteral("deadline 5.00 s") : QStringLiteral("deadline 220 ms")));
            QVERIFY(facts(model).contains(QStringLiteral("answer on time")));
            QVERIFY(row(model, model.groups[0].rows[0].name).flags[0].details[0].startsWith(QStringLiteral("met with ")));
        }
    }

    void verdictsAreInWords_data()
    {
        QTest::addColumn<double>("answer");
        QTest::addColumn<QString>("verdict");
        QTest::newRow("early") << 150.0 << "answer on time";
        QTest::newRow("in time, by the clock's grain") << 200.4 << "answer on time";
        QTest::newRow("late") << 231.0 << "31 ms late";
    }
    void verdictsAreInWords()
    {
        QFETCH(double, answer);
        QFETCH(QString, verdict);
        test::RecordScript s;
        s.turn(0).start(0, 1).deadline(0, 1, 200).timer(0.1, 1, answer).turnEnd(0.2);
        s.turn(answer).resume(answer, 1).finish(answer, 1).turnEnd(answer);
        QCOMPARE(facts(modelOf(s)).last(), verdict);
    }

    void severalDeadlinesAreCounted()
    {
        test::RecordScript s;
        s.turn(0).start(0, 1);
        for (std::uint32_t task = 2; task <= 4; ++task)
            s.start(0.1 * task, task).deadline(0.1 * task, task, 100).timer(0.1 * task, task, 40 * task);
        // One that lies in another is not counted for itself.
        s.deadline(0.5, 4, 50).suspend(0.6, 1, WaitKind::Gather, 3).turnEnd(1);
        s.turn(80).resume(80, 2).concludeDeadline(80, EventKind::DeadlineMet, 1).finish(80, 2).turnEnd(80);
        s.turn(100).concludeDeadline(100, EventKind::DeadlineMissed, 2).resume(100, 3).finish(100, 3);
        s.concludeDeadline(100, EventKind::DeadlineMissed, 4).concludeDeadline(100, EventKind::DeadlineMissed, 3);
        s.resume(100, 4).finish(100, 4).resume(100.1, 1).finish(100.2, 1).turnEnd(101);
        QCOMPARE(facts(modelOf(s)).last(), QStringLiteral("1 of 3 deadlines met"));
    }

    void theCulpritIsTheLineThatSaidItBlocks()
    {
        test::RecordScript s;
        const std::source_location where = std::source_location::current();
        s.turn(0).start(0, 1, test::shown::parseReport()).block(1, 1, where).blockEnd(90, 1).finish(91, 1).turnEnd(92);
        const ModelBar bar = modelOf(s).groups[0].rows[0].bars[0];
        QCOMPARE(bar.label, QStringLiteral("blocks the loop for 91 ms, tst_marks.cpp line %1").arg(where.line()));
    }

    void orphansAreDashedFromTheMomentOnAtWhichTheirCallerWent()
    {
        const ChartModel model = modelOf(test::gatherFailureRun());
        const ChartLayout layout = layoutChart(model, test::wide(800));
        const double gone = toX(layout.axis, Ns(119'400'000));
        for (const QString &name : {QStringLiteral("validate"), QStringLiteral("enrich"), QStringLiteral("fetchGeo")}) {
            const ModelRow &orphan = row(model, name);
            QCOMPARE(*orphan.orphaned, Ns(119'400'000));
            QVERIFY(!orphan.bars.empty());
            const auto index = static_cast<std::size_t>(&orphan - model.groups[0].rows.data());
            int before = 0, after = 0;
            for (const BarShape &bar : layout.bars) {
                if (bar.row != index || bar.tick())
                    continue;
                before += !bar.orphaned && bar.rect.right() <= gone + 0.01;
                after += bar.orphaned && bar.rect.left() >= gone - 0.01;
                // Its state stays what it is.
                QCOMPARE(bar.cue, name == QStringLiteral("enrich") ? Cue::Awaiting : Cue::InFlight);
            }
            QVERIFY2(before == 1 && after == 1, qPrintable(name));
        }
        QVERIFY(!row(model, QStringLiteral("checkQuota")).orphaned);
        QCOMPARE(row(model, QStringLiteral("validate")).unreadNote, QStringLiteral("unread"));
        QVERIFY(row(model, QStringLiteral("fetchGeo")).unreadNote.isEmpty()); // enrich read it
        QCOMPARE(drawn(layout).count(QStringLiteral("unread")), 2);
        QVERIFY(explained(model, layout, LegendItem::Kind::Cue, Cue::Orphaned));
        const ChartModel calm = modelOf(test::groupFailureRun());
        QVERIFY(!explained(calm, layoutChart(calm, test::wide(800)), LegendItem::Kind::Cue, Cue::Orphaned));
        test::RecordingCanvas canvas;
        paintChart(canvas, layout, theme(ThemeKind::Print));
        QCOMPARE(std::ranges::count_if(canvas.rects, [](const auto &area) { return area.stroke.dashed; }), 3);
    }

    void nestedLoopsAreOneBarEachWithTheirDepth()
    {
        const ChartModel model = modelOf(test::nestedRun());
        const ModelRow &outer = row(model, QStringLiteral("getUser")), &inner = row(model, QStringLiteral("getUserLogs"));
        const auto nested = [](const ModelRow &of) { return *std::ranges::find(of.bars, Cue::Nested, &ModelBar::cue); };
        QCOMPARE(nested(outer).depth, 1);
        QCOMPARE(nested(inner).depth, 2);
        QCOMPARE(nested(outer).begin, Ns(200us));
        QCOMPARE(nested(outer).end, Ns(425'300us));
        QCOMPARE(nested(inner).label, QStringLiteral("nested event loop, depth 2"));
        QCOMPARE(std::ranges::count(outer.bars, Cue::Nested, &ModelBar::cue), 1);
        // Waiting in a nested loop freezes nothing: the inner loop goes on.
        QVERIFY(
            std::ranges::none_of(model.groups[0].rows.back().bars, [](const ModelBar &bar) { return bar.cue == Cue::Blocking; }));
        const ChartLayout layout = layoutChart(model, test::wide(800));
        const auto loop = model.groups[0].rows.size() - 1;
        std::map<int, double> tops;
        for (const BarShape &bar : layout.bars) {
            if (bar.row == loop)
                tops[model.groups[0].rows[loop].bars[bar.bar].depth] = bar.rect.top();
        }
        QCOMPARE(tops.size(), 3u);
        QVERIFY(tops[0] < tops[1] && tops[1] < tops[2]);
        QVERIFY(explained(model, layout, LegendItem::Kind::Cue, Cue::Nested));
    }

    void nestedLoopsTellInWhichOrderTheyReturned()
    {
        const ChartModel model = modelOf(test::nestedRun());
        QCOMPARE(row(model, QStringLiteral("getUser")).endNote, QStringLiteral("returned 2nd"));
        QCOMPARE(row(model, QStringLiteral("getUserLogs")).endNote, QStringLiteral("returned 1st"));
        QVERIFY(row(model, QStringLiteral("validate")).endNote.isEmpty());
        // One on top of the first, gone; then two more; then one that stands alone.
        test::RecordScript s;
        s.turn(0).start(0, 1).nest(0, 1).start(1, 2).nest(1, 2).nestEnd(2, 2).finish(2, 2).start(3, 3).nest(3, 3).start(4, 4);
        s.nest(4, 4).nestEnd(9, 4).note(9, 4, "shown").finish(9, 4).nestEnd(9, 3).finish(9, 3).nestEnd(9, 1).finish(9, 1);
        s.start(10, 5).nest(10, 5).nestEnd(11, 5).finish(11, 5).turnEnd(11);
        const ChartModel several = modelOf(s);
        QStringList notes;
        for (const ModelRow &each : several.groups[0].rows)
            notes += each.endNote;
        QCOMPARE(notes.join(u'|'), QStringLiteral("returned 4th|returned 1st|returned 3rd|returned 2nd, shown||"));
    }

    void aLoopLaneGrowsWithItsDepth()
    {
        const auto heightOf = [](const test::RecordScript &script) {
            const ChartModel model = modelOf(script);
            const ChartLayout layout = layoutChart(model, test::wide(800));
            return std::pair(layout.rows.back().rect.height(), layout.rows.front().rect.height());
        };
        const auto [nested, task] = heightOf(test::nestedRun());
        QVERIFY(nested > task + 10);
        const auto [flat, other] = heightOf(test::lazyRun());
        QCOMPARE(flat, other);
    }

    void howOftenAHeartBeatsIsToldAsItWasMeant()
    {
        test::RecordScript s;
        s.turn(0).start(0, 1).timer(0, 1, 70).turnEnd(0).turn(24).beat(24, 20).turnEnd(24).turn(42).beat(42, 40).turnEnd(42);
        s.turn(60).beat(60, 60).turnEnd(60).turn(70).resume(70, 1).finish(70, 1).turnEnd(70);
        QCOMPARE(row(modelOf(s), QStringLiteral("heartbeat")).note, QStringLiteral("every 20 ms"));
    }

    void beatsThatAreTooFarApartAreBracketed()
    {
        const ChartModel model = modelOf(test::blockedRun());
        const ModelRow &beats = row(model, QStringLiteral("heartbeat"));
        QCOMPARE(beats.note, QStringLiteral("every 20 ms"));
        QCOMPARE(beats.gaps.size(), 1u);
        QCOMPARE(beats.gaps[0].label, QStringLiteral("310 ms between two beats"));
        const ChartLayout layout = layoutChart(model, test::wide(800));
        QCOMPARE(layout.gaps.size(), 1u);
        QVERIFY(qAbs(layout.gaps[0].to - toX(layout.axis, 350ms)) < 0.01);
        QVERIFY(qAbs(layout.gaps[0].from - toX(layout.axis, 40ms)) < 4);
        QVERIFY(drawn(layout).contains(QStringLiteral("310 ms between two beats")));
        const auto ticks = std::ranges::count(layout.bars, Cue::Beat, &BarShape::cue);
        QCOMPARE(ticks, 6);
        QVERIFY(std::ranges::none_of(
            modelOf(test::timeoutRun()).groups[0].rows, [](const ModelRow &of) { return of.kind == ModelRow::Kind::Beats; }));
    }

    void alarmsStandWhereTheMonitorSaidSo()
    {
        const ChartModel model = modelOf(test::blockedRun());
        const ModelRow &loop = model.groups[0].rows.back();
        QCOMPARE(loop.flags.size(), 1u);
        QCOMPARE(loop.flags[0].at, Ns(160ms));
        QCOMPARE(loop.flags[0].label, QStringLiteral("watchdog: blocked for 100 ms"));
        QCOMPARE(loop.flags[0].details[0], QStringLiteral("culprit parseReport"));
        QVERIFY(loop.flags[0].details[1].startsWith(QStringLiteral("runs.h line ")));
        const ChartLayout layout = layoutChart(model, test::wide(800));
        QVERIFY(drawn(layout).contains(loop.flags[0].label));
        QVERIFY(explained(model, layout, LegendItem::Kind::Cue, Cue::Stall));
    }

    void lazyTasksAndNotes()
    {
        const ChartModel model = modelOf(test::lazyRun());
        const ModelRow &never = row(model, QStringLiteral("getUser"));
        QCOMPARE(never.bars.size(), 1u);
        QCOMPARE(never.bars[0].cue, Cue::Created);
        QCOMPARE(*never.ending, Cue::NeverStarted);
        QCOMPARE(never.endNote, QStringLiteral("never started"));
        const ModelRow &generator = row(model, QStringLiteral("getUserLogs"));
        QCOMPARE(generator.bars.front().cue, Cue::Created);
        QVERIFY(std::ranges::any_of(generator.bars,
            [](const ModelBar &bar) { return bar.cue == Cue::Awaiting && bar.label == u"awaits its consumer, 3 given"; }));
        QCOMPARE(row(model, QStringLiteral("handleRequest")).flags[0].label, QStringLiteral("the user is not loaded"));
        QCOMPARE(model.groups[0].rows.back().flags[0].label, QStringLiteral("connection closed"));
        const ChartLayout layout = layoutChart(model, test::wide(800));
        for (const Cue cue : {Cue::Created, Cue::NeverStarted, Cue::Note})
            QVERIFY(explained(model, layout, LegendItem::Kind::Cue, cue));
    }

    void crowdedFlagsSayNothingRatherThanCollide()
    {
        test::RecordScript s;
        s.turn(0).start(0, 1).timer(0.1, 1, 100).turnEnd(0.2);
        for (int i = 0; i < 60; ++i)
            s.note(1 + i, 1, "a note of some length");
        s.turn(100).resume(100, 1).finish(100, 1).turnEnd(101);
        const ChartModel model = modelOf(s);
        for (const double width : {300.0, 800.0, 1900.0}) {
            const ChartLayout layout = layoutChart(model, test::wide(width));
            QCOMPARE(layout.flags.size(), 60u);
            const QString fault = test::faultOf(layout);
            QVERIFY2(fault.isEmpty(), qPrintable(fault));
        }
    }

    void nothingCollidesInAnyStory()
    {
        const std::vector<std::pair<const char *, test::RecordScript>> stories{{"abandon", test::abandonRun()},
            {"timeout", test::timeoutRun()}, {"blocked", test::blockedRun()}, {"early", test::poolRun(20, false)},
            {"bounded", test::poolRun(20)}, {"gather", test::gatherFailureRun()}, {"group", test::groupFailureRun()},
            {"nested", test::nestedRun()}, {"lazy", test::lazyRun()}};
        for (const auto &[name, script] : stories) {
            const ChartModel model = modelOf(script);
            for (const double width : {300.0, 420.0, 713.0, 960.0, 1900.0}) {
                for (const double textSize : {12.0, 24.0}) {
                    ChartRequest request = test::wide(width * textSize / 12);
                    request.textSize = textSize;
                    const QString fault = test::faultOf(layoutChart(model, request));
                    QVERIFY2(fault.isEmpty(),
                        qPrintable(QStringLiteral("%1, width %2, text %3: %4").arg(name).arg(width).arg(textSize).arg(fault)));
                }
            }
        }
    }
};

QTEST_MAIN(TestMarks)
#include "tst_marks.moc"
