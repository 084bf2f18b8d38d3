// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/traced_awaiter.h"

#include <QCoroAsyncGenerator>

namespace awaitscope {

/// Reaches the frame of the generator that QCoro's awaiters ask for the next value; null where QCoro keeps it otherwise than 0.8
/// does.
struct AskedGenerator : QCoro::detail::IteratorAwaitableBase
{
    template <class Self = AskedGenerator> static const void *frameOf(const QCoro::detail::IteratorAwaitableBase &awaiter)
    {
        if constexpr (requires { (awaiter.*(&Self::m_producerCoroutine)).address(); })
            return (awaiter.*(&Self::m_producerCoroutine)).address();
        else
            return nullptr;
    }
};

/// True for what `generator.begin()` and `++iterator` of a QCoro::AsyncGenerator give to be awaited.
template <class Awaiter> inline constexpr bool asksGenerator = std::is_base_of_v<QCoro::detail::IteratorAwaitableBase, Awaiter>;

/// The wait for the next value of a generator. Refers to QCoro's awaiter, which lives in the co_await expression.
template <class Awaiter> class ItemAwaiter
{
public:
    ItemAwaiter(Awaiter &awaiter, Scheduler &scheduler) : awaiter_(awaiter), scheduler_(scheduler) { }

    bool await_ready() { return awaiter_.await_ready(); }
    auto await_suspend(std::coroutine_handle<> consumer) { return awaiter_.await_suspend(consumer); }
    decltype(auto) await_resume() { return awaiter_.await_resume(); }
    WaitInfo waitsFor() const
    {
        const TaskId generator = taskOf(scheduler_, AskedGenerator::frameOf(awaiter_));
        return generator ? WaitInfo{WaitKind::Item, generator.number()} : WaitInfo{};
    }

private:
    Awaiter &awaiter_;
    Scheduler &scheduler_;
};

} // namespace awaitscope
