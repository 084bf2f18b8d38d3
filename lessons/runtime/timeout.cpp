// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/timeout.h"

namespace awaitscope {

namespace {

std::string inMilliseconds(Ns length)
{
    std::string text = std::to_string(length.count() / 1000 / 1000.0);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.back() == '.')
        text.pop_back();
    return text + " ms";
}

Ns dueAfter(Ns now, Ns length)
{
    return length < Ns::max() - now ? now + length : Ns::max();
}

} // namespace

TimedOut::TimedOut(Ns length) :
    std::runtime_error(
        length > Ns::zero() ? "the deadline of " + inMilliseconds(length) + " passed" : "nothing was left of the time"),
    length_(length)
{
}

void throwIfNegative(Ns length)
{
    if (length < Ns::zero())
        throw std::invalid_argument("withTimeout: a time of " + inMilliseconds(length)
            + " is negative; what is left of a deadline is given as a Budget, see remainingBudget()");
}

Budget remainingBudget(const Scope &scope)
{
    return scope.deadline() == Ns::max() ? Budget() : Budget(scope.deadline() - scope.scheduler().now());
}

DeadlineWatch::DeadlineWatch(Scope &scope, Ns length) :
    Alarm(scope.scheduler()),
    outer_(scope),
    length_(length),
    due_(dueAfter(scope.scheduler().now(), length))
{
    if (due_ == Ns::max())
        return;
    number_ = scheduler().newDeadline();
    scheduler().record(EventKind::DeadlineSet, scheduler().currentTask(), static_cast<std::uint64_t>(due_.count()));
}

DeadlineWatch::~DeadlineWatch()
{
    conclude(EventKind::DeadlineLifted);
}

void DeadlineWatch::watch(Scope &scope)
{
    inner_ = &scope;
    if (due_ < outer_.deadline() && scope.ownedTasks() > 0)
        setFor(due_);
}

void DeadlineWatch::throwIfTimedOut(const SpawnState *task) const
{
    if (!task)
        throw TimedOut(length_);
    if (!cause_ || !task->cancelled())
        return;
    try {
        std::rethrow_exception(task->failure());
    } catch (const Cancelled &cancelled) {
        if (&cancelled.cause() != cause_.get())
            return;
    }
    throw TimedOut(length_);
}

void DeadlineWatch::memberEnded(SpawnState &task)
{
    conclude(task.cancelled() ? EventKind::DeadlineLifted : EventKind::DeadlineMet);
}

void DeadlineWatch::ring()
{
    if (inner_->ownedTasks() == 0 || inner_->cancelRequested())
        return;
    conclude(EventKind::DeadlineMissed);
    cause_ = requestCancellation(scheduler(), Canceller::Deadline, {}, "the deadline of " + inMilliseconds(length_) + " passed");
    inner_->cancelBecause(cause_);
}

void DeadlineWatch::conclude(EventKind how)
{
    if (number_ != 0 && !std::exchange(concluded_, true))
        scheduler().record(how, {}, number_);
}

} // namespace awaitscope
