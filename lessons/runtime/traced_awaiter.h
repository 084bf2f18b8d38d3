// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/await_chain.h"
#include "lessons/runtime/frame_pool.h"
#include "lessons/runtime/scope.h"

#include <source_location>

namespace awaitscope {

/// One traced coroutine, as its promise knows it: writes what becomes of it into the record.
class TracedTask : public AwaitChain, public PooledFrame
{
public:
    /// Throws TaskChainTooLong where too many tasks are being started inside one another.
    explicit TracedTask(Scope &scope) : scope_(&scope), scheduler_(&scope.scheduler())
    {
        throwIfTooDeep(scheduler_->nesting());
        scheduler_->frameMade();
    }
    TracedTask(const TracedTask &) = delete;
    TracedTask &operator=(const TracedTask &) = delete;
    ~TracedTask()
    {
        leaveSpawn();
        scheduler_->frameGone();
    }

    Scope &scope() const { return *scope_; }
    Scheduler &scheduler() const { return *scheduler_; }
    TaskId id() const { return id_; }
    /// Where the task's function ends, see toPayload().
    std::uint64_t site() const { return site_; }

    void started(const std::source_location &end)
    {
        id_ = scheduler_->recorder()->newTask();
        site_ = toPayload(end);
        spawn_ = scope_->takeSpawnStart();
        if (spawn_)
            *spawn_ = {this, id_, site_};
        named_ = spawn_ != nullptr;
        scheduler_->taskBegan();
        scheduler_->record(EventKind::Started, id_, site_, scope_->underShield() ? startedShielded : 0);
        enter(end);
    }
    void suspended(const std::source_location &where, WaitInfo wait)
    {
        if (!named_)
            announceFrame();
        scheduler_->recordSuspended(id_, toPayload(where), wait);
        leave(toPayload(where));
    }
    void resumed(const std::source_location &where)
    {
        scheduler_->record(EventKind::Resumed, id_, toPayload(where));
        enter(where);
    }
    void ended() noexcept
    {
        scheduler_->record(end_, id_, packCancel(endText_, endRequest_));
        leave();
        leaveChain();
        if (inFrames_)
            scheduler_->frames().erase(bridge_.address());
        scheduler_->taskEnded();
    }

    /// For a task that begins later than it is called: it was made, and it begins; `end` is where its function ends.
    void created(const std::source_location &end);
    void begins(const std::source_location &end);
    /// For one whose frame is destroyed: before it began, or where it waits. Then its locals are destroyed, and it has ended().
    void dropped();
    void stopped(const std::source_location &where);
    /// Lets all who await the frame of setBridge() tell the task's id.
    void announceFrame();

    /// A wait of the task throws Cancelled. Because of its own scope, what follows is cleanup.
    void interrupted(const CancelCause &cause);
    /// Takes the exception that is being handled as the task's end.
    void takeFailure();
    const std::exception_ptr &failure() const { return failure_; }
    bool wasCancelled() const { return end_ == EventKind::Cancelled; }

    /// The frame that stands for the task wherever it is awaited, and that goes on when it ends.
    void setBridge(std::coroutine_handle<> bridge) { bridge_ = bridge; }
    std::coroutine_handle<> bridge() const { return bridge_; }
    /// The spawn that started the task has what it needs, or has gone.
    void leaveSpawn()
    {
        if (spawn_)
            std::exchange(spawn_, nullptr)->task = nullptr;
    }

private:
    void enter(const std::source_location &where)
    {
        outer_ = scheduler_->enter({id_, toPayload(where)});
        ++scheduler_->nesting();
    }
    /// `at` is where the task has come to; 0 where it ends.
    void leave(std::uint64_t at = 0)
    {
        scheduler_->enter(outer_, at);
        --scheduler_->nesting();
    }

