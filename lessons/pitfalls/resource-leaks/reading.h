// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/run.h"

namespace awaitscope::lesson_resource_leaks {

/// One request of a run.
struct Request
{
    const TaskInfo *task = nullptr;
    int opened = 0; ///< connections that it opened, and that it closed
    int closed = 0;

    bool answered() const { return task->outcome == TaskState::Done; }
    /// The pool had no connection for it.
    bool refused() const { return task->outcome == TaskState::Failed && opened == 0; }
};

/// How something that is counted went up and down.
struct Level
{
    std::vector<std::pair<TaskId, std::uint32_t>> byTasks; ///< each change that a task made, with the value after it
    std::uint32_t most = 0;
    std::uint32_t left = 0; ///< after the last task
    std::uint32_t last = 0; ///< after the run had closed what was left
};

/// What a variant's record says of its requests, its connections and the open files.
class Reading
{
public:
    explicit Reading(const Trace &trace);

    /// In order of their arrival.
    const std::vector<Request> &requests() const { return requests_; }
    const Level &connections() const { return connections_; }
    const Level &files() const { return files_; }
    qsizetype answered() const;
    qsizetype refused() const;
    /// How many of those that were not refused were at work at once at most.
    std::uint32_t mostAtWork() const;

private:
    std::vector<Request> requests_;
    Level connections_;
    Level files_;
};

} // namespace awaitscope::lesson_resource_leaks
