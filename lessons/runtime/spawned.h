// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/task_promise.h"

#include <optional>
#include <variant>

namespace awaitscope {

/// Told when a spawned task ends, and when all that it spawned has ended too. Each once.
class SpawnObserver
{
public:
    virtual void taskEnded(SpawnState &task) = 0;
    virtual void taskGone(SpawnState &) { }

protected:
    ~SpawnObserver() = default;
};

/// A spawned task, from its start until it and all that it spawned has ended and nobody holds its handle any more. It is the
/// promise of the coroutine that drives the task, so that its scope, its arguments and its result share one allocation.
class SpawnState : public PooledFrame
{
public:
    SpawnState(const SpawnState &) = delete;
    SpawnState &operator=(const SpawnState &) = delete;

    Scope &scope() { return scope_; }
    bool ended() const { return ended_; }
    bool failed() const { return failure_ != nullptr; }
    /// What it ended with; null for a value.
    const std::exception_ptr &failure() const { return failure_; }
    /// Ended with a Cancelled.
    bool cancelled() const { return cancelled_; }
    /// It and all that it spawned has ended.
    bool gone() const { return gone_; }
    /// Counts up with the ends of all tasks of the process' thread: says which of two ended first.
    std::uint64_t endOrder() const { return endOrder_; }
    /// The traced task; none where it is not known.
    TaskId task() const { return start_.id; }

    /// Sets who is told of the end; throws std::logic_error where somebody is already.
    void observe(SpawnObserver &observer);
    /// Takes that back; does nothing where it is not so.
    void unobserve(SpawnObserver &observer);
    /// Throws the failure, if there is one, or std::logic_error where the result has been read before.
    void beginRead();
    /// Throws std::logic_error where the result has been read before.
    void throwIfRead() const;
    /// Somebody has taken note of the failure without reading the result.
    void failureSeen() { seen_ = true; }
    /// The task's end, told by who waited for it.
    void fail(const std::exception_ptr &failure, bool cancelled);
    /// The handle is gone: nobody can read the result any more.
    void abandon();
    /// The scope's last task has gone.
    void scopeEmpty();
    /// The function has given its task, whose frame that is. Gives the traced task that lives behind this frame; null where it
    /// has ended, or where something else is there.
    TracedTask *begun(const void *frame);

    std::suspend_never initial_suspend() const noexcept { return {}; }
    auto final_suspend() noexcept { return Final(); }
    void unhandled_exception();

protected:
    SpawnState(Scope &parent, bool givesValue) : scope_(parent, *this), givesValue_(givesValue)
    {
        scope_.spawnStart_ = &start_;
        parent.scheduler().frameMade();
    }
    ~SpawnState();

    std::coroutine_handle<> self_;

private:
    struct Final
    {
        bool await_ready() const noexcept { return false; }
        template <class Promise> void await_suspend(std::coroutine_handle<Promise> driver) const noexcept
        {
            driver.promise().end();
        }
        void await_resume() const noexcept { }
    };

    void concludeStart();
    void end() noexcept;
    void leaveParent();
    void noteUnread();

