// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/ids.h"

#include <QByteArray>

#include <algorithm>
#include <array>
#include <optional>

namespace awaitscope::lesson_testing_coroutines {

/// The test functions, in the order in which they run.
inline constexpr std::array testNames{"loadsThreeResults", "takesTheLongestWait", "healthAnswers200"};
inline constexpr int limitedTest = 1; ///< its position; the one with a limit of time
inline constexpr int healthTest = 2; ///< its position; the one that asks over the wire and waits for no timer

/// What one test function found with one seed.
struct TestVerdict
{
    int test = 0; ///< position in testNames
    int seed = 1;
    bool passed = false;
    Ns took{0}; ///< on the clock of the test
    Ns needed{0}; ///< on the machine's
};

/// One line, as the process of the tests prints it.
QByteArray toLine(const TestVerdict &verdict);
/// The verdict of a line, or nothing for any other text.
std::optional<TestVerdict> toVerdict(const QByteArray &line);

/// How long each of the three services takes with a seed.
struct Waits
{
    Ns user{0};
    Ns logs{0};
    Ns metrics{0};

    Ns longest() const { return std::max({user, logs, metrics}); }
};
/// Each service takes this, and with it what chance adds: 0 up to the jitter, in whole microseconds.
inline constexpr Ns serviceTakes = std::chrono::milliseconds(15);
Waits waitsOf(int seed, Ns jitter);

} // namespace awaitscope::lesson_testing_coroutines
