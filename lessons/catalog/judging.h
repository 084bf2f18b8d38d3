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

/// True of work that ran to its end: exactly so long on the virtual clock, and not shorter on the real one, where what sleeps or
/// computes may have to wait for the processor.
bool ranItsTime(const Run &run, Ns measured, Ns expected);

/// A stretch of a variant's record that a claim measures.
struct Stretch
{
    const Trace &trace;
    Ns begin{0};
    Ns end{0};

    Ns length() const { return end - begin; }
};

/// The same of a stretch. On the real clock it may also be longer by as much of it as the machine woke the loop late.
bool isExpected(const Run &run, const Stretch &measured, Ns expected);

/// How long after a task one that it started began. On the real clock, and within one turn of the loop, which a busy machine may
/// draw out; else 0, so that whoever starts work too late is seen to be late.
Ns begunAfter(const Run &run, const Trace &trace, const TaskInfo &starter, const TaskInfo &started);

/// The end of a measured sentence: what the run's clock allows. Empty on the virtual clock.
QString toleranceNote(const Run &run, Ns expected);
QString toleranceNote(const Run &run, const Stretch &measured, Ns expected);

/// The first two running spans that overlap, on whatever threads, or nulls where there are none.
std::pair<const Span *, const Span *> overlappingSpans(const Trace &trace);

} // namespace awaitscope
