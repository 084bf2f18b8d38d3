// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/scope.h"

#include <source_location>

namespace awaitscope {

/// One traced coroutine, as its promise knows it: writes what becomes of it into the record.
class TracedTask
{
public:
    explicit TracedTask(Scope &scope) : scope_(&scope), scheduler_(&scope.scheduler()) { scheduler_->frameMade(); }
    TracedTask(const TracedTask &) = delete;
    TracedTask &operator=(const TracedTask &) = delete;
    ~TracedTask() { scheduler_->frameGone(); }

    Scope &scope() const { return *scope_; }
    Scheduler &scheduler() const { return *scheduler_; }
    TaskId id() const { return id_; }

    void started(const std::source_location &end)
    {
        id_ = scheduler_->recorder()->newTask();
        named_ = scope_->nameSpawned(id_);
        scheduler_->taskBegan();
        scheduler_->record(EventKind::Started, id_, toPayload(end));
        outer_ = scheduler_->enter({id_, toPayload(end)});
    }
    void suspended(const std::source_location &where, WaitInfo wait)
    {
        if (!named_)
            announceFrame();
        scheduler_->recordSuspended(id_, toPayload(where), wait);
        scheduler_->enter(outer_, toPayload(where));
    }
    void resumed(const std::source_location &where)
    {
        scheduler_->record(EventKind::Resumed, id_, toPayload(where));
        outer_ = scheduler_->enter({id_, toPayload(where)});
    }
    void ended() noexcept
    {
        scheduler_->record(end_, id_, packCancel(endText_, endRequest_));
        scheduler_->enter(outer_);
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

    /// A wait of the task has thrown that, because of its own scope: what follows is cleanup.
    void interrupted(const Cancelled &cancelled);
    /// Takes the exception that is being handled as the task's end.
    void takeFailure();
    const std::exception_ptr &failure() const { return failure_; }
    bool wasCancelled() const { return end_ == EventKind::Cancelled; }

    /// The frame that stands for the task wherever it is awaited, and that goes on when it ends.
    void setBridge(std::coroutine_handle<> bridge) { bridge_ = bridge; }
    std::coroutine_handle<> bridge() const { return bridge_; }

private:
    Scope *scope_;
    Scheduler *scheduler_;
    TaskId id_;
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
        suspended_ = true;
        task_.suspended(where_, wait());
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
        try {
            return inner_.await_resume();
        } catch (const Cancelled &cancelled) {
            if (task_.scope().cancelRequested())
                task_.interrupted(cancelled);
            throw;
        }
    }

private:
    WaitInfo wait() const
    {
        if constexpr (requires { inner_.waitsFor(); }) {
            return inner_.waitsFor();
        } else {
            if (const TaskId awaited = awaitedFrame_ ? task_.scheduler().frames().find(awaitedFrame_) : TaskId())
                return {WaitKind::Task, awaited.number()};
            return {};
        }
    }

    TracedTask &task_;
    std::source_location where_;
    const void *awaitedFrame_;
    bool suspended_ = false;
    Inner inner_;
};

} // namespace awaitscope
