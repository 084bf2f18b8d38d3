// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/frame_pool.h"

#include <cstdlib>
#include <mutex>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace awaitscope {

namespace {

constexpr std::size_t hugePage = 2 << 20;
constexpr std::size_t runOfBlocks = 16 << 10; ///< bytes that a thread takes from the region at once

} // namespace

/// What threads share: the region, how far it is used, and the blocks that ended threads have left.
struct FramePool::Shared
{
    Shared()
    {
        region = static_cast<std::byte *>(std::aligned_alloc(hugePage, regionSize));
        if (!region)
            return;
#ifdef MADV_HUGEPAGE
        madvise(region, regionSize, MADV_HUGEPAGE); // 100,000 frames in small pages miss the address cache all the time
#endif
        region_.store(reinterpret_cast<std::uintptr_t>(region), std::memory_order_relaxed);
    }

    std::mutex mutex;
    std::byte *region = nullptr;
    std::size_t used = 0;
    Lists left{};
};

/// Never destroyed: frames may be released when the process ends.
FramePool::Shared &FramePool::shared()
{
    static Shared *const shared = new Shared;
    return *shared;
}

void *FramePool::allocateFromRegion(std::size_t size)
{
    struct Leaver
    {
        ~Leaver() { leaveToOthers(); }
    };
    static thread_local const Leaver leaver;
    static_cast<void>(leaver);

    const std::size_t kind = classOf(size);
    const std::size_t length = kind * step;
    Shared &pool = shared();
    const std::scoped_lock lock(pool.mutex);
    Block *blocks = std::exchange(pool.left.free[kind], nullptr);
    if (!blocks) {
        if (!pool.region || pool.used + runOfBlocks > regionSize)
            return ::operator new(size);
        std::byte *const begin = pool.region + std::exchange(pool.used, pool.used + runOfBlocks);
        for (std::size_t at = runOfBlocks / length * length; at > 0; at -= length)
            blocks = new (begin + at - length) Block{blocks};
    }
    lists_.free[kind] = blocks->next;
    return blocks;
}

void FramePool::leaveToOthers() noexcept
{
    Shared &pool = shared();
    const std::scoped_lock lock(pool.mutex);
    for (std::size_t kind = 0; kind < lists_.free.size(); ++kind) {
        while (Block *block = lists_.free[kind]) {
            lists_.free[kind] = block->next;
            block->next = std::exchange(pool.left.free[kind], block);
        }
    }
}

} // namespace awaitscope
