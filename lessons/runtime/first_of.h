// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/together.h"

namespace awaitscope {

/// What firstOf() gives for tasks of one type.
template <class T> struct First
{
    std::size_t index; ///< which of the tasks was first
    ValueOf<T> value;
};

/// How firstOf() makes its result.
struct FirstReading
{
    static constexpr Together::Cancels cancels = Together::Cancels::FirstEnd;

    template <class... Ts> static auto read(const std::tuple<Spawned<Ts>...> &tasks, std::size_t winner)
    {
        return readAt(tasks, winner, std::index_sequence_for<Ts...>());
    }
    template <class T> static First<T> read(const std::vector<Spawned<T>> &tasks, std::size_t winner)
    {
        return First<T>{winner, takeValue(tasks[winner])};
    }

private:
    template <class... Ts, std::size_t... indices>
    static auto readAt(const std::tuple<Spawned<Ts>...> &tasks, std::size_t winner, std::index_sequence<indices...>)
    {
        using Value = std::variant<ValueOf<Ts>...>;
        std::optional<Value> value;
        const auto take = [&]<std::size_t index>() {
            if (index == winner)
                value.emplace(std::in_place_index<index>, takeValue(std::get<index>(tasks)));
        };
        (take.template operator()<indices>(), ...);
        return std::move(*value);
    }
};

/// Awaits the spawned task that ends first, with a value or with a failure; the losers are cancelled and joined, then its value
/// is given or its failure thrown. For arguments a std::variant, whose index() tells the winner. Where the awaiting scope is
/// cancelled the tasks are cancelled and joined, and Cancelled is thrown. A loser's failure counts as unread.
template <class... Ts> auto firstOf(Spawned<Ts>... tasks)
{
    static_assert(sizeof...(Ts) > 0, "firstOf() needs a task to wait for");
    return AwaitTogether<std::tuple<Spawned<Ts>...>, FirstReading>(std::tuple<Spawned<Ts>...>(std::move(tasks)...));
}

/// The same for any number of tasks of one type: gives a First. Throws std::invalid_argument for none.
template <class T> auto firstOf(std::vector<Spawned<T>> tasks)
{
    if (tasks.empty())
        throw std::invalid_argument("firstOf: without a task there is no first one");
    return AwaitTogether<std::vector<Spawned<T>>, FirstReading>(std::move(tasks));
}

} // namespace awaitscope
