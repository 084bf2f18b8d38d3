// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/trace.h"

namespace awaitscope::lesson_blocking_the_loop {

/// What one variant's record says of its loop and of those who share it.
class Reading
{
public:
    /// The record must outlive it.
    explicit Reading(const Trace &trace);

    const Trace &trace() const { return trace_; }
    /// The longest turn of the loop: for so long nothing else could run.
    Ns longestStall() const;
    /// Where the loop was blocked on purpose; null where it was not.
    const Block *block() const { return trace_.blocks().empty() ? nullptr : &trace_.blocks().front(); }
    /// How many beats never came, as one that was due before them came too late.
    int beatsMissed() const;
    bool beatWhile(const Block &block) const;

    /// The requests of others, in the order in which they are due.
    const std::vector<const TaskInfo *> &requests() const { return requests_; }
    /// How much later than it was due a request's wait ended, the latest one.
    Ns latest() const;

    /// The line of the shown code on which a variant blocks; 0 where it has none.
    int blockingLine(QStringView variant) const;
    /// The block was on that statement.
    bool blockedAt(int line) const;

private:
    const Trace &trace_;
    std::vector<const TaskInfo *> requests_;
};

/// When the request of that number, from 0, is due, from the run's zero.
Ns dueOf(std::size_t request);

} // namespace awaitscope::lesson_blocking_the_loop
