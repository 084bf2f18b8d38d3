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

/// What a traced consumer asks of a traced generator. A value that comes at once is an answer and resumes nobody, so that a long row
/// of such values does not nest ever deeper calls.
class Question
{
public:
    explicit Question(const void *generator) : generator_(generator), outer_(std::exchange(current, this)) { }
    Question(const Question &) = delete;
    Question &operator=(const Question &) = delete;
    ~Question() { current = outer_; }

    bool answered() const { return answered_; }
    /// The generator with that frame has a value, has ended or has failed.
    static void answer(const void *generator)
    {
        if (current && current->generator_ == generator)
            current->answered_ = true;
    }

private:
    inline static thread_local Question *current = nullptr;

    const void *const generator_;
    Question *const outer_;
    bool answered_ = false;
};

/// The wait for the next value of a generator. Refers to QCoro's awaiter, which lives in the co_await expression.
template <class Awaiter> class ItemAwaiter
{
public:
    ItemAwaiter(Awaiter &awaiter, Scheduler &scheduler) :
        awaiter_(awaiter),
        frame_(AskedGenerator::frameOf(awaiter)),
        generator_(taskOf(scheduler, frame_))
    {
    }

    bool await_ready() { return awaiter_.await_ready(); }
    bool await_suspend(std::coroutine_handle<> consumer)
    {
        if (!generator_) {
            awaiter_.await_suspend(consumer).resume();
            return true;
        }
        const Question question(frame_);
        awaiter_.await_suspend(std::noop_coroutine()).resume();
        if (question.answered())
            return false;
        awaiter_.await_suspend(consumer); // who is to be resumed by the value
        return true;
    }
    decltype(auto) await_resume() { return awaiter_.await_resume(); }
    WaitInfo waitsFor() const { return generator_ ? WaitInfo{WaitKind::Item, generator_.number()} : WaitInfo{}; }

private:
    Awaiter &awaiter_;
    const void *const frame_;
    const TaskId generator_;
};

} // namespace awaitscope
