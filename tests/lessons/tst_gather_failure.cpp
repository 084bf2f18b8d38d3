// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/pitfalls/gather-failure/reading.h"
#include "tests/lessons/lesson_test.h"

#include <QTest>

using namespace awaitscope;
using namespace awaitscope::lesson_gather_failure;
using namespace std::chrono_literals;

namespace {

const Lesson &lesson()
{
    return lessonOf("gather-failure");
}

/// In ms.
struct Lengths
{
    int failsAt = 119;
    int validate = 180;
    int fetchGeo = 302;
    int cleanup = 2;
};

Run playWith(const Lengths &lengths)
{
    ParameterSet parameters = parametersOf(lesson());
    const auto set = [&](QStringView id, int length) { (void)parameters.set(id, Ns(length * 1ms).count()); };
    set(u"failsAt", lengths.failsAt);
    set(u"validate", lengths.validate);
    set(u"fetchGeo", lengths.fetchGeo);
    set(u"cleanup", lengths.cleanup);
    return playAll(lesson(), parameters);
}

Ns timeOf(const Run &run, QStringView variant, QStringView name)
{
    return Ns(metricOf(run, variant, name));
}

Reading reading(const Run &run, QStringView variant)
{
    return Reading(*run.variant(variant)->trace);
}

} // namespace

Q_DECLARE_METATYPE(Lengths)

