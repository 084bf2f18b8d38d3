// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <coroutine>
#include <exception>

namespace awaitscope {

/// A coroutine that nobody awaits: it starts at once, and its frame ends with it. What it throws ends the program.
struct Detached
{
    struct promise_type
    {
        Detached get_return_object() const { return {}; }
        std::suspend_never initial_suspend() const noexcept { return {}; }
        std::suspend_never final_suspend() const noexcept { return {}; }
        void return_void() const { }
        void unhandled_exception() const { std::terminate(); }
    };
};

} // namespace awaitscope
