// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/ids.h"

#include <exception>
#include <memory>
#include <string>

namespace awaitscope {

/// Why a scope was cancelled, and by whom.
struct CancelCause
{
    std::string reason; ///< in words: "by the user"
    NameId reasonName; ///< the reason, as the recorder knows it
    TaskId asker; ///< the task that asked; none for a request from outside the tasks
};

/// Thrown into the waits of a cancelled scope.
class Cancelled : public std::exception
{
public:
    explicit Cancelled(std::shared_ptr<const CancelCause> cause) : cause_(std::move(cause)) { }

    const char *what() const noexcept override { return cause_->reason.c_str(); }
    const CancelCause &cause() const { return *cause_; }

private:
    std::shared_ptr<const CancelCause> cause_;
};

} // namespace awaitscope
