// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal> // first: moc 6.4 cannot read <coroutine> before it

#include <array>
#include <atomic>
#include <coroutine>
#include <cstddef>
#include <cstdint>
#include <new>
#include <utility>

// AddressSanitizer must see every frame come and go, or it could not tell the use of one that is gone.
#if defined(__SANITIZE_ADDRESS__)
#define AWAITSCOPE_FRAME_POOL 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define AWAITSCOPE_FRAME_POOL 0
#endif
#endif
#ifndef AWAITSCOPE_FRAME_POOL
#define AWAITSCOPE_FRAME_POOL 1
#endif

namespace awaitscope {

/// Memory for coroutine frames: one region, taken from the system as it is needed and used again and again, with a list of free blocks
/// for each size and thread. A frame mostly costs a few ns that way, and 100,000 of them no page fault. What does not fit in comes from
/// operator new, as everything does under AddressSanitizer. Thread-safe; a frame may end on another thread than it began on.
class FramePool
{
public:
    static constexpr std::size_t largestFrame = 1024; ///< bytes; larger ones are not pooled
    static constexpr std::size_t regionSize = 128 << 20; ///< bytes of address space; the process keeps what of it was once used

    static void *allocate(std::size_t size)
    {
        if constexpr (AWAITSCOPE_FRAME_POOL) {
            if (size <= largestFrame) [[likely]] {
                Block *&free = lists_.free[classOf(size)];
                if (!free) [[unlikely]]
                    return allocateFromRegion(size);
                return std::exchange(free, free->next);
            }
        }
        return ::operator new(size);
    }
    static void release(void *frame, std::size_t size) noexcept
    {
        if (size <= largestFrame && holds(frame)) [[likely]] {
            Block *&free = lists_.free[classOf(size)];
            free = new (frame) Block{free};
        } else {
            ::operator delete(frame);
        }
    }
    /// The frame lives in the region.
    static bool holds(const void *frame)
    {
        return reinterpret_cast<std::uintptr_t>(frame) - region_.load(std::memory_order_relaxed) < regionSize;
    }

private:
    struct Block
    {
        Block *next;
    };
    static constexpr std::size_t step = 32;
    static constexpr std::size_t classOf(std::size_t size) { return (size + step - 1) / step; }
    struct Lists
    {
        std::array<Block *, largestFrame / step + 1> free;
    };
    struct Shared;

    static Shared &shared();
    static void *allocateFromRegion(std::size_t size);
    static void leaveToOthers() noexcept;

    static inline constinit thread_local Lists lists_{};
    static inline constinit std::atomic<std::uintptr_t> region_{
        UINTPTR_MAX - regionSize}; ///< where nothing is, until it is reserved
};

/// The base of a promise whose frames come from the pool.
struct PooledFrame
{
    static void *operator new(std::size_t size) { return FramePool::allocate(size); }
    static void operator delete(void *frame, std::size_t size) noexcept { FramePool::release(frame, size); }
};

/// Destroys a suspended coroutine when it is destroyed itself.
struct FrameDestroyer
{
    std::coroutine_handle<> frame;
    ~FrameDestroyer() { frame.destroy(); }
};

} // namespace awaitscope
