// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/practice/testing-coroutines/claims.h"
#include "lessons/catalog/define.h"
#include "lessons/practice/testing-coroutines/test_process.h"
#include "lessons/trace/caption.h"
#include "lessons/trace/wording.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <set>

namespace awaitscope::lesson_testing_coroutines {

namespace {

using namespace std::chrono_literals;

constexpr int tests = int(testNames.size());

QString tr(const char *source)
{
    return QCoreApplication::translate("awaitscope::lesson_testing_coroutines", source);
}

/// A test with a seed.
struct Trial
{
    int test;
    int seed;
    auto operator<=>(const Trial &) const = default;
};

/// One process of tests, by the record.
struct Round
{
    Ns process{0};
    std::set<Trial> failed;
    std::array<Ns, testNames.size()> waits{}, took{}, needed{};

    Ns allWaits() const { return waits[0] + waits[1] + waits[2]; }
    qsizetype failures(int test) const { return std::ranges::count(failed, test, &Trial::test); }
};

Ns countedIn(const Trace &trace, const std::string &name)
{
    for (const CounterTrack &counter : trace.counters()) {
        if (trace.name(counter.name) == QString::fromStdString(name) && !counter.changes.empty())
            return counter.changes.back().value * 1us;
    }
    return 0us;
}

/// The trial whose failure a note tells; see failureNote().
std::optional<Trial> trialOf(const QString &note)
{
    static const QRegularExpression seed(QStringLiteral("seed (\\d+)"));
    const int number = seed.match(note).captured(1).toInt();
    for (int test = 0; test < tests; ++test) {
        if (number > 0 && note == QString::fromStdString(failureNote(test, number)))
            return Trial{test, number};
    }
    return std::nullopt;
}

/// What one variant's record says.
struct Rounds
{
    explicit Rounds(const Trace &trace)
    {
        for (const TaskInfo &task : trace.tasks()) {
            if (task.name == QLatin1String("runTests"))
                rounds.push_back(roundOf(trace, task, int(rounds.size()) + 1));
        }
        for (const CounterTrack &counter : trace.counters()) {
            if (trace.name(counter.name) == QLatin1String("tests passed") && !counter.changes.empty())
                passed = counter.changes.back().value;
        }
    }

    static Round roundOf(const Trace &trace, const TaskInfo &task, int number)
    {
        Round round;
        for (const std::size_t span : task.spans) {
            if (trace.spans()[span].state == TaskState::InFlight)
                round.process += trace.spans()[span].length();
        }
        for (const Note &note : trace.notes()) {
            const auto trial = trialOf(trace.name(note.text));
            if (note.task == task.id && trial)
                round.failed.insert(*trial);
        }
        for (int test = 0; test < tests; ++test) {
            round.waits[std::size_t(test)] = countedIn(trace, waitsCounter(test, number));
            round.took[std::size_t(test)] = countedIn(trace, tookCounter(test, number));
            round.needed[std::size_t(test)] = countedIn(trace, neededCounter(test, number));
        }
        return round;
    }

    bool both() const { return rounds.size() == 2; }
    qint64 failed() const
    {
        qsizetype sum = 0;
        for (const Round &round : rounds)
            sum += qsizetype(round.failed.size());
        return sum;
    }
    /// The trials of which the rounds think otherwise.
    std::vector<Trial> differing() const
    {
        std::vector<Trial> found;
        if (both())
            std::ranges::set_symmetric_difference(rounds[0].failed, rounds[1].failed, std::back_inserter(found));
        return found;
    }
    qint64 differ() const { return qint64(differing().size()); }
    Ns sum(std::array<Ns, testNames.size()> Round::*lengths, int test) const
    {
        Ns sum{0};
        for (const Round &round : rounds)
            sum += (round.*lengths)[std::size_t(test)];
        return sum;
    }
    Ns sum(std::array<Ns, testNames.size()> Round::*lengths) const { return sum(lengths, 0) + sum(lengths, 1) + sum(lengths, 2); }
    Ns processes() const { return both() ? rounds[0].process + rounds[1].process : 0ns; }

