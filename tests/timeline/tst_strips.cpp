// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/timeline/layout_faults.h"
#include "tests/timeline/recording_canvas.h"
#include "tests/timeline/stories.h"
#include "widgets/timeline/chart_painter.h"
#include "widgets/timeline/figure_layout.h"

#include <QTest>

using namespace awaitscope;
using namespace std::chrono_literals;

/// What stands under the lanes: seats and queue, workers, counters.
class TestStrips : public QObject
{
    Q_OBJECT

    static ChartModel modelOf(const test::RecordScript &script)
    {
        return makeChartModel(std::vector<Subject>{{"A", "x", script.trace()}});
    }
    static const ModelStrip *strip(const ChartModel &model, const QString &name)
    {
        const auto found = std::ranges::find(model.groups[0].strips, name, &ModelStrip::name);
        return found == model.groups[0].strips.end() ? nullptr : &*found;
    }
    static QStringList notes(const ModelStrip &strip)
    {
        QStringList result;
        for (const StripRow &row : strip.rows)
            result += row.note;
        return result;
    }
    static QStringList labels(const StripRow &row)
    {
        QStringList result;
        for (const StripBar &bar : row.bars)
            result += bar.label;
        return result;
    }
    static QStringList facts(const ChartModel &model)
    {
        QStringList result;
        for (const HeaderFact &fact : model.groups[0].facts)
            result += fact.text;
        return result;
    }

private Q_SLOTS:
    void seatsShowWhoHoldsThemAndTheQueueWhoWaits()
    {
        const ChartModel model = modelOf(test::poolRun(5));
        const ModelStrip *seats = strip(model, QStringLiteral("connection"));
        QVERIFY(seats);
        QCOMPARE(notes(*seats), QStringList({"seat 1", "seat 2", "seat 3", "1st in line", "2nd in line"}));
        QCOMPARE(labels(seats->rows[0])[0], QStringLiteral("query 1"));
        QCOMPARE(labels(seats->rows[2]), QStringList({"query 3", "query 4"})); // the third was free first
        QCOMPARE(labels(seats->rows[3]), QStringList({"query 4", "query 5"})); // who was second moves up
        QCOMPARE(labels(seats->rows[4]), QStringList({"query 5"}));
        QCOMPARE(seats->rows[3].bars[0].cue, Cue::Queued);
        QCOMPARE(seats->rows[3].bars[0].end, seats->rows[2].bars[1].begin);
        QVERIFY(seats->word.isEmpty());
        QVERIFY(!facts(model).join(u' ').contains(QStringLiteral("seats")));
    }

    void moreUsersThanSeatsIsSaid()
    {
        const ChartModel model = modelOf(test::poolRun(20, false));
        const ModelStrip *seats = strip(model, QStringLiteral("connection"));
        QCOMPARE(notes(*seats), QStringList({"seat 1", "seat 2", "seat 3", "no seat left"}));
        QCOMPARE(seats->word, QStringLiteral("20 in use, 3 seats"));
        QVERIFY(facts(model).contains(QStringLiteral("20 in use, 3 seats")));
        QCOMPARE(seats->rows[3].bars.size(), 1u);
        QCOMPARE(seats->rows[3].bars[0].cue, Cue::Overused);
        const ChartLayout layout = layoutChart(model, test::wide(960));
        QVERIFY(std::ranges::any_of(layout.strips, [](const StripShape &shape) {
            return std::ranges::any_of(shape.labels, [](const TextShape &text) { return text.text == u"20 in use, 3 seats"; });
        }));
        const auto legend = legendItems(model, layout, false);
        QVERIFY(std::ranges::any_of(legend, [](const LegendItem &item) { return item.cue == Cue::Overused; }));
        QVERIFY(std::ranges::none_of(
            legendItems(modelOf(test::poolRun(5)), layoutChart(modelOf(test::poolRun(5)), test::wide(960)), false),
            [](const LegendItem &item) { return item.cue == Cue::Overused; }));
    }

