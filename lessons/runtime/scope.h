// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/scheduler.h"

#include <QCoroTask>

#include <stdexcept>
#include <string_view>
#include <tuple>
#include <type_traits>

namespace awaitscope {

template <class T> class Spawned;
template <class T> class TracedPromise;
class SpawnState;
class TracedTask;
class JoinAwaiter;
class Join;

/// Records that somebody asks for a cancellation. What it gives is handed to Scope::cancelBecause(); scopes that get the same one
/// were cancelled by one request. `asker` is for Canceller::Task.
std::shared_ptr<const CancelCause> requestCancellation(Scheduler &scheduler, Canceller by, TaskId asker, std::string_view reason);

/// Told of each end of a task that was spawned in a scope, before whoever awaits the task goes on.
class MemberObserver
{
public:
    virtual void memberEnded(SpawnState &task) = 0;

protected:
    ~MemberObserver() = default;
};

/// A spawn while it calls its function: the first task that begins in the new scope announces itself.
struct SpawnStart
{
    TracedTask *task = nullptr; ///< null again when it has ended
    TaskId id;
    std::uint64_t site = 0; ///< where its function ends, see toPayload()
};

/// How a scope differs from a plain branch of its parent.
struct ScopeKind
{
    bool shielded = false; ///< a cancellation from above does not reach it, deadlines from above neither
    Ns deadline = Ns::max(); ///< what runs in it has time until then
    MemberObserver *members = nullptr; ///< must outlive the scope
};

/// What a coroutine's work belongs to. Scopes form a tree; each owns the tasks spawned in it, outlives them and can be cancelled
/// with all of them. `QCoro::Task<T> f(Scope &scope, …)` is traced without further ado: a function, a member function or a
/// lambda without captures. Lives on the scheduler's thread.
class Scope
{
public:
    /// A root. The scheduler must outlive it.
    explicit Scope(Scheduler &scheduler) : scheduler_(scheduler) { }
    /// A branch of another scope, which must outlive it; already cancelled where that one is.
    explicit Scope(Scope &parent) : Scope(parent, ScopeKind()) { }
    Scope(Scope &parent, const ScopeKind &kind);
    /// Tasks that still run pass to the parent, which joins them. A root is joined before.
    ~Scope();
    Scope(const Scope &) = delete;
    Scope &operator=(const Scope &) = delete;

    Scheduler &scheduler() const { return scheduler_; }
    /// Null for a root.
    Scope *parent() const { return parent_; }

    /// Starts `function(scope, arguments…)` at once, in a scope of its own below this one, and owns the task. The
    /// arguments are copied or moved to where they outlive it. `function` gives a QCoro::Task<T> and has no captures
    /// that end before the task. What comes back can be awaited once; dropping it does not stop the task.
    template <class Function, class... Arguments> auto spawn(Function function, Arguments &&...arguments);
    /// How many spawned tasks have not ended, with all that they spawned in turn.
    int ownedTasks() const { return owned_; }
    /// Resumes when all that the scope owns has ended; then throws Cancelled if the scope was cancelled. Not for a task
    /// that the scope itself owns: it would wait for itself.
    Join join();

    /// Asks all that runs in this scope and below to end: from now on every wait there throws Cancelled. Who is waiting
    /// now is posted to the event loop, nobody is resumed by the call. A second request changes nothing. What is shielded is
    /// passed over. Asks in the name of the task that runs now; outside of tasks, of the user.
    void cancel(std::string_view reason);
    /// The same in the name of somebody else. With Canceller::Task the task that runs now is the one who asks.
    void cancel(std::string_view reason, Canceller by);
    /// The same for a request that has been recorded; see requestCancellation().
    void cancelBecause(const std::shared_ptr<const CancelCause> &cause) { cancelTree(cause, false); }
    /// The same for all that is shielded too: the last means to end a run.
    void cancelThroughShields(const std::shared_ptr<const CancelCause> &cause) { cancelTree(cause, true); }
    bool cancelRequested() const { return cause_ != nullptr; }
    /// Null where nobody asked.
    const std::shared_ptr<const CancelCause> &cancelCause() const { return cause_; }
    void throwIfCancelled() const
    {
        if (cause_)
            throw cancelled();
    }
    /// What throwIfCancelled() throws. Only for a cancelled scope.
    Cancelled cancelled() const;
    /// A shield stands between the root and what runs in this scope.
    bool underShield() const { return underShield_; }
    /// The earliest deadline that the scope stands under; Ns::max() where there is none. See withTimeout().
    Ns deadline() const { return deadline_; }
    /// For a run that has ended: from now on spawn() throws std::logic_error.
    void finish() { finished_ = true; }
    bool finished() const { return finished_; }
    void throwIfFinished() const;

