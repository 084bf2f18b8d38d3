// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/event_names.h"
#include "lessons/catalog/runner.h"
#include "lessons/trace/trace_builder.h"
#include "tests/lessons/lesson_test.h"

#include <QTest>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

const Lesson &lesson()
{
    return lessonOf("sequential-vs-parallel");
}

Run playWith(Ns user, Ns logs, Ns metrics, bool logsNeedUser)
{
    ParameterSet parameters(lesson().definition.parameters);
    (void)parameters.set(u"getUser", user.count());
    (void)parameters.set(u"getUserLogs", logs.count());
    (void)parameters.set(u"getUserMetrics", metrics.count());
    (void)parameters.set(u"logsNeedUser", logsNeedUser);
    return playAll(lesson(), parameters);
}

Ns duration(const Run &run, QStringView variant)
{
    return run.variant(variant)->trace->duration();
}

/// A run in which one variant has the record of another one.
Run withRecordOf(Run run, QStringView variant, QStringView other)
{
    const auto trace = run.variant(other)->trace;
    for (VariantRun &each : run.variants) {
        if (each.id == variant)
            each.trace = trace;
    }
    return run;
}

/// A record in which two tasks run at the same time, each on a thread of its own.
std::shared_ptr<const Trace> parallelTrace()
{
    const auto recorder = std::make_shared<Recorder>();
    const std::uint64_t here = toPayload(std::source_location::current());
    for (int thread = 0; thread < 2; ++thread) {
        ThreadLog &log = recorder->attachThread();
        const std::uint32_t task = recorder->newTask().number();
        log.push({1000 + thread * 500, here, task, EventKind::Started, WaitKind::None, 0});
        log.push({2000 + thread * 500, 0, task, EventKind::Returned, WaitKind::None, 0});
    }
    return std::make_shared<const Trace>(TraceBuilder::build(recorder, nullptr));
}

} // namespace

