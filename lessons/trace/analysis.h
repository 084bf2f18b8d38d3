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
/// True where two records are of the same code, so that their lengths may say something of each other. Those without shown code are.
bool ofSameCode(const Trace &one, const Trace &other);
/// sumOfWaits() − timeInFlight(): what overlapping saved against doing the same waits one after another.
Ns savedByOverlap(const Trace &trace);
/// The largest number of waits in flight at one instant.
int mostInFlight(const Trace &trace);
/// How many tasks ended with a failure of their own or of another.
std::ptrdiff_t failedTasks(const Trace &trace);
/// Sum of all running spans.
Ns timeRunning(const Trace &trace);
/// The longest running span; null where nothing ran.
const Span *longestRunning(const Trace &trace);
/// The waits that decided how long the run took: from its end back to its begin, each wait in flight that ended last
/// before the next began. In order of time.
std::vector<const Span *> criticalWaits(const Trace &trace);

/// The tasks into which a request to cancel was thrown and that have ended, in order of their ids.
std::vector<const TaskInfo *> reachedBy(const Trace &trace, const CancelRequest &request);
/// From the cancellation that was thrown into a wait of the task to its end; 0 where none was.
Ns cleanupTime(const Trace &trace, const TaskInfo &task);
/// The deadline whose timer made a request: the one that was due last before it. Null where a deadline made none.
const Deadline *deadlineBehind(const Trace &trace, const CancelRequest &request);
/// The next deadline around another: of the same task or of one above, set before and not over by then. Null where there is none.
const Deadline *enclosingDeadline(const Trace &trace, const Deadline &deadline);
/// The deadlines of known tasks that lie in no other.
std::vector<const Deadline *> outermostDeadlines(const Trace &trace);

/// True for a generator that was destroyed while it waited for its consumer.
bool stoppedByItsConsumer(const Trace &trace, const TaskInfo &task);
/// The largest number of worker threads that worked at one instant.
int mostWorkers(const Trace &trace);
/// The longest turn of the outermost event loop: for so long nothing else could run. Null where there was no turn.
const Turn *longestTurn(const Trace &trace);

/// For how long of a stretch of the record the event loop slept on although a timer was due or a worker thread was through: how
/// late the machine woke it. For what a task holds the loop is no part of it.
Ns overslept(const Trace &trace, Ns from = Ns(0), Ns to = Ns::max());

/// A wait in line that ended with what was asked for, or without.
struct LineWait
{
    TaskId task;
    TaskId before; ///< whose unit it got; none where that is not known
    Ns begin{0};
    Ns end{0};
    bool granted = false;

    Ns length() const { return end - begin; }
};
/// Who stood in line for a resource, in order of the ends.
std::vector<LineWait> lineWaits(const Resource &resource);

} // namespace awaitscope
