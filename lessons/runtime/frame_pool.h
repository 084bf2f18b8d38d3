// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <array>
#include <coroutine>
#include <cstddef>
#include <new>

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

/// Memory for coroutine frames: a list of free blocks a thread and size, so that a frame mostly costs a few ns and no fresh page. What
/// a thread keeps that way is bounded, and given back when the thread ends. Frames may end on another thread than the one they began
/// on. Under AddressSanitizer it is plain operator new.
class FramePool
{
public:
    static constexpr std::size_t largestFrame = 1024; ///< bytes; larger ones are not kept
    static constexpr std::size_t keptAtMost = 64 << 20; ///< bytes a thread

    static void *allocate(std::size_t size)
    {
#if AWAITSCOPE_FRAME_POOL
        if (size <= largestFrame) [[likely]] {
            Block *&free = lists_.free[classOf(size)];
            if (Block *block = free) [[likely]] {
                free = block->next;
                lists_.kept -= roundedUp(size);
                return block;
            }
            return ::operator new(roundedUp(size));
        }
#endif
        return ::operator new(size);
    }
    static void release(void *frame, std::size_t size) noexcept
    {
#if AWAITSCOPE_FRAME_POOL
        if (size <= largestFrame && lists_.kept < lists_.limit) [[likely]] {
            Block *&free = lists_.free[classOf(size)];
            free = new (frame) Block{free};
            lists_.kept += roundedUp(size);
            return;
        }
        if (size <= largestFrame && lists_.limit == 0) {
            openLists(frame, size);
            return;
        }
#endif
        ::operator delete(frame);
    }
    /// How many bytes the calling thread keeps now.
    static std::size_t kept()
    {
        return lists_.kept;
    }

private:
    struct Block
    {
        Block *next;
    };
    static constexpr std::size_t step = 32;
    static constexpr std::size_t classOf(std::size_t size)
    {
        return (size + step - 1) / step;
    }
    static constexpr std::size_t roundedUp(std::size_t size)
    {
        return classOf(size) * step;
    }

    struct Lists
    {
        std::array<Block *, largestFrame / step + 1> free;
        std::size_t kept;
        std::size_t limit; ///< 0 before the first frame is kept, and when the thread ends
        bool closed;
    };
    struct Closer
    {
        ~Closer();
    };

    /// Keeps the first frame of a thread, and sees to it that all are given back in the end.
    static void openLists(void *frame, std::size_t size) noexcept;

    static inline constinit thread_local Lists lists_{};
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
