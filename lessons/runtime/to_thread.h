// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/together.h"

#include <stop_token>

namespace awaitscope {

/// A function on a thread, as the scheduler's thread and the other one share it.
class ThreadJob
{
public:
    virtual ~ThreadJob() = default;

    std::stop_source stop;
    std::exception_ptr failure;

    /// Calls the function; on the other thread.
    virtual void call() = 0;
};

/// A job with its function and its result.
template <class T, class Function> class ThreadCall : public ThreadJob
{
public:
    explicit ThreadCall(Function call) : function(std::move(call)) { }

    void call() override
    {
        if constexpr (std::is_invocable_v<Function &, std::stop_token>)
            value = keep([this] { return function(stop.get_token()); });
        else
            value = keep([this] { return function(); });
    }
    template <class Call> std::optional<ValueOf<T>> keep(Call call)
    {
        if constexpr (std::is_void_v<T>) {
            call();
            return std::monostate();
        } else {
            return call();
        }
    }

    Function function;
    std::optional<ValueOf<T>> value;
};

/// The wait for the end of a job.
class ThreadWait : public Waiter
{
public:
    ThreadWait(std::shared_ptr<ThreadJob> job, Scope &scope);
    ThreadWait(const ThreadWait &) = delete;
    ThreadWait &operator=(const ThreadWait &) = delete;

    bool await_ready() const { return scope_.cancelRequested(); }
    void await_suspend(std::coroutine_handle<> coroutine);
    WaitInfo waitsFor() const { return {WaitKind::Thread, 0}; }

protected:
    ~ThreadWait() = default;
    /// Throws Cancelled or what the function threw.
    void throwIfFailed() const;

private:
    /// Asks the function to stop.
    class StopAlarm : public Alarm
    {
    public:
        StopAlarm(Scheduler &scheduler, ThreadJob &job) : Alarm(scheduler), job_(job) { }

    private:
        void ring() override { job_.stop.request_stop(); }
        ThreadJob &job_;
    };

    const std::shared_ptr<ThreadJob> job_;
    Scope &scope_;
    StopAlarm stopAlarm_;
};

template <class T, class Function> class ThreadAwaiter : public ThreadWait
{
public:
    ThreadAwaiter(std::shared_ptr<ThreadCall<T, Function>> job, Scope &scope) : ThreadWait(job, scope), call_(std::move(job)) { }
    T await_resume()
    {
        throwIfFailed();
        if constexpr (!std::is_void_v<T>)
            return std::move(*call_->value);
    }

private:
    const std::shared_ptr<ThreadCall<T, Function>> call_;
};

/// What toThread() gives, to be awaited once.
template <class T, class Function> class [[nodiscard]] ToThread
{
public:
    ToThread(Scope &scope, Function function) :
        scope_(&scope),
        job_(std::make_shared<ThreadCall<T, Function>>(std::move(function)))
    {
    }
    ThreadAwaiter<T, Function> operator co_await() const { return ThreadAwaiter<T, Function>(job_, *scope_); }

private:
    Scope *scope_;
    std::shared_ptr<ThreadCall<T, Function>> job_;
};

template <class Function, bool takesToken = std::is_invocable_v<Function &, std::stop_token>> struct ThreadResult
{
    using type = std::invoke_result_t<Function &>;
};
template <class Function> struct ThreadResult<Function, true>
{
    using type = std::invoke_result_t<Function &, std::stop_token>;
};

/// Calls `function()` on a thread of Qt's global pool when it is awaited, gives its result on the awaiting task's loop, or throws
/// what it threw: `auto call = toThread(scope, countPrimes); const int primes = co_await call;`. The function is a named one or an
/// object kept in a named local, as g++ 12 destroys the captures of a temporary twice. A thread cannot be cancelled: a function
/// that takes a std::stop_token is asked to stop, and in any case Cancelled is thrown only after it has ended. On the virtual
/// clock time stands still meanwhile, and results come in the order of the calls, when nothing else is to do.
template <class Function> auto toThread(Scope &scope, Function function)
{
    return ToThread<typename ThreadResult<Function>::type, Function>(scope, std::move(function));
}

} // namespace awaitscope
