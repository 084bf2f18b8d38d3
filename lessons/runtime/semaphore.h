// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/scope.h"

namespace awaitscope {

class PermitAwaiter;

/// What the handles of one semaphore share: the free permits and the line.
class SemaphoreState
{
public:
    SemaphoreState(Scheduler &scheduler, int permits, std::string_view name);

    Scheduler &scheduler() const { return scheduler_; }
    ResourceId id() const { return id_; }
    int permits() const { return permits_; }
    int inUse() const { return inUse_; }
    int queued() const { return queued_; }
    /// Nobody gets a permit any more; wakes all who stand in line.
    void close();

private:
    friend class PermitAwaiter;
    friend class Permit;
    void record(SeatChange change, TaskId task);
    void giveBack(TaskId holder);
    void serveLine();

    Scheduler &scheduler_;
    const int permits_;
    ResourceId id_;
    int inUse_ = 0;
    int queued_ = 0;
    bool closed_ = false;
    List<PermitAwaiter, PermitAwaiter> line_;
};

/// One permit of a semaphore, or the lock of a mutex. Gives it back when it is destroyed, also after the semaphore is gone.
class [[nodiscard]] Permit
{
public:
    Permit(Permit &&other) noexcept : state_(std::move(other.state_)), holder_(other.holder_) { }
    Permit &operator=(Permit &&other) noexcept
    {
        Permit old(std::move(*this));
        state_ = std::move(other.state_);
        holder_ = other.holder_;
        return *this;
    }
    ~Permit() { release(); }

    /// Gives it back now; does nothing a second time.
    void release();
    bool held() const { return state_ != nullptr; }

private:
    friend class PermitAwaiter;
    Permit(std::shared_ptr<SemaphoreState> state, TaskId holder) : state_(std::move(state)), holder_(holder) { }

    std::shared_ptr<SemaphoreState> state_;
    TaskId holder_;
};

/// The wait for a permit.
class PermitAwaiter : public Waiter, public ListNode<PermitAwaiter>
{
public:
    PermitAwaiter(std::shared_ptr<SemaphoreState> state, Scope &scope);
    ~PermitAwaiter();

    bool await_ready();
    void await_suspend(std::coroutine_handle<> coroutine);
    Permit await_resume();
    WaitInfo waitsFor() const;

protected:
    bool scopeCancelled() const { return scope_.cancelRequested(); }

private:
    friend class SemaphoreState;
    void leaveLine();

    const std::shared_ptr<SemaphoreState> state_;
    Scope &scope_;
    const TaskId task_;
    bool granted_ = false;
    bool queued_ = false;
};

/// What Semaphore::acquire() and Mutex::lock() give, to be awaited.
class [[nodiscard]] Acquire
{
public:
    Acquire(std::shared_ptr<SemaphoreState> state, Scope &scope) : state_(std::move(state)), scope_(&scope) { }
    PermitAwaiter operator co_await() const { return PermitAwaiter(state_, *scope_); }

private:
    std::shared_ptr<SemaphoreState> state_;
    Scope *scope_;
};

/// A number of permits, handed out first come, first served: `const Permit permit = co_await connections.acquire(scope);`. A permit
/// that is given back goes straight to whoever is first in line. Lives on the scheduler's thread; a task that still queues when
/// it is destroyed gets std::logic_error.
class Semaphore
{
public:
    /// `name` is what the record calls it. Throws std::invalid_argument for fewer than one permit.
    Semaphore(Scope &scope, int permits, std::string_view name = "semaphore");
    ~Semaphore() { state_->close(); }
    Semaphore(const Semaphore &) = delete;
    Semaphore &operator=(const Semaphore &) = delete;

    /// Gives a Permit, at once or after queueing. Throws Cancelled where `scope` is cancelled before a permit was granted; one
    /// that was granted in the same turn is kept.
    Acquire acquire(Scope &scope) { return Acquire(state_, scope); }

    int permits() const { return state_->permits(); }
    int inUse() const { return state_->inUse(); }
    /// How many tasks stand in line.
    int queued() const { return state_->queued(); }

private:
    std::shared_ptr<SemaphoreState> state_;
};

/// A lock for one task at a time, first come, first served: `const Permit lock = co_await mutex.lock(scope);`. Not recursive: a
/// task that locks it twice waits for itself.
class Mutex
{
public:
    explicit Mutex(Scope &scope, std::string_view name = "mutex") : semaphore_(scope, 1, name) { }

    /// As Semaphore::acquire().
    Acquire lock(Scope &scope) { return semaphore_.acquire(scope); }
    bool locked() const { return semaphore_.inUse() > 0; }
    int queued() const { return semaphore_.queued(); }

private:
    Semaphore semaphore_;
};

} // namespace awaitscope
