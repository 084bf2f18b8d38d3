// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/spawned.h"

namespace awaitscope {

SpawnState::~SpawnState()
{
    Scheduler &scheduler = scope_.scheduler();
    if (failure_ && !read_ && !seen_ && !cancelled_)
        scheduler.countUnread(task_, failure_);
    scheduler.frameGone();
}

void SpawnState::drives(const void *frame)
{
    scope_.unnamed_ = nullptr;
    scope_.scheduler().failureRead(frame);
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
    failure_ = std::current_exception();
    try {
        throw;
    } catch (const Cancelled &) {
        cancelled_ = true;
    } catch (...) {
    }
}

void SpawnState::end() noexcept
{
    static thread_local std::uint64_t ends = 0;
    ended_ = true;
    endOrder_ = ++ends;
    if (scope_.parent_ && scope_.parent_->members_)
        scope_.parent_->members_->memberEnded(*this);
    if (observer_)
        observer_->taskEnded(*this);
    if (scope_.ownedTasks() == 0)
        leaveParent();
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
    if (gone_)
        self_.destroy();
}

} // namespace awaitscope
