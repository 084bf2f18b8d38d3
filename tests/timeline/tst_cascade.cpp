// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/timeline/layout_faults.h"
#include "tests/timeline/recording_canvas.h"
#include "tests/timeline/stories.h"
#include "widgets/timeline/chart_painter.h"

#include <QTest>

using namespace awaitscope;
using namespace std::chrono_literals;

/// A cancellation, told: numbers and causes on the lanes, and enlarged where the axis has no room for it.
class TestCascade : public QObject
{
    Q_OBJECT

    static ChartModel modelOf(const test::RecordScript &script)
    {
        return makeChartModel(std::vector<Subject>{{"A", "x", script.trace()}});
    }
    /// A and a longer run beside it, on one axis.
    static ChartModel besideLonger(const test::RecordScript &script)
    {
        return makeChartModel(std::vector<Subject>{{"A", "x", script.trace()}, {"B", "y", test::gatherFailureRun().trace()}});
    }
    static const ModelRow &row(const ChartModel &model, const QString &name)
    {
        return *std::ranges::find(model.groups[0].rows, name, &ModelRow::name);
    }

private Q_SLOTS:
    void stepsComeInOrderWithTimeAndCause()
    {
        const ChartModel model = besideLonger(test::groupFailureRun());
        QCOMPARE(model.groups[0].cascades.size(), 1u);
        const ModelCascade &cascade = model.groups[0].cascades[0];
        QStringList told;
        for (const CascadeStep &step : cascade.steps)
            told += step.text;
        QCOMPARE(told,
            QStringList({"checkQuota throws: QuotaError", "the group cancels validate, enrich and fetchGeo",
                "validate unwinds, by the group", "fetchGeo cleans up for 2.3 ms, by enrich's scope",
                "enrich unwinds, by the group", "handleRequest gets: QuotaError"}));
        QCOMPARE(cascade.from, Ns(119'100us));
        QCOMPARE(cascade.to, Ns(123'600us));
        QCOMPARE(cascade.steps[3].cue, Cue::Cleanup);
        QVERIFY(model.groups[1].cascades.empty());
    }

    void lanesCarryTheSameNumbers()
    {
        const ChartModel model = besideLonger(test::groupFailureRun());
        const QList<std::pair<QString, int>> expected{{QStringLiteral("handleRequest"), 6}, {QStringLiteral("checkQuota"), 1},
            {QStringLiteral("validate"), 3}, {QStringLiteral("fetchGeo"), 4}, {QStringLiteral("enrich"), 5}};
        for (const auto &[name, order] : expected)
            QCOMPARE(row(model, name).order, order);
        QCOMPARE(row(model, QStringLiteral("validate")).endNote, QStringLiteral("by the group"));
        QCOMPARE(row(model, QStringLiteral("fetchGeo")).endNote, QStringLiteral("by enrich's scope, 2.3 ms of cleanup"));
        const ChartLayout layout = layoutChart(model, test::wide(900));
        QCOMPARE(std::ranges::count_if(layout.ends, [](const EndShape &end) { return end.order > 0; }), 5);
        test::RecordingCanvas canvas;
        paintChart(canvas, layout, theme(ThemeKind::Dark));
        QCOMPARE(canvas.depth, 0);
        const auto shown = std::ranges::count_if(canvas.texts, [](const auto &text) { return text.text == u"3"; });
        QCOMPARE(shown, 2); // on the lane and in the enlarged strip
    }

    void theEnlargedStripHasAnAxisOfItsOwn()
    {
        const ChartModel model = besideLonger(test::groupFailureRun());
        const ChartLayout layout = layoutChart(model, test::wide(900));
        QCOMPARE(layout.cascades.size(), 1u);
        const CascadeShape &shape = layout.cascades[0];
        QVERIFY(shape.ticks.size() >= 3);
        QVERIFY(widthOf(shape.axis, 1ms) > 10 * widthOf(layout.axis, 1ms));
        for (std::size_t i = 0; i < shape.steps.size(); ++i) {
            QCOMPARE(shape.steps[i].bar.left(), toX(shape.axis, model.groups[0].cascades[0].steps[i].begin));
            QVERIFY(i == 0 || shape.steps[i].bar.top() > shape.steps[i - 1].bar.top());
        }
        QCOMPARE(shape.steps[2].texts[1].text, QStringLiteral("119.900 ms"));
        QVERIFY(shape.titles[0].text.startsWith(QStringLiteral("119.100 ms to 123.600 ms, enlarged")));
        // It stands between its own lanes and the next variant.
        QVERIFY(shape.frame.top() > layout.headers[0].lanes.bottom() && shape.frame.bottom() < layout.headers[1].rect.top());
        const QString fault = test::faultOf(layout);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
        // The playhead's time is not the strip's: its line passes the frame by.
        test::RecordingCanvas canvas;
        paintPlayhead(canvas, layout, 120ms, 0, layout.bottom(), theme(ThemeKind::Light));
        for (const auto &line : canvas.lines)
            QVERIFY(line.rect.height() == 0 || !shape.frame.adjusted(0, 1, 0, -1).intersects(line.rect.adjusted(-1, 0, 1, 0)));
    }

    void theAxisMakesRoomForTheWordsOfItsSteps()
    {
        const ChartModel model = besideLonger(test::groupFailureRun());
        for (const double width : {600.0, 660.0, 900.0}) {
            const ChartLayout layout = layoutChart(model, test::wide(width));
            const CascadeShape &shape = layout.cascades.at(0);
            for (std::size_t i = 0; i < shape.steps.size(); ++i)
                QCOMPARE(shape.steps[i].texts[0].text, model.groups[0].cascades[0].steps[i].text);
            QVERIFY(shape.axis.right - shape.axis.left > 0.1 * width);
            const QString fault = test::faultOf(layout);
            QVERIFY2(fault.isEmpty(), qPrintable(fault));
        }
        // Where even that is too little, words are cut off, and the axis stays.
        const ChartLayout narrow = layoutChart(model, test::wide(320));
        QVERIFY(narrow.cascades.at(0).axis.right > narrow.cascades.at(0).axis.left);
    }

    void aCascadeThatCanBeReadIsNotEnlarged()
    {
        // Alone on its axis, and with a cleanup of a third of it.
        const ChartModel model = modelOf(test::timeoutRun());
        QVERIFY(model.groups[0].cascades.empty());
        QCOMPARE(row(model, QStringLiteral("longRunningTask")).endNote, QStringLiteral("by the deadline, 31 ms of cleanup"));
        QCOMPARE(row(model, QStringLiteral("longRunningTask")).order, 0); // the only one has no order
        // However short: one that is cancelled alone is told by its own mark.
        test::RecordScript s;
        s.turn(0).start(0, 1).start(0.1, 2).timer(0.2, 2, 900).suspend(0.3, 1, WaitKind::Join, 1).turnEnd(0.4).turn(300);
        s.requestCancel(300, 0, Canceller::User, "by the user", 1).resume(300, 2).interrupt(300, 2, 1).cancelled(300, 2, 1);
        s.resume(300, 1).finish(300, 1).turnEnd(300);
        QVERIFY(modelOf(s).groups[0].cascades.empty());
    }

    void aGeneratorIsStoppedByItsConsumer()
    {
        test::RecordScript s;
        s.turn(0).start(0, 1).create(0, 2).start(0, 2);
        s.suspend(0, 2, WaitKind::Consumer, 1).resume(1, 2).requestCancel(1, 0, Canceller::Closing, "the consumer stopped", 1);
        s.cancelled(1, 2, 1).finish(2, 1).turnEnd(2);
        const ChartModel model = modelOf(s);
        QCOMPARE(model.groups[0].rows[1].endNote, QStringLiteral("by its consumer"));
    }

    /// One after another, each `apart` ms after the one before; those that clean up do so for as long.
    static test::RecordScript cancelledInTurn(double apart, bool cleaningUp)
    {
        test::RecordScript s;
        s.turn(0).start(0, 1, test::shown::handleRequest());
        for (std::uint32_t task = 2; task < 42; ++task)
            s.start(0.01 * task, task, test::shown::query()).timer(0.01 * task, task, 300, test::shown::query());
        s.suspend(1, 1, WaitKind::Join, 40).turnEnd(1).turn(200).requestCancel(200, 0, Canceller::User, "by the user", 1);
        for (std::uint32_t task = 2; task < 42; ++task)
            s.push(200 + 0.001 * task, EventKind::Asked, task, packCancel(NameId(), CancelId(1)));
        double now = 201;
        for (std::uint32_t task = 2; task < 42; ++task, now += apart) {
            s.resume(now, task).interrupt(now, task, 1);
            if (cleaningUp)
                s.timer(now, task, apart).turnEnd(now).turn(now + apart).resume(now + apart, task);
            s.cancelled(cleaningUp ? now + apart : now, task, 1);
        }
        return s.resume(now, 1).interrupt(now, 1, 1).cancelled(now, 1, 1).turnEnd(now);
    }

    void whatUnwindsOneSoonAfterTheOtherIsOneStep()
    {
        const ChartModel model = modelOf(cancelledInTurn(0.02, false));
        const ModelCascade &cascade = model.groups[0].cascades.at(0);
        QStringList told;
        for (const CascadeStep &step : cascade.steps)
            told += QStringLiteral("%1-%2 %3").arg(step.first).arg(step.last).arg(step.text);
        QCOMPARE(
            told, QStringList({"1-1 the user cancels 41 tasks, all asked in 41 µs", "2-42 41 tasks unwind, by their scopes"}));
        QCOMPARE(cascade.left, std::size_t(0));
        QCOMPARE(model.groups[0].rows[0].order, 42);
        // A few in a row stay apart, each with its cause.
        QCOMPARE(besideLonger(test::groupFailureRun()).groups[0].cascades[0].steps.size(), std::size_t(6));
    }

    void whatTooManyTakePartInIsToldThoughItNeedNotBeEnlarged()
    {
        const ChartModel model = modelOf(cancelledInTurn(3, false));
        const ChartLayout layout = layoutChart(model, test::wide(900));
        QVERIFY(!model.groups[0].cascades.at(0).brief);
        QVERIFY(layout.cascades[0].titles[0].text.endsWith(QStringLiteral("the cancellation, step by step")));
    }

    void longCascadesAreCutShortBeforeTheirLastSteps()
    {
        const ChartModel model = modelOf(cancelledInTurn(3, true));
        const ModelCascade &cascade = model.groups[0].cascades.at(0);
        QCOMPARE(cascade.steps.size(), std::size_t(11));
        QCOMPARE(cascade.left, std::size_t(31)); // of the request and 41 tasks
        QCOMPARE(cascade.steps[0].text, QStringLiteral("the user cancels 41 tasks, all asked in 41 µs"));
        QCOMPARE(cascade.steps.back().last, 42);
        QCOMPARE(cascade.steps[cascade.leftAfter].first, cascade.steps[cascade.leftAfter - 1].last + 32);
        QCOMPARE(model.groups[0].rows[20].order, 21); // its number is told although its step is not listed
        const ChartLayout layout = layoutChart(model, test::wide(900));
        const CascadeShape &shape = layout.cascades[0];
        const TextShape &word = shape.titles.back();
        QCOMPARE(word.text, QStringLiteral("and 31 steps more"));
        QVERIFY(word.at.y() > shape.steps[cascade.leftAfter - 1].badge.bottom());
        QVERIFY(word.at.y() < shape.steps[cascade.leftAfter].badge.top() + 2);
        const QString fault = test::faultOf(layout);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
    }

    /// A leaf fails below two groups; the next request comes a moment after all that the first one reached have ended.
    static test::RecordScript climbingRun(std::uint32_t siblings)
    {
        using namespace test::shown;
        test::RecordScript s;
        s.turn(0).start(0, 1, handleRequest()).start(0, 2, enrich()).start(0, 3, query()).timer(0, 3, 120, query());
        s.start(0, 4, fetchGeo()).timer(0, 4, 400, fetchGeo()).suspend(0, 2, WaitKind::Join, 2);
        for (std::uint32_t task = 5; task < 5 + siblings; ++task)
            s.start(0, task, validate()).timer(0, task, 400, validate());
        s.suspend(0, 1, WaitKind::Join, siblings + 1).turnEnd(0).turn(120).resume(120, 3).end(120, 3, EventKind::Failed, "lost");
        s.requestCancel(120, 3, Canceller::Task, "a sibling failed", 1).resume(120.1, 4).interrupt(120.1, 4, 1);
        s.timer(120.1, 4, 80).turnEnd(120.2).turn(200).resume(200, 4).finish(200.1, 4);
        s.resume(200.2, 2).end(200.3, 2, EventKind::Failed, "lost");
        s.requestCancel(200.3, 2, Canceller::Task, "a sibling failed", 2);
        for (std::uint32_t task = 5; task < 5 + siblings; ++task)
            s.resume(200.4, task).interrupt(200.4, task, 2).cancelled(200.4 + 0.001 * task, task, 2);
        return s.resume(201, 1).end(201, 1, EventKind::Failed, "lost").turnEnd(201);
    }

    void aFailureThatClimbsIsOneCascade()
    {
        const ChartModel model = modelOf(climbingRun(20));
        QCOMPARE(model.groups[0].cascades.size(), std::size_t(1));
        QStringList told;
        for (const CascadeStep &step : model.groups[0].cascades[0].steps)
            told += QStringLiteral("%1-%2 %3").arg(step.first).arg(step.last).arg(step.text);
        QCOMPARE(told,
            QStringList({"1-2 query throws: lost; the group cancels fetchGeo",
                "3-3 fetchGeo was told by the group and returns a value, 80 ms later",
                "4-5 enrich throws: lost; the group cancels 20 tasks", "6-25 20 tasks unwind, by the group",
                "26-26 handleRequest gets: lost"}));
        QCOMPARE(row(model, QStringLiteral("fetchGeo")).endNote, QStringLiteral("told by the group, ignored it"));
        QCOMPARE(row(model, QStringLiteral("handleRequest")).order, 26);
        // Few enough for one line each.
        QCOMPARE(besideLonger(climbingRun(1)).groups[0].cascades.size(), std::size_t(0));
    }

    void whatHappensToManyAtOnceIsOneStep()
    {
        test::RecordScript s;
        s.turn(0).start(0, 1, test::shown::handleRequest());
        for (std::uint32_t task = 2; task < 8; ++task)
            s.start(0, task, test::shown::query()).timer(0, task, 300);
        s.suspend(0, 1, WaitKind::Join, 6).turnEnd(0).turn(200).resume(200, 3).end(200, 3, EventKind::Failed, "no quota");
        s.requestCancel(200, 3, Canceller::Task, "a sibling failed", 1);
        for (const std::uint32_t task : {2u, 4u, 5u, 6u, 7u})
            s.resume(200, task).interrupt(200, task, 1).cancelled(200, task, 1);
        s.resume(200, 1).end(200, 1, EventKind::Failed, "no quota").turnEnd(200);
        const ChartModel model = besideLonger(s);
        QStringList told;
        for (const CascadeStep &step : model.groups[0].cascades.at(0).steps)
            told += QStringLiteral("%1-%2 %3").arg(step.first).arg(step.last).arg(step.text);
        QCOMPARE(told,
            QStringList({"1-1 query 2 throws: no quota", "2-2 the group cancels 5 tasks",
                "3-7 query 1, 3, 4, 5 and 6 unwind, by the group", "8-8 handleRequest gets: no quota"}));
        QList<int> orders;
        for (const ModelRow &lane : model.groups[0].rows)
            orders += lane.order;
        QCOMPARE(orders, QList<int>({8, 3, 1, 4, 5, 6, 7, 0}));
        const ChartLayout layout = layoutChart(model, test::wide(900));
        const CascadeShape &shape = layout.cascades.at(0);
        QCOMPARE(shape.steps[2].number, QStringLiteral("3–7"));
        QVERIFY(shape.steps[2].badge.width() > shape.steps[1].badge.width());
        QVERIFY(shape.titles[0].text.contains(QStringLiteral("all in one instant")));
        // An instant has no axis: the first step stands right below the title.
        QVERIFY(shape.ticks.empty());
        QVERIFY(shape.steps[0].badge.top() - shape.titles[0].box().bottom() < 12);
        const QString fault = test::faultOf(layout);
        QVERIFY2(fault.isEmpty(), qPrintable(fault));
    }

    void aRequestInTheCourseOfAnotherStandsWhereItCame()
    {
        using namespace test::shown;
        test::RecordScript s;
        s.turn(0)
            .start(0, 1, handleRequest())
            .start(0.1, 2, getUser())
            .start(0.2, 3, getUserLogs())
            .timer(0.2, 3, 900, getUserLogs());
        s.timer(0.3, 2, 900, getUser()).start(0.4, 4, validate()).timer(0.4, 4, 900, validate());
        s.suspend(0.5, 1, WaitKind::Join, 2, handleRequest()).turnEnd(1).turn(300);
        s.requestCancel(300, 0, Canceller::User, "by the user", 1).resume(300.1, 4, validate()).interrupt(300.1, 4, 1);
        s.cancelled(300.2, 4, 1).resume(300.3, 2, getUser()).requestCancel(300.4, 2, Canceller::Task, "not needed", 2);
        s.interrupt(300.5, 2, 1).timer(300.6, 2, 1, getUser()).resume(300.7, 3, getUserLogs()).interrupt(300.7, 3, 2);
        s.cancelled(300.8, 3, 2).turnEnd(300.9).turn(301.6).resume(301.6, 2, getUser()).cancelled(301.7, 2, 1);
        s.resume(301.8, 1, handleRequest()).finish(301.9, 1).turnEnd(302);
        const ChartModel model = modelOf(s);
        QCOMPARE(model.groups[0].cascades.size(), 1u);
        QStringList told;
        for (const CascadeStep &step : model.groups[0].cascades[0].steps)
            told += step.text;
        QCOMPARE(told,
            QStringList({"the user cancels getUser and validate", "validate unwinds, by the user", "getUser cancels getUserLogs",
                "getUserLogs unwinds, by getUser", "getUser cleans up for 1.2 ms, by the user"}));
    }

    void whoIgnoresACancellationIsNamed()
    {
        test::RecordScript s;
        s.turn(0).start(0, 1, test::shown::handleRequest()).start(0.1, 2, test::shown::getUser()).timer(0.1, 2, 400);
        s.start(0.2, 3, test::shown::validate()).timer(0.2, 3, 400).suspend(0.3, 1, WaitKind::Join, 2).turnEnd(1);
        s.turn(300).requestCancel(300, 0, Canceller::Deadline, "passed", 1).resume(300, 2).interrupt(300, 2, 1).finish(300.1, 2);
        s.resume(300.2, 3).interrupt(300.2, 3, 1).cancelled(300.3, 3, 1).resume(300.4, 1);
        s.end(300.5, 1, EventKind::TimedOut, "late").turnEnd(301);
        const ChartModel model = modelOf(s);
        const auto &steps = model.groups[0].cascades.at(0).steps;
        QCOMPARE(steps[0].text, QStringLiteral("the deadline cancels getUser and validate"));
        QCOMPARE(steps[1].text, QStringLiteral("getUser was told by the deadline and returns a value"));
        QCOMPARE(steps.back().text, QStringLiteral("handleRequest times out"));
    }
};

QTEST_MAIN(TestCascade)
#include "tst_cascade.moc"
