// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/scheduler.h"

#include <QString>

#include <source_location>

namespace awaitscope {

/// A monitor's word that the event loop was blocked.
struct StallReport
{
    Monitor monitor = Monitor::SlowCallback;
    Ns seen{0}; ///< when the monitor noticed, on the run's clock
    Ns blocked{0}; ///< for how long the loop had been blocked by then
    Ns threshold{0};
    TaskId task; ///< the culprit; none where it is not known, or no traced task
    /// Where the culprit blocked, as blockFor() tells, else where it had last gone on; of a task that has not waited yet, the end
    /// of its function. Line 0 without a culprit.
    std::source_location where;
    std::source_location until; ///< the wait that the culprit came to; line 0 where it came to none, or not yet
};

/// "task 3, getUser, kept the event loop busy for 151 ms (threshold 50 ms), from user.cpp:12 to user.cpp:15".
QString stallText(const StallReport &report);

/// Writes stallText() as a warning of the category "awaitscope.loop", and the report with that line into the record. From the thread
/// that `log` belongs to.
void reportStall(Recorder &recorder, ThreadLog &log, const StallReport &report);

/// Gives a positive threshold or interval back; throws std::invalid_argument, in the name of `who`, for another.
Ns checkedPositive(Ns length, const char *who);

/// As the payload of a position tells it; line 0 for none.
std::source_location locationAt(std::uint64_t site);

} // namespace awaitscope
