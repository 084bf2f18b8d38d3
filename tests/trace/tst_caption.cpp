// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/caption.h"

#include "tests/support/record_script.h"

#include <QTest>

using namespace awaitscope;
using namespace awaitscope::test;

namespace {

// Tasks bear the names of these functions.
void load(RecordScript &script)
{
    script.turn(0).start(0, 1);
}

void getUser(RecordScript &script, double at, double length, std::uint32_t task = 2)
{
    script.start(at, task).timer(at, task, length);
}

void getLogs(RecordScript &script, double at, double length)
{
    script.start(at, 3).timer(at, 3, length);
}

void getMetrics(RecordScript &script, double at, double length)
{
    script.start(at, 4).timer(at, 4, length);
}

/// A root that starts metrics first, then awaits the user, then the logs.
RecordScript chained(double user, double logs, double metrics)
{
    RecordScript s;
    load(s);
    getMetrics(s, 0, metrics);
    getUser(s, 0, user);
    s.suspend(0, 1, WaitKind::Task, 2).turnEnd(0);
    const auto metricsEnd = [&] { s.turn(metrics).resume(metrics, 4).finish(metrics, 4); };
    if (metrics < user) {
        metricsEnd();
        s.turnEnd(metrics);
    }
    s.turn(user).resume(user, 2).finish(user, 2).resume(user, 1);
    getLogs(s, user, logs);
    s.suspend(user, 1, WaitKind::Task, 3).turnEnd(user);
    const double all = user + logs;
    if (metrics > user && metrics < all) {
        metricsEnd();
        s.turnEnd(metrics);
    }
    s.turn(all).resume(all, 3).finish(all, 3).resume(all, 1);
    if (metrics > all) {
        s.suspend(all, 1, WaitKind::Task, 4).turnEnd(all);
        metricsEnd();
        s.resume(metrics, 1);
    }
    const double end = std::max(all, metrics);
    s.finish(end, 1).turnEnd(end);
    return s;
}

QString captionOf(const RecordScript &script)
{
    const std::vector<Subject> subjects{{QStringLiteral("A"), QStringLiteral("Title"), script.trace()}};
    return caption(subjects);
}

const QString rule = QStringLiteral(" On each loop one coroutine runs at a time; all else waits.");

} // namespace

class CaptionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aChainDecides()
    {
        QCOMPARE(captionOf(chained(196, 120, 90)),
            QStringLiteral("A took 316 ms, decided by getUser 196 ms, then getLogs 120 ms; hidden beside that: getMetrics 90 ms.")
                + rule);
    }

    void oneWaitDecides()
    {
        QCOMPARE(captionOf(chained(196, 120, 500)),
            QStringLiteral("A took 500 ms, decided by getMetrics 500 ms; hidden beside that: getUser 196 ms and getLogs 120 ms.")
                + rule);
    }

    void waitsForATurnAreNotSpokenOf()
    {
        RecordScript s;
        load(s);
        getUser(s, 0, 100);
        s.suspend(0, 1, WaitKind::Turn).turnEnd(0).turn(1).resume(1, 1).suspend(1, 1, WaitKind::Task, 2).turnEnd(1);
        s.turn(100).resume(100, 2).finish(100, 2).resume(100, 1);
        getLogs(s, 100, 50);
        s.suspend(100, 1, WaitKind::Turn).turnEnd(100).turn(101).resume(101, 1).suspend(101, 1, WaitKind::Task, 3).turnEnd(101);
        s.turn(150).resume(150, 3).finish(150, 3).resume(150, 1).finish(150, 1).turnEnd(150);
        QCOMPARE(captionOf(s), QStringLiteral("A took 150 ms: getUser 100 ms and getLogs 50 ms, one after another."));
    }

    void waitsOfOneNameAreNamedOnceWithWhatWasSaidAfterThem()
    {
        RecordScript s;
        load(s);
        getUser(s, 0, 100);
        s.suspend(0, 1, WaitKind::Task, 2)
            .turnEnd(0)
            .turn(100)
            .resume(100, 2)
            .note(100, 2, "one failed")
            .finish(100, 2)
            .resume(100, 1);
        getUser(s, 100, 50, 3);
        s.suspend(100, 1, WaitKind::Task, 3).turnEnd(100).turn(150);
        s.resume(150, 3).note(150, 3, "none failed").finish(150, 3).resume(150, 1).finish(150, 1).turnEnd(150);
        QCOMPARE(captionOf(s),
            QStringLiteral("A took 150 ms: two waits of getUser, one after another, "
                           "100 ms (one failed) and 50 ms (none failed)."));
    }

    void allOverlap()
    {
        const QString text = captionOf(gatherScript());
        QVERIFY2(text.contains(QStringLiteral(": the three waits overlap, and ")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral(" 196 ms is the longest of them.")), qPrintable(text));
    }

    void theDifferenceIsToldBothWays()
    {
        const Subject slow{QStringLiteral("A"), {}, chained(196, 120, 90).trace()};
        const Subject fast{QStringLiteral("B"), {}, chained(100, 50, 40).trace()};
        const std::vector<Subject> gained{slow, fast};
        QVERIFY(caption(gained).contains(QStringLiteral("B saves 166 ms against A.")));
        const std::vector<Subject> lost{fast, slow};
        QVERIFY(caption(lost).contains(QStringLiteral("A takes 166 ms longer than B.")));
        const std::vector<Subject> same{slow, slow};
        QVERIFY(!caption(same).contains(QStringLiteral("against")));
        const Subject nearly{QStringLiteral("B"), {}, chained(196, 114, 90).trace()},
            less{QStringLiteral("B"), {}, chained(196, 110, 90).trace()};
        QVERIFY(!caption(std::vector<Subject>{slow, nearly}).contains(QStringLiteral("against"))); // noise, below 2 %
        const QString gain = caption(std::vector<Subject>{slow, less});
        QVERIFY2(gain.contains(QStringLiteral("B saves 10 ms against A.")), qPrintable(gain));
    }

    void differencesAddUpAsTheyAreRead_data()
    {
        QTest::addColumn<qint64>("longer");
        QTest::addColumn<qint64>("shorter");
        QTest::addColumn<QString>("sum");
        const auto row = [](const char *name, qint64 longer, qint64 shorter, const char *sum) {
            QTest::newRow(name) << longer << shorter << QString::fromUtf8(sum);
        };
        row("ms", 406'612'000, 196'310'000, "407 ms − 196 ms = 211 ms");
        row("exact", 406'000'000, 196'000'000, "406 ms − 196 ms = 210 ms");
        row("µs", 167'400, 103'500, "167 µs − 104 µs = 63 µs");
        row("tenths", 9'940'000, 5'060'000, "9.9 ms − 5.1 ms = 4.8 ms");
        row("seconds", 1'236'000'000, 843'600'000, "1.24 s − 844 ms = 396 ms");
        row("many seconds", 12'340'000'000, 2'340'000'000, "12.3 s − 2.34 s = 9.96 s");
        row("loss", 196'310'000, 406'612'000, "196 ms − 407 ms = -211 ms");
        row("nothing", 196'310'000, 196'290'000, "196 ms − 196 ms = 0 ms");
    }

    void differencesAddUpAsTheyAreRead()
    {
        QFETCH(qint64, longer);
        QFETCH(qint64, shorter);
        const QString difference = readableLength(differenceAsRead(Ns(longer), Ns(shorter)));
        QTEST(QStringLiteral("%1 − %2 = %3").arg(readableLength(Ns(longer)), readableLength(Ns(shorter)), difference), "sum");
    }

    void whatWentWrongIsTold()
    {
        RecordScript s;
        load(s);
        s.end(80, 1, EventKind::Failed, "no route").turnEnd(80);
        QCOMPARE(captionOf(s),
            QStringLiteral("In A load held the loop from 0 ms to 80 ms; no timer fired meanwhile. A failed at 80 ms: no route."));
        const std::vector<Subject> both{
            {QStringLiteral("A"), {}, chained(196, 120, 90).trace()}, {QStringLiteral("B"), {}, s.trace()}};
        QVERIFY2(!caption(both).contains(QStringLiteral("saves")), "a failure saves nothing");
    }

    void timersThatABlockMadeLateAreCounted_data()
    {
        QTest::addColumn<int>("timers");
        QTest::addColumn<QString>("told");
        QTest::newRow("none") << 0 << "; no timer fired meanwhile";
        QTest::newRow("one") << 1 << "; a timer due meanwhile fired 200 ms late";
        QTest::newRow("two") << 2 << "; two timers due meanwhile fired late, by up to 200 ms";
    }

    void timersThatABlockMadeLateAreCounted()
    {
        QFETCH(int, timers);
        QFETCH(QString, told);
        const auto last = static_cast<std::uint32_t>(2 + timers);
        RecordScript s;
        s.turn(0);
        for (std::uint32_t task = 2; task < last; ++task)
            s.start(0, task).timer(0, task, 50 * task);
        s.start(0, last).timer(0, last, 400).turnEnd(0); // due after the block
        load(s);
        s.finish(300, 1).turnEnd(300).turn(300);
        for (std::uint32_t task = 2; task < last; ++task)
            s.resume(300, task).finish(300, task);
        s.turnEnd(300).turn(400).resume(400, last).finish(400, last).turnEnd(400);
        QVERIFY2(captionOf(s).contains(QStringLiteral("held the loop from 0 ms to 300 ms") + told), qPrintable(captionOf(s)));
    }

    void nothingRanNothingIsSaid() { QCOMPARE(captionOf(RecordScript()), QString()); }
};

QTEST_GUILESS_MAIN(CaptionTest)
#include "tst_caption.moc"