class TestSequentialVsParallel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headersSayWhoseLogsAreIncomplete()
    {
        const Run needed = playWith(196ms, 120ms, 90ms, true);
        const auto goodNotes = [&](QStringView variant) {
            const auto &notes = needed.variant(variant)->notes;
            return notes.size() == 1 && notes[0].good;
        };
        QVERIFY(goodNotes(u"sequential"));
        QVERIFY(goodNotes(u"chain"));
        QVERIFY(!goodNotes(u"gather"));
        QCOMPARE(needed.variant(u"start-early")->notes[0].text, QStringLiteral("logs asked without the user"));
        QCOMPARE(needed.subjects()[1].notes, needed.variants[1].notes);
        for (const VariantRun &variant : playWith(196ms, 120ms, 90ms, false).variants)
            QVERIFY(variant.notes.empty());
    }

    void takesWhatItSays_data()
    {
        QTest::addColumn<int>("user");
        QTest::addColumn<int>("logs");
        QTest::addColumn<int>("metrics");
        QTest::newRow("defaults") << 196 << 120 << 90;
        QTest::newRow("logs longest") << 50 << 300 << 90;
        QTest::newRow("metrics longest") << 50 << 30 << 900;
        QTest::newRow("all equal") << 100 << 100 << 100;
        QTest::newRow("all zero") << 0 << 0 << 0;
        QTest::newRow("no user") << 0 << 120 << 90;
        QTest::newRow("no logs") << 196 << 0 << 90;
        QTest::newRow("no metrics") << 196 << 120 << 0;
        QTest::newRow("one only") << 0 << 0 << 7;
        QTest::newRow("largest") << 1000 << 1000 << 1000;
    }
    void takesWhatItSays()
    {
        QFETCH(int, user);
        QFETCH(int, logs);
        QFETCH(int, metrics);
        const Run run = playWith(user * 1ms, logs * 1ms, metrics * 1ms, true);
        QCOMPARE(run.variants.size(), std::size_t(4));
        const int longest = std::max({user, logs, metrics});
        QCOMPARE(duration(run, u"sequential"), Ns((user + logs + metrics) * 1ms));
        QCOMPARE(duration(run, u"gather"), Ns(longest * 1ms));
        QCOMPARE(duration(run, u"start-early"), Ns(longest * 1ms));
        QCOMPARE(duration(run, u"chain"), Ns(std::max(user + logs, metrics) * 1ms));
        QCOMPARE(run.claims.size(), std::size_t(7));
        for (const ClaimResult &claim : run.claims)
            QVERIFY2(claim.holds, qPrintable(claim.id + u' ' + claim.measured));
    }

    void chainNeedsTheFlag()
    {
        const Run run = playWith(196ms, 120ms, 90ms, false);
        QCOMPARE(run.variants.size(), std::size_t(3));
        QVERIFY(!run.variant(u"chain"));
        QCOMPARE(run.claims.size(), std::size_t(6));
    }

    void claimFailsOnAPlantedFault_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QString>("variant");
        QTest::addColumn<QString>("other");
        QTest::newRow("sequential-sum") << "sequential-sum"
                                        << "sequential"
                                        << "chain";
        QTest::newRow("gather-longest") << "gather-longest"
                                        << "gather"
                                        << "sequential";
        QTest::newRow("start-early-longest") << "start-early-longest"
                                             << "start-early"
                                             << "chain";
        QTest::newRow("chain-longest, slower") << "chain-longest"
                                               << "chain"
                                               << "sequential";
        QTest::newRow("chain-longest, faster") << "chain-longest"
                                               << "chain"
                                               << "gather";
        QTest::newRow("saved") << "saved"
                               << "gather"
                               << "chain";
        QTest::newRow("logs-asked, early") << "logs-asked"
                                           << "sequential"
                                           << "gather";
        QTest::newRow("logs-asked, late") << "logs-asked"
                                          << "gather"
                                          << "sequential";
    }
    void claimFailsOnAPlantedFault()
    {
        QFETCH(QString, claim);
        QFETCH(QString, variant);
        QFETCH(QString, other);
        const Run run = playWith(196ms, 120ms, 90ms, true);
        QVERIFY(judged(lesson(), run, claim).holds);
        const Verdict verdict = judged(lesson(), withRecordOf(run, variant, other), claim);
        QVERIFY(!verdict.holds);
        QVERIFY(!verdict.measured.isEmpty());
    }

    void twoCoroutinesAtATimeAreNoticed()
    {
        Run run = playWith(196ms, 120ms, 90ms, true);
        QVERIFY(judged(lesson(), run, QStringLiteral("one-at-a-time")).holds);
        run.variants.back().trace = parallelTrace();
        QVERIFY(!judged(lesson(), run, QStringLiteral("one-at-a-time")).holds);
    }

    void realClockHasATolerance()
    {
        Run run = playWith(196ms, 120ms, 90ms, true);
        run.clock = ClockKind::Real;
        QVERIFY(run.parameters.set(u"getUser", Ns(180ms).count()).ok()); // 16 ms more than expected: within 10 ms and 5 %
        QVERIFY(judged(lesson(), run, QStringLiteral("gather-longest")).holds);
        QVERIFY(judged(lesson(), run, QStringLiteral("gather-longest")).measured.contains(QLatin1String("real clock")));
        QVERIFY(run.parameters.set(u"getUser", Ns(175ms).count()).ok()); // 21 ms more: beyond
        QVERIFY(!judged(lesson(), run, QStringLiteral("gather-longest")).holds);
        QVERIFY(run.parameters.set(u"getUser", Ns(200ms).count()).ok()); // a timer is not early
        QVERIFY(!judged(lesson(), run, QStringLiteral("gather-longest")).holds);
    }

    void challengeCanBeMet()
    {
        const auto &challenge = lesson().definition.challenge;
        QVERIFY(!challenge(playWith(196ms, 120ms, 90ms, false)).holds);
        QVERIFY(challenge(playWith(196ms, 4ms, 5ms, false)).holds);
        QVERIFY(!challenge(playWith(196ms, 5ms, 5ms, false)).holds);
        QVERIFY(!challenge(playWith(196ms, 0ms, 0ms, false)).holds);
    }

    void namesOfEventsResolve()
    {
        const Run run = playWith(196ms, 120ms, 90ms, true);
        QCOMPARE(findEvent(run, u"sequential.getUser.ended")->time, Ns(196ms));
        QCOMPARE(findEvent(run, u"sequential.getUserLogs.started")->time, Ns(196ms));
        QCOMPARE(findEvent(run, u"gather.loadParallel.resumed")->time, Ns(196ms));
        QCOMPARE(findEvent(run, u"gather.loadParallel.suspended")->time, Ns(0));
        QCOMPARE(findEvent(run, u"chain.getUserLogs.ended")->variant, std::size_t(3));
        for (const char16_t *name : {u"gather.getUser.failed", u"gather.getUser", u"gather.nobody.ended", u"none.getUser.ended",
                 u"gather.getUser.eaten", u"", u".."})
            QVERIFY(!findEvent(run, QString::fromUtf16(name)));
        QCOMPARE(fillPlaceholders(
                     QStringLiteral("{getUser} {gather.duration} {gather.getUserLogs.ended} {none.duration} {no} {x"), run),
            QStringLiteral("196 ms 196 ms 120 ms … … {x"));
        QCOMPARE(fillPlaceholders(QStringLiteral("{getUser} {logsNeedUser} {gather.duration}"), run.parameters),
            QStringLiteral("196 ms on {gather.duration}"));
    }
};

QTEST_GUILESS_MAIN(TestSequentialVsParallel)
#include "tst_sequential_vs_parallel.moc"
