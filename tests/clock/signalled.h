// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/scope.h"

namespace awaitscope {

/// Something that Qt tells of by a callback, to be awaited once: the coroutine goes on in the turn after tell().
class Signalled
{
public:
    explicit Signalled(Scope &scope) : scheduler_(&scope.scheduler()) { }
    Signalled(const Signalled &) = delete;
    Signalled &operator=(const Signalled &) = delete;

    void tell()
    {
        told_ = true;
        if (waiter_)
            waiter_->wake();
    }

    class Awaiter : public Waiter
    {
    public:
        explicit Awaiter(Signalled &signalled) : Waiter(signalled.scheduler_), signalled_(signalled) { }
        bool await_ready() const { return signalled_.told_; }
        void await_suspend(std::coroutine_handle<> coroutine)
        {
            signalled_.waiter_ = this;
            suspend(coroutine, nullptr);
        }
        void await_resume() const { signalled_.waiter_ = nullptr; }

    private:
        Signalled &signalled_;
    };
    Awaiter operator co_await() { return Awaiter(*this); }

private:
    Scheduler *scheduler_;
    Waiter *waiter_ = nullptr;
    bool told_ = false;
};

} // namespace awaitscope