    std::vector<Round> rounds;
    qint64 passed = 0;
};

Rounds roundsIn(const Run &run, const char *variant)
{
    return Rounds(*run.variant(QString::fromLatin1(variant))->trace);
}

qint64 seedsOf(const Run &run)
{
    return run.parameters.value(u"seeds");
}

/// What the tests of one round wait for, by the parameters alone.
Ns waitsOfARound(const Run &run)
{
    Ns sum{0};
    for (int seed = 1; seed <= int(seedsOf(run)); ++seed)
        sum += 2 * waitsOf(seed, run.parameters.duration(u"jitter")).longest();
    return sum;
}

/// The rounds have told every verdict.
bool areWhole(const Rounds &rounds, const Run &run)
{
    return rounds.both() && rounds.passed + rounds.failed() == 2 * tests * seedsOf(run);
}

Verdict judgeVirtualSame(const Run &run)
{
    const Rounds rounds = roundsIn(run, "virtual-clock");
    return {areWhole(rounds, run) && rounds.differ() == 0,
        tr("Verdicts that differ between the rounds: %1 of %2.").arg(rounds.differ()).arg(tests * seedsOf(run))};
}

Verdict judgeVirtualPass(const Run &run)
{
    const Rounds rounds = roundsIn(run, "virtual-clock");
    return {areWhole(rounds, run) && rounds.failed() == 0,
        tr("%1 of %2 passed; the longest wait of the tests may be %3, and that is their limit.")
            .arg(rounds.passed)
            .arg(2 * tests * seedsOf(run))
            .arg(readableLength(serviceTakes + run.parameters.duration(u"jitter")))};
}

Verdict judgeVirtualInstant(const Run &run)
{
    const Rounds rounds = roundsIn(run, "virtual-clock");
    const Ns expected = 2 * waitsOfARound(run), took = rounds.sum(&Round::took);
    QString measured
        = tr("On their own clocks the tests took %1 for %2 of waits.").arg(readableLength(took), readableLength(expected));
    if (run.clock == ClockKind::Real)
        measured += tr(" The machine needed %1 for them, and %2 with their two processes.")
                        .arg(readableLength(rounds.sum(&Round::needed)), readableLength(rounds.processes()));
    return {areWhole(rounds, run) && took == expected, measured};
}

Verdict judgeRealWaits(const Run &run)
{
    const Rounds rounds = roundsIn(run, "real-clock");
    const Ns expected = waitsOfARound(run);
    if (!areWhole(rounds, run))
        return {false, tr("%1 of 2 rounds are there.").arg(rounds.rounds.size())};
    return {rounds.rounds[0].process >= expected && rounds.rounds[1].process >= expected,
        tr("The rounds took %1 and %2; each waits for %3 at least.")
            .arg(readableLength(rounds.rounds[0].process), readableLength(rounds.rounds[1].process), readableLength(expected))};
}

Verdict judgeRealVerdicts(const Run &run)
{
    const Rounds rounds = roundsIn(run, "real-clock");
    qint64 late = 0;
    for (const Round &round : rounds.rounds)
        late += round.failures(limitedTest);
    return {areWhole(rounds, run) && rounds.failed() == late,
        tr("takesTheLongestWait failed %1 of %2 times, the other tests %3 times. Verdicts that differ between the rounds: %5 "
           "of %4.")
            .arg(late)
            .arg(2 * seedsOf(run))
            .arg(rounds.failed() - late)
            .arg(tests * seedsOf(run))
            .arg(rounds.differ())};
}

Verdict judgeHealth(const Run &run)
{
    bool holds = true;
    QStringList findings;
    for (const VariantRun &variant : run.variants) {
        if (variant.outcome == RunOutcome::Cancelled)
            continue;
        const Rounds rounds(*variant.trace);
        qint64 refused = 0;
        for (const Round &round : rounds.rounds)
            refused += round.failures(healthTest);
        holds = holds && areWhole(rounds, run) && refused == 0;
        findings << tr("%1: %2 of %3 were 200").arg(variant.title).arg(2 * seedsOf(run) - refused).arg(2 * seedsOf(run));
    }
    return {holds, findings.join(QStringLiteral("; ")) + u'.'};
}

/// "; seeds 6, 12 and 17 differ", or nothing where the rounds agree on a test.
QString differenceOf(const Rounds &rounds, int test)
{
    QStringList seeds;
    for (const Trial &trial : rounds.differing()) {
        if (trial.test == test)
            seeds << QString::number(trial.seed);
    }
    if (seeds.isEmpty())
        return {};
    if (seeds.size() == 1)
        return tr("; seed %1 differs").arg(seeds.first());
    return seeds.size() <= 4 ? tr("; seeds %1 differ").arg(listed(seeds)) : tr("; %1 seeds differ").arg(seeds.size());
}

/// "20 of 20 in both rounds; each 21 ms".
ResultRow rowOf(const Rounds &rounds, int test, qint64 seeds, bool virtualClock)
{
    const qint64 first = rounds.rounds[0].failures(test), second = rounds.rounds[1].failures(test);
    const bool passed = first == 0 && second == 0;
    ResultRow row{QString::fromLatin1(testNames[std::size_t(test)]),
        passed ? ResultRow::Kind::Succeeded : ResultRow::Kind::Failed, {}, passed ? tr("passed") : tr("failed")};
    row.detail
        = passed ? tr("%1 of %1 in both rounds").arg(seeds) : tr("%1 of %3, then %2 of %3").arg(first).arg(second).arg(seeds);
    row.detail += differenceOf(rounds, test);
    const Ns took = rounds.sum(&Round::took, test) / (2 * seeds), needed = rounds.sum(&Round::needed, test) / (2 * seeds);
    row.detail += tr("; each %1").arg(readableLength(took));
    if (virtualClock && needed > Ns(0))
        row.detail += tr(" long, %1 real").arg(readableLength(needed));
    return row;
}

} // namespace

std::vector<ClaimSpec> claims()
{
    return {
        claim("real-waits", judgeRealWaits, {"real-clock"}),
        claim("real-verdicts", judgeRealVerdicts, {"real-clock"}),
        claim("virtual-instant", judgeVirtualInstant, {"virtual-clock"}),
        claim("virtual-same", judgeVirtualSame, {"virtual-clock"}),
        claim("virtual-pass", judgeVirtualPass, {"virtual-clock"}),
        claim("health", judgeHealth, {"virtual-clock"}),
    };
}

Verdict judgeChallenge(const Run &run)
{
    if (!run.variant(u"virtual-clock"))
        return {false, tr("This run has 0 tests on the virtual clock.")};
    const Ns waits = roundsIn(run, "virtual-clock").sum(&Round::waits);
    return {waits > 10s, tr("The virtual tests stand for %1 of waits.").arg(readableLength(waits))};
}

std::vector<Metric> metrics(const VariantRun &variant)
{
    const Rounds rounds(*variant.trace);
    return {
        metric("passed", rounds.passed),
        metric("failed", rounds.failed()),
        metric("verdicts_differ", rounds.differ()),
        metric("waits_ns", rounds.sum(&Round::waits)),
        metric("tests_took_ns", rounds.sum(&Round::took)),
        metric("processes_ns", rounds.processes()),
    };
}

std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &)
{
    const Rounds rounds(*variant.trace);
    if (!rounds.both())
        return {};
    const qint64 failed = rounds.failed(), all = rounds.passed + failed;
    std::vector<SubjectNote> notes{{tr("%1 of %2 tests passed").arg(rounds.passed).arg(all), failed == 0}};
    if (const qint64 differ = rounds.differ())
        notes.push_back({differ == 1 ? tr("1 verdict differs") : tr("%1 verdicts differ").arg(differ), false});
    else
        notes.push_back({tr("same verdicts twice"), true});
    return notes;
}

ResultTable results(const VariantRun &variant, const ParameterSet &parameters)
{
    ResultTable table;
    const Rounds rounds(*variant.trace);
    if (!rounds.both() || variant.outcome != RunOutcome::Done)
        return table;
    for (int test = 0; test < tests; ++test)
        table.push_back(rowOf(rounds, test, parameters.value(u"seeds"), variant.id == QLatin1String("virtual-clock")));
    return table;
}

} // namespace awaitscope::lesson_testing_coroutines
