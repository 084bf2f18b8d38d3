// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/history/history_chart.h"

#include <QSignalSpy>
#include <QTest>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

History history(int runs, bool withSecond = true)
{
    History result;
    result.series = {{QStringLiteral("A"), QStringLiteral("Sequential")}, {QStringLiteral("B"), QStringLiteral("gather")}};
    for (int i = 0; i < runs; ++i) {
        HistoryRun run{i + 1, QStringLiteral("today"), {Ns(406ms + i * 1ms), std::nullopt}};
        if (withSecond)
            run.durations[1] = 196ms;
        result.runs.push_back(run);
    }
    return result;
}

const HistoryMetrics metrics{16.0, 60.0, 110.0};

} // namespace

class TestHistoryChart : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void timesAreHeights()
    {
        const History shown = history(5);
        const HistoryLayout layout = layOutHistory(shown, {0, 0, 600, 200}, metrics);
        QCOMPARE(layout.series.size(), std::size_t(2));
        QCOMPARE(layout.series[0].points.size(), std::size_t(5));
        const double bottom = layout.plot.bottom();
        const double perMs = (bottom - layout.series[1].points[0].y) / 196.0;
        QVERIFY(std::abs((bottom - layout.series[0].points[4].y) / perMs - 410.0) < 0.01);
        QCOMPARE(layout.ticks.front().label, QStringLiteral("0"));
        QCOMPARE(layout.ticks.front().y, bottom);
        for (const auto &series : layout.series) {
            for (const auto &point : series.points)
                QVERIFY(layout.plot.contains(QPointF(point.x, point.y)));
        }
    }

    void whatWasNotPlayedHasNoPoint()
    {
        const HistoryLayout layout = layOutHistory(history(3, false), {0, 0, 600, 200}, metrics);
        QVERIFY(layout.series[1].points.empty());
        QVERIFY(layout.series[1].label.isEmpty());
    }

    void labelsKeepTheirDistance()
    {
        History shown = history(2);
        for (HistoryRun &run : shown.runs)
            run.durations = {100ms, 101ms, 102ms, 0ms};
        shown.series.push_back({QStringLiteral("C"), QStringLiteral("start early")});
        shown.series.push_back({QStringLiteral("D"), QStringLiteral("chain")});
        const QRectF area(0, 0, 600, 120);
        const HistoryLayout layout = layOutHistory(shown, area, metrics);
        std::vector<double> places;
        for (const auto &series : layout.series)
            places.push_back(series.labelY);
        std::ranges::sort(places);
        for (std::size_t i = 1; i < places.size(); ++i)
            QVERIFY(places[i] - places[i - 1] >= metrics.lineHeight - 0.001);
        QVERIFY(places.front() >= area.top() && places.back() <= area.bottom());
    }

    void theOldestGiveWay()
    {
        const History shown = history(1000);
        const HistoryLayout layout = layOutHistory(shown, {0, 0, 600, 200}, metrics);
        QVERIFY(layout.first > 0);
        QCOMPARE(layout.series[0].points.back().run, std::size_t(999));
        QVERIFY(layout.series[0].points.back().x < layout.plot.right());
    }

    void emptyIsNoDrawing()
    {
        QVERIFY(layOutHistory({}, {0, 0, 600, 200}, metrics).series.empty());
        QVERIFY(layOutHistory(history(3), {0, 0, 20, 10}, metrics).ticks.empty());
        QCOMPARE(historyInWords({}), QStringLiteral("No run is saved yet."));
    }

    void saysItInWords()
    {
        const QString words = historyInWords(history(3));
        QVERIFY2(words.contains(QStringLiteral("A Sequential: 406 ms to 408 ms, the latest 408 ms.")), qPrintable(words));
        QVERIFY2(words.contains(QStringLiteral("B gather: 196 ms.")), qPrintable(words));
    }

    void isChosenByMouseAndKeys()
    {
        HistoryChart chart;
        chart.resize(640, 200);
        chart.setHistory(history(4));
        chart.show();
        QVERIFY(QTest::qWaitForWindowExposed(&chart));
        QSignalSpy chosen(&chart, &HistoryChart::runChosen);
        const HistoryLayout layout = chart.layoutInSight();
        QTest::mouseClick(&chart, Qt::LeftButton, {}, QPointF(layout.columnOf(1), layout.plot.center().y()).toPoint());
        QCOMPARE(chosen.takeFirst().at(0).toLongLong(), 2);
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(chosen.takeFirst().at(0).toLongLong(), 3);
        QTest::keyClick(&chart, Qt::Key_Right);
        QTest::keyClick(&chart, Qt::Key_Right);
        QCOMPARE(chart.selected(), std::optional<qint64>(4));
        QTest::keyClick(&chart, Qt::Key_Left);
        QVERIFY(chart.accessibleDescription().startsWith(QStringLiteral("Run 3")));
    }
};

QTEST_MAIN(TestHistoryChart)
#include "tst_history_chart.moc"
