// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/run.h"

namespace awaitscope {

/// How much longer than expected a length may be: nothing on the virtual clock, 10 ms and 5 % on the real one. On two cores with
/// four busy processes beside them a timer was seen to be 8.6 ms late.
Ns tolerance(ClockKind clock, Ns expected);

/// True where a measured length is the expected one, within the tolerance of the run's clock. On the real clock it may
/// be 1 ms shorter.
bool isExpected(const Run &run, Ns measured, Ns expected);

/// The end of a measured sentence: what the run's clock allows. Empty on the virtual clock.
QString toleranceNote(const Run &run, Ns expected);

/// The first two running spans that overlap, on whatever threads, or nulls where there are none.
std::pair<const Span *, const Span *> overlappingSpans(const Trace &trace);

} // namespace awaitscope
