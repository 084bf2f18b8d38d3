// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/scheduler.h"

namespace awaitscope {

/// Follows the stretches in which a piece of work keeps the event loop from turning. One begins with each resumption and ends when
/// that returns. A nested event loop ends it too, as events are served again there; what the task does after it is another
/// stretch. Made while a task runs, it begins in the middle of one. The base of the monitors that look for a culprit.
class BusyStretches : protected LoopObserver
{
public:
    BusyStretches(const BusyStretches &) = delete;
    BusyStretches &operator=(const BusyStretches &) = delete;

protected:
    /// On the scheduler's thread; the scheduler must outlive it.
    explicit BusyStretches(Scheduler &scheduler) : scheduler_(scheduler) { }
    ~BusyStretches() = default;

    /// Begins to follow; for the constructors of those that derive from this, as the functions below are theirs.
    void follow();
    Scheduler &scheduler() const { return scheduler_; }
    bool busy() const { return busy_; }

    virtual void stretchBegins() = 0;
    virtual void stretchEnds() = 0;
    /// The stretch that began is none: a nested event loop was waiting in it.
    virtual void stretchDropped() = 0;

private:
    void workBegins() final;
    void workEnds() final;
    void begin();
    void end();

    Scheduler &scheduler_;
    int depth_ = 0; ///< of pieces of work, above 1 inside nested event loops
    bool busy_ = false;
    QObject connections_;
};

} // namespace awaitscope
