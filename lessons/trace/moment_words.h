// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/trace.h"

namespace awaitscope {

/// The innermost event loop of its own in which a task stands after the first `applied` events; null where it stands in none.
const NestedLoop *nestedAfter(const Trace &trace, const TaskInfo &task, std::size_t applied);
/// What one task does at a time, after the first `applied` events, without its subject: "waits on line 23 for getUser".
QString momentPhrase(const Trace &trace, const TaskInfo &task, std::size_t applied, Ns now);
/// Of a task that has ended what it started and left running: ", yet getUser is still out". Else empty.
QString orphansAfter(const Trace &trace, const TaskInfo &task, std::size_t applied);
/// A generator that somebody keeps waiting: "; streamLogs waits for its consumer, four given so far". Empty where there is none.
QString generatorsAfter(const Trace &trace, std::size_t applied);
/// How far the next deadline is, or how far it has been passed by a task that has not answered: ", 80 ms before the deadline
/// of 200 ms". Empty where there is none.
QString deadlineAfter(const Trace &trace, Ns now);

} // namespace awaitscope
