// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/result.h"
#include "lessons/trace/trace.h"

namespace awaitscope {

/// The state that an event puts a task into, or nothing where the event is not legal in that state.
/// This table is the meaning of a record; everything that reads one relies on it.
std::optional<TaskState> transition(TaskState from, EventKind event, WaitKind wait = WaitKind::None);

/// How many problems validate() tells of one record.
inline constexpr std::size_t mostProblems = 1000;

/// What is wrong with a record, in the order in which it is met; empty for a good one. Checked: legal transitions
/// only, times that do not run backwards, no two running spans that overlap on one thread, running only within a
/// turn of the loop, each task on its own thread, every cancellation with a request before it, no deadline missed before it
/// was due, no more seats in use than there are, and, in a complete record, an end for every task, deadline and queue.
std::vector<Problem> validate(const Trace &trace);

} // namespace awaitscope
