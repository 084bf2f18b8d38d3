// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/heartbeat.h"

namespace awaitscope {

Heartbeat::Heartbeat(Scheduler &scheduler, Ns interval, std::optional<Ns> threshold) :
    Alarm(scheduler),
    interval_(checkedPositive(interval, "Heartbeat")),
    threshold_(threshold),
    last_(scheduler.now()),
    due_(interval < Ns::max() - last_ ? last_ + interval : Ns::max())
{
    if (threshold)
        checkedPositive(*threshold, "Heartbeat");
    setDaemonFor(due_);
}

Ns Heartbeat::longestDelay() const
{
    return std::max(longestDelay_, scheduler().now() - due_);
}

Ns Heartbeat::longestPause() const
{
    return std::max(longestPause_, scheduler().now() - last_);
}

void Heartbeat::ring()
{
    const Ns now = scheduler().now();
    const Ns delay = now - due_;
    scheduler().record(EventKind::Beat, {}, static_cast<std::uint64_t>(due_.count()));
    ++beats_;
    longestDelay_ = std::max(longestDelay_, delay);
    longestPause_ = std::max(longestPause_, now - last_);
    last_ = now;
    const auto skipped = delay / interval_;
    missed_ += static_cast<int>(skipped);
    due_ += (skipped + 1) * interval_;
    setDaemonFor(due_);
    if (threshold_ && delay >= *threshold_)
        report(now, delay);
}

void Heartbeat::report(Ns now, Ns delay)
{
    reports_.push_back({Monitor::Heartbeat, now, delay, *threshold_, {}, {}, {}});
    reportStall(*scheduler().recorder(), scheduler().log(), reports_.back());
}

} // namespace awaitscope
