// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/trace.h"

namespace awaitscope::lesson_loop_monitoring {

/// What one variant's record says of the stall, and of what was logged of it.
class Reading
{
public:
    /// The record must outlive it.
    explicit Reading(const Trace &trace);

    const Trace &trace() const { return trace_; }
    /// Where renderReport blocked the loop; null where it did not come to that.
    const Block *block() const { return block_; }
    Ns stall() const { return block_ ? block_->end - block_->begin : Ns(0); }
    /// The longest turn of the loop.
    Ns longestTurn() const;
    /// What resizeImages did on its thread; null where it did not come to that.
    const Work *work() const { return trace_.works().empty() ? nullptr : &trace_.works().front(); }
    /// From the call for that thread to the end of its work.
    Ns threadTook() const;

    /// The first line that was logged of the stall, and the monitor's word that belongs to it; null where there is none.
    const LogLine *line() const { return line_; }
    const Stall *word() const { return word_; }
    /// How long after the end of the stall the line was logged; below 0 where before it.
    Ns afterStall() const { return line_->time - block_->end; }
    /// How many lines were logged of anything else.
    int otherLines() const;
    /// How many lines were logged of what blocked, but when it was over for longer than that and the thread was at work.
    int linesDuringWork(Ns margin) const;
    /// The monitor named the task that blocked, and its line.
    bool namesCulprit() const;
    /// "renderReport, lesson.cpp line 27", as the monitor named it.
    QString culprit() const;
    /// The longest time that a beat came after it was due.
    Ns latestBeat() const;

private:
    const Trace &trace_;
    const Block *block_ = nullptr;
    const LogLine *line_ = nullptr;
    const Stall *word_ = nullptr;
};

} // namespace awaitscope::lesson_loop_monitoring
