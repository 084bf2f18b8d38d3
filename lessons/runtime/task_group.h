// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/spawned.h"

namespace awaitscope {

/// The await of the end of a group.
class GroupJoinAwaiter;

/// Tasks that succeed or fail together, as with asyncio's TaskGroup: the first failure cancels the others, and join() throws it
/// when nothing is left of any.
///
///     TaskGroup group(scope);
///     auto user = group.spawn(getUser, id);
///     group.spawn(warmCache, id);
///     co_await group.join();
///     const User found = co_await user;
///
/// A group that is destroyed before it was joined, by an exception say, cancels its tasks; the scope around joins them then.
class TaskGroup : private MemberObserver
{
public:
    explicit TaskGroup(Scope &scope) : scope_(scope, ScopeKind{.shielded = false, .deadline = Ns::max(), .members = this}) { }
    ~TaskGroup();
    TaskGroup(const TaskGroup &) = delete;
    TaskGroup &operator=(const TaskGroup &) = delete;

    /// Starts a task as Scope::spawn() does. Allowed while the group is being joined, to its own tasks; throws std::logic_error
    /// after that. In a group that is cancelled already the task's first wait throws.
    template <class Function, class... Arguments> auto spawn(Function function, Arguments &&...arguments)
    {
        return scope_.spawn(std::move(function), std::forward<Arguments>(arguments)...);
    }
    /// Cancels all tasks of the group. Its join() then throws Cancelled.
    void cancel(std::string_view reason) { scope_.cancel(reason); }
    /// Resumes when nothing is left of the group's tasks; throws the first failure, else Cancelled where the group or what is
    /// around it was cancelled. Once: a second time throws std::logic_error.
    class Join;
    Join join();

    /// What its tasks failed with, in order of time; a task that was cancelled is not among them. join() throws the first.
    const std::vector<std::exception_ptr> &failures() const { return failures_; }
    int ownedTasks() const { return scope_.ownedTasks(); }

private:
    friend class GroupJoinAwaiter;
    void memberEnded(SpawnState &task) override;
    void throwOutcome();

    bool joining_ = false;
    std::vector<std::exception_ptr> failures_;
    Scope scope_;
};

class GroupJoinAwaiter : public JoinAwaiter
{
public:
    explicit GroupJoinAwaiter(TaskGroup &group) : JoinAwaiter(group.scope_), group_(group) { }
    void await_resume() const { group_.throwOutcome(); }

private:
    TaskGroup &group_;
};

/// What TaskGroup::join() gives, to be awaited.
class [[nodiscard]] TaskGroup::Join
{
public:
    explicit Join(TaskGroup &group) : group_(&group) { }
    GroupJoinAwaiter operator co_await() const { return GroupJoinAwaiter(*group_); }

private:
    TaskGroup *group_;
};

} // namespace awaitscope