    Scope *scope_;
    Scheduler *scheduler_;
    TaskId id_;
    std::uint64_t site_ = 0;
    SpawnStart *spawn_ = nullptr; ///< the spawn that is starting this task
    LoopPosition outer_; ///< who ran when this task began to, or went on
    EventKind end_ = EventKind::Returned;
    bool named_ = false; ///< who may await it can tell its id
    bool inFrames_ = false;
    bool interrupted_ = false;
    NameId endText_;
    CancelId endRequest_;
    std::coroutine_handle<> bridge_;
    std::exception_ptr failure_;
};

/// The task whose frame that is, as far as it was announced; none where it was not, or where there is no frame.
inline TaskId taskOf(Scheduler &scheduler, const void *frame)
{
    const TracedTask *task = frame ? scheduler.frames().find(frame) : nullptr;
    return task ? task->id() : TaskId();
}

/// Reaches the frame that QCoro's awaiter of a task waits for; null where QCoro keeps it otherwise than 0.8 does.
template <class Awaiter> struct AwaitedFrame : Awaiter
{
    template <class Self = AwaitedFrame> static const void *of(const Awaiter &awaiter)
    {
        if constexpr (requires { (awaiter.*(&Self::mAwaitedCoroutine)).address(); })
            return (awaiter.*(&Self::mAwaitedCoroutine)).address();
        else
            return nullptr;
    }
};

/// The frame of a QCoro task, as frames() of the scheduler knows it; null for an empty task.
template <class T> const void *frameOf(const QCoro::Task<T> &task)
{
    const auto awaiter = task.operator co_await();
    return AwaitedFrame<std::remove_cvref_t<decltype(awaiter)>>::of(awaiter);
}

/// The await of one awaitable in a traced coroutine: records the suspension, what it waits for, and the resumption.
/// `Inner` is the awaiter, or a reference to it where it lives in the co_await expression.
template <class Inner> class TracedAwaiter
{
public:
    template <class Make>
    TracedAwaiter(TracedTask &task, const std::source_location &where, Make &&make, const void *awaitedFrame = nullptr) :
        task_(task),
        where_(where),
        awaitedFrame_(awaitedFrame),
        inner_(make())
    {
        if constexpr (requires { inner_.awaitedIn(task.scope()); })
            inner_.awaitedIn(task.scope());
    }

    bool await_ready()
    {
        if (!inner_.await_ready())
            return false;
        if (awaitedFrame_)
            task_.scheduler().failureRead(awaitedFrame_);
        return true;
    }
    template <class Promise> auto await_suspend(std::coroutine_handle<Promise> coroutine)
    {
        const WaitInfo wait = beginWait();
        suspended_ = true;
        task_.suspended(where_, wait);
        try {
            return inner_.await_suspend(coroutine); // the frame may be gone when it returns
        } catch (...) {
            task_.resumed(where_);
            throw;
        }
    }
    decltype(auto) await_resume()
    {
        if (suspended_)
            task_.resumed(where_);
        if constexpr (requires { inner_.interruption(); }) {
            if (const CancelCause *cause = inner_.interruption())
                task_.interrupted(*cause);
            return inner_.await_resume();
        } else {
            try {
                return inner_.await_resume();
            } catch (const Cancelled &cancelled) {
                task_.interrupted(cancelled.cause());
                throw;
            }
        }
    }

private:
    /// What it waits for; makes the tasks' chain one longer where that is a task.
    WaitInfo beginWait()
    {
        if constexpr (requires { inner_.waitsFor(); }) {
            return inner_.waitsFor();
        } else {
            TracedTask *awaited = awaitedFrame_ ? task_.scheduler().frames().find(awaitedFrame_) : nullptr;
            if (!awaited)
                return {};
            task_.await(*awaited);
            return {WaitKind::Task, awaited->id().number()};
        }
    }

    TracedTask &task_;
    std::source_location where_;
    const void *awaitedFrame_;
    bool suspended_ = false;
    Inner inner_;
};

} // namespace awaitscope
