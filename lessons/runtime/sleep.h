// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/scope.h"

namespace awaitscope {

/// The await of a time on the scheduler's clock.
class SleepAwaiter : public Waiter
{
public:
    SleepAwaiter(Scope &scope, Ns length) : Waiter(&scope.scheduler()), scope_(scope), length_(length) { }

    bool await_ready() const { return scope_.cancelRequested(); }
    void await_suspend(std::coroutine_handle<> coroutine);
    void await_resume() const
    {
        if (ready_ || wasCancelled())
            scope_.throwIfCancelled();
    }
    /// Why await_resume() will throw Cancelled; null where it will not.
    const CancelCause *interruption() const { return ready_ || wasCancelled() ? scope_.cancelCause().get() : nullptr; }
    WaitInfo waitsFor() const
    {
        return length_ == Ns::zero() ? WaitInfo{WaitKind::Turn, 0}
                                     : WaitInfo{WaitKind::Timer, static_cast<std::uint64_t>(length_.count())};
    }

private:
    Scope &scope_;
    Ns length_;
    bool ready_ = true;
};

/// What sleep() gives, to be awaited.
class [[nodiscard]] Sleep
{
public:
    Sleep(Scope &scope, Ns length);
    SleepAwaiter operator co_await() const { return SleepAwaiter(*scope_, length_); }

private:
    Scope *scope_;
    Ns length_;
};

/// Lets at least `length` go by; 0 waits for the next turn of the event loop. Throws Cancelled where the scope is or gets
/// cancelled, std::invalid_argument for a negative length.
template <class Rep, class Period> Sleep sleep(Scope &scope, std::chrono::duration<Rep, Period> length)
{
    return Sleep(scope, std::chrono::duration_cast<Ns>(length));
}

} // namespace awaitscope
