// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/runner.h"
#include "lessons/patterns/timeouts/claims.h"
#include "tests/lessons/lesson_test.h"

#include <QTest>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

const Lesson &lesson()
{
    return lessonOf("timeouts");
}

struct Lengths
{
    Ns task = 380ms;
    Ns timeout = 200ms;
    Ns cleanup = 30ms;
    Ns inner = 120ms;
    Ns block = 290ms;
};

Run playWith(const Lengths &lengths, ClockKind clock = ClockKind::Virtual)
{
    ParameterSet parameters(lesson().definition.parameters);
    (void)parameters.set(u"task", lengths.task.count());
    (void)parameters.set(u"timeout", lengths.timeout.count());
    (void)parameters.set(u"cleanup", lengths.cleanup.count());
    (void)parameters.set(u"innerTimeout", lengths.inner.count());
    (void)parameters.set(u"block", lengths.block.count());
    return playAll(lesson(), parameters, clock);
}

/// The run, in which one variant has the record of another.
Run withRecord(Run run, QStringView variant, QStringView other)
{
    const auto trace = run.variant(other)->trace;
    for (VariantRun &each : run.variants) {
        if (each.id == variant)
            each.trace = trace;
    }
    return run;
}

Ns answer(const Run &run, QStringView variant)
{
    return Ns(metricOf(run, variant, u"answer_ns"));
}

} // namespace

class TestTimeouts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAsTheDefaultsSay()
    {
        const Run run = playWith({});
        QCOMPARE(answer(run, u"met"), Ns(100ms));
        QCOMPARE(answer(run, u"none"), Ns(380ms));
        QCOMPARE(answer(run, u"abandon"), Ns(200ms));
        QCOMPARE(Ns(metricOf(run, u"abandon", u"last_work_ns")), Ns(380ms));
        QCOMPARE(answer(run, u"cancel"), Ns(230ms));
        QCOMPARE(answer(run, u"shield"), Ns(380ms));
        QCOMPARE(answer(run, u"nested"), Ns(150ms));
        QCOMPARE(answer(run, u"blocked"), Ns(380ms)); // blocked until 350 ms, then the cleanup
        for (const QStringView variant : {u"met", u"none", u"shield"})
            QCOMPARE(metricOf(run, variant, u"status"), qint64(200));
        for (const QStringView variant : {u"abandon", u"cancel", u"nested", u"blocked"})
            QCOMPARE(metricOf(run, variant, u"status"), qint64(408));
    }

    void holdsAtTheExtremes_data()
    {
        QTest::addColumn<Ns>("task");
        QTest::addColumn<Ns>("timeout");
        QTest::addColumn<Ns>("cleanup");
        QTest::addColumn<Ns>("inner");
        QTest::addColumn<Ns>("block");
        const auto row = [](const char *name, const Lengths &l) {
            QTest::newRow(name) << l.task << l.timeout << l.cleanup << l.inner << l.block;
        };
        row("defaults", {});
        row("timeout longer than the task", {.timeout = 900ms});
        row("both at the same instant", {.task = 200ms});
        row("no timeout at all", {.timeout = 0ms});
        row("no task", {.task = 0ms});
        row("no cleanup", {.cleanup = 0ms});
        row("long cleanup", {.cleanup = 500ms});
        row("inner later than outer", {.inner = 300ms});
        row("inner and outer at once", {.inner = 200ms});
        row("no block", {.block = 0ms});
        row("block ends before the deadline", {.block = 100ms});
        row("block ends at the deadline", {.block = 140ms});
        row("block ends after the task", {.block = 1s});
        row("deadline as the block begins", {.timeout = 60ms});
        row("all nothing", {.task = 0ms, .timeout = 0ms, .cleanup = 0ms, .inner = 0ms, .block = 0ms});
        row("all at most", {.task = 1s, .timeout = 1s, .cleanup = 500ms, .inner = 1s, .block = 1s});
    }
    void holdsAtTheExtremes()
    {
        QFETCH(Ns, task);
        QFETCH(Ns, timeout);
        QFETCH(Ns, cleanup);
        QFETCH(Ns, inner);
        QFETCH(Ns, block);
        const Run run = playWith({task, timeout, cleanup, inner, block});
        QVERIFY2(run.problems.empty(), run.problems.empty() ? "" : qPrintable(run.problems[0].sentence));
        QCOMPARE(run.liveFrames, 0);
        QCOMPARE(run.claims.size(), std::size_t(7));
        for (const ClaimResult &claim : run.claims)
            QVERIFY2(claim.holds, qPrintable(claim.id + u' ' + claim.measured));
    }

    void aClaimDoesNotHoldOfAnotherVariant_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QString>("variant");
        QTest::addColumn<QString>("played");
        QTest::newRow("waits for the deadline") << "met-in-time"
                                                << "met"
                                                << "abandon";
        QTest::newRow("has a deadline") << "none-waits"
                                        << "none"
                                        << "shield";
        QTest::newRow("cancels the work") << "abandon-goes-on"
                                          << "abandon"
                                          << "cancel";
        QTest::newRow("leaves the work running") << "cancel-cleans-up"
                                                 << "cancel"
                                                 << "abandon";
        QTest::newRow("is not shielded") << "shield-is-late"
                                         << "shield"
                                         << "none";
        QTest::newRow("heeds the outer one") << "nested-earlier"
                                             << "nested"
                                             << "cancel";
        QTest::newRow("is not blocked") << "blocked-is-late"
                                        << "blocked"
                                        << "cancel";
    }
    void aClaimDoesNotHoldOfAnotherVariant()
    {
        QFETCH(QString, claim);
        QFETCH(QString, variant);
        QFETCH(QString, played);
        const Run run = playWith({});
        QVERIFY(holds(lesson(), run, claim));
        QVERIFY(!holds(lesson(), withRecord(run, variant, played), claim));
    }

    void theChallengeTakesALongCleanup()
    {
        const auto met = [](const Lengths &lengths) { return lesson().definition.challenge(playWith(lengths)).holds; };
        QVERIFY(!met({.cleanup = 90ms}));
        QVERIFY(met({.cleanup = 100ms}));
        QVERIFY(!met({.task = 150ms, .cleanup = 500ms}));
    }

    void theBlockIsTheOneThatTheRecordNames()
    {
        const auto trace = playWith({}).variant(u"blocked")->trace;
        QCOMPARE(trace->blocks().size(), std::size_t(1));
        QCOMPARE(trace->task(trace->blocks()[0].task).name, QStringLiteral("parseReport"));
        QCOMPARE(trace->blocks()[0].begin, lesson_timeouts::blockBegins);
        QVERIFY(trace->beats().size() > 3);
    }
};

QTEST_GUILESS_MAIN(TestTimeouts)
#include "tst_timeouts.moc"
