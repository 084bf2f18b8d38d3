// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/item_awaiter.h"

namespace awaitscope {

/// What the promises of all traced coroutines share. They are `QCoro::Task<T> f(Scope &, …)`: their promise is ours, and the
/// task that the caller gets is a bridge, a small coroutine that awaits ours. Nothing here relies on QCoro's promise.
class TracedPromiseBase : public TracedTask
{
public:
    using TracedTask::TracedTask;

    std::suspend_never initial_suspend() const noexcept { return {}; }
    auto final_suspend() noexcept { return Final(); }
    void unhandled_exception() { takeFailure(); }

    template <class Awaitable>
    auto await_transform(Awaitable &&awaitable, std::source_location where = std::source_location::current())
    {
        using Value = std::remove_cvref_t<Awaitable>;
        if constexpr (requires { typename QCoro::detail::awaiter_type<Value>::type; }) {
            using Awaiter = QCoro::detail::awaiter_type_t<Value>;
            return TracedAwaiter<Awaiter>(*this, where, [&] { return Awaiter{awaitable}; });
        } else if constexpr (QCoro::detail::isTask_v<Value>) {
            const void *frame = frameOf(awaitable);
            noteAwait<typename Value::value_type>(frame, std::is_lvalue_reference_v<Awaitable>);
            const auto make = [&] { return awaitable.operator co_await(); };
            return TracedAwaiter<decltype(make())>(*this, where, make, frame);
        } else if constexpr (asksGenerator<Value>) {
            const auto make = [&] { return ItemAwaiter<Value>(awaitable, scheduler()); };
            return TracedAwaiter<ItemAwaiter<Value>>(*this, where, make);
        } else if constexpr (requires { std::forward<Awaitable>(awaitable).operator co_await(); }) {
            const auto make = [&] { return std::forward<Awaitable>(awaitable).operator co_await(); };
            return TracedAwaiter<decltype(make())>(*this, where, make);
        } else if constexpr (requires { operator co_await(std::forward<Awaitable>(awaitable)); }) {
            const auto make = [&] { return operator co_await(std::forward<Awaitable>(awaitable)); };
            return TracedAwaiter<decltype(make())>(*this, where, make);
        } else {
            const auto self = [&]() -> Awaitable && { return std::forward<Awaitable>(awaitable); };
            return TracedAwaiter<Awaitable &&>(*this, where, self);
        }
    }

private:
    /// Throws std::logic_error for a task that is empty or has been awaited before: its value would be gone. Only a named task
    /// can be awaited again.
    template <class T> static void noteAwait(const void *frame, bool named)
    {
        using Promise = typename QCoro::Task<T>::promise_type;
        if (!frame)
            throw std::logic_error("an empty task is awaited: it was moved away or never made");
        if (!named)
            return;
        const auto coroutine = std::coroutine_handle<Promise>::from_address(const_cast<void *>(frame));
        if (coroutine.promise().hasAwaitingCoroutine())
            throw std::logic_error("a task is awaited twice: its result was taken by the first await");
        if (coroutine.done()) // an await that does not suspend leaves no trace in the task
            coroutine.promise().addAwaitingCoroutine(std::noop_coroutine());
    }

