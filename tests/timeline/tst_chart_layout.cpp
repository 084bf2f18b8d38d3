// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/timeline/layout_faults.h"
#include "tests/timeline/recording_canvas.h"
#include "tests/timeline/runs.h"
#include "widgets/timeline/chart_painter.h"

#include <QTest>

using namespace awaitscope;
using namespace std::chrono_literals;
using test::faultOf;
using test::wide;

class TestChartLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingCollides_data()
    {
        QTest::addColumn<double>("user");
        QTest::addColumn<double>("logs");
        QTest::addColumn<double>("metrics");
        for (const double user : {0.0, 1.0, 12.0, 196.0, 999.0}) {
            for (const double logs : {0.0, 5.0, 120.0, 196.0}) {
                for (const double metrics : {0.0, 3.0, 90.0, 800.0})
                    QTest::addRow("%g %g %g", user, logs, metrics) << user << logs << metrics;
            }
        }
    }
    void nothingCollides()
    {
        QFETCH(double, user);
        QFETCH(double, logs);
        QFETCH(double, metrics);
        for (const double work : {0.0, 0.02, 4.0}) {
            const ChartModel model = makeChartModel(test::twins({user, logs, metrics}, work));
            for (const double width : {300.0, 420.0, 713.0, 960.0, 1900.0}) {
                for (const double textSize : {12.0, 24.0}) {
                    ChartRequest request = wide(width * textSize / 12);
                    request.textSize = textSize;
                    for (const double height : {0.0, 200.0, 900.0}) {
                        request.fillHeight = height;
                        const QString fault = faultOf(layoutChart(model, request));
                        QVERIFY2(fault.isEmpty(),
                            qPrintable(QStringLiteral("work %1 width %2 text %3 height %4: %5")
                                           .arg(work)
                                           .arg(width)
                                           .arg(textSize)
                                           .arg(height)
                                           .arg(fault)));
                    }
                }
            }
        }
    }

    void nothingCollidesWhenZoomed()
    {
        const ChartModel model = makeChartModel(
            std::vector<Subject>{{"A", "x", test::sequentialRun().trace()}, {"B", "y", test::troubledRun().trace()}});
        TimeAxis axis = layoutChart(model, wide(713)).axis;
        for (int i = 0; i < 60; ++i) {
            axis = clamped(zoomed(axis, 1.2, toX(axis, 196ms + 300us)), {0ns, 500ms, 2us});
            ChartRequest request = wide(713);
            request.from = axis.from;
            request.to = axis.to;
            const QString fault = faultOf(layoutChart(model, request));
            QVERIFY2(fault.isEmpty(), qPrintable(fault));
        }
    }

    void endMarksStandAtTheirTime()
    {
        const ChartModel model = makeChartModel(test::twins());
        const ChartLayout layout = layoutChart(model, wide(800));
        QCOMPARE(layout.ends.size(), 8u);
        for (const EndShape &end : layout.ends) {
            QCOMPARE(end.x, toX(layout.axis, model.groups[end.group].rows[end.row].end));
            QVERIFY(end.bottom - end.top >= layout.metrics.bar);
        }
    }

    void ticksAreTallAndInOrder()
    {
        const ChartLayout layout = layoutChart(makeChartModel(test::twins(test::usualLengths, 0)), wide(800));
        for (const BarShape &bar : layout.bars) {
            if (bar.tick()) {
                QVERIFY(bar.rect.width() >= 3.0);
                QVERIFY(bar.rect.height() > layout.metrics.bar);
            }
        }
        const auto first = [&](std::size_t group, std::size_t row) {
            QRectF found;
            for (const BarShape &bar : layout.bars) {
                if (bar.tick() && bar.group == group && bar.row == row && (found.isNull() || bar.rect.left() < found.left()))
                    found = bar.rect;
            }
            return found;
        };
        // All of it in one instant: parent, then each child where the one before pauses.
        for (std::size_t row = 1; row < 4; ++row)
            QCOMPARE(first(1, row).left(), first(1, row - 1).right());
        QCOMPARE(first(0, 1).left(), first(0, 0).right());
        QCOMPARE(first(1, 0).left(), toX(layout.axis, 0ns));
    }

    void zoomShowsTheTrueTimesOfTicks()
    {
        const ChartModel model = makeChartModel(test::twins());
        ChartRequest request = wide(800);
        request.to = 100us;
        const ChartLayout layout = layoutChart(model, request);
        for (const BarShape &bar : layout.bars) {
            const ModelRow &row = model.groups[bar.group].rows[bar.row];
            if (bar.tick() && row.kind == ModelRow::Kind::Task)
                QCOMPARE(bar.rect.left(), toX(layout.axis, row.bars[bar.bar].begin));
        }
    }

    void rowsFillThePanelWithinLimits()
    {
        const ChartModel model = makeChartModel(test::twins());
        ChartRequest request = wide(713);
        for (const auto &[height, row] : {std::pair{100.0, 22.0}, {5000.0, 44.0}}) {
            request.fillHeight = height;
            QCOMPARE(layoutChart(model, request).metrics.row, row);
        }
        request.fillHeight = 480;
        const ChartLayout layout = layoutChart(model, request);
        QVERIFY(layout.height <= 480 && layout.height > 480 - 10);
        QCOMPARE(leastChartHeight(model, request), [&] {
            request.fillHeight = 1;
            return layoutChart(model, request).height;
        }());
    }

    /// They are numbers: what does not fit beside the title goes below it, and below that.
    void factsOfAHeaderTakeTheLinesThatTheyNeed()
    {
        ChartModel model = makeChartModel(test::twins({196, 120, 90}, 0));
        ModelGroup &group = model.groups.front();
        group.facts = {{QStringLiteral("error to caller 212 ms"), HeaderFact::Tone::Plain},
            {QStringLiteral("last work ended 376 ms"), HeaderFact::Tone::Plain},
            {QStringLiteral("3 tasks left behind"), HeaderFact::Tone::Bad}};
        double height = 0;
        for (const double width : {900.0, 420.0, 330.0, 260.0}) {
            const ChartLayout layout = layoutChart(model, wide(width));
            const HeaderShape &header = layout.headers.front();
            QCOMPARE(header.facts.size(), group.facts.size());
            double above = 0;
            for (std::size_t i = 0; i < group.facts.size(); ++i) {
                QCOMPARE(header.facts[i].text, group.facts[i].text);
                QVERIFY(header.facts[i].at.x() >= header.rect.left());
                QVERIFY(header.facts[i].at.y() >= above);
                above = header.facts[i].at.y();
            }
            QVERIFY(above < header.rect.bottom());
            QVERIFY2(header.rect.height() >= height, "narrower headers are not lower");
            height = header.rect.height();
            const QString fault = faultOf(layout);
            QVERIFY2(fault.isEmpty(), qPrintable(fault));
        }
        QVERIFY(height > 2 * layoutChart(model, wide(900)).headers.front().rect.height());
    }

    void savingIsBracketedFromEndToEnd()
    {
        const ChartModel model = makeChartModel(test::twins());
        const ChartLayout layout = layoutChart(model, wide(713));
        QCOMPARE(layout.savings.size(), 1u);
        const SavingShape &saving = layout.savings[0];
        QVERIFY(saving.line && saving.arrow);
        QCOMPARE(saving.from, toX(layout.axis, model.groups[1].result));
        QCOMPARE(saving.to, toX(layout.axis, model.groups[0].result));
        QCOMPARE(saving.texts.size(), 3u);
        QVERIFY(layout.headers[1].lanes.contains(QPointF(saving.from, saving.y)));
    }

    void frozenLoopShadesItsLanes()
    {
        const ChartModel model = makeChartModel(std::vector<Subject>{{"A", "x", test::troubledRun().trace()}});
        const ChartLayout layout = layoutChart(model, wide(713));
        QCOMPARE(layout.shades.size(), 1u);
        QCOMPARE(layout.shades[0].left(), toX(layout.axis, 60ms));
        QCOMPARE(layout.shades[0].right(), toX(layout.axis, 350'300us)); // as long as the turn
        const auto onLoop = [&](const TextShape &label) {
            return label.row == model.groups[0].rows.size() - 1 && label.text.startsWith(u"held for 290 ms");
        };
        QCOMPARE(std::ranges::count_if(layout.labels, onLoop), 1);
        for (const RowShape &row : layout.rows)
            QVERIFY(layout.shades[0].top() <= row.rect.top() && layout.shades[0].bottom() >= row.rect.bottom());
    }

    void arrowsBelongToTheSelectedTask()
    {
        const ChartModel model = makeChartModel(test::twins());
        ChartRequest request = wide(713);
        QVERIFY(layoutChart(model, request).arrows.empty());
        request.selected = TaskRef{1, TaskId(1)};
        const auto spawns = [](const ChartLayout &layout) {
            return std::ranges::count(layout.arrows, ArrowShape::Kind::Spawn, &ArrowShape::kind);
        };
        QCOMPARE(spawns(layoutChart(model, request)), 3);
        request.selected = TaskRef{0, TaskId(3)};
        QCOMPARE(spawns(layoutChart(model, request)), 1);
    }

    void hitsTellWhatIsThere()
    {
        const ChartModel model = makeChartModel(test::twins());
        const ChartLayout layout = layoutChart(model, wide(713));
        const auto user = std::ranges::find_if(layout.rows, [](const RowShape &row) { return row.group == 0 && row.row == 1; });
        const double y = user->rect.center().y();
        const ChartHit wait = hitTest(layout, {toX(layout.axis, 100ms), y});
        QCOMPARE(wait.kind, ChartHit::Kind::Bar);
        QVERIFY(hitDetails(model, wait)[0].startsWith(QStringLiteral("getUser: in flight")));
        QCOMPARE(hitTest(layout, layout.ends[1].badge).kind, ChartHit::Kind::End);
        QCOMPARE(hitTest(layout, {20, y}).kind, ChartHit::Kind::Row);
        QCOMPARE(hitTest(layout, layout.headers[1].rect.center()), (ChartHit{ChartHit::Kind::Header, 1, 0, 0}));
        QCOMPARE(hitTest(layout, {-5, -5}).kind, ChartHit::Kind::Nothing);
        QVERIFY(hitDetails(model, {}).isEmpty());
    }

    void legendExplainsWhatIsDrawnAndNothingElse()
    {
        const auto cues = [](const std::vector<Subject> &subjects) {
            const ChartModel model = makeChartModel(subjects);
            const ChartLayout layout = layoutChart(model, wide(713));
            QList<int> result;
            for (const LegendItem &item : legendItems(model, layout, false))
                result += item.kind == LegendItem::Kind::Cue ? static_cast<int>(item.cue) : 100 + static_cast<int>(item.kind);
            return result;
        };
        const auto has = [](const QList<int> &all, Cue cue) { return all.contains(static_cast<int>(cue)); };
        const QList<int> calm = cues(test::twins());
        QVERIFY(has(calm, Cue::Running) && has(calm, Cue::InFlight) && has(calm, Cue::Awaiting) && has(calm, Cue::Done));
        QVERIFY(!has(calm, Cue::Blocking) && !has(calm, Cue::Failed) && !has(calm, Cue::Queued));
        QCOMPARE(calm.size(), 6);
        const QList<int> troubled = cues({{"A", "x", test::troubledRun().trace()}});
        QVERIFY(has(troubled, Cue::Blocking) && has(troubled, Cue::Failed) && !has(troubled, Cue::Done));
    }

    void paintingBalancesItsClips()
    {
        const ChartModel model = makeChartModel(test::twins());
        ChartRequest request = wide(713);
        request.selected = TaskRef{1, TaskId(1)};
        const ChartLayout layout = layoutChart(model, request);
        test::RecordingCanvas canvas;
        paintChart(canvas, layout, theme(ThemeKind::Dark));
        paintRuler(canvas, layout, 0, theme(ThemeKind::Dark));
        paintPlayhead(canvas, layout, 20ms, 0, 500, theme(ThemeKind::Dark));
        QCOMPARE(canvas.depth, 0);
        for (const auto &text : canvas.texts)
            QVERIFY2(text.style.color.isValid() && text.style.size >= 12, qPrintable(text.text));
        // The playhead stands behind the labels that it meets.
        const auto labels
            = std::ranges::count_if(canvas.texts, [](const auto &text) { return text.text == QStringLiteral("timer 196 ms"); });
        QCOMPARE(labels, 4);
    }
};

QTEST_MAIN(TestChartLayout)
#include "tst_chart_layout.moc"
