// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/busy_stretches.h"
#include "lessons/runtime/stall_report.h"

namespace awaitscope {

/// Measures each resumption on the run's clock, and reports one that kept the loop busy for the threshold or longer, as asyncio's
/// debug mode does: when it is over, with the task that took most of it. Costs a look at the clock for each change of tasks.
///
///     const SlowCallback slow(scope.scheduler(), 50ms);
///
/// Work on other threads is none of it. Lives on the scheduler's thread; ends before the scheduler.
class SlowCallback final : private BusyStretches
{
public:
    /// Throws std::invalid_argument for a threshold that is not above 0.
    SlowCallback(Scheduler &scheduler, Ns threshold);
    /// Measures what runs now up to here.
    ~SlowCallback();

    /// In order of time. A resumption is reported when it ends, so not yet to the task that it runs.
    const std::vector<StallReport> &reports() const { return reports_; }

private:
    void stretchBegins() override;
    void stretchEnds() override;
    void stretchDropped() override { }
    void positionLeft(const LoopPosition &left, std::uint64_t at) override;

    const Ns threshold_;
    Ns begin_{0};
    Ns mark_{0}; ///< since when the task has run that runs now
    Ns longest_{0}; ///< of one task within the stretch
    LoopPosition culprit_;
    std::uint64_t culpritUntil_ = 0;
    std::vector<StallReport> reports_;
};

} // namespace awaitscope
