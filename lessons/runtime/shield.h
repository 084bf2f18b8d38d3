// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/spawned.h"

namespace awaitscope {

/// The wait for a spawned task and all that it spawned which no cancellation ends early.
class GoneWait : public Waiter, protected SpawnObserver
{
public:
    explicit GoneWait(SpawnState &task) : Waiter(&task.scope().scheduler()), task_(task) { }
    GoneWait(const GoneWait &) = delete;
    GoneWait &operator=(const GoneWait &) = delete;

    bool await_ready() const { return task_.gone(); }
    void await_suspend(std::coroutine_handle<> coroutine)
    {
        task_.observe(*this);
        suspend(coroutine, nullptr);
    }
    WaitInfo waitsFor() const
    {
        const TaskId task = task_.task();
        return task ? WaitInfo{WaitKind::Task, task.number()} : WaitInfo{};
    }

protected:
    ~GoneWait() { task_.unobserve(*this); }

private:
    void taskEnded(SpawnState &) override { }
    void taskGone(SpawnState &) override { wake(); }

    SpawnState &task_;
};

template <class T> class ShieldAwaiter : public GoneWait
{
public:
    explicit ShieldAwaiter(SpawnPromise<T> &task) : GoneWait(task), task_(task) { }
    T await_resume() { return task_.take(); }

private:
    SpawnPromise<T> &task_;
};

/// What shield() gives, to be awaited once. Dropped before that, its task is joined by the scope.
template <class T> class [[nodiscard]] Shield
{
public:
    template <class Function, class... Arguments> Shield(Scope &scope, Function function, Arguments &&...arguments) :
        shielded_(scope, ScopeKind{.shielded = true, .deadline = Ns::max(), .members = nullptr}),
        task_(shielded_.spawn(std::move(function), std::forward<Arguments>(arguments)...))
    {
    }
    ShieldAwaiter<T> operator co_await() const { return ShieldAwaiter<T>(task_.state()); }

private:
    Scope shielded_;
    Spawned<T> task_;
};

template <class Function, class... Arguments> using SpawnedValue =
    typename std::invoke_result_t<Function &, Scope &, std::decay_t<Arguments>...>::value_type;

/// Runs `function(scope, arguments…)` to its end, whatever is cancelled meanwhile or was before, and gives its value or throws
/// what it threw: `co_await shield(scope, closeConnection, id);`. That is for cleanup that awaits, and for work that must not stop
/// half way. The cancellation is put off, not lost: the next wait outside the shield throws it. Deadlines from outside do not
/// reach in either. A later cancellation of the whole run for a deadlock does.
template <class Function, class... Arguments> auto shield(Scope &scope, Function function, Arguments &&...arguments)
{
    return Shield<SpawnedValue<Function, Arguments...>>(scope, std::move(function), std::forward<Arguments>(arguments)...);
}

} // namespace awaitscope