    Scope scope_;
    SpawnObserver *observer_ = nullptr;
    SpawnStart start_;
    const bool givesValue_;
    bool held_ = true;
    bool ended_ = false;
    bool gone_ = false; ///< out of the tree: it and all that it spawned has ended
    bool read_ = false;
    bool seen_ = false;
    bool cancelled_ = false;
    std::uint64_t endOrder_ = 0;
    std::exception_ptr failure_;
};

/// A type for values that are put beside each other: std::monostate in place of void.
template <class T> using ValueOf = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

template <class T> class SpawnPromise;
template <class T> class DirectAwaiter;

/// What a driver coroutine returns: nothing but the way to its promise.
template <class T> struct SpawnDriver
{
    using promise_type = SpawnPromise<T>;
    SpawnPromise<T> *promise;
};

/// Gives a driver its own promise.
struct OwnSpawn
{
};

/// The promise of a driver, with the result.
template <class T> class SpawnPromise : public SpawnState
{
public:
    template <class... Arguments> explicit SpawnPromise(Scope &parent, Arguments &&...) : SpawnState(parent, !std::is_void_v<T>)
    {
    }

    SpawnDriver<T> get_return_object()
    {
        self_ = std::coroutine_handle<SpawnPromise>::from_promise(*this);
        return {this};
    }
    void return_void() const noexcept { }

    struct Self
    {
        SpawnPromise *promise;
        bool await_ready() const noexcept { return true; }
        void await_suspend(std::coroutine_handle<>) const noexcept { }
        SpawnPromise &await_resume() const noexcept { return *promise; }
    };
    Self await_transform(OwnSpawn) { return {this}; }
    QCoro::Task<T> &await_transform(QCoro::Task<T> &task) { return task; }
    DirectAwaiter<T> await_transform(DirectAwaiter<T> awaiter) { return awaiter; }

    /// Takes over the result of a traced task.
    void keepResult(TracedPromise<T> &task)
    {
        if (task.failure()) [[unlikely]]
            fail(task.failure(), task.wasCancelled());
        else if constexpr (!std::is_void_v<T>)
            keep(task.takeValue());
    }
    void keep(ValueOf<T> &&value) { value_.emplace(std::move(value)); }
    /// The result; throws what the task threw. Once.
    T take()
    {
        beginRead();
        if constexpr (!std::is_void_v<T>)
            return std::move(*value_);
    }

private:
    std::optional<ValueOf<T>> value_;
};

/// Waits in a driver for its traced task, in place of the bridge, and destroys it. Spares the bridge's part at the end, where a
/// failure would have to be thrown again.
template <class T> class DirectAwaiter
{
public:
    DirectAwaiter(SpawnPromise<T> &self, TracedPromise<T> &task) : self_(&self), task_(&task) { }

    bool await_ready() const noexcept { return false; }
    void await_suspend(std::coroutine_handle<> driver) const noexcept { task_->setBridge(driver); }
    void await_resume() const
    {
        const FrameDestroyer destroyer{std::coroutine_handle<TracedPromise<T>>::from_promise(*task_)};
        self_->keepResult(*task_);
    }

private:
    SpawnPromise<T> *self_;
    TracedPromise<T> *task_;
};

/// Destroys the suspended coroutine of a task that nobody awaits.
template <class T> void destroyBridge(QCoro::Task<T> task)
{
    const auto bridge = std::coroutine_handle<>::from_address(const_cast<void *>(frameOf(task)));
    union Unowned {
        explicit Unowned(QCoro::Task<T> &&owner) : task(std::move(owner)) { }
        ~Unowned() { } // a task would wait for its coroutine to end
        QCoro::Task<T> task;
    };
    const Unowned unowned(std::move(task));
    bridge.destroy();
}

/// Runs one spawned task. The arguments live in its frame.
template <class T, class Function, class... Arguments>
SpawnDriver<T> driveSpawned(Scope &, Function function, Arguments... arguments)
{
    SpawnPromise<T> &self = co_await OwnSpawn();
    QCoro::Task<T> task = std::invoke(function, self.scope(), std::move(arguments)...);
    TracedTask *traced = self.begun(frameOf(task));
    if (traced && !isAwaited(task)) {
        destroyBridge(std::move(task));
        co_await DirectAwaiter<T>(self, static_cast<TracedPromise<T> &>(*traced));
    } else if constexpr (std::is_void_v<T>) {
        co_await task;
    } else {
        T value = co_await task;
        self.keep(std::move(value));
    }
}

/// Awaits the end of a spawned task. Made by awaiting a Spawned.
template <class T> class SpawnedAwaiter : public Waiter, private SpawnObserver
{
public:
    explicit SpawnedAwaiter(SpawnPromise<T> &task) : Waiter(&task.scope().scheduler()), task_(task), scope_(task.scope().parent())
    {
    }
    ~SpawnedAwaiter() { task_.unobserve(*this); }

    /// Whose cancellation ends the wait: by default that of the scope in which the task was spawned.
    void awaitedIn(Scope &scope) { scope_ = &scope; }
    bool await_ready() const { return task_.ended(); }
    void await_suspend(std::coroutine_handle<> coroutine)
    {
        task_.observe(*this);
        suspend(coroutine, scope_);
    }
    T await_resume()
    {
        if (wasCancelled())
            throw scope_->cancelled();
        return task_.take();
    }
    WaitInfo waitsFor() const
    {
        const TaskId task = task_.task();
        return task ? WaitInfo{WaitKind::Task, task.number()} : WaitInfo{};
    }

private:
    void taskEnded(SpawnState &) override { wake(); }

    SpawnPromise<T> &task_;
    Scope *scope_;
};

/// The handle of a task that Scope::spawn() started. Awaiting it gives the task's value or throws what the task threw;
/// once. Dropping it does not stop the task: its scope owns that.
template <class T> class Spawned
{
public:
    using value_type = T;

    Spawned(Spawned &&other) noexcept : task_(std::exchange(other.task_, nullptr)) { }
    Spawned &operator=(Spawned &&other) noexcept
    {
        Spawned old(std::move(*this));
        task_ = std::exchange(other.task_, nullptr);
        return *this;
    }
    ~Spawned()
    {
        if (task_)
            task_->abandon();
    }

    bool ended() const { return state().ended(); }
    SpawnedAwaiter<T> operator co_await() const { return SpawnedAwaiter<T>(state()); }

    /// The task behind the handle; throws std::logic_error where the handle was moved away.
    SpawnPromise<T> &state() const
    {
        if (!task_)
            throw std::logic_error("a spawned task is used through a handle that was moved away");
        return *task_;
    }

private:
    friend class Scope;
    explicit Spawned(SpawnPromise<T> *task) : task_(task) { }

    SpawnPromise<T> *task_;
};

template <class Function, class... Arguments> auto Scope::spawn(Function function, Arguments &&...arguments)
{
    throwIfFinished();
    using Task = std::invoke_result_t<Function &, Scope &, std::decay_t<Arguments>...>;
    static_assert(QCoro::detail::isTask_v<Task>, "a function to spawn returns a QCoro::Task");
    using T = typename Task::value_type;
    const auto driver = driveSpawned<T, Function, std::decay_t<Arguments>...>(
        *this, std::move(function), std::forward<Arguments>(arguments)...);
    return Spawned<T>(driver.promise);
}

} // namespace awaitscope
