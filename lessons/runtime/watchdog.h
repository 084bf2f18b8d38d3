// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/busy_stretches.h"
#include "lessons/runtime/stall_report.h"

#include <condition_variable>
#include <thread>

namespace awaitscope {

/// Looks from a thread of its own whether one piece of work keeps the loop busy for the threshold or longer, and says so *while it
/// does*, once a stall, with the task that runs then and the line where it blocks or had last gone on.
///
///     const Watchdog watchdog(scope.scheduler(), 50ms);
///
/// For the real clock. On the virtual one blocking takes no time that a thread could see: there it starts no thread and never
/// reports; see watches(). Lives on the scheduler's thread; ends, with its thread, before the scheduler.
class Watchdog final : private BusyStretches
{
public:
    /// Throws std::invalid_argument for a threshold that is not above 0.
    Watchdog(Scheduler &scheduler, Ns threshold);
    ~Watchdog();

    /// False on the virtual clock.
    bool watches() const { return thread_.joinable(); }
    /// So far, in order of time; each stands in the record and in the log by then. Thread-safe.
    std::vector<StallReport> reports() const;

private:
    static constexpr std::int64_t idle = -1;

    void stretchBegins() override { busySince_.store(scheduler().now().count(), std::memory_order_release); }
    void stretchEnds() override { busySince_.store(idle, std::memory_order_release); }
    void stretchDropped() override { stretchEnds(); }
    void watch();
    std::optional<StallReport> look(std::int64_t since) const;

    const Ns threshold_;
    ThreadLog *log_ = nullptr; ///< of the watching thread
    std::atomic<std::int64_t> busySince_{idle}; ///< ns on the run's clock
    mutable std::mutex mutex_;
    std::condition_variable wake_;
    bool ending_ = false;
    std::vector<StallReport> reports_;
    std::thread thread_;
};

} // namespace awaitscope
