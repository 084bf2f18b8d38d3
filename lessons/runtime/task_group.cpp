// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/task_group.h"

namespace awaitscope {

TaskGroup::~TaskGroup()
{
    if (scope_.ownedTasks() > 0)
        scope_.cancel("the task group was left before it was joined", Canceller::Closing);
}

TaskGroup::Join TaskGroup::join()
{
    if (std::exchange(joining_, true))
        throw std::logic_error("a task group is joined twice");
    return Join(*this);
}

void TaskGroup::memberEnded(SpawnState &task)
{
    if (!task.failed() || task.cancelled())
        return;
    task.failureSeen();
    failures_.push_back(task.failure());
    if (scope_.cancelRequested())
        return;
    std::string what = "an exception of a type of its own";
    try {
        std::rethrow_exception(task.failure());
    } catch (const std::exception &exception) {
        what = exception.what();
    } catch (...) {
    }
    scope_.cancelBecause(requestCancellation(scope_.scheduler(), Canceller::Task, task.task(), "a sibling failed: " + what));
}

void TaskGroup::throwOutcome()
{
    scope_.finish();
    if (!failures_.empty())
        std::rethrow_exception(failures_.front());
    scope_.throwIfCancelled();
}

} // namespace awaitscope