class TestGatherFailure : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersAsTheDefaultsSay()
    {
        const Run run = playWith({});
        QCOMPARE(timeOf(run, u"gather", u"answer_ns"), Ns(119ms));
        QCOMPARE(timeOf(run, u"gather", u"last_work_ns"), Ns(302ms));
        QCOMPARE(timeOf(run, u"gather", u"orphan_ns"), Ns(183ms));
        QCOMPARE(metricOf(run, u"gather", u"outliving"), qint64(3));
        QCOMPARE(metricOf(run, u"gather", u"unread"), qint64(2));
        QCOMPARE(timeOf(run, u"group", u"answer_ns"), Ns(121ms));
        QCOMPARE(timeOf(run, u"group", u"last_work_ns"), Ns(121ms));
        QCOMPARE(metricOf(run, u"group", u"cancelled"), qint64(3));
        QCOMPARE(metricOf(run, u"group", u"outliving"), qint64(0));
        QCOMPARE(timeOf(run, u"settle", u"answer_ns"), Ns(302ms));
        QCOMPARE(metricOf(run, u"settle", u"unread"), qint64(0));
    }

    void holdsWhereverTheFailureComes_data()
    {
        QTest::addColumn<Lengths>("lengths");
        QTest::addColumn<int>("cancelled");
        const auto row
            = [](const char *name, const Lengths &lengths, int cancelled) { QTest::newRow(name) << lengths << cancelled; };
        row("first", {}, 3);
        row("between", {.failsAt = 200}, 2);
        row("between, the other way round", {.failsAt = 200, .validate = 302, .fetchGeo = 180}, 1);
        row("last", {.failsAt = 400}, 0);
        row("with validate, which is first in line", {.failsAt = 180}, 2);
        row("with fetchGeo", {.failsAt = 302, .cleanup = 200}, -1);
        row("no time at all", {.failsAt = 0, .validate = 0, .fetchGeo = 0, .cleanup = 0}, -1);
        row("no cleanup", {.cleanup = 0}, 3);
        row("cleanup longer than the work", {.fetchGeo = 130, .cleanup = 200}, 3);
    }
    void holdsWhereverTheFailureComes()
    {
        QFETCH(Lengths, lengths);
        QFETCH(int, cancelled);
        const Run run = playWith(lengths);
        QVERIFY2(run.problems.empty(), run.problems.empty() ? "" : qPrintable(run.problems[0].sentence));
        QCOMPARE(run.liveFrames, 0);
        QCOMPARE(run.claims.size(), std::size_t(7));
        for (const ClaimResult &claim : run.claims)
            QVERIFY2(claim.holds, qPrintable(claim.id + u' ' + claim.measured));
        if (cancelled >= 0)
            QCOMPARE(metricOf(run, u"group", u"cancelled"), qint64(cancelled));
        for (const VariantRun &variant : run.variants)
            QCOMPARE(variant.results.size(), std::size_t(3));
    }

    void theCascadeRunsFromTheInsideOut()
    {
        const Run run = playWith({});
        const Reading found = reading(run, u"group");
        QVERIFY(found.complete() && found.request() && found.closeSocket);
        QVERIFY(found.checkQuota->endEvent < found.request()->event);
        QVERIFY(found.request()->event < found.validate->endEvent);
        QVERIFY(found.validate->endEvent < found.closeSocket->endEvent);
        QVERIFY(found.closeSocket->endEvent < found.fetchGeo->endEvent);
        QVERIFY(found.fetchGeo->endEvent < found.enrich->endEvent);
        QVERIFY(found.enrich->endEvent < found.caller->endEvent);
        QVERIFY(found.closeSocket->shielded);
    }

    void aClaimDoesNotHoldOfAnotherVariant_data()
    {
        QTest::addColumn<QByteArray>("claim");
        QTest::addColumn<QString>("variant");
        QTest::addColumn<QString>("played");
        const auto row = [](const char *fault, const char *claim, const char *variant, const char *played) {
            QTest::newRow(fault) << QByteArray(claim) << QString::fromLatin1(variant) << QString::fromLatin1(played);
        };
        row("gather waits for the cleanup", "gather-first", "gather", "group");
        row("gather waits for all", "gather-first", "gather", "settle");
        row("gather cancels", "gather-runs-on", "gather", "group");
        row("gather's results are read", "gather-unread", "gather", "settle");
        row("gather's siblings are cancelled", "gather-unread", "gather", "group");
        row("the group cancels nothing", "group-cascade", "group", "gather");
        row("the group throws before it is empty", "group-last", "group", "gather");
        row("the group waits for the work", "group-last", "group", "settle");
        row("settleAll throws", "settle-all", "settle", "gather");
        row("settleAll cancels", "settle-all", "settle", "group");
        row("settleAll answers early", "settle-longest", "settle", "group");
    }
    void aClaimDoesNotHoldOfAnotherVariant()
    {
        QFETCH(QByteArray, claim);
        QFETCH(QString, variant);
        QFETCH(QString, played);
        for (const ClockKind clock : {ClockKind::Virtual, ClockKind::Real}) {
            Run run = playWith({.cleanup = 40});
            run.clock = clock;
            QVERIFY(holds(lesson(), run, claim.constData()));
            const Verdict verdict = awaitscope::judged(lesson(), withRecord(run, variant, run, played), claim.constData());
            QVERIFY(!verdict.holds);
            QVERIFY(!verdict.measured.isEmpty());
        }
    }

    void aClaimDoesNotHoldOfOtherLengths_data()
    {
        QTest::addColumn<QByteArray>("claim");
        QTest::addColumn<QString>("variant");
        QTest::addColumn<Lengths>("played");
        const auto row = [](const char *fault, const char *claim, const char *variant, const Lengths &played) {
            QTest::newRow(fault) << QByteArray(claim) << QString::fromLatin1(variant) << played;
        };
        row("the error comes late", "gather-first", "gather", {.failsAt = 150});
        row("the orphan ends early", "gather-runs-on", "gather", {.fetchGeo = 200});
        row("validate is not cancelled", "group-cascade", "group", {.validate = 80});
        row("fetchGeo is not cancelled", "group-cascade", "group", {.fetchGeo = 80});
        row("the cleanup is cut short", "group-last", "group", {.cleanup = 0});
        row("there is no cleanup", "group-last", "group", {.fetchGeo = 80});
        row("the answer is early", "settle-longest", "settle", {.fetchGeo = 200});
    }
    void aClaimDoesNotHoldOfOtherLengths()
    {
        QFETCH(QByteArray, claim);
        QFETCH(QString, variant);
        QFETCH(Lengths, played);
        for (const ClockKind clock : {ClockKind::Virtual, ClockKind::Real}) {
            Run run = playWith({.cleanup = 40});
            run.clock = clock;
            QVERIFY(holds(lesson(), run, claim.constData()));
            QVERIFY(!holds(lesson(), withRecord(run, variant, playWith(played), variant), claim.constData()));
        }
    }

    void anotherLessonsRecordIsNoRequest()
    {
        const Run run = playWith({}), other = playOne(lessonOf("sequential-vs-parallel"), "gather");
        for (const char *claim :
            {"gather-first", "gather-runs-on", "gather-unread", "group-cascade", "group-last", "settle-all", "settle-longest"}) {
            const QString variant = QString::fromLatin1(claim).section(u'-', 0, 0);
            QVERIFY2(!holds(lesson(), withRecord(run, variant, other, u"gather"), claim), claim);
        }
    }

    void tellsEachCall()
    {
        const Run run = playWith({});
        QCOMPARE(kindsOf(run, u"gather"), QStringLiteral("ufu"));
        QCOMPARE(kindsOf(run, u"group"), QStringLiteral("cfc"));
        QCOMPARE(kindsOf(run, u"settle"), QStringLiteral("sfs"));
    }

    void theChallengeTakesALongCleanup()
    {
        const auto met = [](int cleanup) { return lesson().definition.challenge(playWith({.cleanup = cleanup})).holds; };
        QVERIFY(!met(2));
        QVERIFY(!met(49));
        QVERIFY(met(50));
        QVERIFY(!lesson().definition.challenge(playOne(lesson(), "gather")).holds);
    }
};

QTEST_GUILESS_MAIN(TestGatherFailure)
#include "tst_gather_failure.moc"
