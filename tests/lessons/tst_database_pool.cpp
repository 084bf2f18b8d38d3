// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/event_names.h"
#include "lessons/catalog/runner.h"
#include "lessons/patterns/database-pool/reading.h"
#include "tests/lessons/lesson_test.h"

#include <QDir>
#include <QSqlDatabase>
#include <QTest>

using namespace awaitscope;
using namespace awaitscope::lesson_database_pool;
using namespace std::chrono_literals;

namespace {

const Lesson &lesson()
{
    return lessonOf("database-pool");
}

ParameterSet parametersWith(int queries, int poolSize, Ns cost, int rows)
{
    ParameterSet parameters(lesson().definition.parameters);
    (void)parameters.set(u"queries", queries);
    (void)parameters.set(u"poolSize", poolSize);
    (void)parameters.set(u"queryCost", cost.count());
    (void)parameters.set(u"rows", rows);
    return parameters;
}

Run playWith(int queries, int poolSize, Ns cost = 25ms, ClockKind clock = ClockKind::Virtual, int rows = 100'000)
{
    const ParameterSet parameters = parametersWith(queries, poolSize, cost, rows);
    return playAll(lesson(), parameters, clock);
}

Reading reading(const Run &run, QStringView variant)
{
    return Reading(*run.variant(variant)->trace);
}

} // namespace

class TestDatabasePool : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        QVERIFY(QSqlDatabase::connectionNames().isEmpty());
        for (const QString &file : QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files | QDir::System))
            QVERIFY(!QFile::symLinkTarget(QStringLiteral("/proc/self/fd/") + file).endsWith(QLatin1String(".sqlite")));
    }

    void takesWhatItSays_data()
    {
        QTest::addColumn<int>("queries");
        QTest::addColumn<int>("poolSize");
        QTest::addColumn<int>("cost");
        QTest::newRow("defaults") << 20 << 3 << 25;
        QTest::newRow("pool of one") << 20 << 1 << 25;
        QTest::newRow("pool larger than the queries") << 5 << 32 << 25;
        QTest::newRow("as many as there are") << 8 << 8 << 25;
        QTest::newRow("one of each") << 1 << 1 << 25;
        QTest::newRow("no cost") << 20 << 3 << 0;
        QTest::newRow("many") << 200 << 7 << 40;
    }
    void takesWhatItSays()
    {
        QFETCH(int, queries);
        QFETCH(int, poolSize);
        QFETCH(int, cost);
        const Run run = playWith(queries, poolSize, cost * 1ms);
        verifyAllHold(lesson(), run);
        const int rounds = (queries + poolSize - 1) / poolSize;
        QCOMPARE(run.variant(u"on-the-loop")->trace->duration(), Ns(queries * cost * 1ms));
        QCOMPARE(run.variant(u"early-release")->trace->duration(), Ns(rounds * cost * 1ms));
        QCOMPARE(run.variant(u"bounded")->trace->duration(), Ns(rounds * cost * 1ms));
        QCOMPARE(reading(run, u"on-the-loop").longestStall(), Ns(queries * cost * 1ms));
        QCOMPARE(reading(run, u"early-release").mostInUse(), queries);
        QCOMPARE(reading(run, u"early-release").longestWaitInHand(), Ns((rounds - 1) * cost * 1ms));
        QCOMPARE(reading(run, u"early-release").mostQueued(), 0);
        QCOMPARE(reading(run, u"bounded").mostInUse(), std::min(queries, poolSize));
        QCOMPARE(reading(run, u"bounded").mostQueued(), std::max(0, queries - poolSize));
        QCOMPARE(reading(run, u"bounded").longestStall(), Ns(0));
    }

    void holdsOnTheRealClock_data()
    {
        QTest::addColumn<int>("queries");
        QTest::addColumn<int>("poolSize");
        QTest::newRow("defaults") << 20 << 3;
        QTest::newRow("pool of one") << 6 << 1;
        QTest::newRow("pool larger than the queries") << 4 << 8;
    }
    void holdsOnTheRealClock()
    {
        QFETCH(int, queries);
        QFETCH(int, poolSize);
        verifyAllHold(lesson(), playWith(queries, poolSize, 25ms, ClockKind::Real));
    }

    void isSoundWithFewRowsOnTheRealClock()
    {
        const Run run = playWith(20, 3, 25ms, ClockKind::Real, 0);
        QVERIFY(run.problems.empty());
        QCOMPARE(run.liveFrames, 0);
        for (const char *claim : {"early-peak", "bounded-peak", "bounded-order", "loop-stall"})
            QVERIFY2(judged(lesson(), run, QLatin1String(claim)).holds, claim);
    }

    void showsWhatIsOpenAndInUse()
    {
        const Run run = playWith(20, 3);
        for (const VariantRun &variant : run.variants) {
            QCOMPARE(variant.trace->counters().size(), std::size_t(2));
            const CounterTrack &open = variant.trace->counters()[0];
            QCOMPARE(variant.trace->name(open.name), QStringLiteral("open connections"));
            std::uint32_t most = 0;
            for (const CounterChange &change : open.changes)
                most = std::max(most, change.value);
            QCOMPARE(most, variant.id == QLatin1String("on-the-loop") ? 1u : 3u);
            QCOMPARE(open.changes.back().value, 0u);
            const CounterTrack &inUse = variant.trace->counters()[1];
            QCOMPARE(variant.trace->name(inUse.name), variant.trace->name(variant.trace->resources()[0].name));
            QCOMPARE(inUse.limit, 3u);
        }
    }

    void claimFailsOnAPlantedFault_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QString>("variant");
        QTest::addColumn<QString>("other");
        const auto row = [](const char *claim, const char *variant, const char *other) {
            QTest::addRow("%s, as %s", claim, other)
                << QString::fromLatin1(claim) << QString::fromLatin1(variant) << QString::fromLatin1(other);
        };
        row("loop-sum", "on-the-loop", "bounded");
        row("loop-stall", "on-the-loop", "early-release");
        row("early-peak", "early-release", "bounded");
        row("early-queue", "early-release", "bounded");
        row("early-queue", "bounded", "early-release");
        row("bounded-peak", "bounded", "early-release");
        row("bounded-order", "bounded", "early-release");
        row("bounded-length", "bounded", "on-the-loop");
        row("bounded-no-stall", "bounded", "on-the-loop");
    }
    void claimFailsOnAPlantedFault()
    {
        QFETCH(QString, claim);
        QFETCH(QString, variant);
        QFETCH(QString, other);
        const Run run = playWith(20, 3);
        QVERIFY(judged(lesson(), run, claim).holds);
        const Verdict verdict = judged(lesson(), withRecord(run, variant, run, other), claim);
        QVERIFY(!verdict.holds);
        QVERIFY(!verdict.measured.isEmpty());
    }

    void claimFailsForAnotherPool_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QString>("variant");
        QTest::addColumn<int>("queries");
        QTest::addColumn<int>("poolSize");
        QTest::newRow("a query is missing, on the loop") << "loop-sum"
                                                         << "on-the-loop" << 19 << 3;
        QTest::newRow("a query is missing, early") << "early-peak"
                                                   << "early-release" << 19 << 3;
        QTest::newRow("a connection is missing") << "bounded-peak"
                                                 << "bounded" << 20 << 2;
        QTest::newRow("a connection too many") << "bounded-length"
                                               << "bounded" << 20 << 4;
        QTest::newRow("fewer stood in line") << "bounded-order"
                                             << "bounded" << 20 << 4;
    }
    void claimFailsForAnotherPool()
    {
        QFETCH(QString, claim);
        QFETCH(QString, variant);
        QFETCH(int, queries);
        QFETCH(int, poolSize);
        const Run run = playWith(20, 3);
        QVERIFY(judged(lesson(), run, claim).holds);
        QVERIFY(!judged(lesson(), withRecord(run, variant, playWith(queries, poolSize), variant), claim).holds);
    }

    /// On the real clock the limits are wider, and yet no variant passes for another.
    void realClockLimitsTellTheVariantsApart()
    {
        const Run run = playWith(20, 3, 25ms, ClockKind::Real);
        const auto holds = [&run](const char *claim, const char *variant, const char *other) {
            const Run planted = withRecord(run, QString::fromLatin1(variant), run, QString::fromLatin1(other));
            return judged(lesson(), planted, QString::fromLatin1(claim)).holds;
        };
        QVERIFY(!holds("loop-sum", "on-the-loop", "bounded"));
        QVERIFY(!holds("bounded-no-stall", "bounded", "on-the-loop"));
        QVERIFY(!holds("early-queue", "bounded", "early-release"));
        QVERIFY(!holds("bounded-length", "bounded", "on-the-loop"));
    }

    void challengeCanBeMet()
    {
        const auto &challenge = lesson().definition.challenge;
        QVERIFY(!challenge(playWith(20, 3)).holds);
        QVERIFY(!challenge(playWith(4, 3)).holds);
        QVERIFY(challenge(playWith(3, 3)).holds);
        QVERIFY(challenge(playWith(20, 32)).holds);
        QVERIFY(!challenge(playWith(1, 1)).holds);
    }

    void saysWhatIsMissing()
    {
        Lesson broken = lesson();
        broken.definition.prepare = [](const ParameterSet &, ClockKind) -> Result<Done> {
            return Problem{QStringLiteral("database-folder"), QStringLiteral("no folder"), {}};
        };
        const ParameterSet parameters(lesson().definition.parameters);
        const Run run
            = play({&broken, parameters, lesson().availableVariants(parameters, ClockKind::Virtual), ClockKind::Virtual, 1});
        QVERIFY(run.variants.empty());
        QVERIFY(run.claims.empty());
        QCOMPARE(run.problems.size(), std::size_t(1));
        QCOMPARE(run.problems[0].sentence, QStringLiteral("no folder"));
    }
};

QTEST_GUILESS_MAIN(TestDatabasePool)
#include "tst_database_pool.moc"
