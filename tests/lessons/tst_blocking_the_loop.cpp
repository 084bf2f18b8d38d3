// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/pitfalls/blocking-the-loop/claims.h"
#include "lessons/runtime/runtime.h"
#include "tests/lessons/lesson_test.h"

#include <QTest>

using namespace awaitscope;
using namespace awaitscope::lesson_blocking_the_loop;
using namespace std::chrono_literals;

namespace {

const Lesson &lesson()
{
    return lessonOf("blocking-the-loop");
}

Ns nsOf(const Run &run, QStringView variant, QStringView name)
{
    return Ns(metricOf(run, variant, name));
}

/// The run, in which one variant has the record of the same one under other parameters.
Run withOther(const Run &run, QStringView variant, std::initializer_list<Setting> settings)
{
    return withRecord(run, variant, playAll(lesson(), settings), variant);
}

/// Holds the loop where the record does not tell of it, as the first request comes to be due.
QCoro::Task<void> holdUnseen(Scope *scope)
{
    co_await sleep(*scope, 90ms);
    scope->scheduler().charge(50ms);
}

} // namespace

class TestBlockingTheLoop : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theDefaultsFreezeAndMiss()
    {
        const Run run = playAll(lesson());
        for (const QStringView variant : {u"blocking-sleep", u"cpu-on-loop"}) {
            QCOMPARE(nsOf(run, variant, u"longest_stall_ns"), Ns(300ms));
            QCOMPARE(metricOf(run, variant, u"beats_missed"), qint64(15)); // due from 80 to 360 ms
            QCOMPARE(nsOf(run, variant, u"latest_ns"), Ns(260ms));
        }
        for (const QStringView variant : {u"async-sleep", u"cpu-in-thread"}) {
            QCOMPARE(nsOf(run, variant, u"longest_stall_ns"), Ns(0));
            QCOMPARE(metricOf(run, variant, u"beats_missed"), qint64(0));
            QCOMPARE(nsOf(run, variant, u"latest_ns"), Ns(0));
        }
        QCOMPARE(run.claims.size(), lesson().definition.claims.size());
    }

    void holdsAtTheExtremes_data()
    {
        QTest::addColumn<QString>("block");
        QTest::addColumn<QString>("beat");
        for (const char *block :
            {"0ms", "1ms", "19ms", "20ms", "21ms", "39ms", "40ms", "41ms", "300ms", "360ms", "361ms", "1s"}) {
            for (const char *beat : {"5ms", "20ms", "60ms", "61ms", "300ms", "500ms"})
                QTest::addRow("%s every %s", block, beat) << block << beat;
        }
    }
    void holdsAtTheExtremes()
    {
        QFETCH(QString, block);
        QFETCH(QString, beat);
        const Run run = playAll(lesson(), {{"block", qPrintable(block)}, {"beat", qPrintable(beat)}});
        QVERIFY(run.problems.empty());
        QCOMPARE(run.liveFrames, 0);
        for (const ClaimResult &claim : run.claims)
            QVERIFY2(claim.holds, qPrintable(claim.id + u' ' + claim.measured));
    }

    void aClaimDoesNotHoldOfAnotherVariant_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QString>("variant");
        QTest::addColumn<QString>("played");
        const auto row = [](const char *claim, const char *variant, const char *played) {
            QTest::addRow("%s of %s", claim, played) << claim << variant << played;
        };
        row("sleep-stalls", "blocking-sleep", "async-sleep");
        row("beats-missed", "blocking-sleep", "async-sleep");
        row("culprit-line", "blocking-sleep", "async-sleep");
        row("culprit-line", "blocking-sleep", "cpu-on-loop"); // another line
        row("cpu-stalls", "cpu-on-loop", "cpu-in-thread");
        row("cpu-culprit", "cpu-on-loop", "blocking-sleep");
        row("async-free", "async-sleep", "blocking-sleep");
        row("thread-free", "cpu-in-thread", "cpu-on-loop");
    }
    void aClaimDoesNotHoldOfAnotherVariant()
    {
        QFETCH(QString, claim);
        QFETCH(QString, variant);
        QFETCH(QString, played);
        const Run run = playAll(lesson());
        QVERIFY(holds(lesson(), run, qPrintable(claim)));
        QVERIFY(!holds(lesson(), withRecord(run, variant, run, played), qPrintable(claim)));
    }

    void aStallOfAnotherLengthIsNone()
    {
        const Run run = playAll(lesson());
        for (const char *block : {"299ms", "301ms"}) {
            const Run other
                = withOther(withOther(run, u"blocking-sleep", {{"block", block}}), u"cpu-on-loop", {{"block", block}});
            QVERIFY(!holds(lesson(), other, "sleep-stalls"));
            QVERIFY(!holds(lesson(), other, "cpu-stalls"));
        }
        QVERIFY(!holds(lesson(), withOther(run, u"blocking-sleep", {{"beat", "10ms"}}), "beats-missed"));
        Run shorter = withOther(withOther(run, u"blocking-sleep", {{"block", "280ms"}}), u"cpu-on-loop", {{"block", "280ms"}});
        shorter.clock = ClockKind::Real;
        QVERIFY(!holds(lesson(), shorter, "sleep-stalls"));
        QVERIFY(!holds(lesson(), shorter, "cpu-stalls"));
    }

    void whoIsLateForAnotherReasonIsSeen()
    {
        Lesson faulty = lesson();
        for (VariantSpec &variant : faulty.definition.variants) {
            variant.play = [play = variant.play](Scope &scope, const ParameterSet &parameters) {
                holdUnseen(&scope);
                return play(scope, parameters);
            };
        }
        const Run run = playAll(faulty, {{"block", "0ms"}});
        Run real = run;
        real.clock = ClockKind::Real;
        for (const char *claim : {"sleep-stalls", "requests-late", "async-free", "cpu-stalls", "thread-free"}) {
            QVERIFY(!holds(faulty, run, claim));
            QVERIFY(!holds(faulty, real, claim));
            QVERIFY(holds(lesson(), playAll(lesson(), {{"block", "0ms"}}), claim));
        }
    }

    void theChallengeTakesACoarseHeartbeat()
    {
        const auto met = [](const char *block, const char *beat) {
            return lesson().definition.challenge(playAll(lesson(), {{"block", block}, {"beat", beat}})).holds;
        };
        QVERIFY(!met("300ms", "20ms"));
        QVERIFY(met("100ms", "200ms"));
        QVERIFY(!met("60ms", "200ms")); // late by 20 ms only
        QVERIFY(!met("0ms", "500ms"));
    }

    void itCanBeFelt()
    {
        QVERIFY(lesson().variant(lesson().definition.felt));
        QVERIFY(playOne(lesson(), "blocking-sleep").variants[0].trace->blocks().size() == 1);
    }
};

QTEST_GUILESS_MAIN(TestBlockingTheLoop)
#include "tst_blocking_the_loop.moc"