    /// Attaches a value, to be found by its type in this scope and below. The caller keeps it alive as long as the scope;
    /// a second value of the type takes the place of the first.
    template <class T> void setContext(const T &value) { putContext(&contextKey<T>, &value); }
    /// The value of that type of the nearest scope that has one, or null.
    template <class T> const T *findContext() const { return static_cast<const T *>(lookUpContext(&contextKey<T>)); }
    /// The same; throws std::logic_error where there is none.
    template <class T> const T &context() const
    {
        if (const T *value = findContext<T>())
            return *value;
        throw std::logic_error(std::string("no context of this type in the scope or above: ") + typeid(T).name());
    }

    /// For a traced task that begins: the spawn that starts it, or null.
    SpawnStart *takeSpawnStart() { return std::exchange(spawnStart_, nullptr); }
    /// For awaiters: makes a wait known to cancellation.
    void addWaiter(Waiter &waiter) { waiters_.pushBack(waiter); }
    /// Cancels a task that waits now in this scope or below, by hand, in the name of the user: the scope of the task that `chain`
    /// begins with, or, where that one was not spawned, of the first of those after it that was; at last this scope. `chain` goes from
    /// a task to the one that it was called by, and so on. Nothing where its first task has ended. Looks at all tasks.
    void cancelTask(const std::vector<TaskId> &chain);

private:
    friend class SpawnState;
    friend class JoinAwaiter;
    struct InParent : ListNode<InParent>
    {
        explicit InParent(Scope &self) : scope(self) { }
        Scope &scope;
    };
    struct ContextEntry
    {
        const void *key;
        const void *value;
    };
    template <class T> inline static const char contextKey = 0;

    Scope(Scope &parent, SpawnState &task);
    void putContext(const void *key, const void *value);
    const void *lookUpContext(const void *key) const;
    void cancelTree(const std::shared_ptr<const CancelCause> &cause, bool throughShields);
    void taskGone();
    Scope *findTask(TaskId task);

    Scheduler &scheduler_;
    Scope *parent_ = nullptr;
    SpawnState *task_ = nullptr; ///< whose scope it is, where it belongs to a spawned task
    SpawnStart *spawnStart_ = nullptr;
    MemberObserver *members_ = nullptr;
    int owned_ = 0;
    bool shielded_ = false;
    bool underShield_ = false;
    bool finished_ = false;
    Ns deadline_ = Ns::max();
    InParent inParent_{*this};
    List<InParent, InParent> children_;
    List<Waiter, ScopeWaiters> waiters_;
    List<JoinAwaiter, JoinAwaiter> joiners_;
    std::shared_ptr<const CancelCause> cause_;
    std::unique_ptr<std::vector<ContextEntry>> contexts_;
};

/// The await of the end of all that a scope owns.
class JoinAwaiter : public Waiter, public ListNode<JoinAwaiter>
{
public:
    explicit JoinAwaiter(Scope &scope) : Waiter(&scope.scheduler()), scope_(scope) { }

    bool await_ready() const { return scope_.ownedTasks() == 0; }
    void await_suspend(std::coroutine_handle<> coroutine)
    {
        suspend(coroutine, nullptr);
        scope_.joiners_.pushBack(*this);
    }
    void await_resume() const { scope_.throwIfCancelled(); }
    WaitInfo waitsFor() const { return {WaitKind::Join, static_cast<std::uint64_t>(scope_.ownedTasks())}; }

private:
    Scope &scope_;
};

/// What Scope::join() gives, to be awaited.
class [[nodiscard]] Join
{
public:
    explicit Join(Scope &scope) : scope_(&scope) { }
    JoinAwaiter operator co_await() const { return JoinAwaiter(*scope_); }

private:
    Scope *scope_;
};

inline Join Scope::join()
{
    return Join(*this);
}

} // namespace awaitscope

#include "lessons/runtime/task_promise.h"

#include "lessons/runtime/spawned.h"
