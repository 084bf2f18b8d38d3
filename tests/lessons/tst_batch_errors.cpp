// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/runner.h"
#include "lessons/patterns/batch-errors/batch.h"
#include "tests/lessons/lesson_test.h"

#include <QTest>

using namespace awaitscope;
using namespace awaitscope::lesson_batch_errors;
using namespace std::chrono_literals;

namespace {

const Lesson &lesson()
{
    return lessonOf("batch-errors");
}

ParameterSet with(int items, int invalid, Ns work)
{
    ParameterSet parameters(lesson().definition.parameters);
    (void)parameters.set(u"items", items);
    (void)parameters.set(u"invalid", invalid);
    (void)parameters.set(u"work", work.count());
    return parameters;
}

Run playWith(int items, int invalid, Ns work = 80ms)
{
    const ParameterSet parameters = with(items, invalid, work);
    return playAll(lesson(), parameters);
}

} // namespace

class TestBatchErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void invalidItemsAreSpread()
    {
        const Items items = batchOf(with(6, 2, 90ms));
        QStringList found;
        for (const Item &item : items)
            found << QStringLiteral("%1%2:%3")
                         .arg(item.invalid ? QStringLiteral("!") : QStringLiteral(" "))
                         .arg(item.number)
                         .arg(item.takes.count() / 1000000);
        QCOMPARE(found.join(u' '), QStringLiteral(" 1:90 !2:30  3:90  4:90 !5:60  6:90"));
        QCOMPARE(batchOf(with(3, 24, 80ms)).size(), std::size_t(3));
        for (const Item &item : batchOf(with(3, 24, 80ms)))
            QVERIFY(item.invalid && item.takes == 20ms * item.number);
    }

    void holdsAtTheExtremes_data()
    {
        QTest::addColumn<int>("items");
        QTest::addColumn<int>("invalid");
        QTest::addColumn<int>("work");
        QTest::newRow("defaults") << 6 << 2 << 80;
        QTest::newRow("none invalid") << 6 << 0 << 80;
        QTest::newRow("all invalid") << 6 << 6 << 80;
        QTest::newRow("more invalid than items") << 2 << 24 << 80;
        QTest::newRow("one") << 1 << 0 << 80;
        QTest::newRow("one, invalid") << 1 << 1 << 80;
        QTest::newRow("most") << 24 << 12 << 1000;
        QTest::newRow("no time") << 6 << 2 << 0;
    }
    void holdsAtTheExtremes()
    {
        QFETCH(int, items);
        QFETCH(int, invalid);
        QFETCH(int, work);
        const Run run = playWith(items, invalid, work * 1ms);
        QVERIFY(run.problems.empty());
        QCOMPARE(run.liveFrames, 0);
        QCOMPARE(run.claims.size(), std::size_t(6));
        for (const ClaimResult &claim : run.claims)
            QVERIFY2(claim.holds, qPrintable(claim.id + u' ' + claim.measured));
        for (const VariantRun &variant : run.variants) {
            QVERIFY(variant.asMeant);
            QCOMPARE(variant.results.size(), std::size_t(items));
        }
    }

    void theWaysDifferInFailureOnly()
    {
        const Run good = playWith(6, 0);
        for (const VariantRun &variant : good.variants) {
            QCOMPARE(variant.outcome, RunOutcome::Done);
            QCOMPARE(metricOf(good, variant.id, u"answer_ns"), Ns(80ms).count());
        }
        const Run bad = playWith(6, 2, 90ms);
        QCOMPARE(metricOf(bad, u"gather", u"answer_ns"), Ns(30ms).count());
        QCOMPARE(metricOf(bad, u"gather", u"last_work_ns"), Ns(90ms).count());
        QCOMPARE(metricOf(bad, u"gather", u"unread"), qint64(5));
        QCOMPARE(metricOf(bad, u"settle", u"answer_ns"), Ns(90ms).count());
        QCOMPARE(metricOf(bad, u"group", u"last_work_ns"), Ns(30ms).count());
    }

    void theTableAccountsForEachItem()
    {
        const Run run = playWith(3, 1, 90ms);
        QCOMPARE(kindsOf(run, u"gather"), QStringLiteral("ufu"));
        QCOMPARE(kindsOf(run, u"settle"), QStringLiteral("sfs"));
        QCOMPARE(kindsOf(run, u"group"), QStringLiteral("cfc"));
        QCOMPARE(run.variant(u"settle")->results[1].detail, QStringLiteral("item 2 is invalid"));
    }

    void aClaimDoesNotHoldOfAnotherVariant_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QString>("variant");
        QTest::addColumn<QString>("played");
        QTest::newRow("gather waits for all") << "gather-first"
                                              << "gather"
                                              << "settle";
        QTest::newRow("gather's results are read") << "gather-unread"
                                                   << "gather"
                                                   << "settle";
        QTest::newRow("gather cancels") << "gather-runs-on"
                                        << "gather"
                                        << "group";
        QTest::newRow("settleAll throws") << "settle-all"
                                          << "settle"
                                          << "gather";
        QTest::newRow("settleAll answers early") << "settle-longest"
                                                 << "settle"
                                                 << "group";
        QTest::newRow("the group leaves items running") << "group-cancels"
                                                        << "group"
                                                        << "gather";
    }
    void aClaimDoesNotHoldOfAnotherVariant()
    {
        QFETCH(QString, claim);
        QFETCH(QString, variant);
        QFETCH(QString, played);
        const Run run = playWith(6, 2);
        QVERIFY(holds(lesson(), run, claim));
        QVERIFY(!holds(lesson(), withRecord(run, variant, run, played), claim));
    }

    void anAnswerOfAnotherBatchIsNoAccount()
    {
        QVERIFY(!holds(lesson(), withRecord(playWith(6, 2), u"settle", playWith(6, 3), u"settle"), QStringLiteral("settle-all")));
        QVERIFY(!holds(lesson(), withRecord(playWith(6, 2), u"settle", playWith(5, 2), u"settle"), QStringLiteral("settle-all")));
    }

    void theChallengeTakesElevenItems()
    {
        const auto met = [](int items, int invalid) { return lesson().definition.challenge(playWith(items, invalid)).holds; };
        QVERIFY(!met(10, 1));
        QVERIFY(met(11, 1));
        QVERIFY(!met(24, 0));
    }
};

QTEST_GUILESS_MAIN(TestBatchErrors)
#include "tst_batch_errors.moc"