    struct Final
    {
        bool await_ready() const noexcept { return false; }
        template <class Promise> std::coroutine_handle<> await_suspend(std::coroutine_handle<Promise> coroutine) const noexcept
        {
            coroutine.promise().ended();
            return coroutine.promise().bridge();
        }
        void await_resume() const noexcept { }
    };
};

/// The promise of a traced coroutine that is a function.
template <class T> class TracedPromise : public TracedPromiseBase
{
public:
    template <class... Arguments> explicit TracedPromise(Scope &scope, Arguments &&...) : TracedPromiseBase(scope) { }

    QCoro::Task<T> get_return_object(std::source_location end = std::source_location::current());
    template <class U = T>
    requires std::is_constructible_v<T, U &&>
    void return_value(U &&value) { value_.emplace(std::forward<U>(value)); }
    T takeValue() { return std::move(*value_); }

private:
    std::optional<T> value_;
};

template <> class TracedPromise<void> : public TracedPromiseBase
{
public:
    template <class... Arguments> explicit TracedPromise(Scope &scope, Arguments &&...) : TracedPromiseBase(scope) { }

    QCoro::Task<void> get_return_object(std::source_location end = std::source_location::current());
    void return_void() const noexcept { }
    void takeValue() const noexcept { }
};

/// The same for a member function or a lambda, whose object comes first (clang 16 leaves a lambda's object out).
template <class T> class TracedMemberPromise : public TracedPromise<T>
{
public:
    template <class Object, class... Arguments> TracedMemberPromise(Object &&, Scope &scope, Arguments &&...) :
        TracedPromise<T>(scope)
    {
    }
    template <class... Arguments> explicit TracedMemberPromise(Scope &scope, Arguments &&...) : TracedPromise<T>(scope) { }
};

/// Somebody awaits the task, or has.
template <class T> bool isAwaited(const QCoro::Task<T> &task)
{
    using Promise = typename QCoro::Task<T>::promise_type;
    return std::coroutine_handle<Promise>::from_address(const_cast<void *>(frameOf(task))).promise().hasAwaitingCoroutine();
}

/// Waits in the bridge for the traced coroutine, then takes its end over and destroys it.
template <class T> class BridgeAwaiter
{
public:
    BridgeAwaiter(std::coroutine_handle<TracedPromise<T>> task, FailureWatch &watch) : task_(task), watch_(watch) { }

    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> bridge)
    {
        bridge_ = std::coroutine_handle<typename QCoro::Task<T>::promise_type>::from_address(bridge.address());
        task_.promise().setBridge(bridge);
    }
    T await_resume()
    {
        const FrameDestroyer destroyer{task_};
        TracedPromise<T> &promise = task_.promise();
        if (promise.failure()) [[unlikely]]
            rethrow(promise);
        return promise.takeValue();
    }

private:
    [[noreturn]] void rethrow(TracedPromise<T> &promise)
    {
        const std::exception_ptr failure = promise.failure();
        if (!promise.wasCancelled() && !bridge_.promise().hasAwaitingCoroutine())
            watch_.begin(promise.scheduler(), bridge_.address(), {promise.id(), promise.site()}, failure);
        std::rethrow_exception(failure);
    }

    std::coroutine_handle<TracedPromise<T>> task_;
    FailureWatch &watch_;
    std::coroutine_handle<typename QCoro::Task<T>::promise_type> bridge_;
};

/// The coroutine behind the QCoro::Task of a traced one. `watch` lives as long as its result can be read.
template <class T> QCoro::Task<T> bridgeTo(std::coroutine_handle<TracedPromise<T>> task, FailureWatch watch)
{
    if constexpr (std::is_void_v<T>) {
        co_await BridgeAwaiter<T>(task, watch);
    } else {
        T value = co_await BridgeAwaiter<T>(task, watch);
        co_return value;
    }
}

template <class T> QCoro::Task<T> TracedPromise<T>::get_return_object(std::source_location end)
{
    started(end);
    return bridgeTo<T>(std::coroutine_handle<TracedPromise>::from_promise(*this), FailureWatch());
}

inline QCoro::Task<void> TracedPromise<void>::get_return_object(std::source_location end)
{
    started(end);
    return bridgeTo<void>(std::coroutine_handle<TracedPromise>::from_promise(*this), FailureWatch());
}

} // namespace awaitscope

template <class T, class... Arguments> struct std::coroutine_traits<QCoro::Task<T>, awaitscope::Scope &, Arguments...>
{
    using promise_type = awaitscope::TracedPromise<T>;
};

template <class T, class Object, class... Arguments>
requires(!std::is_same_v<std::remove_cvref_t<Object>, awaitscope::Scope>) struct std::coroutine_traits<QCoro::Task<T>, Object,
    awaitscope::Scope &, Arguments...>
{
    using promise_type = awaitscope::TracedMemberPromise<T>;
};
