// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/detached.h"
#include "lessons/runtime/together.h"

#include <QEventLoop>

namespace awaitscope {

/// An event loop of its own for the end of one task, shared by the caller and the coroutine that awaits the task.
class BlockingRun
{
public:
    /// Spins until ended(); throws what the task threw, or std::runtime_error where the application's own loop was told to end before.
    void wait();
    void ended();
    void failed(std::exception_ptr failure) { failure_ = std::move(failure); }

private:
    QEventLoop loop_;
    bool ended_ = false;
    std::exception_ptr failure_;
};

template <class T> class BlockingResult : public BlockingRun
{
public:
    std::optional<ValueOf<T>> value;
};

template <class T> Detached driveBlocking(std::shared_ptr<BlockingResult<T>> result, QCoro::Task<T> task)
{
    try {
        if constexpr (std::is_void_v<T>) {
            co_await task;
            result->value.emplace();
        } else {
            T value = co_await task;
            result->value.emplace(std::move(value));
        }
    } catch (...) {
        result->failed(std::current_exception());
    }
    result->ended();
}

/// Says in the record that the task that runs now spins a nested loop, as long as it lives.
class NestedMark
{
public:
    NestedMark(Scheduler &scheduler, const std::source_location &where);
    ~NestedMark();
    NestedMark(const NestedMark &) = delete;
    NestedMark &operator=(const NestedMark &) = delete;

private:
    Scheduler &scheduler_;
    const TaskId task_;
};

/// Waits for a task without co_await: spins an event loop until the task has ended, and gives its value or throws what it threw.
/// Anything else can happen meanwhile, in the caller's callers too. Nested calls return last in, first out: an outer one whose task
/// has ended still waits for the inner one. Nothing cancels the wait; what the task waits for may be cancelled. Throws
/// std::logic_error for an empty task. On any thread with an event dispatcher, inside and outside of a run; between traced tasks
/// prefer the form with a scope, which leaves its mark in the record.
template <class T> T runBlocking(QCoro::Task<T> task)
{
    if (!frameOf(task))
        throw std::logic_error("runBlocking: the task is empty; it was moved away or never made");
    const auto result = std::make_shared<BlockingResult<T>>();
    driveBlocking<T>(result, std::move(task));
    result->wait();
    if constexpr (!std::is_void_v<T>)
        return std::move(*result->value);
}

/// The same inside a run: the record shows a nested loop of the task that calls it, from `where` on.
template <class T> T runBlocking(Scope &scope, QCoro::Task<T> task, std::source_location where = std::source_location::current())
{
    scope.scheduler().failureRead(frameOf(task));
    const NestedMark mark(scope.scheduler(), where);
    return runBlocking(std::move(task));
}

} // namespace awaitscope
