// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/event_names.h"
#include "lessons/catalog/runner.h"
#include "lessons/patterns/async-generators/reading.h"
#include "tests/lessons/async_generators_faults.h"
#include "tests/lessons/lesson_test.h"

#include <QDir>
#include <QSqlDatabase>
#include <QTest>

using namespace awaitscope;
using namespace awaitscope::lesson_async_generators;
using namespace std::chrono_literals;

namespace {

const Lesson &lesson()
{
    return lessonOf("async-generators");
}

/// The parameters of a run; as the lesson's where nothing else is said.
struct Wanted
{
    int rows = 40;
    const char *level = "INFO";
    Ns pause = 10ms;
    int take = 10;
    Ns consumer = 30ms;

    ParameterSet set() const
    {
        ParameterSet parameters(lesson().definition.parameters);
        (void)parameters.set(u"rows", rows);
        (void)parameters.setText(u"level", QString::fromLatin1(level));
        (void)parameters.set(u"pause", pause.count());
        (void)parameters.set(u"take", take);
        (void)parameters.set(u"consumer", consumer.count());
        return parameters;
    }
};

Run playWith(const Wanted &wanted, const Lesson &played = lesson())
{
    return play({&played, wanted.set(), played.availableVariants(wanted.set(), ClockKind::Virtual), ClockKind::Virtual, 1});
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

Run playWithFault(Fault fault)
{
    Lesson faulty = lesson();
    for (VariantSpec &variant : faulty.definition.variants) {
        if (variant.id == u"stop-early")
            variant.play = [fault](Scope &scope, const ParameterSet &) { return playFaulty(&scope, fault); };
    }
    return playWith({}, faulty);
}

QCoro::Task<void> cancelAfter(Scope *scope, Ns moment)
{
    co_await sleep(*scope, moment);
    scope->cancel("by the user");
}

int entriesOf(const char *folder)
{
    return static_cast<int>(QDir(QLatin1String(folder)).entryList(QDir::AllEntries | QDir::System | QDir::NoDotAndDotDot).size());
}

} // namespace

class TestAsyncGenerators : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QVERIFY(QSqlDatabase::connectionNames().isEmpty()); }
    void doesWhatItSays_data();
    void doesWhatItSays();
    void takesTheTimeItSays();
    void hasEnoughRowsOfEachLevel();
    void claimFailsOnAPlantedFault_data();
    void claimFailsOnAPlantedFault();
    void aServerThatReadsOnIsNoticed();
    void aConnectionThatIsKeptIsNoticed();
    void theGeneratorIsOneLane();
    void realClockHasATolerance();
    void headersSayWhatCame();
    void challengeCanBeMet();
    void namesOfEventsResolve();
    void leavesNothingOpen_data();
    void leavesNothingOpen();
};

void TestAsyncGenerators::doesWhatItSays_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<QByteArray>("level");
    QTest::addColumn<int>("pause");
    QTest::addColumn<int>("take");
    QTest::addColumn<int>("consumer");
    QTest::addColumn<int>("found");
    QTest::addColumn<int>("readByStopEarly");
    const auto row = [](const char *name, int rows, const char *level, int pause, int take, int consumer, int found, int read) {
        QTest::newRow(name) << rows << QByteArray(level) << pause << take << consumer << found << read;
    };
    row("defaults", 40, "INFO", 10, 10, 30, 40, 11);
    row("no rows", 0, "INFO", 10, 10, 30, 0, 0);
    row("one row", 1, "INFO", 10, 10, 30, 1, 1);
    row("two rows", 2, "INFO", 10, 1, 30, 2, 2);
    row("200 rows", 200, "INFO", 10, 100, 1, 200, 101);
    row("a level without rows", 40, "DEBUG", 10, 10, 30, 0, 0);
    row("warnings", 200, "WARNING", 1, 7, 0, 200, 8);
    row("errors", 200, "ERROR", 1, 7, 0, 200, 8);
    row("take none", 40, "INFO", 10, 0, 30, 40, 2);
    row("take one", 40, "INFO", 10, 1, 30, 40, 2);
    row("take all but one", 40, "INFO", 10, 39, 30, 40, 40);
    row("take all", 40, "INFO", 10, 40, 30, 40, 40);
    row("take more than there are", 40, "INFO", 10, 200, 30, 40, 40);
    row("no pause", 40, "INFO", 0, 10, 30, 40, -1);
    row("a fast consumer", 40, "INFO", 10, 10, 0, 40, 11);
    row("neither pause nor work", 200, "INFO", 0, 10, 0, 200, -1);
}

