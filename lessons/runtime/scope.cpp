// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/scope.h"

#include <algorithm>

namespace awaitscope {

Scope::Scope(Scope &parent) : scheduler_(parent.scheduler_), parent_(&parent), cause_(parent.cause_)
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
    if (cause_)
        return;
    const NameId name = scheduler_.recorder()->intern(reason);
    const TaskId asker = scheduler_.currentTask();
    scheduler_.record(EventKind::CancelRequested, asker, name.number());
    cancelTree(std::make_shared<const CancelCause>(CancelCause{std::string(reason), name, asker}));
}

void Scope::cancelTree(const std::shared_ptr<const CancelCause> &cause)
{
    if (cause_)
        return;
    cause_ = cause;
    while (Waiter *waiter = waiters_.front())
        waiter->cancel();
    for (InParent *child = children_.front(); child; child = children_.after(*child))
        child->scope.cancelTree(cause);
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
