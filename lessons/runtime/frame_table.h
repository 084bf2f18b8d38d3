// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace awaitscope {

/// Which task a coroutine frame belongs to; `Task` is a small type whose empty value is none. A flat hash table with linear probing:
/// a few ns for each call.
template <class Task> class FrameTable
{
public:
    FrameTable() : slots_(64) { }

    /// Adds a frame that is not in the table.
    void insert(const void *frame, Task task)
    {
        if (++used_ * 2 > slots_.size())
            grow();
        put(frame, task);
    }
    /// The task of a frame; none where the frame is not known.
    Task find(const void *frame) const
    {
        for (std::size_t slot = homeOf(frame);; slot = next(slot)) {
            if (slots_[slot].frame == frame)
                return slots_[slot].task;
            if (!slots_[slot].frame)
                return {};
        }
    }
    /// Takes out a frame that is in the table.
    void erase(const void *frame)
    {
        std::size_t hole = homeOf(frame);
        while (slots_[hole].frame != frame)
            hole = next(hole);
        --used_;
        for (std::size_t slot = next(hole); slots_[slot].frame; slot = next(slot)) {
            const std::size_t home = homeOf(slots_[slot].frame);
            if (((slot - home) & mask()) >= ((slot - hole) & mask())) {
                slots_[hole] = slots_[slot];
                hole = slot;
            }
        }
        slots_[hole] = {};
    }
    std::size_t size() const { return used_; }
    /// True where `matches(task)` is true of a task in the table. Looks at all of them.
    template <class Matches> bool contains(Matches matches) const
    {
        return std::ranges::any_of(slots_, [&matches](const Slot &slot) { return slot.frame && matches(slot.task); });
    }

private:
    struct Slot
    {
        const void *frame = nullptr;
        Task task{};
    };

    std::size_t mask() const { return slots_.size() - 1; }
    std::size_t next(std::size_t slot) const { return (slot + 1) & mask(); }
    std::size_t homeOf(const void *frame) const
    {
        const auto mixed = static_cast<std::uint64_t>(reinterpret_cast<std::uintptr_t>(frame)) * 0x9E3779B97F4A7C15ull;
        return static_cast<std::size_t>(mixed >> 32) & mask();
    }
    void put(const void *frame, Task task)
    {
        std::size_t slot = homeOf(frame);
        while (slots_[slot].frame)
            slot = next(slot);
        slots_[slot] = {frame, task};
    }
    void grow()
    {
        std::vector<Slot> old(slots_.size() * 2);
        old.swap(slots_);
        for (const Slot &slot : old) {
            if (slot.frame)
                put(slot.frame, slot.task);
        }
    }

    std::vector<Slot> slots_;
    std::size_t used_ = 0;
};

} // namespace awaitscope
