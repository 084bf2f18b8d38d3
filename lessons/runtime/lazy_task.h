// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/late_promise.h"

namespace awaitscope {

template <class T> class LazyTask;

/// The promise of a lazy task.
template <class T> class LazyPromise : public LatePromise<TracedPromise<T>>
{
public:
    template <class... Arguments> explicit LazyPromise(Arguments &&...arguments) :
        LatePromise<TracedPromise<T>>(scopeAmong(arguments...))
    {
    }

    LazyTask<T> get_return_object(std::source_location end = std::source_location::current());
    /// Counts and reports a task that was dropped before anybody awaited it.
    void reportNeverAwaited() const;

private:
    std::source_location end_;
};

/// Says so in one line of the category "awaitscope.failures".
void warnNeverAwaited(const std::source_location &end);

/// The await of a lazy task, which begins with it.
template <class T> class LazyAwaiter
{
public:
    explicit LazyAwaiter(const LateFrame<LazyPromise<T>> &task) : task_(task) { }

    bool await_ready()
    {
        task_.promise().setBridge(std::noop_coroutine());
        task_.resume();
        return task_.promise().over();
    }
    void await_suspend(std::coroutine_handle<> awaiting) { task_.promise().setBridge(awaiting); }
    T await_resume()
    {
        if (task_.promise().failure())
            std::rethrow_exception(task_.promise().failure());
        return task_.promise().takeValue();
    }
    WaitInfo waitsFor() const { return {WaitKind::Task, task_.promise().id().number()}; }

private:
    const LateFrame<LazyPromise<T>> &task_;
};

/// What a coroutine function returns that begins only when it is awaited, as in Python: `LazyTask<User> getUser(Scope &scope, int
/// id)`. Where a QCoro::Task runs from its call, of this one nothing has run before `co_await`; it is awaited once, and runs in
/// the scope that it was given. The record shows it as Created by who called it. Dropped before that, it never runs: the record says
/// NeverStarted, Scheduler::neverAwaited() counts it and a line of the logging category "awaitscope.failures" names it. It cannot
/// be spawned; a coroutine that awaits it can. It must be destroyed before its scheduler.
template <class T> class [[nodiscard]] LazyTask
{
public:
    using promise_type = LazyPromise<T>;
    using value_type = T;

    LazyTask(LazyTask &&) noexcept = default;
    LazyTask &operator=(LazyTask &&other) noexcept
    {
        LazyTask old(std::move(*this));
        frame_ = std::move(other.frame_);
        return *this;
    }
    ~LazyTask()
    {
        if (frame_ && !frame_.promise().begun())
            frame_.promise().reportNeverAwaited();
    }

    /// Begins it, and gives its value or throws what it threw. Throws std::logic_error for a second time, and for a task that
    /// was moved away.
    LazyAwaiter<T> operator co_await() const
    {
        if (!frame_)
            throw std::logic_error("an empty lazy task is awaited: it was moved away");
        if (frame_.promise().begun())
            throw std::logic_error("a lazy task is awaited twice: it runs once, and the first await took its result");
        return LazyAwaiter<T>(frame_);
    }

private:
    friend class LazyPromise<T>;
    explicit LazyTask(LazyPromise<T> &promise) : frame_(promise) { }

    LateFrame<LazyPromise<T>> frame_;
};

template <class T> LazyTask<T> LazyPromise<T>::get_return_object(std::source_location end)
{
    end_ = end;
    this->makeAt(end);
    return LazyTask<T>(*this);
}

template <class T> void LazyPromise<T>::reportNeverAwaited() const
{
    this->scheduler().countNeverAwaited();
    warnNeverAwaited(end_);
}

} // namespace awaitscope
