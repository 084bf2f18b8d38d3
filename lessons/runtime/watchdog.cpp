// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/watchdog.h"

#include <algorithm>

namespace awaitscope {

namespace {

constexpr Ns shortestNap = std::chrono::microseconds(250); ///< bounds how often the thread looks
constexpr Ns longestNap = std::chrono::hours(1);

} // namespace

Watchdog::Watchdog(Scheduler &scheduler, Ns threshold) :
    BusyStretches(scheduler),
    threshold_(checkedPositive(threshold, "Watchdog"))
{
    if (scheduler.clock() == ClockKind::Virtual)
        return;
    follow();
    log_ = &scheduler.recorder()->attachThread();
    thread_ = std::thread([this] { watch(); });
}

Watchdog::~Watchdog()
{
    if (!watches())
        return;
    {
        const std::scoped_lock lock(mutex_);
        ending_ = true;
    }
    wake_.notify_one();
    thread_.join();
}

std::vector<StallReport> Watchdog::reports() const
{
    const std::scoped_lock lock(mutex_);
    return reports_;
}

void Watchdog::watch()
{
    std::int64_t reported = idle;
    std::unique_lock lock(mutex_);
    while (!ending_) {
        // Work that begins right after this look has not reached the threshold when the nap is over.
        Ns nap = threshold_;
        const std::int64_t since = busySince_.load(std::memory_order_acquire);
        if (since != idle && since != reported) {
            nap = Ns(since) + threshold_ - scheduler().now();
            const std::optional<StallReport> stall = nap > Ns::zero() ? std::nullopt : look(since);
            if (stall) {
                reported = since;
                lock.unlock(); // whoever takes the log's lines may ask for the reports
                reportStall(*scheduler().recorder(), *log_, *stall);
                lock.lock();
                reports_.push_back(*stall);
                continue;
            }
        }
        wake_.wait_for(lock, std::clamp(nap, shortestNap, longestNap));
    }
}

/// What there is to report of the stretch that began then; nothing where it is over, or its task is changing just now.
std::optional<StallReport> Watchdog::look(std::int64_t since) const
{
    const LoopPosition culprit = scheduler().position();
    const LoopPosition again = scheduler().position();
    const bool steady = culprit.task == again.task && culprit.site == again.site;
    if (!steady || busySince_.load(std::memory_order_acquire) != since)
        return std::nullopt;
    const Ns now = scheduler().now();
    return StallReport{Monitor::Watchdog, now, now - Ns(since), threshold_, culprit.task, locationAt(culprit.site), {}};
}

} // namespace awaitscope
