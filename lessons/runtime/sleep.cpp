// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/sleep.h"

namespace awaitscope {

Sleep::Sleep(Scope &scope, Ns length) : scope_(&scope), length_(length)
{
    if (length < Ns::zero())
        throw std::invalid_argument("sleep: a length of " + std::to_string(length.count()) + " ns is negative");
}

void SleepAwaiter::await_suspend(std::coroutine_handle<> coroutine)
{
    ready_ = false;
    if (length_ == Ns::zero()) {
        suspendForTurn(coroutine, &scope_);
        return;
    }
    const Ns now = scheduler().now();
    suspendUntil(coroutine, &scope_, length_ < Ns::max() - now ? now + length_ : Ns::max());
}

} // namespace awaitscope
