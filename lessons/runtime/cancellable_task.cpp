// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/cancellable_task.h"

namespace awaitscope {

OwnedTask::OwnedTask(Scheduler &scheduler, const void *frame) : scheduler_(scheduler), task_(taskOf(scheduler, frame))
{
    scheduler.failureRead(frame);
}

OwnedTask::~OwnedTask()
{
    if (failure_ && !read_ && !cancelled_)
        scheduler_.countUnread(task_, failure_);
}

void OwnedTask::throwIfFailed()
{
    read_ = true;
    if (failure_)
        std::rethrow_exception(failure_);
}

void OwnedTask::helperBegins()
{
    scheduler_.frameMade();
    scheduler_.taskBegan(); // the run waits for its end
}

void OwnedTask::failed()
{
    failure_ = std::current_exception();
    try {
        throw;
    } catch (const Cancelled &) {
        cancelled_ = true;
    } catch (...) {
    }
}

void OwnedTask::helperEnds()
{
    ended_ = true;
    if (wait_)
        wait_->wake();
    scheduler_.frameGone();
    scheduler_.taskEnded();
}

OwnedTaskWait::OwnedTaskWait(Scope &scope, std::shared_ptr<OwnedTask> task) : ForeignWait(scope, "task"), task_(std::move(task))
{
    task_->setWait(this);
}

WaitInfo OwnedTaskWait::waitsFor() const
{
    return task_->task() ? WaitInfo{WaitKind::Task, task_->task().number()} : ForeignWait::waitsFor();
}

void OwnedTaskWait::throwIfFailed() const
{
    if (wasCancelled())
        throw scope().cancelled();
    task_->throwIfFailed();
}

} // namespace awaitscope
