// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/practice/testing-coroutines/fixture.h"
#include "lessons/runtime/runtime.h"

#include <QProcess>

namespace awaitscope::lesson_testing_coroutines {

/// Counts what passes, for all rounds of a variant.
struct Tally
{
    Counter &passed;
};

/// Who passed, in the order of the tests and of the seeds.
using Verdicts = std::vector<bool>;

/// The tests in a process of their own, started at once. What it prints is taken into the record: on the real clock as it comes, on
/// the virtual one when it has ended, so that the record does not depend on the machine. Needs a Tally and the parameters as
/// context of the scope. Its end kills the process where that still runs.
class TestProcess : public QProcess
{
public:
    /// `clock` is that of the tests; rounds are told apart by their numbers, from 1.
    TestProcess(Scope &scope, ClockKind clock, int round);

    /// For a process that has ended: the verdicts, of which each is there once; throws std::runtime_error where one is not.
    Verdicts verdicts();
    /// "60 of 60 passed", "58 passed, 2 failed".
    std::string summary();

private:
    void takeLines();
    void take(const TestVerdict &verdict);
    void count(int test);

    Scope &scope_;
    const TaskId task_;
    const TestSettings settings_;
    const int round_;
    std::vector<TestVerdict> taken_;
    QByteArray strange_; ///< the first line that is no verdict
};

/// What the process is taken to cost on the virtual clock.
inline constexpr Ns cost = std::chrono::milliseconds(20);

// What the record says, beside the count of those that passed.

/// The note that a test leaves that fails: "seed 7 too late" of the one with the limit, else "healthAnswers200 failed, seed 7".
std::string failureNote(int test, int seed);
/// The counters that tell of a test with all seeds together, in µs: what it waits for, and how long it took on its own clock and on
/// the machine's. The last is missing on the virtual clock.
std::string waitsCounter(int test, int round);
std::string tookCounter(int test, int round);
std::string neededCounter(int test, int round);

} // namespace awaitscope::lesson_testing_coroutines
