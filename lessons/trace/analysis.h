// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/trace.h"

namespace awaitscope {

/// The spans in which tasks were in flight, in order of their begin. These are the waits that something outside
/// the coroutines decides: timers, sockets, queries, threads.
std::vector<const Span *> waitsInFlight(const Trace &trace);
/// Sum of the lengths of all waits in flight.
Ns sumOfWaits(const Trace &trace);
/// How long at least one wait was in flight.
Ns timeInFlight(const Trace &trace);
/// sumOfWaits() − timeInFlight(): what overlapping saved against doing the same waits one after another.
Ns savedByOverlap(const Trace &trace);
/// The largest number of waits in flight at one instant.
int mostInFlight(const Trace &trace);
/// Sum of all running spans.
Ns timeRunning(const Trace &trace);
/// The longest running span; null where nothing ran.
const Span *longestRunning(const Trace &trace);
/// The waits that decided how long the run took: from its end back to its begin, each wait in flight that ended last
/// before the next began. In order of time.
std::vector<const Span *> criticalWaits(const Trace &trace);

} // namespace awaitscope
