// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/spawned.h"

namespace awaitscope {

/// The wait for several spawned tasks until nothing is left of them: they and all that they spawned have ended. What
/// settleAll(), gatherOrCancel() and firstOf() have in common. Where the awaiting scope is cancelled, the tasks are cancelled with
/// it, wherever they were spawned, and joined all the same; then Cancelled is thrown.
class Together : public Waiter, protected SpawnObserver
{
public:
    /// What makes it cancel the tasks that are left.
    enum class Cancels { Nothing, FirstFailure, FirstEnd };

    Together(const Together &) = delete;
    Together &operator=(const Together &) = delete;

    /// Whose cancellation ends the wait: by default that of the scope in which the first task was spawned.
    void awaitedIn(Scope &scope) { scope_ = &scope; }
    bool await_ready();
    void await_suspend(std::coroutine_handle<> coroutine);
    WaitInfo waitsFor() const;

protected:
    Together(Cancels cancels, std::vector<SpawnState *> tasks);
    ~Together();

    void throwIfInterrupted() const;
    /// Position of the task that ended first among those that count: all, or the failures; only where there is one.
    std::size_t decider() const { return decider_; }
    /// Throws the first failure, if there is one.
    void throwFailure();

private:
    /// Notices that the awaiting scope was cancelled.
    class Interruption : public Alarm
    {
    public:
        Interruption(Scheduler &scheduler, Together &together) : Alarm(scheduler), together_(together) { }

    private:
        void ring() override { together_.interrupt(); }
        Together &together_;
    };

    static constexpr std::size_t nobody = SIZE_MAX;

    bool decides(const SpawnState &task) const;
    void interrupt();
    void cancelTheRest();
    void taskEnded(SpawnState &task) override;
    void taskGone(SpawnState &task) override;

    const Cancels cancels_;
    const std::vector<SpawnState *> tasks_;
    Scope *scope_;
    std::size_t left_ = 0; ///< tasks of which something is left
    std::size_t decider_ = nobody;
    bool interrupted_ = false;
    std::optional<Interruption> interruption_;
};

/// The tasks of a tuple or a vector of handles, in order. Throws std::logic_error for one whose result has been read.
std::vector<SpawnState *> unreadTasks(std::vector<SpawnState *> tasks);
template <class... Ts> std::vector<SpawnState *> tasksOf(const std::tuple<Spawned<Ts>...> &handles)
{
    return unreadTasks(std::apply([](auto &...handle) { return std::vector<SpawnState *>{&handle.state()...}; }, handles));
}
template <class T> std::vector<SpawnState *> tasksOf(const std::vector<Spawned<T>> &handles)
{
    std::vector<SpawnState *> tasks;
    tasks.reserve(handles.size());
    for (const Spawned<T> &handle : handles)
        tasks.push_back(&handle.state());
    return unreadTasks(std::move(tasks));
}

/// The value of a spawned task that has ended; throws what it threw. Once.
template <class T> ValueOf<T> takeValue(const Spawned<T> &task)
{
    if constexpr (std::is_void_v<T>) {
        task.state().take();
        return {};
    } else {
        return task.state().take();
    }
}

/// The await of `Handles`, a tuple or a vector of them. `Reading` makes the result.
template <class Handles, class Reading> class TogetherAwaiter : public Together
{
public:
    explicit TogetherAwaiter(const Handles &handles) : Together(Reading::cancels, tasksOf(handles)), handles_(handles) { }

    auto await_resume()
    {
        throwIfInterrupted();
        if constexpr (Reading::cancels == Cancels::FirstFailure)
            throwFailure();
        return Reading::read(handles_, decider());
    }

private:
    const Handles &handles_;
};

/// What settleAll(), gatherOrCancel() and firstOf() give, to be awaited once.
template <class Handles, class Reading> class [[nodiscard]] AwaitTogether
{
public:
    explicit AwaitTogether(Handles handles) : handles_(std::move(handles)) { }
    TogetherAwaiter<Handles, Reading> operator co_await() const { return TogetherAwaiter<Handles, Reading>(handles_); }

private:
    Handles handles_;
};

} // namespace awaitscope
