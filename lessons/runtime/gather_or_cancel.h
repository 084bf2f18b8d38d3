// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/together.h"

namespace awaitscope {

/// How gatherOrCancel() makes its result.
struct GatherReading
{
    static constexpr Together::Cancels cancels = Together::Cancels::FirstFailure;

    template <class... Ts> static std::tuple<ValueOf<Ts>...> read(const std::tuple<Spawned<Ts>...> &tasks, std::size_t)
    {
        return std::apply([](const auto &...task) { return std::tuple<ValueOf<Ts>...>{takeValue(task)...}; }, tasks);
    }
    template <class T> static auto read(const std::vector<Spawned<T>> &tasks, std::size_t)
    {
        if constexpr (std::is_void_v<T>) {
            for (const Spawned<T> &task : tasks)
                takeValue(task);
        } else {
            std::vector<T> values;
            values.reserve(tasks.size());
            for (const Spawned<T> &task : tasks)
                values.push_back(takeValue(task));
            return values;
        }
    }
};

/// Awaits spawned tasks together, as gather() does, but leaves nothing behind: the first failure cancels the others, they are
/// joined with all that they spawned, and then it is thrown. A failure of another task while it is being cancelled counts as
/// unread. A task that was cancelled for a reason of its own is a failure too. Where the awaiting scope is cancelled the tasks are
/// cancelled and joined, and Cancelled is thrown.
template <class... Ts> auto gatherOrCancel(Spawned<Ts>... tasks)
{
    return AwaitTogether<std::tuple<Spawned<Ts>...>, GatherReading>(std::tuple<Spawned<Ts>...>(std::move(tasks)...));
}

/// The same for any number of tasks of one type: gives a vector of their values, nothing for void.
template <class T> auto gatherOrCancel(std::vector<Spawned<T>> tasks)
{
    return AwaitTogether<std::vector<Spawned<T>>, GatherReading>(std::move(tasks));
}

} // namespace awaitscope
