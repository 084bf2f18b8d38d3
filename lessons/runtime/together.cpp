// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/together.h"

#include "lessons/runtime/lost_failure.h"

#include <algorithm>

namespace awaitscope {

std::vector<SpawnState *> unreadTasks(std::vector<SpawnState *> tasks)
{
    for (const SpawnState *task : tasks)
        task->throwIfRead();
    return tasks;
}

Together::Together(Cancels cancels, std::vector<SpawnState *> tasks) :
    Waiter(tasks.empty() ? nullptr : &tasks.front()->scope().scheduler()),
    cancels_(cancels),
    tasks_(std::move(tasks)),
    scope_(tasks_.empty() ? nullptr : tasks_.front()->scope().parent())
{
    for (std::size_t i = 0; i < tasks_.size(); ++i) {
        if (!tasks_[i]->gone())
            ++left_;
        if (decides(*tasks_[i]) && (decider_ == nobody || tasks_[i]->endOrder() < tasks_[decider_]->endOrder()))
            decider_ = i;
    }
}

Together::~Together()
{
    for (SpawnState *task : tasks_)
        task->unobserve(*this);
}

bool Together::await_ready()
{
    return left_ == 0;
}

void Together::await_suspend(std::coroutine_handle<> coroutine)
{
    for (SpawnState *task : tasks_) {
        if (!task->gone())
            task->observe(*this);
    }
    suspend(coroutine, nullptr);
    if (scope_)
        interruption_.emplace(scheduler(), *this).setForCancelOf(*scope_);
    if (decider_ != nobody && cancels_ != Cancels::Nothing)
        cancelTheRest();
}

WaitInfo Together::waitsFor() const
{
    const WaitKind kind = cancels_ == Cancels::Nothing ? WaitKind::Settle
        : cancels_ == Cancels::FirstFailure            ? WaitKind::Gather
                                                       : WaitKind::FirstOf;
    return {kind, tasks_.size()};
}

void Together::throwIfInterrupted() const
{
    if (interrupted_)
        throw scope_->cancelled();
}

void Together::throwFailure()
{
    if (decider_ != nobody)
        tasks_[decider_]->beginRead();
}

bool Together::decides(const SpawnState &task) const
{
    return task.ended() && (cancels_ == Cancels::FirstEnd || task.failed());
}

void Together::interrupt()
{
    interrupted_ = true;
    for (SpawnState *task : tasks_) {
        if (!task->gone())
            task->scope().cancelBecause(scope_->cancelCause());
    }
}

void Together::cancelTheRest()
{
    const SpawnState &first = *tasks_[decider_];
    std::shared_ptr<const CancelCause> cause;
    for (SpawnState *task : tasks_) {
        if (task->gone() || task->scope().cancelRequested())
            continue;
        if (!cause) {
            const std::string why = first.failed() ? "a sibling failed: " + textOf(first.failure()) : "another was first";
            cause = requestCancellation(scheduler(), Canceller::Task, first.task(), why);
        }
        task->scope().cancelBecause(cause);
    }
}

void Together::taskEnded(SpawnState &task)
{
    if (decider_ != nobody || !decides(task))
        return;
    decider_ = static_cast<std::size_t>(std::ranges::find(tasks_, &task) - tasks_.begin());
    if (cancels_ != Cancels::Nothing)
        cancelTheRest();
}

void Together::taskGone(SpawnState &)
{
    if (--left_ > 0)
        return;
    // The tasks may end before the interruption has rung: who asked before the wait was over has interrupted it.
    interrupted_ = interrupted_ || (scope_ && scope_->cancelRequested());
    interruption_.reset();
    wake();
}

} // namespace awaitscope
