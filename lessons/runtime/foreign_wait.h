// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/scope.h"

#include <QPointer>

#include <optional>

namespace awaitscope {

/// Thrown into a wait whose sender was destroyed, so that what it waits for can never come.
class SenderDestroyed : public std::runtime_error
{
public:
    /// `what` is what was waited for: "reply", "signal finished".
    explicit SenderDestroyed(const std::string &what) :
        std::runtime_error("the sender was destroyed while somebody waited for it: " + what)
    {
    }
};

/// The wait for something that Qt tells of. What comes first decides: a result that came is kept, even if the scope is cancelled or
/// the sender destroyed in the same turn; after a cancellation a result comes too late.
class ForeignWait : public Waiter
{
public:
    ForeignWait(const ForeignWait &) = delete;
    ForeignWait &operator=(const ForeignWait &) = delete;

    WaitInfo waitsFor() const;

protected:
    /// `name` is what the record calls it.
    ForeignWait(Scope &scope, std::string name) : Waiter(&scope.scheduler()), scope_(scope), name_(std::move(name)) { }
    ~ForeignWait() = default;

    Scope &scope() const { return scope_; }
    const std::string &name() const { return name_; }
    /// Where signals are connected to: they come on the awaiting task's thread, and none comes after the wait is gone.
    QObject *receiver() { return &receiver_; }
    /// Until the end of the wait, virtual time stands still.
    void countAsExternalWork() { external_.emplace(scheduler()); }
    /// Ends the wait when the sender is destroyed.
    void wakeWhenDestroyed(const QObject *sender);

private:
    Scope &scope_;
    const std::string name_;
    QObject receiver_;
    std::optional<ExternalWork> external_;
};

} // namespace awaitscope
