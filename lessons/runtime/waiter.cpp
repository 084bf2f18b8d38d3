// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/waiter.h"

#include "lessons/runtime/scheduler.h"
#include "lessons/runtime/scope.h"

namespace awaitscope {

using InScope = ListNode<ScopeWaiters>;

void Waiter::wake()
{
    if (state_ != State::Waiting)
        return;
    state_ = State::Woken;
    InScope::unlink();
    stopTimer();
    if (!ReadyNode::linked())
        scheduler_->makeReady(*this);
}

void Waiter::cancel()
{
    if (state_ != State::Waiting)
        return;
    wake();
    state_ = State::Cancelled;
}

void Waiter::abandon()
{
    state_ = State::Idle;
    InScope::unlink();
    stopTimer();
    ReadyNode::unlink();
}

void Waiter::ringAlarm()
{
    static_cast<Alarm *>(this)->ring();
}

void Alarm::setDaemonFor(Ns time)
{
    suspend({}, nullptr);
    scheduler().wakeAt(*this, time, TimerKind::Daemon);
}

void Waiter::suspend(std::coroutine_handle<> coroutine, Scope *scope)
{
    coroutine_ = coroutine;
    state_ = State::Waiting;
    if (!scope)
        return;
    if (scope->cancelRequested())
        cancel();
    else
        scope->addWaiter(*this);
}

void Waiter::suspendForTurn(std::coroutine_handle<> coroutine, Scope *scope)
{
    suspend(coroutine, scope);
    if (state_ == State::Waiting)
        scheduler_->makeReady(*this);
}

void Waiter::suspendUntil(std::coroutine_handle<> coroutine, Scope *scope, Ns deadline)
{
    suspend(coroutine, scope);
    if (state_ == State::Waiting)
        scheduler_->wakeAt(*this, deadline);
}

} // namespace awaitscope
