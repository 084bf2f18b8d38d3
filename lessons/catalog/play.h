// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/scope.h"

#include <QCoroTask>

#include <memory>

namespace awaitscope {

/// Awaits a task and drops its value, for VariantSpec::play. It is no part of the record.
template <class T> QCoro::Task<void> withoutResult(QCoro::Task<T> task)
{
    [[maybe_unused]] const auto result = co_await task;
}

/// Awaits a variant's task and then all that it left running, calls `finish`, and throws what the task threw. For what the tasks
/// of a run use and what has to live until the last of them has ended: `kept`. It is no part of the record.
template <class Kept> QCoro::Task<void> withAllJoined(
    Scope *scope, std::unique_ptr<Kept> kept, QCoro::Task<void> task, void (*finish)(Scope &, Kept &) = nullptr)
{
    const std::unique_ptr<Kept> owned = std::move(kept); // ends with this coroutine, where a parameter ends with its frame
    std::exception_ptr failure;
    try {
        co_await task;
    } catch (...) {
        failure = std::current_exception();
    }
    while (scope->ownedTasks() > 0) {
        try {
            co_await scope->join();
        } catch (const Cancelled &) {
        }
    }
    if (finish)
        finish(*scope, *owned);
    if (failure)
        std::rethrow_exception(failure);
}

} // namespace awaitscope