void TestAsyncGenerators::doesWhatItSays()
{
    QFETCH(int, rows);
    QFETCH(QByteArray, level);
    QFETCH(int, pause);
    QFETCH(int, take);
    QFETCH(int, consumer);
    QFETCH(int, found);
    QFETCH(int, readByStopEarly);
    const Run run = playWith({rows, level.constData(), pause * 1ms, take, consumer * 1ms});
    QCOMPARE(run.variants.size(), std::size_t(4));
    QCOMPARE(run.claims.size(), std::size_t(7));
    for (const ClaimResult &claim : run.claims)
        QVERIFY2(claim.holds, qPrintable(claim.id + u' ' + claim.measured));
    for (const VariantRun &variant : run.variants)
        QVERIFY2(variant.outcome == RunOutcome::Done, qPrintable(variant.id + u' ' + variant.error));
    for (const char16_t *variant : {u"collect", u"stream", u"slow-consumer"}) {
        QCOMPARE(metricOf(run, variant, u"rows_read"), qint64(found));
        QCOMPARE(metricOf(run, variant, u"rows_received"), qint64(found));
    }
    QCOMPARE(metricOf(run, u"stop-early", u"rows_received"), qint64(std::min(take, found)));
    if (readByStopEarly >= 0)
        QCOMPARE(metricOf(run, u"stop-early", u"rows_read"), qint64(readByStopEarly));
    else
        QVERIFY(metricOf(run, u"stop-early", u"rows_read") >= take);
    QCOMPARE(metricOf(run, u"collect", u"most_rows_held"), qint64(found));
    QCOMPARE(metricOf(run, u"stream", u"most_rows_held"), qint64(std::min(1, found)));
    QCOMPARE(metricOf(run, u"slow-consumer", u"producer_waited_ns"), Ns(consumer * found * 1ms).count());
}

void TestAsyncGenerators::takesTheTimeItSays()
{
    const Run run = playWith({});
    QCOMPARE(run.variant(u"collect")->trace->duration(), Ns(400ms));
    QCOMPARE(run.variant(u"stream")->trace->duration(), Ns(400ms));
    QCOMPARE(run.variant(u"stop-early")->trace->duration(), Ns(100ms)); // nine pauses, the last row's, and the one more
    QCOMPARE(run.variant(u"slow-consumer")->trace->duration(), Ns(1600ms));
    QCOMPARE(metricOf(run, u"collect", u"first_row_ns"), Ns(400ms).count());
    QCOMPARE(metricOf(run, u"stream", u"first_row_ns"), qint64(0));
    QCOMPARE(metricOf(run, u"slow-consumer", u"first_row_ns"), Ns(30ms).count());
}

void TestAsyncGenerators::hasEnoughRowsOfEachLevel()
{
    const auto path = logDatabase();
    QVERIFY(path.ok());
    SqlSession session(path.value());
    for (const QString &level : levels()) {
        const int rows = session.query(QStringLiteral("SELECT count(*) FROM logs WHERE level = ?"), {level}).at(0).at(0).toInt();
        QVERIFY2(level == QLatin1String("DEBUG") ? rows == 0 : rows >= 200, qPrintable(level));
    }
}

