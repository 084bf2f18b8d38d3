// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/trace.h"

namespace awaitscope {

/// How sentences speak of the tasks of a record. Names are those on the lanes.

/// "getUser", or "getUser 2" where others have the name: its number among them, in order of their ids.
QString laneName(const Trace &trace, const TaskInfo &task);
/// Tasks in a few words, names counted where they share one: "five of the six processItem", "all six processItem",
/// "getUser and getLogs"; the number of tasks where there are more than three names.
QString namesOf(const Trace &trace, const std::vector<const TaskInfo *> &tasks);
/// The tasks that no other started, in order of their ids.
std::vector<const TaskInfo *> rootsOf(const Trace &trace);
/// True where the task is below another, at any depth.
bool isBelow(const Trace &trace, const TaskInfo &task, const TaskInfo &above);

} // namespace awaitscope
