// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/pitfalls/resource-leaks/open_files.h"
#include "lessons/pitfalls/resource-leaks/pool.h"
#include "lessons/pitfalls/resource-leaks/reading.h"
#include "lessons/runtime/runtime.h"
#include "tests/lessons/lesson_test.h"

#include <QFile>
#include <QSqlDatabase>
#include <QTemporaryDir>
#include <QTest>

using namespace awaitscope;
using namespace awaitscope::lesson_resource_leaks;
using namespace std::chrono_literals;

namespace {

const Lesson &lesson()
{
    return lessonOf("resource-leaks");
}

ParameterSet with(int requests, int limit)
{
    ParameterSet parameters = parametersOf(lesson());
    (void)parameters.set(u"requests", requests);
    (void)parameters.set(u"limit", limit);
    return parameters;
}

Run playWith(int requests, int limit, ClockKind clock = ClockKind::Virtual)
{
    return playAll(lesson(), with(requests, limit), clock);
}

/// The lesson with another way to answer a request in place of `raii`.
using Handler = QCoro::Task<void> (*)(Scope &, Pool *);
QCoro::Task<void> serve(Scope &scope, Pool *pool, Handler handler, int requests)
{
    std::vector<Spawned<void>> answers;
    for (int i = 0; i < requests; ++i) {
        answers.push_back(scope.spawn(handler, pool));
        co_await sleep(scope, 10ms);
    }
    co_await settleAll(std::move(answers));
}
QCoro::Task<void> keeping(std::unique_ptr<Pool> pool, QCoro::Task<void> task)
{
    const std::unique_ptr<Pool> kept = std::move(pool);
    co_await task;
}

/// The run, in which `raii` answers in that way, and in which nobody closes what is left open before the run's record ends.
Run playFaulty(Handler handler, int requests, int limit)
{
    Lesson faulty = lesson();
    faulty.definition.variants[1].play = [=](Scope &scope, const ParameterSet &) {
        auto pool = std::make_unique<Pool>(scope, std::uint32_t(limit));
        auto task = serve(scope, pool.get(), handler, requests);
        return keeping(std::move(pool), std::move(task));
    };
    return play({&faulty, with(requests, limit), {QStringLiteral("leak"), QStringLiteral("raii")}, ClockKind::Virtual, 1});
}

/// Closes with the next request, not with its own end.
QCoro::Task<void> closesLate(Scope &scope, Pool *pool)
{
    static LoopConnection *last = nullptr;
    LoopConnection *const mine = pool->open();
    if (LoopConnection *const before = std::exchange(last, mine); before && pool->openConnections() > 1)
        pool->close(before);
    co_await sleep(scope, 5ms);
}

/// Opens twice what it needs.
QCoro::Task<void> opensTwo(Scope &scope, Pool *pool)
{
    const Lease one = pool->lease(), other = pool->lease();
    co_await sleep(scope, 25ms);
}

} // namespace

