// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/runtime.h"

#include <functional>

namespace awaitscope::bench {

/// What a figure is to be.
struct Goal
{
    enum class Of { Nothing, Value, Ratio };
    Of of = Of::Nothing;
    bool atLeast = false; ///< else at most
    double bound = 0;
};
inline Goal valueAtMost(double bound)
{
    return {Goal::Of::Value, false, bound};
}
inline Goal ratioAtMost(double bound)
{
    return {Goal::Of::Ratio, false, bound};
}
inline Goal ratioAtLeast(double bound)
{
    return {Goal::Of::Ratio, true, bound};
}

/// One measured value beside that of a peer, measured in the same run.
struct Figure
{
    std::string name;
    double value = 0;
    std::string unit;
    std::string peer; ///< empty for none
    double peerValue = 0; ///< 0 where the peer is not there
    bool timesFaster = false; ///< the ratio says how many times faster than the peer, else how many times its value
    Goal goal;

    /// 0 without a peer.
    double ratio() const;
};

/// Prints the figure as one JSON line, and keeps it for the table.
void report(const Figure &figure);
/// Writes all figures with their goals to standard error, for a reader.
void printTable();

/// The value below which that share of the values lies. Not for none.
double percentile(std::vector<double> values, double share);
inline double median(std::vector<double> values)
{
    return percentile(std::move(values), 0.5);
}

double nanosecondsSince(std::chrono::steady_clock::time_point begin);

/// A run of its own on the given clock; throws what it failed with.
void play(ClockKind clock, const std::function<QCoro::Task<void>(Scope &)> &coroutine);
/// The number that a Python script prints; 0 where there is no python3.
double inPython(const char *script);

/// The themes. Each prints its figures.
void benchTasks();
void benchSleep();
void benchGather();
void benchCancel();
void benchStore();
void benchStart();
/// Makes an application of its own: there may be no other.
void benchWindow();

inline constexpr int rounds = 5;
inline constexpr int many = 100'000;

} // namespace awaitscope::bench
