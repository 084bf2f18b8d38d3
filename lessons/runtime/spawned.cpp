// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/spawned.h"

namespace awaitscope {

SpawnState::~SpawnState()
{
    scope_.scheduler().frameGone();
}

TracedTask *SpawnState::begun(const void *frame)
{
    TracedTask *const task = start_.task;
    concludeStart();
    scope_.scheduler().failureRead(frame);
    return task && frame && task->bridge().address() == frame ? task : nullptr;
}

/// What the task holds of this must go before either of the two does.
void SpawnState::concludeStart()
{
    scope_.spawnStart_ = nullptr;
    if (start_.task)
        start_.task->leaveSpawn();
}

void SpawnState::observe(SpawnObserver &observer)
{
    if (observer_)
        throw std::logic_error("a spawned task is awaited twice at once");
    observer_ = &observer;
}

void SpawnState::unobserve(SpawnObserver &observer)
{
    if (observer_ == &observer)
        observer_ = nullptr;
}

void SpawnState::beginRead()
{
    throwIfRead();
    read_ = true;
    if (failure_)
        std::rethrow_exception(failure_);
}

void SpawnState::throwIfRead() const
{
    if (read_)
        throw std::logic_error("the result of a spawned task is read twice");
}

void SpawnState::unhandled_exception()
{
    const std::exception_ptr failure = std::current_exception();
    fail(failure, asCancelled(failure) != nullptr);
}

void SpawnState::fail(const std::exception_ptr &failure, bool cancelled)
{
    failure_ = failure;
    cancelled_ = cancelled;
}

void SpawnState::end() noexcept
{
    static thread_local std::uint64_t ends = 0;
    concludeStart();
    ended_ = true;
    endOrder_ = ++ends;
    if (scope_.parent_ && scope_.parent_->members_)
        scope_.parent_->members_->memberEnded(*this);
    if (observer_)
        observer_->taskEnded(*this);
    if (!held_)
        noteUnread();
    if (scope_.ownedTasks() == 0)
        leaveParent();
}

/// The result is there, and its handle is not. A task that was cancelled has none.
void SpawnState::noteUnread()
{
    const bool lost = failure_ ? !seen_ : givesValue_;
    if (read_ || cancelled_ || !lost)
        return;
    Scheduler &scheduler = scope_.scheduler();
    if (start_.id)
        scheduler.record(EventKind::Unread, start_.id);
    if (failure_)
        scheduler.countUnread(start_.id, failure_, start_.site);
}

void SpawnState::scopeEmpty()
{
    if (ended_ && !gone_)
        leaveParent();
}

void SpawnState::leaveParent()
{
    gone_ = true;
    Scope *parent = std::exchange(scope_.parent_, nullptr);
    scope_.inParent_.unlink();
    if (SpawnObserver *observer = std::exchange(observer_, nullptr))
        observer->taskGone(*this);
    if (!held_)
        self_.destroy();
    if (parent)
        parent->taskGone();
}

void SpawnState::abandon()
{
    held_ = false;
    if (ended_)
        noteUnread();
    if (gone_)
        self_.destroy();
}

} // namespace awaitscope