class TestResourceLeaks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        QVERIFY(QSqlDatabase::connectionNames().isEmpty());
        QCOMPARE(openFilesAt(usersFile().value()), 0);
    }

    void leaksUntilThePoolRefuses()
    {
        const Run run = playWith(30, 16);
        QCOMPARE(metricOf(run, u"leak", u"answered"), qint64(16));
        QCOMPARE(metricOf(run, u"leak", u"refused"), qint64(14));
        QCOMPARE(metricOf(run, u"leak", u"left_open"), qint64(16));
        QCOMPARE(metricOf(run, u"leak", u"files_left_open"), qint64(16));
        QCOMPARE(metricOf(run, u"raii", u"answered"), qint64(30));
        QCOMPARE(metricOf(run, u"raii", u"most_open"), qint64(3));
        QCOMPARE(metricOf(run, u"raii", u"files_left_open"), qint64(0));
    }

    void holdsForAllNumbers_data()
    {
        QTest::addColumn<int>("requests");
        QTest::addColumn<int>("limit");
        QTest::newRow("defaults") << 30 << 16;
        QTest::newRow("the limit is reached and not passed") << 16 << 16;
        QTest::newRow("one too many") << 17 << 16;
        QTest::newRow("limit above the requests") << 30 << 64;
        QTest::newRow("one of each") << 1 << 1;
        QTest::newRow("a pool that is too small for B, too") << 20 << 1;
        QTest::newRow("two") << 20 << 2;
        QTest::newRow("just enough for B") << 20 << 3;
        QTest::newRow("most") << 60 << 64;
    }
    void holdsForAllNumbers()
    {
        QFETCH(int, requests);
        QFETCH(int, limit);
        const Run run = playWith(requests, limit);
        QVERIFY2(run.problems.empty(), run.problems.empty() ? "" : qPrintable(run.problems[0].sentence));
        QCOMPARE(run.liveFrames, 0);
        QCOMPARE(run.claims.size(), std::size_t(5));
        for (const ClaimResult &claim : run.claims)
            QVERIFY2(claim.holds, qPrintable(claim.id + u' ' + claim.measured));
        QCOMPARE(metricOf(run, u"leak", u"refused"), qint64(std::max(0, requests - limit)));
    }

    void theSystemIsAsked()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("a file"));
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(openFilesAt(path), 1);
        QFile again(path), other(folder.filePath(QStringLiteral("another")));
        QVERIFY(again.open(QIODevice::ReadOnly));
        QVERIFY(other.open(QIODevice::WriteOnly));
        QCOMPARE(openFilesAt(path), 2);
        file.close();
        again.close();
        QCOMPARE(openFilesAt(path), 0);
    }

    /// What the lesson's record says is not made up from the pool: a file that others open is counted, too.
    void filesOfOthersAreSeen()
    {
        QFile other(usersFile().value());
        QVERIFY(other.open(QIODevice::ReadOnly));
        const Run run = playWith(5, 16);
        QVERIFY(!holds(lesson(), run, "system-agrees"));
        QVERIFY(!holds(lesson(), run, "leak-climbs"));
        QVERIFY(!holds(lesson(), run, "nothing-open"));
    }

    void claimFailsOnAPlantedFault_data()
    {
        QTest::addColumn<QByteArray>("claim");
        QTest::addColumn<QString>("variant");
        QTest::addColumn<QString>("played");
        const auto row = [](const char *fault, const char *claim, const char *variant, const char *played) {
            QTest::newRow(fault) << QByteArray(claim) << QString::fromLatin1(variant) << QString::fromLatin1(played);
        };
        row("A closes", "leak-climbs", "leak", "raii");
        row("A's pool refuses nobody", "leak-refuses", "leak", "raii");
        row("B leaks", "raii-flat", "raii", "leak");
    }
    void claimFailsOnAPlantedFault()
    {
        QFETCH(QByteArray, claim);
        QFETCH(QString, variant);
        QFETCH(QString, played);
        for (const ClockKind clock : {ClockKind::Virtual, ClockKind::Real}) {
            Run run = playWith(30, 16);
            run.clock = clock;
            QVERIFY(holds(lesson(), run, claim.constData()));
            const Verdict verdict = awaitscope::judged(lesson(), withRecord(run, variant, run, played), claim.constData());
            QVERIFY(!verdict.holds);
            QVERIFY(!verdict.measured.isEmpty());
        }
    }

    void claimFailsForOtherNumbers()
    {
        const Run run = playWith(30, 16);
        for (const char *claim : {"leak-climbs", "leak-refuses"}) {
            QVERIFY(!holds(lesson(), withRecord(run, u"leak", playWith(30, 15), u"leak"), claim));
            QVERIFY(!holds(lesson(), withRecord(run, u"leak", playWith(12, 16), u"leak"), claim));
        }
        QVERIFY(!holds(lesson(), withRecord(run, u"raii", playWith(29, 16), u"raii"), "raii-flat"));
        QVERIFY(!holds(lesson(), withRecord(run, u"raii", playWith(30, 2), u"raii"), "raii-flat"));
    }

    void raiiThatClosesLateOrOpensMoreIsSeen()
    {
        const Run late = playFaulty(closesLate, 8, 16);
        QCOMPARE(metricOf(late, u"raii", u"answered"), qint64(8));
        QVERIFY(!holds(lesson(), late, "raii-flat"));
        QVERIFY(!holds(lesson(), late, "nothing-open")); // the record ends before the pool does
        const Run twice = playFaulty(opensTwo, 8, 16);
        QCOMPARE(metricOf(twice, u"raii", u"most_open"), qint64(6));
        QVERIFY(!holds(lesson(), twice, "raii-flat"));
        QVERIFY(holds(lesson(), twice, "nothing-open"));
    }

    void anotherLessonsRecordHasNoConnections()
    {
        const Run run = playWith(30, 16), other = playOne(lessonOf("batch-errors"), "settle");
        for (const char *claim : {"leak-climbs", "leak-refuses", "system-agrees", "nothing-open"})
            QVERIFY2(!holds(lesson(), withRecord(run, u"leak", other, u"settle"), claim), claim);
        QVERIFY(!holds(lesson(), withRecord(run, u"raii", other, u"settle"), "raii-flat"));
    }

    void aRefusalIsAnErrorOfTheRequest()
    {
        const Run run = playWith(17, 16);
        const Reading found(*run.variant(u"leak")->trace);
        QCOMPARE(found.requests().size(), std::size_t(17));
        QCOMPARE(found.requests().back().task->error, QStringLiteral("the pool refuses, 16 of 16 are open"));
        QCOMPARE(run.variant(u"leak")->outcome, RunOutcome::Done);
    }

    void theTableTellsEachRequest()
    {
        const Run run = playWith(30, 16);
        const ResultTable &leak = run.variant(u"leak")->results, &raii = run.variant(u"raii")->results;
        QCOMPARE(leak.size(), std::size_t(30));
        QCOMPARE(leak[15].what, QStringLiteral("request 16"));
        QCOMPARE(leak[15].kind, ResultRow::Kind::Succeeded);
        QCOMPARE(leak[15].detail, QStringLiteral("its connection left open"));
        QCOMPARE(leak[16].kind, ResultRow::Kind::Failed);
        QCOMPARE(leak[16].word, QStringLiteral("refused"));
        QCOMPARE(leak[16].detail, QStringLiteral("had no connection"));
        QCOMPARE(raii.size(), std::size_t(30));
        QCOMPARE(raii[29].kind, ResultRow::Kind::Succeeded);
        QCOMPARE(raii[29].detail, QStringLiteral("its connection closed"));
    }

    void aHigherLimitMeetsTheChallenge()
    {
        const auto met = [](int requests, int limit) { return lesson().definition.challenge(playWith(requests, limit)).holds; };
        QVERIFY(!met(30, 29));
        QVERIFY(met(30, 30));
        QVERIFY(!met(16, 16));
        QVERIFY(!lesson().definition.challenge(playOne(lesson(), "raii")).holds);
    }
};

QTEST_GUILESS_MAIN(TestResourceLeaks)
#include "tst_resource_leaks.moc"
