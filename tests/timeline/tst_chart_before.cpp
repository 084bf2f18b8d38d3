// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/timeline/layout_faults.h"
#include "tests/timeline/runs.h"
#include "widgets/timeline/chart_painter.h"
#include "widgets/timeline/timeline_view.h"

#include <QTest>

using namespace awaitscope;
using namespace std::chrono_literals;
using test::faultOf;
using test::twins;
using test::wide;

namespace {

ChartModel compared(const std::vector<Subject> &before, const std::vector<Subject> &now)
{
    const ChartModel old = makeChartModel(before);
    ChartModel model = makeChartModel(now);
    model.differences = differencesBetween(old, model, 3ms);
    return model;
}

bool explained(const ChartModel &model, const ChartLayout &layout)
{
    return std::ranges::count(legendItems(model, layout, false), LegendItem::Kind::Difference, &LegendItem::kind) > 0;
}

} // namespace

/// What changed against the run before: which ends differ, and where the chart says so.
class TestChartBefore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsThatMovedAreTold()
    {
        const ChartModel model = compared(twins({196, 120, 90}), twins({250, 120, 90}));
        QCOMPARE(model.differences.size(), std::size_t(2));
        for (std::size_t group = 0; group < 2; ++group) {
            const Difference &difference = model.differences[group];
            QCOMPARE(difference.group, group);
            QCOMPARE(difference.kind, Difference::Kind::Result);
            QCOMPARE(difference.now, model.groups[group].result);
            QCOMPARE(std::chrono::round<std::chrono::milliseconds>(difference.now - difference.before), 54ms);
            QCOMPARE(difference.headline, QString("54 ms longer than before"));
        }
        const ChartModel back = compared(twins({250, 120, 90}), twins({196, 120, 90}));
        QCOMPARE(back.differences.front().headline, QString("54 ms shorter than before"));
    }

    void aWaitThatHidesBehindALongerOneChangesOneVariant()
    {
        const ChartModel model = compared(twins({196, 120, 90}), twins({196, 160, 90}));
        QCOMPARE(model.differences.size(), std::size_t(1));
        QCOMPARE(model.differences.front().group, std::size_t(0));
    }

    void whatTheClockAloneChangesIsNotTold()
    {
        QVERIFY(compared(twins({196, 120, 90}), twins({198, 120, 90})).differences.empty());
        QVERIFY(!compared(twins({196, 120, 90}), twins({202, 120, 90})).differences.empty());
        // A hundredth of what takes long is not told either.
        QVERIFY(compared(twins({1960, 0, 0}), twins({1970, 0, 0})).differences.empty());
    }

    void aVariantThatWasNotThereIsNotCompared()
    {
        auto now = twins({250, 120, 90});
        now.front().title = QStringLiteral("Another");
        const ChartModel model = compared(twins({196, 120, 90}), now);
        QCOMPARE(model.differences.size(), std::size_t(1));
        QCOMPARE(model.differences.front().group, std::size_t(1));
    }

    void workThatOutlivesTheResultIsComparedByItself()
    {
        const auto run = [](double child) {
            test::RecordScript s;
            s.turn(0).start(0, 1, test::shown::handleRequest()).start(0.1, 2, test::shown::getUser());
            s.timer(0.2, 2, child, test::shown::getUser()).timer(0.3, 1, 20, test::shown::handleRequest()).turnEnd(0.4);
            s.turn(20.3).resume(20.3, 1, test::shown::handleRequest()).finish(20.4, 1).turnEnd(20.5);
            s.turn(child + 0.2).resume(child + 0.2, 2, test::shown::getUser()).finish(child + 0.3, 2).turnEnd(child + 0.4);
            return std::vector<Subject>{{QStringLiteral("A"), QStringLiteral("run"), s.trace()}};
        };
        const ChartModel model = compared(run(100), run(160));
        QCOMPARE(model.differences.size(), std::size_t(1));
        QCOMPARE(model.differences.front().kind, Difference::Kind::LastWork);
        QCOMPARE(model.differences.front().headline, QString("last work 60 ms later than before"));
    }

    void theBracketLiesBetweenTheTwoEnds()
    {
        const ChartModel model = compared(twins({196, 120, 90}), twins({250, 120, 90}));
        const ChartLayout layout = layoutChart(model, wide(713));
        QCOMPARE(layout.differences.size(), std::size_t(2));
        for (std::size_t i = 0; i < 2; ++i) {
            const DifferenceShape &shape = layout.differences[i];
            QVERIFY(shape.line);
            QVERIFY(shape.bracket);
            QCOMPARE(shape.before, toX(layout.axis, model.differences[i].before));
            QCOMPARE(shape.now, toX(layout.axis, model.differences[i].now));
            QCOMPARE(shape.texts.size(), std::size_t(1));
            // On a line of its own, below the lanes and above what follows.
            QVERIFY(shape.y > layout.headers[i].lanes.bottom());
            QVERIFY(i == 1 || shape.texts.front().box().bottom() < layout.headers[1].rect.top());
            QVERIFY(shape.texts.front().box().bottom() <= layout.bottom());
        }
        QVERIFY(explained(model, layout));
    }

    void nothingCollidesNorLeavesTheChart_data()
    {
        QTest::addColumn<double>("before");
        QTest::addColumn<double>("now");
        for (const double before : {0.0, 30.0, 196.0, 900.0}) {
            for (const double now : {0.0, 34.0, 196.0, 250.0, 3000.0})
                QTest::addRow("%g %g", before, now) << before << now;
        }
    }
    void nothingCollidesNorLeavesTheChart()
    {
        QFETCH(double, before);
        QFETCH(double, now);
        const ChartModel model = compared(twins({before, 120, 90}), twins({now, 120, 90}));
        for (const double width : {300.0, 420.0, 713.0, 1900.0}) {
            for (const double height : {0.0, 200.0, 900.0}) {
                ChartRequest request = wide(width);
                request.fillHeight = height;
                const ChartLayout layout = layoutChart(model, request);
                const QString fault = faultOf(layout);
                QVERIFY2(fault.isEmpty(), qPrintable(fault));
                for (const DifferenceShape &shape : layout.differences)
                    QVERIFY2(shape.line, "the old end is out of sight");
                QCOMPARE(explained(model, layout), !layout.differences.empty());
            }
        }
    }

    void whatIsZoomedAwayIsNotBracketed()
    {
        const ChartModel model = compared(twins({196, 120, 90}), twins({250, 120, 90}));
        ChartRequest request = wide(713);
        request.from = 10ms;
        request.to = 60ms;
        const ChartLayout layout = layoutChart(model, request);
        for (const DifferenceShape &shape : layout.differences)
            QVERIFY(!shape.line && !shape.bracket && shape.texts.empty());
        QVERIFY(!explained(model, layout));
    }

    void theViewComparesUntilItIsToldNotTo()
    {
        TimelineView view;
        view.resize(800, 600);
        view.setSubjects(twins({250, 120, 90}));
        const double height = view.heightWithoutScrolling();
        QVERIFY(view.layoutInSight().differences.empty());
        view.compareWith(twins({196, 120, 90}), 3ms);
        QCOMPARE(view.layoutInSight().differences.size(), std::size_t(2));
        QVERIFY(view.heightWithoutScrolling() > height);
        QVERIFY(view.accessibleDescription().contains("54 ms longer than before"));
        view.compareWith({}, 3ms);
        QVERIFY(view.layoutInSight().differences.empty());
        QCOMPARE(view.heightWithoutScrolling(), height);
        QVERIFY(!view.accessibleDescription().contains("before"));
    }
};

QTEST_MAIN(TestChartBefore)
#include "tst_chart_before.moc"
