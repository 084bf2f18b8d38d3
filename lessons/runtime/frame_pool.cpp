// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/frame_pool.h"

#include <utility>

namespace awaitscope {

FramePool::Closer::~Closer()
{
    lists_.limit = 0;
    lists_.closed = true;
    for (Block *&free : lists_.free) {
        while (Block *block = free)
            ::operator delete(static_cast<void *>(std::exchange(free, block->next)));
    }
    lists_.kept = 0;
}

void FramePool::openLists(void *frame, std::size_t size) noexcept
{
    if (lists_.closed) {
        ::operator delete(frame);
        return;
    }
    static thread_local const Closer closer;
    static_cast<void>(closer);
    lists_.limit = keptAtMost;
    release(frame, size);
}

} // namespace awaitscope
