// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <chrono>
#include <functional>
#include <memory>

namespace awaitscope {

/// One alarm on the event loop of the thread that made it. On Linux a timerfd, which is on time to some 100 µs; elsewhere a
/// precise QTimer, which counts whole milliseconds.
class WakeupTimer
{
public:
    /// `wake` is called from the event loop at or after the armed time.
    explicit WakeupTimer(std::function<void()> wake);
    ~WakeupTimer();
    WakeupTimer(const WakeupTimer &) = delete;
    WakeupTimer &operator=(const WakeupTimer &) = delete;

    /// Sets the alarm, in place of an earlier one. A time in the past fires as soon as the event loop turns.
    void arm(std::chrono::steady_clock::time_point when);

private:
    class Impl;
    std::unique_ptr<Impl> impl_;
};

} // namespace awaitscope
