// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/scope.h"

#include <algorithm>

namespace awaitscope {

std::shared_ptr<const CancelCause> requestCancellation(Scheduler &scheduler, Canceller by, TaskId asker, std::string_view reason)
{
    if (by != Canceller::Task)
        asker = {};
    const NameId name = scheduler.recorder()->intern(reason);
    const CancelId id = scheduler.newCancel();
    scheduler.record(EventKind::CancelRequested, asker, packCancel(name, id), static_cast<std::uint16_t>(by));
    return std::make_shared<const CancelCause>(CancelCause{by, asker, std::string(reason), name, id});
}

Scope::Scope(Scope &parent, const ScopeKind &kind) :
    scheduler_(parent.scheduler_),
    parent_(&parent),
    members_(kind.members),
    shielded_(kind.shielded),
    underShield_(kind.shielded || parent.underShield_),
    deadline_(kind.shielded ? kind.deadline : std::min(kind.deadline, parent.deadline_)),
    cause_(kind.shielded ? nullptr : parent.cause_)
{
    parent.children_.pushBack(inParent_);
}

Scope::Scope(Scope &parent, SpawnState &task) : Scope(parent)
{
    task_ = &task;
    ++parent.owned_;
}

Scope::~Scope()
{
    while (InParent *child = children_.front()) {
        child->unlink();
        child->scope.parent_ = parent_;
        if (!parent_)
            continue;
        parent_->children_.pushBack(*child);
        if (child->scope.task_)
            ++parent_->owned_;
    }
}

void Scope::cancel(std::string_view reason)
{
    cancel(reason, scheduler_.currentTask() ? Canceller::Task : Canceller::User);
}

void Scope::cancel(std::string_view reason, Canceller by)
{
    if (!cause_)
        cancelBecause(requestCancellation(scheduler_, by, scheduler_.currentTask(), reason));
}

void Scope::cancelTree(const std::shared_ptr<const CancelCause> &cause, bool throughShields)
{
    if (cause_ && !throughShields)
        return;
    if (!cause_) {
        cause_ = cause;
        if (const TaskId task = task_ ? task_->task() : TaskId())
            scheduler_.record(EventKind::Asked, task, packCancel(cause->reasonName, cause->id));
    }
    while (Waiter *waiter = waiters_.front())
        waiter->cancel();
    for (InParent *child = children_.front(); child; child = children_.after(*child)) {
        if (throughShields || !child->scope.shielded_)
            child->scope.cancelTree(cause, throughShields);
    }
}

void Scope::cancelTask(const std::vector<TaskId> &chain)
{
    // Tasks that were spawned have a scope while they live, those that were called a frame that is known.
    const auto isFirst = [&chain](const TracedTask *task) { return task->id() == chain.front(); };
    for (const TaskId task : chain) {
        Scope *scope = findTask(task);
        if (task == chain.front() && (scope ? scope->task_->ended() : !scheduler_.frames().contains(isFirst)))
            return;
        if (scope)
            return scope->cancel("by hand", Canceller::User);
    }
    if (!chain.empty())
        cancel("by hand", Canceller::User);
}

Scope *Scope::findTask(TaskId task)
{
    std::vector<Scope *> open{this};
    while (!open.empty()) {
        Scope *scope = open.back();
        open.pop_back();
        if (scope->task_ && scope->task_->task() == task)
            return scope;
        for (InParent *child = scope->children_.front(); child; child = scope->children_.after(*child))
            open.push_back(&child->scope);
    }
    return nullptr;
}

Cancelled Scope::cancelled() const
{
    std::vector<TaskId> path;
    for (const Scope *scope = this; scope && scope->cause_ == cause_; scope = scope->shielded_ ? nullptr : scope->parent_) {
        if (const TaskId task = scope->task_ ? scope->task_->task() : TaskId())
            path.push_back(task);
    }
    std::ranges::reverse(path);
    return Cancelled(cause_, std::move(path));
}

void Scope::throwIfFinished() const
{
    if (finished_)
        throw std::logic_error("spawn into a scope that has finished: its tasks were joined, and nobody would join another one");
}

void Scope::taskGone()
{
    if (--owned_ > 0)
        return;
    while (JoinAwaiter *joiner = joiners_.front()) {
        joiner->ListNode<JoinAwaiter>::unlink();
        joiner->wake();
    }
    if (task_)
        task_->scopeEmpty();
}

void Scope::putContext(const void *key, const void *value)
{
    if (!contexts_)
        contexts_ = std::make_unique<std::vector<ContextEntry>>();
    const auto found = std::ranges::find(*contexts_, key, &ContextEntry::key);
    if (found == contexts_->end())
        contexts_->push_back({key, value});
    else
        found->value = value;
}

const void *Scope::lookUpContext(const void *key) const
{
    for (const Scope *scope = this; scope; scope = scope->parent_) {
        if (!scope->contexts_)
            continue;
        const auto found = std::ranges::find(*scope->contexts_, key, &ContextEntry::key);
        if (found != scope->contexts_->end())
            return found->value;
    }
    return nullptr;
}

} // namespace awaitscope
