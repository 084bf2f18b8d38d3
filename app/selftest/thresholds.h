// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/selftest/check.h"

#include <QVersionNumber>

#include <chrono>
#include <span>

namespace awaitscope {

using Nanoseconds = std::chrono::nanoseconds;

/// From where on what was measured is a limit, or unfit. All are pure functions.
inline constexpr Nanoseconds fineWakeUp = std::chrono::milliseconds(2); ///< 99 of 100 waits are no later
inline constexpr Nanoseconds usableWakeUp = std::chrono::milliseconds(20); ///< the median wait is no later
inline constexpr Nanoseconds fineClockStep = std::chrono::microseconds(10);
inline constexpr Nanoseconds fineTransaction = std::chrono::milliseconds(200);
inline constexpr qint64 fineMemory = qint64(1) << 30; ///< bytes
inline constexpr qint64 fineFreeSpace = qint64(50) << 20; ///< bytes

/// The p-th percentile (0 to 100, nearest rank) of samples in rising order; zero of none.
Nanoseconds percentile(std::span<const Nanoseconds> sorted, int p);

/// Of the real clock: how late waits end, and the smallest step that it makes.
Fitness clockFitness(Nanoseconds medianLate, Nanoseconds lateOf99, Nanoseconds step);
/// Of the Qt that runs, beside the one that the program was built with.
Fitness qtFitness(const QVersionNumber &built, const QVersionNumber &running);
/// Of processors and memory in bytes; 0 for one that is not known.
Fitness machineFitness(int processors, qint64 memory);

/// "1.25 ms", "480 ns": three digits.
QString shortTime(Nanoseconds time);
/// "7.8 GB": of 1000 MB each, as disks are sold and file managers count.
QString shortSize(qint64 bytes);

} // namespace awaitscope