void TestAsyncGenerators::claimFailsOnAPlantedFault_data()
{
    QTest::addColumn<QString>("claim");
    QTest::addColumn<QString>("variant");
    QTest::addColumn<QString>("other");
    const auto row = [](const char *name, const char *claim, const char *variant, const char *other) {
        QTest::newRow(name) << QString::fromLatin1(claim) << QString::fromLatin1(variant) << QString::fromLatin1(other);
    };
    row("the first row comes before the last is read", "collect-last", "collect", "stream");
    row("the first row comes with the last", "stream-first", "stream", "collect");
    row("collect holds one", "rows-held", "collect", "stream");
    row("stream holds all", "rows-held", "stream", "collect");
    row("not all bytes are read", "same-bytes", "stream", "stop-early");
    row("the producer does not wait", "producer-waits", "slow-consumer", "stream");
    row("rows are read ahead", "producer-waits", "slow-consumer", "collect");
}

void TestAsyncGenerators::claimFailsOnAPlantedFault()
{
    QFETCH(QString, claim);
    QFETCH(QString, variant);
    QFETCH(QString, other);
    const Run run = playWith({});
    QVERIFY(judged(lesson(), run, claim).holds);
    const Verdict verdict = judged(lesson(), withRecordOf(run, variant, other), claim);
    QVERIFY(!verdict.holds);
    QVERIFY(!verdict.measured.isEmpty());
}

void TestAsyncGenerators::aServerThatReadsOnIsNoticed()
{
    const Run sound = playWithFault({});
    QVERIFY2(judged(lesson(), sound, QStringLiteral("stops-reading")).holds,
        qPrintable(judged(lesson(), sound, QStringLiteral("stops-reading")).measured));
    const Run run = playWithFault({.readsOn = true});
    const Verdict verdict = judged(lesson(), run, QStringLiteral("stops-reading"));
    QVERIFY(!verdict.holds);
    QVERIFY2(verdict.measured.contains(QLatin1String("30 of them")), qPrintable(verdict.measured));
}

void TestAsyncGenerators::aConnectionThatIsKeptIsNoticed()
{
    const Run sound = playWithFault({});
    QVERIFY2(judged(lesson(), sound, QStringLiteral("cleans-up")).holds,
        qPrintable(judged(lesson(), sound, QStringLiteral("cleans-up")).measured));
    QVERIFY(!judged(lesson(), playWithFault({.keepsConnection = true}), QStringLiteral("cleans-up")).holds);
}

void TestAsyncGenerators::theGeneratorIsOneLane()
{
    const Run run = playWith({});
    for (const VariantRun &variant : run.variants) {
        QStringList names;
        for (const TaskInfo &task : variant.trace->tasks())
            names << task.name;
        QCOMPARE(names.size(), 3); // client, endpoint, generator
        QCOMPARE(names[2], QStringLiteral("streamLogs"));
        QCOMPARE(variant.trace->tasks()[2].parent, variant.trace->tasks()[1].id);
    }
    const Reading stopped(*run.variant(u"stop-early")->trace);
    QVERIFY(stopped.stoppedByConsumer());
    QCOMPARE(stopped.generator().error, QStringLiteral("the consumer stopped"));
    QCOMPARE(stopped.clientGone(), Ns(90ms));
    QCOMPARE(stopped.connectionClosed(), Ns(100ms));
}

void TestAsyncGenerators::realClockHasATolerance()
{
    Run run = playWith({.rows = 2});
    const QString claim = QStringLiteral("stream-first");
    run = withRecordOf(run, u"stream", u"collect"); // the first row comes 20 ms late
    QVERIFY(!judged(lesson(), run, claim).holds);
    run.clock = ClockKind::Real;
    QVERIFY(judged(lesson(), run, claim).holds);
    QVERIFY(judged(lesson(), run, claim).measured.contains(QLatin1String("real clock")));
    run = withRecordOf(playWith({}), u"stream", u"collect"); // 400 ms
    run.clock = ClockKind::Real;
    QVERIFY(!judged(lesson(), run, claim).holds);
}

