// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/event.h"

#include <exception>
#include <memory>
#include <string>
#include <vector>

namespace awaitscope {

/// Why a scope was cancelled, and by whom. One cause for all that one request reaches.
struct CancelCause
{
    Canceller by = Canceller::Task;
    TaskId asker; ///< of Canceller::Task: the task that asked; none where it is not traced
    std::string reason; ///< in words: "a sibling failed: no such user"
    NameId reasonName; ///< the reason, as the recorder knows it
    CancelId id; ///< the number of the request in the record
};

/// Thrown into the waits of a cancelled scope. Let it pass, or throw it on after the cleanup: a task that swallows it ignores the
/// cancellation, and whoever joins the task waits until it has ended nevertheless.
class Cancelled final : public std::exception
{
public:
    Cancelled(std::shared_ptr<const CancelCause> cause, std::vector<TaskId> path) :
        cause_(std::move(cause)),
        path_(std::move(path))
    {
    }

    const char *what() const noexcept override { return cause_->reason.c_str(); }
    const CancelCause &cause() const { return *cause_; }
    /// The spawned tasks through whose scopes the request came down to the wait, the outermost first. A scope that belongs to
    /// no traced task leaves no entry.
    const std::vector<TaskId> &path() const { return path_; }

private:
    std::shared_ptr<const CancelCause> cause_;
    std::vector<TaskId> path_;
};

/// The Cancelled that an exception is, or null. Valid as long as the exception is held. Spares the microsecond of throwing it again.
const Cancelled *asCancelled(const std::exception_ptr &exception);

} // namespace awaitscope
