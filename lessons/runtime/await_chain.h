// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <stdexcept>

namespace awaitscope {

/// How many tasks may be started inside one another, and how many may await one another in a row. Both need the stack: a task that
/// starts another runs it at once, and a task that ends resumes the one that awaits it. Spawned tasks break a chain of awaits, for
/// they are resumed by the event loop; plain QCoro tasks in between are not counted.
inline constexpr int longestTaskChain = 1000;

/// Thrown where a task would make a chain longer than that: by the call that starts it, or by the await.
class TaskChainTooLong : public std::length_error
{
public:
    using std::length_error::length_error;
};

/// The place of a task in the chain in which each task awaits the next.
class AwaitChain
{
public:
    AwaitChain() = default;
    AwaitChain(const AwaitChain &) = delete;
    AwaitChain &operator=(const AwaitChain &) = delete;

    /// This task, which runs, begins to await one that nobody awaits. Throws TaskChainTooLong.
    void await(AwaitChain &next)
    {
        const int length = length_ + next.length_;
        if (length > longestTaskChain) [[unlikely]]
            throwTooLong();
        AwaitChain *first = otherEnd_;
        AwaitChain *last = next.otherEnd_;
        next.awaiter_ = this;
        first->otherEnd_ = last;
        last->otherEnd_ = first;
        first->length_ = last->length_ = length;
    }
    /// This task, which runs, ends: the one that awaits it goes on.
    void leaveChain()
    {
        if (!awaiter_)
            return;
        AwaitChain *first = otherEnd_;
        awaiter_->otherEnd_ = first;
        first->otherEnd_ = awaiter_;
        first->length_ = awaiter_->length_ = length_ - 1;
    }

protected:
    ~AwaitChain() = default;
    /// Throws TaskChainTooLong for a task that would be started inside so many others.
    static void throwIfTooDeep(int tasks)
    {
        if (tasks >= longestTaskChain) [[unlikely]]
            throwTooDeep();
    }

private:
    [[noreturn]] static void throwTooLong();
    [[noreturn]] static void throwTooDeep();

    AwaitChain *awaiter_ = nullptr;
    AwaitChain *otherEnd_ = this; ///< of the chain; kept at its ends
    int length_ = 1; ///< of the chain; kept at its ends
};

} // namespace awaitscope
