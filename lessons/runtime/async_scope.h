// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/gather_or_cancel.h"
#include "lessons/runtime/shield.h"

namespace awaitscope {

/// Uses a resource whose cleanup awaits, as Python's `async with` does:
/// `auto rows = co_await asyncScope(scope, std::move(connection), readRows, closeConnection);`. Runs `body(scope, resource)`, joins
/// all that it spawned, and then runs `cleanup(scope, resource)` under a shield: always and to its end, whether the body gave a
/// value, failed or was cancelled. Gives the body's value or throws what it threw; what the cleanup throws is thrown where the
/// body had a value, else it counts as unread. Both functions return a QCoro::Task and take the resource by reference; it
/// lives until the cleanup has ended. The cleanup runs in a cancelled run too, so it should be short.
template <class Resource, class Body, class Cleanup> auto asyncScope(Scope &scope, Resource resource, Body body, Cleanup cleanup)
    -> QCoro::Task<typename std::invoke_result_t<Body &, Scope &, Resource &>::value_type>
{
    using T = typename std::invoke_result_t<Body &, Scope &, Resource &>::value_type;
    std::exception_ptr failure;
    std::optional<ValueOf<T>> value;
    try {
        auto [result] = co_await gatherOrCancel(scope.spawn(body, std::ref(resource)));
        value.emplace(std::move(result));
    } catch (...) {
        failure = std::current_exception();
    }
    auto cleaning = shield(scope, cleanup, std::ref(resource));
    try {
        co_await cleaning;
    } catch (...) {
        if (!failure)
            throw;
        scope.scheduler().countUnread(scope.scheduler().currentTask(), std::current_exception());
    }
    if (failure)
        std::rethrow_exception(failure);
    if constexpr (!std::is_void_v<T>)
        co_return std::move(*value);
}

} // namespace awaitscope
