// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/cancelled.h"
#include "lessons/runtime/ready_queue.h"
#include "lessons/runtime/timer_heap.h"
#include "lessons/trace/event.h"

#include <coroutine>

namespace awaitscope {

class Alarm;
class Scheduler;
class Scope;

/// What an awaitable tells the record about itself.
struct WaitInfo
{
    WaitKind kind = WaitKind::Unknown;
    std::uint64_t payload = 0; ///< see WaitKind
};

/// A wait of one coroutine, living in its frame: the base of the awaiters of this folder. It can stand in its scope's
/// list (where a cancellation finds it), in the timer heap and in the ready queue, and leaves them when it is destroyed.
/// It is resumed once, from a turn of the event loop, never by the call that wakes it.
class Waiter : public ReadyNode, public TimerNode, public ListNode<class ScopeWaiters>
{
public:
    /// The scheduler may be null for a wait that is over before it begins.
    explicit Waiter(Scheduler *scheduler) : scheduler_(scheduler) { }

    /// Posts the coroutine to the ready queue. Does nothing where it is not suspended or has been woken before.
    void wake();
    /// The same, with a Cancelled that the awaiter throws when it resumes.
    void cancel();

    Scheduler &scheduler() const { return *scheduler_; }
    /// Resumes the coroutine. Only for the scheduler.
    void resume()
    {
        if (coroutine_) [[likely]]
            coroutine_.resume();
        else
            ringAlarm();
    }

protected:
    ~Waiter() = default;

    /// Begins the wait. In a cancelled scope it ends with the next turn; without a scope it cannot be cancelled.
    void suspend(std::coroutine_handle<> coroutine, Scope *scope);
    /// Begins a wait for the next turn of the event loop, or until a deadline.
    void suspendForTurn(std::coroutine_handle<> coroutine, Scope *scope);
    void suspendUntil(std::coroutine_handle<> coroutine, Scope *scope, Ns deadline);
    bool wasCancelled() const { return state_ == State::Cancelled; }
    /// True from the begin of the wait until something wakes it.
    bool waiting() const { return state_ == State::Waiting; }
    /// Ends the wait without resuming anybody.
    void abandon();

private:
    void ringAlarm();

    enum class State : std::uint8_t { Idle, Waiting, Woken, Cancelled };

    Scheduler *scheduler_;
    std::coroutine_handle<> coroutine_;
    State state_ = State::Idle;
};

/// Something to be done from a turn of the event loop: at a time, or after a scope was cancelled. Is used for one of the two, once.
class Alarm : public Waiter
{
public:
    explicit Alarm(Scheduler &scheduler) : Waiter(&scheduler) { }

    /// Rings at a time, or in the next turn where that has passed.
    void setFor(Ns time) { suspendUntil({}, nullptr, time); }
    /// The same for an alarm that keeps no run going, a heartbeat's: where nothing but such alarms is left, a virtual run has ended or
    /// is in a deadlock.
    void setDaemonFor(Ns time);
    /// Rings in the turn after the scope was cancelled, or in the next where it is.
    void setForCancelOf(Scope &scope) { suspend({}, &scope); }
    /// It will not ring.
    void stop() { abandon(); }

protected:
    ~Alarm() = default;

private:
    friend class Waiter;
    virtual void ring() = 0;
};

} // namespace awaitscope