    void aCounterWithALimitIsSeatsByItself()
    {
        test::RecordScript s;
        s.counter(0, "handle", 1).turn(0).start(0, 1).start(1, 2).count(2, 2, 1, 1).timer(3, 2, 50).count(4, 1, 1, 2);
        s.timer(5, 1, 90).turnEnd(6).turn(53).resume(53, 2).count(54, 2, 1, 1).finish(55, 2).turnEnd(56);
        s.turn(95).resume(95, 1).count(96, 1, 1, 0).finish(97, 1).turnEnd(98);
        const ChartModel model = modelOf(s);
        const ModelStrip *seats = strip(model, QStringLiteral("handle"));
        QCOMPARE(notes(*seats), QStringList({"seat 1", "no seat left"}));
        QCOMPARE(seats->word, QStringLiteral("2 in use, 1 seat"));
        QCOMPARE(seats->rows[0].bars.size(), 2u); // the one who had none sits down when the seat is free
        QCOMPARE(seats->rows[0].bars[1].task, TaskId(1));
        QCOMPARE(seats->rows[1].bars[0].begin, Ns(4ms));
        QCOMPARE(seats->rows[1].bars[0].end, Ns(54ms));
    }

    void manySeatsAndLongLinesAreDrawnAsNumbers()
    {
        const ChartModel line = modelOf(test::poolRun(20));
        const ModelStrip *seats = strip(line, QStringLiteral("connection"));
        QCOMPARE(notes(*seats),
            QStringList({"seat 1", "seat 2", "seat 3", "1st in line", "2nd in line", "3rd in line", "4th in line",
                "17 in line at most"}));
        QCOMPARE(seats->rows.back().line->most, 17u);
        test::RecordScript s;
        s.resource(0, "slot", 100).turn(0).start(0, 1).seat(1, 1, SeatChange::Taken, 1, 40).timer(2, 1, 10).turnEnd(2);
        s.turn(12).resume(12, 1).seat(12, 1, SeatChange::Released, 1, 0).finish(13, 1).turnEnd(14);
        const ChartModel many = modelOf(s);
        QCOMPARE(notes(*strip(many, QStringLiteral("slot"))), QStringList({"40 in use at most"}));
        QCOMPARE(strip(many, QStringLiteral("slot"))->rows[0].line->limit, 100u);
    }

    void unusedAndUnboundedThingsHaveNoSeats()
    {
        test::RecordScript s;
        s.resource(0, "unused", 3).resource(0, "event", 0).turn(0).start(0, 1).seat(0, 1, SeatChange::Taken, 2, 1);
        s.finish(1, 1).turnEnd(2);
        QVERIFY(modelOf(s).groups[0].strips.empty());
    }

    void oneSeatForWhichNobodyStandsInLineIsNotDrawn()
    {
        const auto run = [](bool second, bool counted) {
            test::RecordScript s;
            if (counted)
                s.counter(0, "lock", 1);
            else
                s.resource(0, "lock", 1);
            s.turn(0).start(0, 1).start(0, 2);
            counted ? s.count(0, 1, 1, 1) : s.seat(0, 1, SeatChange::Taken, 1, 1);
            if (second)
                counted ? s.count(1, 2, 1, 2) : s.seat(1, 2, SeatChange::Queued, 1, 1);
            s.timer(2, 1, 8).turnEnd(2).turn(10).resume(10, 1);
            counted ? s.count(10, 1, 1, 0) : s.seat(10, 1, SeatChange::Released, 1, 0);
            s.finish(11, 1).finish(12, 2).turnEnd(12);
            return modelOf(s);
        };
        for (const bool counted : {false, true}) {
            QVERIFY(!strip(run(false, counted), QStringLiteral("lock")));
            QVERIFY(strip(run(true, counted), QStringLiteral("lock")));
        }
    }

    void countersThatTellNothingOverTimeAreNotDrawn_data()
    {
        QTest::addColumn<QList<double>>("times"); // of the values 1, 2, … of a run of 100 ms
        QTest::addColumn<bool>("drawn");
        QTest::newRow("once") << QList<double>{10} << false;
        QTest::newRow("twice") << QList<double>{10, 60} << true;
        QTest::newRow("at both ends") << QList<double>{0, 100} << true;
        QTest::newRow("only at the end") << QList<double>{99.6, 99.8, 100} << false;
        QTest::newRow("from shortly before the end") << QList<double>{99, 100} << true;
    }
    void countersThatTellNothingOverTimeAreNotDrawn()
    {
        QFETCH(QList<double>, times);
        QFETCH(bool, drawn);
        test::RecordScript s;
        s.counter(0, "bytes").turn(0).start(0, 1);
        for (qsizetype i = 0; i < times.size(); ++i) {
            s.count(times[i], 1, 1, std::uint32_t(i) + 1);
            s.count(times[i], 1, 1, std::uint32_t(i) + 1); // the same again is no change
        }
        s.finish(100, 1).turnEnd(100);
        QCOMPARE(strip(modelOf(s), QStringLiteral("bytes")) != nullptr, drawn);
    }

