// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/runner.h"
#include "lessons/patterns/resources/reading.h"
#include "tests/lessons/lesson_test.h"

#include <QDir>
#include <QSqlDatabase>
#include <QTest>

using namespace awaitscope;
using namespace awaitscope::lesson_resources;
using namespace std::chrono_literals;

namespace {

const Lesson &lesson()
{
    return lessonOf("resources");
}

Run playWith(Ns work, Ns close, ClockKind clock = ClockKind::Virtual)
{
    ParameterSet parameters(lesson().definition.parameters);
    (void)parameters.set(u"work", work.count());
    (void)parameters.set(u"close", close.count());
    return playAll(lesson(), parameters, clock);
}

Reading reading(const Run &run, QStringView variant)
{
    return Reading(*run.variant(variant)->trace);
}

} // namespace

class TestResourcesLesson : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup()
    {
        QVERIFY(QSqlDatabase::connectionNames().isEmpty());
        for (const QString &file : QDir(QStringLiteral("/proc/self/fd")).entryList(QDir::Files | QDir::System))
            QVERIFY(!QFile::symLinkTarget(QStringLiteral("/proc/self/fd/") + file).endsWith(QLatin1String(".sqlite")));
    }

    void holdsForAllLengths_data()
    {
        QTest::addColumn<int>("work");
        QTest::addColumn<int>("close");
        QTest::addColumn<bool>("real");
        QTest::newRow("defaults") << 60 << 20 << false;
        QTest::newRow("no work") << 0 << 20 << false;
        QTest::newRow("no closing") << 60 << 0 << false;
        QTest::newRow("nothing") << 0 << 0 << false;
        QTest::newRow("closing takes longer") << 10 << 500 << false;
        QTest::newRow("most") << 1000 << 500 << false;
        QTest::newRow("defaults, real clock") << 60 << 20 << true;
        QTest::newRow("short, real clock") << 2 << 1 << true;
        QTest::newRow("no work, real clock") << 0 << 5 << true;
    }
    void holdsForAllLengths()
    {
        QFETCH(int, work);
        QFETCH(int, close);
        QFETCH(bool, real);
        verifyAllHold(lesson(), playWith(work * 1ms, close * 1ms, real ? ClockKind::Real : ClockKind::Virtual));
    }

    void takesWhatItSays()
    {
        const Run run = playWith(60ms, 20ms);
        QCOMPARE(reading(run, u"manual").leftOpen(), 2);
        QCOMPARE(reading(run, u"raii").leftOpen(), 0);
        QCOMPARE(reading(run, u"async-scope").leftOpen(), 0);
        QCOMPARE(reading(run, u"raii").blocked(), Ns(60ms));
        QCOMPARE(reading(run, u"manual").lastEnd(), Ns(80ms));
        QCOMPARE(reading(run, u"raii").lastEnd(), Ns(100ms)); // one destructor behind the other
        QCOMPARE(reading(run, u"async-scope").lastEnd(), Ns(80ms));
        const Reading scoped = reading(run, u"async-scope");
        const Leaver &cancelled = scoped.leavers()[2];
        QCOMPARE(cancelled.task->outcome, TaskState::Cancelled);
        QVERIFY(cancelled.cleanup && cancelled.cleanup->shielded);
        QCOMPARE(cancelled.cleanup->start, Ns(30ms));
        QCOMPARE(cancelled.cleanup->end, Ns(50ms));
        QCOMPARE(cancelled.task->end, Ns(50ms));
    }

    /// That it is closed after the run, cleanup() sees; the record ends with what the last task left.
    void theRecordEndsWithWhatWasLeftOpen()
    {
        const Run run = playWith(60ms, 20ms);
        for (const VariantRun &variant : run.variants) {
            const bool leaks = variant.id == QLatin1String("manual");
            const CounterTrack &open = variant.trace->counters()[0];
            QCOMPARE(variant.trace->name(open.name), QStringLiteral("open connections"));
            QCOMPARE(open.changes[2].value, 3u);
            QCOMPARE(open.changes.back().value, leaks ? 2u : 0u);
            QCOMPARE(variant.trace->notes().size(), std::size_t(leaks));
            if (leaks)
                QCOMPARE(variant.trace->name(variant.trace->notes()[0].text), QStringLiteral("left open: 2"));
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
        row("manual-leaks", "manual", "raii");
        row("manual-leaks", "manual", "async-scope");
        row("raii-closes", "raii", "manual");
        row("raii-blocks", "raii", "async-scope");
        row("scope-closes", "async-scope", "manual");
        row("scope-cleanup", "async-scope", "manual");
        row("scope-cleanup", "async-scope", "raii");
        row("scope-free-loop", "async-scope", "raii");
    }
    void claimFailsOnAPlantedFault()
    {
        QFETCH(QString, claim);
        QFETCH(QString, variant);
        QFETCH(QString, other);
        const Run run = playWith(60ms, 20ms);
        QVERIFY(judged(lesson(), run, claim).holds);
        const Verdict verdict = judged(lesson(), withRecord(run, variant, run, other), claim);
        QVERIFY(!verdict.holds);
        QVERIFY(!verdict.measured.isEmpty());
    }

    void claimFailsForAnotherLength_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QString>("variant");
        QTest::newRow("a destructor that blocks for less") << "raii-blocks"
                                                           << "raii";
        QTest::newRow("a cleanup that ends too early") << "scope-cleanup"
                                                       << "async-scope";
    }
    void claimFailsForAnotherLength()
    {
        QFETCH(QString, claim);
        QFETCH(QString, variant);
        for (const ClockKind clock : {ClockKind::Virtual, ClockKind::Real}) {
            Run run = withRecord(playWith(60ms, 20ms), variant, playWith(60ms, 10ms), variant);
            run.clock = clock;
            QVERIFY(!judged(lesson(), run, claim).holds);
        }
    }

    /// Three tasks, of which none fails, or of which one does not close.
    void threeWaysNeedThreeEnds()
    {
        Run run = playWith(60ms, 20ms);
        QVERIFY(judged(lesson(), run, QStringLiteral("three-ways")).holds);
        const Lesson &other = *findLesson(u"sequential-vs-parallel");
        const ParameterSet parameters(other.definition.parameters);
        const Run three = play({&other, parameters, {QStringLiteral("gather")}, ClockKind::Virtual, 1}); // all return
        run = withRecord(run, QStringLiteral("raii"), three, QStringLiteral("gather"));
        QVERIFY(!judged(lesson(), run, QStringLiteral("three-ways")).holds);
    }

    void challengeCanBeMet()
    {
        const auto &challenge = lesson().definition.challenge;
        QVERIFY(!challenge(playWith(60ms, 20ms)).holds);
        QVERIFY(challenge(playWith(60ms, 100ms)).holds);
        QVERIFY(!challenge(playWith(1000ms, 20ms)).holds);
    }

    void tellsEachWayOut()
    {
        const Run run = playWith(60ms, 20ms);
        const ResultTable &manual = run.variant(u"manual")->results;
        QCOMPARE(manual.size(), std::size_t(3));
        QCOMPARE(manual[0].what, QStringLiteral("endsNormally"));
        QVERIFY(manual[0].detail.endsWith(QLatin1String("closed")));
        QCOMPARE(manual[1].kind, ResultRow::Kind::Failed);
        QVERIFY(manual[1].detail.startsWith(QLatin1String("the template is broken")));
        QVERIFY(manual[1].detail.endsWith(QLatin1String("left open")));
        QCOMPARE(manual[2].kind, ResultRow::Kind::Cancelled);
        QVERIFY(manual[2].detail.endsWith(QLatin1String("left open")));
        for (const ResultRow &row : run.variant(u"async-scope")->results)
            QVERIFY(row.detail.endsWith(QLatin1String("closed")));
    }
};

QTEST_GUILESS_MAIN(TestResourcesLesson)
#include "tst_resources.moc"
