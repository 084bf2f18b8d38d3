// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/axis.h"

#include <QTest>

#include <cmath>

using namespace awaitscope;
using namespace std::chrono_literals;

class TestAxis : public QObject
{
    Q_OBJECT

private:
    static double sevenPixelsALetter(const QString &label) { return 7.0 * static_cast<double>(label.size()); }

private Q_SLOTS:
    void timeAndPixelAgree_data()
    {
        QTest::addColumn<qint64>("from");
        QTest::addColumn<qint64>("to");
        QTest::newRow("whole run") << qint64(0) << qint64(409'000'000);
        QTest::newRow("zoomed 10^5 times, late") << qint64(408'000'000) << qint64(408'004'090);
        QTest::newRow("an hour in") << qint64(3'600'000'000'000) << qint64(3'600'000'001'000);
        QTest::newRow("before zero") << qint64(-5'000'000) << qint64(5'000'000);
    }
    void timeAndPixelAgree()
    {
        QFETCH(qint64, from);
        QFETCH(qint64, to);
        const TimeAxis axis{Ns(from), Ns(to), 130.0, 930.0};
        QCOMPARE(toX(axis, axis.from), 130.0);
        QCOMPARE(toX(axis, axis.to), 930.0);
        for (int i = 0; i <= 1000; ++i) {
            const Ns time(from + (to - from) / 1000 * i);
            QCOMPARE(toTime(axis, toX(axis, time)).count(), time.count());
        }
    }

    void zoomKeepsTheTimeUnderTheCursor_data()
    {
        QTest::addColumn<double>("x");
        QTest::newRow("left") << 100.0;
        QTest::newRow("inside") << 333.0;
        QTest::newRow("right") << 900.0;
    }
    void zoomKeepsTheTimeUnderTheCursor()
    {
        QFETCH(double, x);
        TimeAxis axis{0ns, 409ms, 100.0, 900.0};
        for (int i = 0; i < 50; ++i) {
            const Ns before = toTime(axis, x);
            axis = zoomed(axis, 1.25, x);
            const double nsPerPixel = static_cast<double>(axis.length().count()) / 800.0;
            QVERIFY(std::abs((toTime(axis, x) - before).count()) <= std::ceil(nsPerPixel * 0.25) + 1);
        }
        QVERIFY(axis.length() < Ns(409ms) / 50'000);
        const TimeAxis back = zoomed(zoomed({0ns, 409ms, 100, 900}, 2, x), 0.5, x);
        QVERIFY(std::abs(back.from.count()) <= 2 && std::abs((back.to - 409ms).count()) <= 2);
    }

    void panMovesWithThePointer()
    {
        const TimeAxis axis{100ms, 200ms, 0.0, 1000.0};
        const TimeAxis moved = panned(axis, 30.0);
        QCOMPARE(toX(moved, toTime(axis, 400.0)), 430.0);
        QCOMPARE(moved.length().count(), axis.length().count());
    }

    void clampingKeepsToTheLimits()
    {
        const AxisLimits limits{0ns, 400ms, 1us};
        for (const auto &[from, to] :
            {std::pair<Ns, Ns>{-50ms, 50ms}, {390ms, 490ms}, {-1s, 2s}, {10ms, 10ms + 3ns}, {400ms - 1ns, 400ms}}) {
            const TimeAxis axis = clamped({from, to, 0, 1}, limits);
            QVERIFY(axis.from >= limits.from && axis.to <= limits.to && axis.length() >= limits.shortest);
        }
        QCOMPARE(clamped({-50ms, 50ms, 0, 1}, limits), (TimeAxis{0ms, 100ms, 0, 1}));
        QCOMPARE(clamped({390ms, 490ms, 0, 1}, limits), (TimeAxis{300ms, 400ms, 0, 1}));
        const TimeAxis inside{30ms, 60ms, 0, 1};
        QCOMPARE(clamped(inside, limits), inside);
    }

    void fittingLeavesRoom()
    {
        const TimeAxis axis = fitted(50ms, 150ms, 100.0, 700.0, 40.0, 60.0);
        QVERIFY(std::abs(toX(axis, 50ms) - 140.0) < 0.01);
        QVERIFY(std::abs(toX(axis, 150ms) - 640.0) < 0.01);
        QVERIFY(fitted(5ms, 5ms, 0, 1, 9, 9).length() > 0ns);
    }

    void labels_data()
    {
        QTest::addColumn<qint64>("time");
        QTest::addColumn<qint64>("step");
        QTest::addColumn<qint64>("largest");
        QTest::addColumn<QString>("label");
        QTest::newRow("zero") << qint64(0) << qint64(50'000'000) << qint64(400'000'000) << "0";
        QTest::newRow("ms") << qint64(50'000'000) << qint64(50'000'000) << qint64(400'000'000) << "50 ms";
        QTest::newRow("s") << qint64(1'200'000'000) << qint64(200'000'000) << qint64(1'400'000'000) << "1.2 s";
        QTest::newRow("whole s") << qint64(3'000'000'000) << qint64(1'000'000'000) << qint64(4'000'000'000) << "3 s";
        QTest::newRow("part of ms") << qint64(196'012'000) << qint64(1'000) << qint64(196'020'000) << "196.012 ms";
        QTest::newRow("one decimal") << qint64(1'000'000) << qint64(500'000) << qint64(3'000'000) << "1.0 ms";
        QTest::newRow("us") << qint64(20'000) << qint64(10'000) << qint64(90'000) << QStringLiteral("20 µs");
        QTest::newRow("ns") << qint64(200) << qint64(100) << qint64(900) << "200 ns";
        QTest::newRow("negative") << qint64(-500'000) << qint64(500'000) << qint64(2'000'000) << "-0.5 ms";
    }
    void labels()
    {
        QFETCH(qint64, time);
        QFETCH(qint64, step);
        QFETCH(qint64, largest);
        QTEST(tickLabel(Ns(time), Ns(step), Ns(largest)), "label");
    }

    void ticksKeepTheirDistance()
    {
        for (Ns length = 500ns; length < 100s; length = length * 3 / 2) {
            for (const Ns from : {Ns(0), Ns(123'456'789)}) {
                const TimeAxis axis{from, from + length, 100.0, 800.0};
                const auto ticks = axisTicks(axis, 20.0, sevenPixelsALetter);
                const Ns step = tickStep(axis, 20.0, sevenPixelsALetter);
                std::int64_t digit = step.count();
                while (digit % 10 == 0)
                    digit /= 10;
                QVERIFY(digit == 1 || digit == 2 || digit == 5);
                QVERIFY2(ticks.size() >= 2, qPrintable(QString::number(length.count())));
                QVERIFY(ticks.size() <= 40);
                for (std::size_t i = 0; i < ticks.size(); ++i) {
                    QVERIFY(ticks[i].time >= axis.from && ticks[i].time <= axis.to);
                    QCOMPARE(ticks[i].time.count() % step.count(), 0);
                    if (i == 0)
                        continue;
                    QVERIFY(ticks[i].label != ticks[i - 1].label);
                    const double gap = toX(axis, ticks[i].time) - toX(axis, ticks[i - 1].time);
                    QVERIFY(gap >= 20.0 + (sevenPixelsALetter(ticks[i].label) + sevenPixelsALetter(ticks[i - 1].label)) / 2 - 8);
                }
            }
        }
    }
};

QTEST_GUILESS_MAIN(TestAxis)
#include "tst_axis.moc"