    void workersHaveABandOfTheirOwn()
    {
        const ChartModel model = modelOf(test::poolRun(5));
        const ModelStrip *band = strip(model, QStringLiteral("off the loop"));
        QCOMPARE(band, model.groups[0].strips.data()); // right below the loop's lanes
        QCOMPARE(notes(*band), QStringList({"worker 1", "worker 2", "worker 3"}));
        QCOMPARE(labels(band->rows[0]), QStringList({"query 2", "query 5"}));
        const ChartLayout layout = layoutChart(model, test::wide(960));
        QCOMPARE(layout.strips[0].bars[0].cue, Cue::OnWorker);
        QVERIFY(layout.strips[0].rect.top() >= layout.headers[0].lanes.bottom() - 0.01);
        const auto &bar = layout.strips[0].bars[0];
        QCOMPARE(bar.rect.left(), toX(layout.axis, band->rows[bar.row].bars[bar.bar].begin));
        QCOMPARE(hitDetails(model, hitTest(layout, bar.rect.center()))[0], QStringLiteral("off the loop, worker 1: query 2"));
    }

    void countersAreStepsWithTheirMostAndTheValueAtTheMoment()
    {
        const ChartModel model = modelOf(test::poolRun(5));
        const ModelStrip *rows = strip(model, QStringLiteral("rows held"));
        QCOMPARE(rows->rows[0].note, QStringLiteral("most 500"));
        const StepLine &line = *rows->rows[0].line;
        QCOMPARE(line.at(0ns), 0u);
        QCOMPARE(line.at(line.steps[0].first - 1ns), 0u);
        QCOMPARE(line.at(line.steps[0].first), 100u);
        QCOMPARE(line.at(1h), 500u);
        const ChartLayout layout = layoutChart(model, test::wide(960));
        const auto shape = std::ranges::find_if(
            layout.strips, [&](const StripShape &of) { return &model.groups[0].strips[of.strip] == rows; });
        const StepLineShape &drawn = shape->lines[0];
        QCOMPARE(drawn.points.back().y(), drawn.area.top());
        QCOMPARE(drawn.points.front().y(), drawn.area.bottom());
        test::RecordingCanvas canvas;
        paintPlayhead(canvas, layout, line.steps[1].first, 0, layout.bottom(), theme(ThemeKind::Light));
        QVERIFY(std::ranges::any_of(canvas.texts, [](const auto &text) { return text.text == u"200"; }));
    }

    void stripsStayInSightWhileTheirLanesPass()
    {
        const ChartModel model = modelOf(test::poolRun(60));
        ChartRequest request = test::wide(960);
        request.viewTop = 40;
        request.viewBottom = 740;
        request.fillHeight = 700;
        request.top = 40;
        const ChartLayout layout = layoutChart(model, request);
        QVERIFY(layout.bottom() > 1300); // lanes are no lower than they may be
        QVERIFY(qAbs(layout.strips.back().rect.bottom() - 740) < 0.01);
        QCOMPARE(hitTest(layout, layout.strips[0].bars[0].rect.center()).kind, ChartHit::Kind::Strip);
        // At the end they stand where they belong, with nothing between them and their lanes.
        request.top = 740 - layout.height;
        const ChartLayout scrolled = layoutChart(model, request);
        QVERIFY(qAbs(scrolled.strips[0].rect.top() - scrolled.headers[0].lanes.bottom()) < 0.01);
        // Where they would take more than half of the view they are scrolled to like the rest.
        request.top = 40;
        request.viewBottom = 400;
        QVERIFY(layoutChart(model, request).strips[0].rect.top() > 400);
        // All of it is in sight: nothing is moved.
        request.viewBottom = 5000;
        const ChartLayout whole = layoutChart(model, request);
        QVERIFY(qAbs(whole.strips[0].rect.top() - whole.headers[0].lanes.bottom()) < 0.01);
    }

