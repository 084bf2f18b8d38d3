// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/lesson_program.h"
#include "lessons/practice/testing-coroutines/fixture.h"
#include "tests/lessons/lesson_test.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <set>
#include <thread>

#include <sys/wait.h>

using namespace awaitscope;
using namespace awaitscope::lesson_testing_coroutines;
using namespace std::chrono_literals;

namespace {

const Lesson &lesson()
{
    return lessonOf("testing-coroutines");
}

constexpr int seeds = 4;
constexpr Ns jitter = 8ms;

/// What a sound process says of the tests on the virtual clock.
std::vector<TestVerdict> soundVerdicts()
{
    std::vector<TestVerdict> verdicts;
    for (int test = 0; test < int(testNames.size()); ++test) {
        for (int seed = 1; seed <= seeds; ++seed) {
            const Ns took = test == healthTest ? Ns(0) : waitsOf(seed, jitter).longest();
            verdicts.push_back({.test = test, .seed = seed, .passed = true, .took = took, .needed = 20us});
        }
    }
    return verdicts;
}

QByteArray linesOf(const std::vector<TestVerdict> &verdicts)
{
    QByteArray lines;
    for (const TestVerdict &verdict : verdicts)
        lines += toLine(verdict);
    return lines;
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

/// In place of the program: one that says what it is told to, in its first run and in every other.
class FakeProgram
{
public:
    FakeProgram(const QByteArray &first, const QByteArray &others, const QByteArray &end = {})
    {
        write(dir_.filePath(QStringLiteral("first.txt")), first);
        write(dir_.filePath(QStringLiteral("others.txt")), others);
        write(dir_.filePath(QStringLiteral("program")),
            "#!/bin/sh\ncd '" + dir_.path().toUtf8()
                + "'\nif mkdir been 2>&-; then said=first.txt; else said=others.txt; fi\ncat $said\n"
                + (end.isEmpty() ? QByteArray("! grep -q failed $said") : end) + '\n');
        setLessonProgramFile(dir_.filePath(QStringLiteral("program")));
    }
    ~FakeProgram() { useProgram(); }

    static void useProgram() { setLessonProgramFile(QStringLiteral(AWAITSCOPE_BINARY_DIR "/awaitscope")); }

private:
    const QTemporaryDir dir_;
};

Run playFew(ClockKind clock = ClockKind::Virtual, const char *variant = "virtual-clock")
{
    return playOne(lesson(), variant, {{"seeds", "4"}, {"jitter", "8ms"}}, clock);
}

/// Nothing of this process' children is left, neither running nor as a zombie.
bool hasNoChild()
{
    return waitpid(-1, nullptr, WNOHANG) == -1 && errno == ECHILD;
}

} // namespace

class TestTestingCoroutines : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QVERIFY(hasNoChild()); }

    void linesAreReadAsTheyAreWritten()
    {
        const TestVerdict verdict{.test = 1, .seed = 12, .passed = false, .took = 23027431ns, .needed = 23132328ns};
        QCOMPARE(toLine(verdict), QByteArray("takesTheLongestWait 12 failed 23027431 23132328\n"));
        const auto read = toVerdict(toLine(verdict));
        QVERIFY(read);
        QCOMPARE(toLine(*read), toLine(verdict));
        for (const char *line : {"", "takesTheLongestWait 12 failed 23027431", "takesTheLongestWait 12 late 1 1",
                 "somethingElse 12 passed 1 1", "healthAnswers200 x passed 1 1", "healthAnswers200 1 passed -1 1",
                 "healthAnswers200 1 passed 1 1 1", "PASS   : TestProfile::healthAnswers200(seed 1)"})
            QVERIFY2(!toVerdict(line), line);
    }

    void seedsDecideOfTheWaits()
    {
        std::set<Ns> lengths;
        for (int seed = 1; seed <= 200; ++seed) {
            const Waits waits = waitsOf(seed, 8ms);
            QCOMPARE(waitsOf(seed, 8ms).longest(), waits.longest());
            for (const Ns wait : {waits.user, waits.logs, waits.metrics}) {
                QVERIFY(wait >= serviceTakes && wait <= serviceTakes + 8ms);
                lengths.insert(wait);
            }
            QCOMPARE(waitsOf(seed, 0ms).longest(), serviceTakes);
        }
        QVERIFY(lengths.size() > 500);
        QVERIFY(*lengths.begin() < serviceTakes + 100us && *lengths.rbegin() > serviceTakes + 7900us);
    }

    void onTheVirtualClock()
    {
        const Run run = playAll(lesson());
        QVERIFY(run.problems.empty());
        QCOMPARE(run.variants.size(), std::size_t(1));
        QCOMPARE(run.variants[0].outcome, RunOutcome::Done);
        QCOMPARE(run.claims.size(), std::size_t(4));
        for (const ClaimResult &claim : run.claims)
            QVERIFY2(claim.holds, qPrintable(claim.id + u' ' + claim.measured));
        QCOMPARE(metricOf(run, u"virtual-clock", u"passed"), qint64(120));
        QCOMPARE(metricOf(run, u"virtual-clock", u"failed"), qint64(0));
        QCOMPARE(metricOf(run, u"virtual-clock", u"processes_ns"), Ns(40ms).count());
        Ns waits{0};
        for (int seed = 1; seed <= 20; ++seed)
            waits += 4 * waitsOf(seed, 8ms).longest();
        QCOMPARE(metricOf(run, u"virtual-clock", u"waits_ns"), waits.count());
        QCOMPARE(metricOf(run, u"virtual-clock", u"tests_took_ns"), waits.count());
        QCOMPARE(run.variants[0].results.size(), testNames.size());
        for (const ResultRow &row : run.variants[0].results)
            QVERIFY2(row.word == QLatin1String("passed") && row.detail.startsWith(QLatin1String("20 of 20 in both rounds; ")),
                qPrintable(row.detail));
    }

    void onTheRealClock()
    {
        const Run run = playAll(lesson(), {{"seeds", "3"}}, ClockKind::Real);
        QVERIFY(run.problems.empty());
        QCOMPARE(run.variants.size(), std::size_t(2));
        QCOMPARE(run.claims.size(), std::size_t(6));
        for (const ClaimResult &claim : run.claims)
            QVERIFY2(claim.holds, qPrintable(claim.id + u' ' + claim.measured));
        for (const char *variant : {"real-clock", "virtual-clock"}) {
            const QString id = QString::fromLatin1(variant);
            QCOMPARE(metricOf(run, id, u"passed") + metricOf(run, id, u"failed"), qint64(18));
            QCOMPARE(run.variant(id)->results.size(), testNames.size());
        }
    }

    void aLimitThatIsNeverLongEnoughFailsOnTheRealClock()
    {
        const Run run = playOne(lesson(), "real-clock", {{"seeds", "2"}, {"jitter", "0"}}, ClockKind::Real);
        QCOMPARE(metricOf(run, u"real-clock", u"failed"), qint64(4)); // no timer is exact to the nanosecond
        QVERIFY(holds(lesson(), run, "real-verdicts"));
        QStringList flags;
        for (const Note &note : run.variants[0].trace->notes())
            flags << run.variants[0].trace->name(note.text);
        QCOMPARE(flags.filter(QStringLiteral("too late")),
            (QStringList{QStringLiteral("seed 1 too late"), QStringLiteral("seed 2 too late"), QStringLiteral("seed 1 too late"),
                QStringLiteral("seed 2 too late")}));
        QVERIFY(flags.contains(QStringLiteral("4 passed, 2 failed")));
        const ResultRow &row = run.variants[0].results[limitedTest];
        QCOMPARE(row.word, QStringLiteral("failed"));
        QVERIFY2(row.detail.startsWith(QLatin1String("2 of 2, then 2 of 2; each ")), qPrintable(row.detail));
    }

    void aClaimDoesNotHoldOfAFault_data()
    {
        QTest::addColumn<QByteArray>("claim");
        QTest::addColumn<int>("spoilt"); // a verdict of the second round
        QTest::addColumn<bool>("passed");
        QTest::addColumn<int>("later"); // ns
        QTest::newRow("a seed fails the second time") << QByteArray("virtual-same") << seeds + 2 << false << 0;
        QTest::newRow("a result is wrong the second time") << QByteArray("virtual-same") << 1 << false << 0;
        QTest::newRow("a limit is missed") << QByteArray("virtual-pass") << seeds << false << 0;
        QTest::newRow("time goes by") << QByteArray("virtual-instant") << 3 << true << 1000;
        QTest::newRow("no 200") << QByteArray("health") << 2 * seeds << false << 0;
    }
    void aClaimDoesNotHoldOfAFault()
    {
        QFETCH(QByteArray, claim);
        QFETCH(int, spoilt);
        QFETCH(bool, passed);
        QFETCH(int, later);
        std::vector<TestVerdict> verdicts = soundVerdicts();
        const QByteArray sound = linesOf(verdicts);
        {
            const FakeProgram fake(sound, sound);
            const Run run = playFew();
            QVERIFY(run.problems.empty());
            QVERIFY(holds(lesson(), run, claim));
        }
        verdicts[std::size_t(spoilt)].passed = passed;
        verdicts[std::size_t(spoilt)].took += Ns(later);
        const FakeProgram fake(sound, linesOf(verdicts));
        const Run run = playFew();
        QVERIFY(run.problems.empty());
        QVERIFY2(!holds(lesson(), run, claim), qPrintable(judged(lesson(), run, claim).measured));
        QCOMPARE(metricOf(run, u"virtual-clock", u"verdicts_differ"), qint64(passed ? 0 : 1));
        QVERIFY(passed || !run.variants[0].notes[1].good);
    }

    void aClaimOnTheRealClockDoesNotHoldOfAFault()
    {
        std::vector<TestVerdict> verdicts = soundVerdicts();
        const QByteArray sound = linesOf(verdicts);
        verdicts[0].passed = false;
        verdicts[seeds + 1].passed = false;
        const FakeProgram fake(sound, linesOf(verdicts));
        const Run run = playOne(lesson(), "real-clock", {{"seeds", "4"}, {"jitter", "50ms"}}, ClockKind::Real);
        QVERIFY(run.problems.empty());
        QVERIFY(!holds(lesson(), run, "real-waits")); // it says at once what would have to be waited for
        QVERIFY(!holds(lesson(), run, "real-verdicts"));
        QVERIFY(judged(lesson(), run, "real-verdicts").measured.contains(QLatin1String("the other tests 1 times")));
    }

    void aProcessThatSaysSomethingElseFails_data()
    {
        const QByteArray sound = linesOf(soundVerdicts());
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QByteArray>("end");
        QTest::addColumn<QString>("error");
        QTest::newRow("nothing") << QByteArray() << QByteArray("exit 0") << QStringLiteral("the tests told 0 of 12 verdicts");
        QTest::newRow("one is missing") << sound.mid(sound.indexOf('\n') + 1) << QByteArray("exit 0")
                                        << QStringLiteral("the tests told 11 of 12 verdicts");
        QTest::newRow("one twice") << sound + sound.left(sound.indexOf('\n') + 1) << QByteArray("exit 0")
                                   << QStringLiteral("the tests told a verdict that nobody asked for");
        QTest::newRow("another seed") << sound + "healthAnswers200 5 passed 0 0\n"
                                      << QByteArray("exit 0") << QStringLiteral("the tests told a verdict that nobody asked for");
        QTest::newRow("words") << "hello\n" + sound << QByteArray("exit 0")
                               << QStringLiteral("the tests said what is no verdict: hello");
        QTest::newRow("an end of another kind")
            << sound << QByteArray("exit 3") << QStringLiteral("the process of the tests ended with 3");
        QTest::newRow("a crash") << sound << QByteArray("kill -SEGV $$") << QStringLiteral("crashed or was killed");
    }
    void aProcessThatSaysSomethingElseFails()
    {
        QFETCH(QByteArray, said);
        QFETCH(QByteArray, end);
        QFETCH(QString, error);
        const FakeProgram fake(said, said, end);
        for (const ClockKind clock : {ClockKind::Virtual, ClockKind::Real}) {
            const Run run = playFew(clock);
            QCOMPARE(run.variants[0].outcome, RunOutcome::Failed);
            QVERIFY(!run.variants[0].asMeant);
            QVERIFY2(run.variants[0].error.contains(error), qPrintable(run.variants[0].error));
            QVERIFY(run.problems.empty());
            QCOMPARE(run.liveFrames, 0);
            QVERIFY(run.variants[0].results.empty());
            for (const ClaimResult &claim : run.claims)
                QVERIFY2(!claim.holds || claim.id == QLatin1String("virtual-instant"), qPrintable(claim.id));
        }
    }

    void aProgramThatIsMissingFails()
    {
        setLessonProgramFile(QStringLiteral("/nonexistent/program"));
        const Run run = playFew();
        FakeProgram::useProgram();
        QCOMPARE(run.variants[0].outcome, RunOutcome::Failed);
        QVERIFY(run.variants[0].error.contains(QLatin1String("could not be started")));
        QVERIFY(run.problems.empty());
    }

    void cancelledItLeavesNoProcess()
    {
        RunControl control;
        std::jthread canceller([&control](std::stop_token stop) {
            const auto firstVerdict = [&control] {
                for (const auto &variant : control.live()) {
                    bool told = false;
                    RecordReader(variant.recorder).read(Ns::max(), [&told](const RawEvent &event, std::uint16_t) {
                        told = told || event.kind == EventKind::CounterChanged;
                    });
                    if (told)
                        return true;
                }
                return false;
            };
            while (!stop.stop_requested() && !firstVerdict())
                std::this_thread::yield();
            control.cancel();
        });
        const Run run = playOne(lesson(), "real-clock", {{"seeds", "200"}, {"jitter", "50ms"}}, ClockKind::Real, &control);
        QVERIFY(run.cancelled);
        QCOMPARE(run.variants[0].outcome, RunOutcome::Cancelled);
        QVERIFY(run.problems.empty());
        QCOMPARE(run.liveFrames, 0);
        QVERIFY(run.claims.empty());
        QVERIFY(hasNoChild());
    }

    void theProgramTakesNoOtherArguments()
    {
        const auto exitCode = [](const QStringList &arguments) {
            const LessonProgram program = lessonProgram(QStringLiteral("testing-coroutines"), arguments);
            QProcess process;
            process.start(program.file, program.arguments);
            return process.waitForFinished() ? process.exitCode() : -1;
        };
        QCOMPARE(exitCode({QStringLiteral("virtual"), QStringLiteral("2"), QStringLiteral("1000000")}), 0);
        QCOMPARE(exitCode({}), 2);
        QCOMPARE(exitCode({QStringLiteral("lunar"), QStringLiteral("2"), QStringLiteral("1")}), 2);
        QCOMPARE(exitCode({QStringLiteral("real"), QStringLiteral("0"), QStringLiteral("1")}), 2);
        QCOMPARE(exitCode({QStringLiteral("real"), QStringLiteral("2"), QStringLiteral("x")}), 2);
    }

    void theChallengeTakesManySeeds()
    {
        const auto met = [](const char *seeds) {
            return lesson().definition.challenge(playAll(lesson(), {{"seeds", seeds}})).holds;
        };
        QVERIFY(!met("20"));
        QVERIFY(met("200"));
    }
};

QTEST_GUILESS_MAIN(TestTestingCoroutines)
#include "tst_testing_coroutines.moc"
