// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/together.h"

namespace awaitscope {

/// How one task of settleAll() ended: with a value, or with an exception.
template <class T> class Settled
{
public:
    explicit Settled(ValueOf<T> value) : content_(std::in_place_index<0>, std::move(value)) { }
    explicit Settled(std::exception_ptr error) : content_(std::in_place_index<1>, std::move(error)) { }

    bool ok() const { return content_.index() == 0; }
    explicit operator bool() const { return ok(); }
    /// The value; throws what the task threw where there is none. std::monostate for void.
    const ValueOf<T> &value() const
    {
        if (!ok())
            std::rethrow_exception(error());
        return std::get<0>(content_);
    }
    /// Null where there is a value.
    std::exception_ptr error() const { return ok() ? nullptr : std::get<1>(content_); }
    /// The error's text; empty where there is a value.
    std::string errorText() const
    {
        try {
            value();
            return {};
        } catch (const std::exception &exception) {
            return exception.what();
        } catch (...) {
            return "an exception of a type of its own";
        }
    }

private:
    std::variant<ValueOf<T>, std::exception_ptr> content_;
};

/// How settleAll() makes its result.
struct SettleReading
{
    static constexpr Together::Cancels cancels = Together::Cancels::Nothing;

    template <class T> static Settled<T> settled(const Spawned<T> &task)
    {
        try {
            return Settled<T>(takeValue(task));
        } catch (...) {
            return Settled<T>(std::current_exception());
        }
    }
    template <class... Ts> static std::tuple<Settled<Ts>...> read(const std::tuple<Spawned<Ts>...> &tasks, std::size_t)
    {
        return std::apply([](const auto &...task) { return std::tuple<Settled<Ts>...>(settled(task)...); }, tasks);
    }
    template <class T> static std::vector<Settled<T>> read(const std::vector<Spawned<T>> &tasks, std::size_t)
    {
        std::vector<Settled<T>> results;
        results.reserve(tasks.size());
        for (const Spawned<T> &task : tasks)
            results.push_back(settled(task));
        return results;
    }
};

/// Awaits spawned tasks until nothing is left of them, whatever becomes of each, and tells it in the order of the arguments:
/// `auto [user, logs] = co_await settleAll(scope.spawn(getUser, 1), scope.spawn(getLogs, 1));`. Gives a tuple of Settled. Throws
/// Cancelled, after the tasks have been cancelled and joined, where the awaiting scope is cancelled.
template <class... Ts> auto settleAll(Spawned<Ts>... tasks)
{
    return AwaitTogether<std::tuple<Spawned<Ts>...>, SettleReading>(std::tuple<Spawned<Ts>...>(std::move(tasks)...));
}

/// The same for any number of tasks of one type: gives a vector of Settled.
template <class T> auto settleAll(std::vector<Spawned<T>> tasks)
{
    return AwaitTogether<std::vector<Spawned<T>>, SettleReading>(std::move(tasks));
}

} // namespace awaitscope
