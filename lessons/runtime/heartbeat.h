// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/stall_report.h"

namespace awaitscope {

/// A timer that beats every interval and notes how late each beat comes: the plainest sign that something blocks the loop, which
/// does not tell what. Due are the beats at whole intervals after its begin, so a late one does not put off the next; those
/// that come to be due while the loop is blocked are one beat, the others are missed. Each beat goes into the record. On the
/// virtual clock no time goes by for a heartbeat's sake, and a deadlock is one all the same.
///
///     const Heartbeat heart(scope.scheduler(), 20ms);
///
/// Lives on the scheduler's thread; ends before the scheduler.
class Heartbeat final : private Alarm
{
public:
    /// A beat that comes late by the threshold or more is reported; without one, none is. Throws std::invalid_argument for an
    /// interval or a threshold that is not above 0.
    Heartbeat(Scheduler &scheduler, Ns interval, std::optional<Ns> threshold = std::nullopt);

    int beats() const { return beats_; }
    /// How many beats did not come, as one that was due before them came too late.
    int missed() const { return missed_; }
    /// The latest that a beat came, or would come now.
    Ns longestDelay() const;
    /// The longest time between two beats, or from the last one to now; the begin counts as one.
    Ns longestPause() const;
    /// In order of time, without a culprit.
    const std::vector<StallReport> &reports() const { return reports_; }

private:
    void ring() override;
    void report(Ns now, Ns delay);

    const Ns interval_;
    const std::optional<Ns> threshold_;
    Ns last_;
    Ns due_;
    int beats_ = 0;
    int missed_ = 0;
    Ns longestDelay_{0};
    Ns longestPause_{0};
    std::vector<StallReport> reports_;
};

} // namespace awaitscope
