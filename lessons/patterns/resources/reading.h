// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/run.h"

namespace awaitscope::lesson_resources {

/// One of the tasks that opened a connection and left it in one of three ways.
struct Leaver
{
    const TaskInfo *task = nullptr;
    const TaskInfo *work = nullptr; ///< what it did with the connection; null where it did not come to that
    const TaskInfo *cleanup = nullptr; ///< the task that closed it, where one did
    int opened = 0;
    int closed = 0; ///< by the task and what it started
    int blocks = 0; ///< stretches in which it blocked the loop
    Ns blocked{0};
};

/// What a variant's record says of its connections.
class Reading
{
public:
    explicit Reading(const Trace &trace);

    /// In order of their starts.
    const std::vector<Leaver> &leavers() const { return leavers_; }
    int opened() const;
    /// How many were open when the last task had ended.
    int leftOpen() const;
    int blocks() const;
    Ns blocked() const;
    /// When the last task ended.
    Ns lastEnd() const { return lastEnd_; }

private:
    std::vector<Leaver> leavers_;
    Ns lastEnd_{0};
};

} // namespace awaitscope::lesson_resources
