// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/detached.h"
#include "lessons/runtime/foreign_wait.h"
#include "lessons/runtime/together.h"

namespace awaitscope {

class OwnedTaskWait;

/// A plain task that a detached helper owns to its end, as the helper and the one who waits share it.
class OwnedTask
{
public:
    OwnedTask(Scheduler &scheduler, const void *frame);
    OwnedTask(const OwnedTask &) = delete;
    OwnedTask &operator=(const OwnedTask &) = delete;
    /// A failure that nobody has read counts as unread.
    ~OwnedTask();

    bool ended() const { return ended_; }
    /// The traced task that it is; none for a plain one.
    TaskId task() const { return task_; }
    /// Who is told of the end; null where nobody waits any more.
    void setWait(OwnedTaskWait *wait) { wait_ = wait; }
    void throwIfFailed();

    /// For the helper: it begins, the task has failed with the exception that is being handled, the helper is over.
    void helperBegins();
    void failed();
    void helperEnds();

private:
    Scheduler &scheduler_;
    const TaskId task_;
    OwnedTaskWait *wait_ = nullptr;
    bool ended_ = false;
    bool read_ = false;
    bool cancelled_ = false;
    std::exception_ptr failure_;
};

template <class T> class OwnedTaskResult : public OwnedTask
{
public:
    using OwnedTask::OwnedTask;
    std::optional<ValueOf<T>> value;
};

template <class T> Detached driveOwned(std::shared_ptr<OwnedTaskResult<T>> result, QCoro::Task<T> task)
{
    result->helperBegins();
    try {
        if constexpr (std::is_void_v<T>) {
            co_await task;
            result->value.emplace();
        } else {
            T value = co_await task;
            result->value.emplace(std::move(value));
        }
    } catch (...) {
        result->failed();
    }
    result->helperEnds();
}

/// The wait for a task that nobody can stop.
class OwnedTaskWait : public ForeignWait
{
public:
    OwnedTaskWait(Scope &scope, std::shared_ptr<OwnedTask> task);

    bool await_ready() const { return task_->ended(); }
    void await_suspend(std::coroutine_handle<> coroutine) { suspend(coroutine, &scope()); }
    WaitInfo waitsFor() const;

protected:
    ~OwnedTaskWait() { task_->setWait(nullptr); }
    void throwIfFailed() const;

private:
    friend class OwnedTask;
    const std::shared_ptr<OwnedTask> task_;
};

template <class T> class OwnedTaskAwaiter : public OwnedTaskWait
{
public:
    OwnedTaskAwaiter(Scope &scope, std::shared_ptr<OwnedTaskResult<T>> task) :
        OwnedTaskWait(scope, task),
        result_(std::move(task))
    {
    }
    T await_resume()
    {
        throwIfFailed();
        if constexpr (!std::is_void_v<T>)
            return std::move(*result_->value);
    }

private:
    const std::shared_ptr<OwnedTaskResult<T>> result_;
};

/// What cancellable() gives for a plain task, to be awaited once.
template <class T> class [[nodiscard]] CancellableTask
{
public:
    CancellableTask(Scope &scope, QCoro::Task<T> task) : scope_(&scope), task_(std::move(task)) { }
    /// Throws std::logic_error for an empty task and for a second time.
    OwnedTaskAwaiter<T> operator co_await()
    {
        const void *frame = frameOf(task_);
        if (!frame)
            throw std::logic_error("cancellable: the task is empty; it was moved away, never made, or has been awaited");
        auto result = std::make_shared<OwnedTaskResult<T>>(scope_->scheduler(), frame);
        driveOwned<T>(result, std::move(task_));
        return OwnedTaskAwaiter<T>(*scope_, std::move(result));
    }

private:
    Scope *scope_;
    QCoro::Task<T> task_;
};

} // namespace awaitscope