void TestAsyncGenerators::headersSayWhatCame()
{
    const Run run = playWith({});
    const auto texts = [&run](QStringView variant) {
        QStringList all;
        for (const SubjectNote &note : run.variant(variant)->notes)
            all << note.text + (note.good ? QStringLiteral(" +") : QStringLiteral(" -"));
        return all.join(QLatin1String("; "));
    };
    QCOMPARE(texts(u"collect"), QStringLiteral("first row after 400 ms -; 40 rows held -"));
    QCOMPARE(texts(u"stream"), QStringLiteral("first row after 0 ms +; 1 row held +"));
    QCOMPARE(texts(u"stop-early"), QStringLiteral("10 taken, 11 read +; connection closed +"));
    QCOMPARE(texts(u"slow-consumer"), QStringLiteral("first row after 30 ms +; producer waited 1.20 s +"));
}

void TestAsyncGenerators::challengeCanBeMet()
{
    const auto &challenge = lesson().definition.challenge;
    QVERIFY(!challenge(playWith({})).holds);
    QVERIFY(challenge(playWith({.take = 39})).holds);
    QVERIFY(!challenge(playWith({.take = 40})).holds);
    QVERIFY(!challenge(playWith({.rows = 0})).holds);
    QVERIFY(!challenge(playWith({.level = "DEBUG"})).holds);
}

void TestAsyncGenerators::namesOfEventsResolve()
{
    const Run run = playWith({});
    QCOMPARE(findEvent(run, u"collect.collectLogsEndpoint.ended")->time, Ns(400ms));
    QCOMPARE(findEvent(run, u"stop-early.takeLogs.ended")->time, Ns(90ms));
    QCOMPARE(findEvent(run, u"stop-early.streamLogs.cancelled")->time, Ns(100ms));
    QCOMPARE(fillPlaceholders(QStringLiteral("{stop-early.rows_read} {slow-consumer.producer_waited_ns}"), run),
        QStringLiteral("11 1.20 s"));
}

void TestAsyncGenerators::leavesNothingOpen_data()
{
    QTest::addColumn<bool>("isReal");
    QTest::addColumn<int>("moments");
    QTest::newRow("virtual clock") << false << 20;
    QTest::newRow("real clock") << true << 4;
}

/// Cancelled anywhere: no thread, no socket, no file, no connection to the database is left.
void TestAsyncGenerators::leavesNothingOpen()
{
    QFETCH(bool, isReal);
    QFETCH(int, moments);
    const auto playCancelled = [&](const QString &id, Ns moment) {
        Lesson cancelled = lesson();
        for (VariantSpec &each : cancelled.definition.variants) {
            each.play = [play = each.play, moment](Scope &scope, const ParameterSet &set) {
                auto canceller = cancelAfter(&scope, moment);
                return play(scope, set);
            };
        }
        const Run run = play({&cancelled, Wanted().set(), {id}, isReal ? ClockKind::Real : ClockKind::Virtual, 1});
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        return run;
    };
    (void)playCancelled(QStringLiteral("stream"), 25ms); // what is opened once and for all is open
    const int files = entriesOf("/proc/self/fd");
    const int threads = entriesOf("/proc/self/task");
    for (const VariantSpec &variant : lesson().definition.variants) {
        for (int i = 0; i < moments; ++i) {
            const Run run = playCancelled(variant.id, 5ms * i);
            QVERIFY(run.problems.empty());
            QCOMPARE(run.liveFrames, 0);
            QCOMPARE(run.variants[0].outcome, RunOutcome::Cancelled);
            QVERIFY(QSqlDatabase::connectionNames().isEmpty());
            QCOMPARE(entriesOf("/proc/self/fd"), files);
            QTRY_VERIFY(entriesOf("/proc/self/task") <= threads); // one that was joined stays in the list for a moment
        }
    }
}

QTEST_GUILESS_MAIN(TestAsyncGenerators)
#include "tst_async_generators.moc"
