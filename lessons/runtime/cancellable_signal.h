// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/foreign_wait.h"

#include <QMetaMethod>

#include <tuple>

namespace awaitscope {

/// True for the argument by which Qt keeps others from emitting a signal (QTimer::timeout and the like). Its type is private to
/// each class, so that its name has to tell.
template <class T> constexpr bool isPrivateSignal()
{
    return std::string_view(std::source_location::current().function_name()).find("QPrivateSignal") != std::string_view::npos;
}

/// The values that a signal with these arguments brings, without the private one.
template <class... Values> struct SignalValues
{
    template <class Next> using With = SignalValues<Values..., std::decay_t<Next>>;
};
template <class Values, class... Arguments> struct SignalValuesOf
{
    using type = Values;
};
template <class Values, class First, class... Rest> struct SignalValuesOf<Values, First, Rest...>
{
    static constexpr bool skipped = isPrivateSignal<First>();
    using Next = typename std::conditional_t<skipped, std::type_identity<Values>,
        std::type_identity<typename Values::template With<First>>>::type;
    using type = typename SignalValuesOf<Next, Rest...>::type;
};

/// The wait for the next emission of a signal. Gives nothing, the one value or a tuple of the values.
template <class Object, class Signal, class Values> class SignalAwaiter;
template <class Object, class Signal, class... Values> class SignalAwaiter<Object, Signal, SignalValues<Values...>>
    : public ForeignWait
{
public:
    SignalAwaiter(Scope &scope, QPointer<Object> sender, Signal signal) :
        ForeignWait(scope, "signal " + QMetaMethod::fromSignal(signal).name().toStdString()),
        sender_(std::move(sender)),
        signal_(signal)
    {
    }

    bool await_ready() const { return !sender_; }
    void await_suspend(std::coroutine_handle<> coroutine)
    {
        QObject::connect(sender_, signal_, receiver(), [this](const Values &...values) {
            if (!waiting()) // only the first emission counts
                return;
            values_.emplace(values...);
            wake();
        });
        wakeWhenDestroyed(sender_);
        suspend(coroutine, &scope());
    }
    auto await_resume()
    {
        if (wasCancelled())
            throw scope().cancelled();
        if (!values_)
            throw SenderDestroyed(name());
        if constexpr (sizeof...(Values) == 1)
            return std::get<0>(std::move(*values_));
        else if constexpr (sizeof...(Values) > 1)
            return std::move(*values_);
    }

private:
    const QPointer<Object> sender_;
    const Signal signal_;
    std::optional<std::tuple<Values...>> values_;
};

/// What cancellable() gives for a signal, to be awaited. It listens from the co_await on.
template <class Object, class Signal, class Values> class [[nodiscard]] CancellableSignal
{
public:
    CancellableSignal(Scope &scope, Object *sender, Signal signal) : scope_(&scope), sender_(sender), signal_(signal) { }
    SignalAwaiter<Object, Signal, Values> operator co_await() const
    {
        return SignalAwaiter<Object, Signal, Values>(*scope_, sender_, signal_);
    }

private:
    Scope *scope_;
    QPointer<Object> sender_;
    Signal signal_;
};

} // namespace awaitscope
