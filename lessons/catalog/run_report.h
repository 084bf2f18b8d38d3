// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"

namespace awaitscope {

/// What `run --json` writes of a run: one line of JSON, without a line end. Times are whole ns. The same run on the
/// virtual clock gives the same bytes.
QByteArray runReport(const Run &run);

/// What `list --json` writes: one line of JSON, without a line end.
QByteArray listReport(std::span<const Lesson> lessons);

/// "done", "failed", "cancelled", "timedOut" or "leftBehind".
QString outcomeId(RunOutcome outcome);

/// Who cancelled a task: the id of a task, or "user", "deadline", "closing"; empty where it was not cancelled.
QString cancelledBy(const Trace &trace, const TaskInfo &task);

} // namespace awaitscope
