// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/job_line.h"
#include "lessons/runtime/together.h"

namespace awaitscope {

/// A job with its function and its result.
template <class T, class Function> class FunctionJob : public ThreadJob
{
public:
    explicit FunctionJob(Function call) : function(std::move(call)) { }

    bool heedsStop() const override { return takesToken; }
    void call() override
    {
        if constexpr (takesToken)
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

    static constexpr bool takesToken = std::is_invocable_v<Function &, std::stop_token>;
    Function function;
    std::optional<ValueOf<T>> value;
};

template <class T, class Function> class ThreadAwaiter : public ThreadWait
{
public:
    ThreadAwaiter(std::shared_ptr<FunctionJob<T, Function>> job, std::shared_ptr<JobLine> line, Scope &scope, Ns cost) :
        ThreadWait(job, std::move(line), scope, cost),
        job_(std::move(job))
    {
    }
    T await_resume()
    {
        throwIfFailed();
        if constexpr (!std::is_void_v<T>)
            return std::move(*job_->value);
    }

private:
    const std::shared_ptr<FunctionJob<T, Function>> job_;
};

/// Throws std::invalid_argument for a negative cost.
void throwIfNegativeCost(Ns cost);

/// What toThread() and Worker::run() give, to be awaited once.
template <class T, class Function> class [[nodiscard]] ThreadCall
{
public:
    ThreadCall(Scope &scope, std::shared_ptr<JobLine> line, Ns cost, Function function) :
        scope_(&scope),
        line_(std::move(line)),
        cost_(cost),
        job_(std::make_shared<FunctionJob<T, Function>>(std::move(function)))
    {
        throwIfNegativeCost(cost);
    }
    ThreadAwaiter<T, Function> operator co_await() const { return ThreadAwaiter<T, Function>(job_, line_, *scope_, cost_); }

private:
    Scope *scope_;
    std::shared_ptr<JobLine> line_;
    Ns cost_;
    std::shared_ptr<FunctionJob<T, Function>> job_;
};

template <class Function, bool takesToken = std::is_invocable_v<Function &, std::stop_token>> struct ThreadResult
{
    using type = std::invoke_result_t<Function &>;
};
template <class Function> struct ThreadResult<Function, true>
{
    using type = std::invoke_result_t<Function &, std::stop_token>;
};

/// Calls `function()` on a thread when it is awaited, gives its result on the awaiting task's loop, or throws what it threw:
/// `auto call = toThread(scope, 80ms, countPrimes); const int primes = co_await call;`. The function is a named one or an object
/// kept in a named local, as g++ 12 destroys the captures of a temporary twice. At most 32 run at once, the others queue.
///
/// `cost` is what the call takes on the virtual clock: the function runs for real, and its result is given when the clock has come
/// to that time, whatever the thread needed. Timers before that fire meanwhile; results of one time come in the order of the
/// calls, when nothing else is to do. The real clock takes no notice of it.
///
/// A thread cannot be cancelled: a function that takes a std::stop_token is asked to stop, one that has not begun is left out,
/// and Cancelled is thrown only when the function has ended. A result that came before the cancellation, or in the same
/// turn, is given.
template <class Rep, class Period, class Function>
auto toThread(Scope &scope, std::chrono::duration<Rep, Period> cost, Function function)
{
    return ThreadCall<typename ThreadResult<Function>::type, Function>(
        scope, nullptr, std::chrono::duration_cast<Ns>(cost), std::move(function));
}

/// The same for a function that takes no time on the virtual clock.
template <class Function> auto toThread(Scope &scope, Function function)
{
    return toThread(scope, Ns::zero(), std::move(function));
}

} // namespace awaitscope
