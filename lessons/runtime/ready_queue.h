// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/intrusive_list.h"

#include <cstdint>

namespace awaitscope {

/// What can stand in a ReadyQueue. Leaves it when it is destroyed.
class ReadyNode : public ListNode<class ReadyQueue>
{
private:
    friend class ReadyQueue;
    std::uint64_t ticket_ = 0;
};

/// What is to be resumed, first in first out. Every entry draws a ticket, so that a turn of the event loop can stop
/// before what became ready during the turn, even when a nested turn took some of it. Use from one thread.
class ReadyQueue
{
public:
    bool empty() const { return nodes_.empty(); }
    /// Adds a node that is not in the queue.
    void push(ReadyNode &node)
    {
        node.ticket_ = ++lastTicket_;
        nodes_.pushBack(node);
    }
    /// The ticket of the newest entry so far.
    std::uint64_t lastTicket() const { return lastTicket_; }
    /// Takes out the oldest entry if its ticket is not newer than `ticket`, else gives null.
    ReadyNode *takeUpTo(std::uint64_t ticket)
    {
        ReadyNode *node = nodes_.front();
        if (!node || node->ticket_ > ticket)
            return nullptr;
        node->unlink();
        return node;
    }

private:
    List<ReadyNode, ReadyQueue> nodes_;
    std::uint64_t lastTicket_ = 0;
};

} // namespace awaitscope
