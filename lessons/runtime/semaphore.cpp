// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/semaphore.h"

namespace awaitscope {

SemaphoreState::SemaphoreState(Scheduler &scheduler, int permits, std::string_view name) :
    scheduler_(scheduler),
    permits_(permits)
{
    if (permits < 1)
        throw std::invalid_argument(
            "a semaphore with " + std::to_string(permits) + " permits would let nobody in; it needs at least 1");
    id_ = scheduler.newResource();
    const NameId known = scheduler.recorder()->intern(name);
    scheduler.record(EventKind::ResourceMade, {}, packPair(known.number(), static_cast<std::uint32_t>(permits)));
}

void SemaphoreState::record(SeatChange change, TaskId task)
{
    scheduler_.record(EventKind::SeatChanged, task, packPair(id_.number(), static_cast<std::uint32_t>(inUse_)),
        static_cast<std::uint16_t>(change));
}

void SemaphoreState::giveBack(TaskId holder)
{
    --inUse_;
    record(SeatChange::Released, holder);
    serveLine();
}

void SemaphoreState::serveLine()
{
    while (inUse_ < permits_) {
        PermitAwaiter *next = line_.front();
        if (!next)
            return;
        next->ListNode<PermitAwaiter>::unlink();
        if (!next->waiting())
            continue; // cancelled; it takes itself off the count
        next->granted_ = true;
        next->queued_ = false;
        --queued_;
        ++inUse_;
        record(SeatChange::Granted, next->task_);
        next->wake();
    }
}

void SemaphoreState::close()
{
    closed_ = true;
    while (PermitAwaiter *next = line_.front()) {
        next->ListNode<PermitAwaiter>::unlink();
        next->wake();
    }
}

void Permit::release()
{
    if (const auto state = std::exchange(state_, nullptr))
        state->giveBack(holder_);
}

PermitAwaiter::PermitAwaiter(std::shared_ptr<SemaphoreState> state, Scope &scope) :
    Waiter(&scope.scheduler()),
    state_(std::move(state)),
    scope_(scope),
    task_(scope.scheduler().currentTask())
{
}

PermitAwaiter::~PermitAwaiter()
{
    leaveLine();
    if (granted_)
        state_->giveBack(task_);
}

bool PermitAwaiter::await_ready()
{
    if (scope_.cancelRequested() || state_->closed_)
        return true;
    if (state_->inUse_ == state_->permits_)
        return false;
    granted_ = true;
    ++state_->inUse_;
    state_->record(SeatChange::Taken, task_);
    return true;
}

void PermitAwaiter::await_suspend(std::coroutine_handle<> coroutine)
{
    queued_ = true;
    ++state_->queued_;
    state_->record(SeatChange::Queued, task_);
    state_->line_.pushBack(*this);
    suspend(coroutine, &scope_);
}

Permit PermitAwaiter::await_resume()
{
    leaveLine();
    if (std::exchange(granted_, false))
        return Permit(state_, task_);
    scope_.throwIfCancelled();
    throw std::logic_error("the semaphore was destroyed, and nobody can get a permit any more");
}

WaitInfo PermitAwaiter::waitsFor() const
{
    return {WaitKind::Permit, packPair(state_->id().number(), static_cast<std::uint32_t>(state_->queued() + 1))};
}

void PermitAwaiter::leaveLine()
{
    if (!std::exchange(queued_, false))
        return;
    ListNode<PermitAwaiter>::unlink();
    --state_->queued_;
    state_->record(SeatChange::Left, task_);
}

Semaphore::Semaphore(Scope &scope, int permits, std::string_view name) :
    state_(std::make_shared<SemaphoreState>(scope.scheduler(), permits, name))
{
}

} // namespace awaitscope
