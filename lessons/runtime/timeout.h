// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/shield.h"
#include "lessons/runtime/timed_out.h"

namespace awaitscope {

/// What is left of the time until a deadline; a value, taken at one moment.
class Budget
{
public:
    /// Without a limit.
    Budget() = default;
    explicit Budget(Ns left) : left_(left) { }

    bool limited() const { return left_ != Ns::max(); }
    /// May be zero or negative; Ns::max() without a limit.
    Ns left() const { return left_; }
    /// Nothing is left.
    bool expired() const { return left_ <= Ns::zero(); }
    /// A part set aside: `remainingBudget(scope) - 20ms`. May be negative then: that is an expired budget, not a mistake.
    Budget operator-(Ns part) const { return limited() ? Budget(left_ - part) : Budget(); }
    bool operator==(const Budget &) const = default;

private:
    Ns left_ = Ns::max();
};

/// What is left now of the earliest deadline that the scope stands under.
Budget remainingBudget(const Scope &scope);

/// Watches over what runs in a scope of its own until a deadline, and cancels it then. Writes into the record how it went.
class DeadlineWatch : public MemberObserver, private Alarm
{
public:
    /// The deadline counts from now; Ns::max() is none. `scope` is the one around.
    DeadlineWatch(Scope &scope, Ns length);
    ~DeadlineWatch();

    Ns due() const { return due_; }
    /// Begins to watch what was spawned in that scope, which is made with this as its observer.
    void watch(Scope &scope);
    /// Nothing was left of the time: nothing is begun.
    void giveUp() { conclude(EventKind::DeadlineMissed); }
    /// Throws TimedOut where the task ended because this cancelled it, or where nothing was begun.
    void throwIfTimedOut(const SpawnState *task) const;

private:
    void memberEnded(SpawnState &task) override;
    void ring() override;
    void conclude(EventKind how);

    Scope &outer_;
    Scope *inner_ = nullptr;
    const Ns length_;
    const Ns due_;
    std::uint32_t number_ = 0; ///< in the record; 0 without a deadline
    bool concluded_ = false;
    std::shared_ptr<const CancelCause> cause_; ///< of its own request
};

/// Throws std::invalid_argument for a negative time.
void throwIfNegative(Ns length);

/// The await of work under a deadline.
template <class T> class TimeoutAwaiter : public GoneWait
{
public:
    TimeoutAwaiter(SpawnPromise<T> &task, const DeadlineWatch &watch) : GoneWait(task), task_(task), watch_(watch) { }
    T await_resume()
    {
        watch_.throwIfTimedOut(&task_);
        return task_.take();
    }

private:
    SpawnPromise<T> &task_;
    const DeadlineWatch &watch_;
};

/// What withTimeout() gives, to be awaited once. Dropped before that, the work is cancelled.
template <class T> class [[nodiscard]] Timeout
{
public:
    /// `begin` is false where nothing is left of the time: then nothing is started, and the await throws TimedOut.
    template <class Function, class... Arguments>
    Timeout(Scope &scope, Ns length, bool begin, Function function, Arguments &&...arguments) :
        watch_(scope, length),
        inner_(scope, ScopeKind{.shielded = false, .deadline = watch_.due(), .members = &watch_})
    {
        if (!begin) {
            watch_.giveUp();
            return;
        }
        task_.emplace(inner_.spawn(std::move(function), std::forward<Arguments>(arguments)...));
        watch_.watch(inner_);
    }
    ~Timeout()
    {
        if (inner_.ownedTasks() > 0)
            inner_.cancel("nobody awaits the work under a deadline any more", Canceller::Closing);
    }
    TimeoutAwaiter<T> operator co_await() const
    {
        if (!task_)
            watch_.throwIfTimedOut(nullptr);
        return TimeoutAwaiter<T>(task_->state(), watch_);
    }

private:
    DeadlineWatch watch_;
    Scope inner_;
    std::optional<Spawned<T>> task_;
};

/// Runs `function(scope, arguments…)` with a deadline: `auto user = co_await withTimeout(scope, 200ms, getUser, id);`. When its time
/// is up, the work is cancelled and *joined*, cleanup included, and then TimedOut is thrown: a deadline of 30 ms before 80 ms of
/// cleanup answers at 110 ms. A value or a failure that the work ends with nevertheless is given or thrown as it is, so TimedOut
/// says that this very timer ended the work. Under an earlier deadline from outside the outer one acts; the work then sees its
/// cancellation, and TimedOut is thrown there. Throws std::invalid_argument for a negative length; 0 starts the work and
/// cancels it at its first wait.
template <class Rep, class Period, class Function, class... Arguments>
auto withTimeout(Scope &scope, std::chrono::duration<Rep, Period> length, Function function, Arguments &&...arguments)
{
    const Ns time = std::chrono::duration_cast<Ns>(length);
    throwIfNegative(time);
    return Timeout<SpawnedValue<Function, Arguments...>>(
        scope, time, true, std::move(function), std::forward<Arguments>(arguments)...);
}

/// The same with what is left of a budget. Where nothing is, the work is not started, and the await throws TimedOut.
template <class Function, class... Arguments>
auto withTimeout(Scope &scope, Budget budget, Function function, Arguments &&...arguments)
{
    return Timeout<SpawnedValue<Function, Arguments...>>(
        scope, budget.left(), !budget.expired(), std::move(function), std::forward<Arguments>(arguments)...);
}

} // namespace awaitscope
