// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/ids.h"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace awaitscope {

class TimerHeap;

/// How a timer takes part in the course of time.
enum class TimerKind : std::uint8_t {
    Plain,
    Daemon, ///< keeps no run going: where only such are left, nothing happens any more
    Delivery, ///< ends with what another thread brings; time does not pass it before that has arrived
};

/// What can wait in a TimerHeap for its deadline. Leaves it when it is destroyed.
class TimerNode
{
public:
    TimerNode() = default;
    TimerNode(const TimerNode &) = delete;
    TimerNode &operator=(const TimerNode &) = delete;
    ~TimerNode() { stopTimer(); }

    bool timerRuns() const { return heap_; }
    /// Leaves the heap; does nothing outside one.
    inline void stopTimer();
    /// For a delivery, in a heap or not yet: what it waits for is there.
    void markArrived() { arrived_ = true; }

private:
    friend class TimerHeap;

    TimerHeap *heap_ = nullptr;
    std::size_t position_ = 0;
    TimerKind kind_ = TimerKind::Plain;
    bool arrived_ = false;
};

/// Deadlines in the order (deadline, order of insertion): what was started first fires first at the same instant.
/// Insertion and taking the head are logarithmic; removal only empties an entry, and when most are empty they are swept out
/// together, so that a cancellation of very many costs each next to nothing. Owns no node. Use from one thread.
class TimerHeap
{
public:
    TimerHeap() = default;
    TimerHeap(const TimerHeap &) = delete;
    TimerHeap &operator=(const TimerHeap &) = delete;
    ~TimerHeap()
    {
        for (const Entry &entry : entries_) {
            if (entry.node)
                entry.node->heap_ = nullptr;
        }
    }

    bool empty() const { return size() == 0; }
    std::size_t size() const { return entries_.size() - vacant_; }
    /// The earliest deadline. Only where not empty.
    Ns head() { return first().deadline; }

    bool onlyDaemons() const { return size() == daemons_; }
    /// True where the earliest timer is a delivery that has not arrived. Only where not empty.
    bool headIsAwaited() { return headIsDelivery() && !first().node->arrived_; }

    /// Adds a node that is in no heap.
    void insert(TimerNode &node, Ns deadline, TimerKind kind = TimerKind::Plain)
    {
        node.heap_ = this;
        node.kind_ = kind;
        daemons_ += kind == TimerKind::Daemon;
        entries_.push_back({});
        rise(entries_.size() - 1, {deadline, ++lastSequence_, &node});
    }
    /// Takes out the earliest node if its deadline is not later than `now`, else gives null; also where it is a delivery, which
    /// takeDelivery() gives.
    TimerNode *takeDue(Ns now) { return isDue(now) && !headIsDelivery() ? takeHead() : nullptr; }
    /// The same for a delivery that has arrived.
    TimerNode *takeDelivery(Ns now) { return isDue(now) && headIsDelivery() && !headIsAwaited() ? takeHead() : nullptr; }
    /// Takes out a node of this heap.
    void remove(TimerNode &node)
    {
        entries_[node.position_].node = nullptr;
        ++vacant_;
        forget(node);
        if (vacant_ * 2 > entries_.size())
            sweep();
    }

private:
    struct Entry
    {
        Ns deadline{0};
        std::uint64_t sequence = 0;
        TimerNode *node = nullptr; ///< null where it has left

        bool before(const Entry &other) const
        {
            return deadline != other.deadline ? deadline < other.deadline : sequence < other.sequence;
        }
    };
    static constexpr std::size_t width = 4; ///< children of an entry: flatter than two, and they share a cache line or two
    static std::size_t parentOf(std::size_t position) { return (position - 1) / width; }

    bool isDue(Ns now) { return !empty() && first().deadline <= now; }
    bool headIsDelivery() { return first().node->kind_ == TimerKind::Delivery; }
    TimerNode *takeHead()
    {
        TimerNode *node = first().node;
        forget(*node);
        dropFront();
        return node;
    }
    void place(std::size_t position, const Entry &entry)
    {
        entries_[position] = entry;
        if (entry.node)
            entry.node->position_ = position;
    }
    /// The earliest entry that is not vacant. Only where not empty.
    const Entry &first()
    {
        for (; !entries_.front().node; --vacant_)
            dropFront();
        return entries_.front();
    }
    void dropFront()
    {
        const Entry last = entries_.back();
        entries_.pop_back();
        if (!entries_.empty())
            sink(0, last);
    }
    void forget(TimerNode &node)
    {
        node.heap_ = nullptr;
        daemons_ -= node.kind_ == TimerKind::Daemon;
    }
    void sweep()
    {
        std::erase_if(entries_, [](const Entry &entry) { return !entry.node; });
        vacant_ = 0;
        for (std::size_t position = entries_.size(); position-- > 0;) {
            const Entry entry = entries_[position];
            sink(position, entry);
        }
    }
    void rise(std::size_t hole, const Entry &entry)
    {
        for (; hole > 0 && entry.before(entries_[parentOf(hole)]); hole = parentOf(hole))
            place(hole, entries_[parentOf(hole)]);
        place(hole, entry);
    }
    void sink(std::size_t hole, const Entry &entry)
    {
        for (;;) {
            const std::size_t first = hole * width + 1;
            if (first >= entries_.size())
                break;
            const std::size_t end = first + width < entries_.size() ? first + width : entries_.size();
            std::size_t least = first;
            for (std::size_t child = first + 1; child < end; ++child) {
                if (entries_[child].before(entries_[least]))
                    least = child;
            }
            if (!entries_[least].before(entry))
                break;
            place(hole, entries_[least]);
            hole = least;
        }
        place(hole, entry);
    }

    std::vector<Entry> entries_;
    std::size_t vacant_ = 0; ///< entries whose node has left
    std::uint64_t lastSequence_ = 0;
    std::size_t daemons_ = 0;
};

inline void TimerNode::stopTimer()
{
    if (heap_)
        heap_->remove(*this);
}

} // namespace awaitscope