    static test::RecordScript counting(std::string_view name, const std::vector<std::uint32_t> &values)
    {
        test::RecordScript s;
        s.counter(0, name).turn(0).start(0, 1).timer(0, 1, 100).turnEnd(0);
        double at = 10;
        for (const std::uint32_t value : values)
            s.count(at += 1, 1, 1, value);
        return s.turn(100).resume(100, 1).finish(100, 1).turnEnd(100);
    }

    void whatTwoVariantsCountHasOneScale()
    {
        const auto many = counting("open files", {4, 16}), few = counting("open files", {2, 4}), other = counting("rows", {2, 4});
        const std::vector<Subject> subjects{{"A", "x", many.trace()}, {"B", "y", few.trace()}, {"C", "z", other.trace()}};
        const ChartLayout layout = layoutChart(makeChartModel(subjects), test::wide(900));
        QCOMPARE(layout.strips.size(), 3u);
        const auto height = [&](std::size_t strip) {
            const StepLineShape &line = layout.strips[strip].lines.at(0);
            return (line.area.bottom() - line.points.back().y()) / line.area.height();
        };
        QCOMPARE(height(0), 1.0);
        QCOMPARE(height(1), 0.25);
        QCOMPARE(height(2), 1.0);
    }

    void aLongNameStandsAboveItsNote()
    {
        const auto shortName = counting("rows", {4, 16}),
                   longName = counting("open files of the process, as the system lists", {4, 16});
        const auto nameOf = [](const test::RecordScript &script) {
            const ChartLayout layout = layoutChart(modelOf(script), test::wide(600));
            const QString fault = test::faultOf(layout);
            if (!fault.isEmpty())
                qWarning("%s", qPrintable(fault));
            return std::pair(layout.strips.at(0).name, layout.strips.at(0).notes.at(0));
        };
        const auto [beside, besideNote] = nameOf(shortName);
        QVERIFY(qAbs(beside.box().center().y() - besideNote.box().center().y()) < 1);
        const auto [above, aboveNote] = nameOf(longName);
        QVERIFY(above.box().bottom() <= aboveNote.box().top() + 1);
        QCOMPARE(aboveNote.text, QStringLiteral("most 16"));
    }

    void aFigureOfVeryManyTasksCountsThoseThatHaveNoRoom()
    {
        Figure figure;
        figure.subjects = {{"A", "x", test::poolRun(600).trace()}, {"B", "y", test::poolRun(3).trace()}};
        const auto result = layoutFigure(figure, {});
        QVERIFY(result.ok());
        QVERIFY(result.value().size.height() <= maximumFigureSide);
        const std::vector<ModelRow> &rows = result.value().model.groups[0].rows;
        const auto word = std::ranges::find(rows, ModelRow::Kind::Folded, &ModelRow::kind);
        QVERIFY(word != rows.end());
        const auto shown = std::ranges::count(rows, ModelRow::Kind::Task, &ModelRow::kind);
        QCOMPARE(word->name, QStringLiteral("and %1 more tasks").arg(601 - shown));
        QVERIFY(shown > 250);
        QCOMPARE(rows.back().kind, ModelRow::Kind::Loop);
        QCOMPARE(result.value().model.groups[1].rows.size(), 5u); // what is short loses nothing
    }

    void liveSeatsAreHeldUntilNow()
    {
        const auto script = test::poolRun(5);
        TraceBuilder builder(nullptr);
        RecordReader reader(script.recorder());
        reader.read(30ms, [&](const RawEvent &event, std::uint16_t thread) { builder.add(event, thread, reader.recorder()); });
        builder.advanceTo(30ms);
        const auto live = std::make_shared<const Trace>(builder.trace());
        const ChartModel model = makeChartModel(std::vector<Subject>{{"A", "x", live}});
        const StripBar &bar = strip(model, QStringLiteral("connection"))->rows[0].bars[0];
        QVERIFY(bar.open);
        QCOMPARE(bar.end, Ns(30ms));
    }
};

QTEST_MAIN(TestStrips)
#include "tst_strips.moc"
