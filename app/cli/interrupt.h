// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <thread>

namespace awaitscope {

/// While it lives, an interruption from the keyboard or a request to terminate calls `act`, on a thread of its own.
/// Only the first one does; the next one ends the program as usual. At most one at a time.
class InterruptWatch
{
public:
    explicit InterruptWatch(std::function<void()> act);
    ~InterruptWatch();
    InterruptWatch(const InterruptWatch &) = delete;
    InterruptWatch &operator=(const InterruptWatch &) = delete;

private:
    std::thread thread_;
};

} // namespace awaitscope
