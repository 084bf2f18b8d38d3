// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/practice/testing-coroutines/test_process.h"
#include "lessons/catalog/lesson_program.h"
#include "lessons/catalog/parameters.h"

namespace awaitscope::lesson_testing_coroutines {

using namespace std::chrono_literals;

namespace {

TestSettings settingsOf(Scope &scope, ClockKind clock)
{
    const ParameterSet &parameters = scope.context<ParameterSet>();
    return {.clock = clock, .seeds = int(parameters.value(u"seeds")), .jitter = parameters.duration(u"jitter")};
}

} // namespace

TestProcess::TestProcess(Scope &scope, ClockKind clock, int round) :
    scope_(scope),
    task_(scope.scheduler().currentTask()),
    settings_(settingsOf(scope, clock)),
    round_(round)
{
    const LessonProgram program = lessonProgram(QStringLiteral("testing-coroutines"), testArguments(settings_));
    setProgram(program.file);
    setArguments(program.arguments);
    setStandardInputFile(nullDevice());
    setStandardErrorFile(nullDevice());
    if (scope.scheduler().clock() == ClockKind::Real)
        connect(this, &QProcess::readyReadStandardOutput, this, [this] { takeLines(); });
    start(QIODevice::ReadOnly);
}

void TestProcess::takeLines()
{
    while (canReadLine()) {
        const QByteArray line = readLine();
        if (const auto verdict = toVerdict(line))
            take(*verdict);
        else if (strange_.isEmpty())
            strange_ = line.trimmed();
    }
}

void TestProcess::take(const TestVerdict &verdict)
{
    taken_.push_back(verdict);
    Scheduler &scheduler = scope_.scheduler();
    if (verdict.passed) {
        scope_.context<Tally>().passed.add(1);
    } else {
        const NameId text = scheduler.recorder()->intern(failureNote(verdict.test, verdict.seed));
        scheduler.record(EventKind::Noted, task_, text.number());
    }
}

Verdicts TestProcess::verdicts()
{
    takeLines();
    if (!strange_.isEmpty())
        throw std::runtime_error("the tests said what is no verdict: " + strange_.toStdString());
    const std::size_t all = testNames.size() * std::size_t(settings_.seeds);
    Verdicts verdicts(all), told(all);
    for (const TestVerdict &verdict : taken_) {
        const bool known = verdict.seed >= 1 && verdict.seed <= settings_.seeds;
        const std::size_t place = std::size_t(verdict.test) * std::size_t(settings_.seeds) + std::size_t(verdict.seed - 1);
        if (!known || told[place])
            throw std::runtime_error("the tests told a verdict that nobody asked for");
        told[place] = true;
        verdicts[place] = verdict.passed;
    }
    if (taken_.size() != all)
        throw std::runtime_error("the tests told " + std::to_string(taken_.size()) + " of " + std::to_string(all) + " verdicts");
    if ((exitCode() == 0) != std::ranges::all_of(taken_, &TestVerdict::passed))
        throw std::runtime_error("the process of the tests ended with " + std::to_string(exitCode()));
    for (int test = 0; test < int(testNames.size()); ++test)
        count(test);
    return verdicts;
}

/// Writes down what a test took with all its seeds.
void TestProcess::count(int test)
{
    Ns waits{0}, took{0}, needed{0};
    for (const TestVerdict &verdict : taken_) {
        if (verdict.test != test)
            continue;
        waits += test == healthTest ? 0ns : waitsOf(verdict.seed, settings_.jitter).longest();
        took += verdict.took;
        needed += verdict.needed;
    }
    const auto write = [this](const std::string &name, Ns length) { Counter(scope_, name).add(int(length / 1us)); };
    write(waitsCounter(test, round_), waits);
    write(tookCounter(test, round_), took);
    if (scope_.scheduler().clock() == ClockKind::Real)
        write(neededCounter(test, round_), needed);
}

std::string TestProcess::summary()
{
    takeLines();
    const auto passed = std::ranges::count(taken_, true, &TestVerdict::passed);
    const auto failed = std::ssize(taken_) - passed;
    if (failed == 0)
        return std::to_string(passed) + " of " + std::to_string(passed) + " passed";
    return std::to_string(passed) + " passed, " + std::to_string(failed) + " failed";
}

std::string failureNote(int test, int seed)
{
    if (test == limitedTest)
        return "seed " + std::to_string(seed) + " too late";
    return std::string(testNames[std::size_t(test)]) + " failed, seed " + std::to_string(seed);
}

namespace {

std::string counterName(int test, const char *does, int round)
{
    return std::string(testNames[std::size_t(test)]) + ' ' + does + " in round " + std::to_string(round) + ", µs";
}

} // namespace

std::string waitsCounter(int test, int round)
{
    return counterName(test, "waits", round);
}

std::string tookCounter(int test, int round)
{
    return counterName(test, "took", round);
}

std::string neededCounter(int test, int round)
{
    return counterName(test, "needed", round);
}

} // namespace awaitscope::lesson_testing_coroutines
