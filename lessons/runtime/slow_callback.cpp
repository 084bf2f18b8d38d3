// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/slow_callback.h"

namespace awaitscope {

SlowCallback::SlowCallback(Scheduler &scheduler, Ns threshold) :
    BusyStretches(scheduler),
    threshold_(checkedPositive(threshold, "SlowCallback"))
{
    follow();
}

SlowCallback::~SlowCallback()
{
    if (busy())
        stretchEnds();
}

void SlowCallback::stretchBegins()
{
    begin_ = mark_ = scheduler().now();
    longest_ = Ns::zero();
    culprit_ = {};
    culpritUntil_ = 0;
}

void SlowCallback::positionLeft(const LoopPosition &left, std::uint64_t at)
{
    const Ns now = scheduler().now();
    if (now - mark_ > longest_) {
        longest_ = now - mark_;
        culprit_ = left;
        culpritUntil_ = at;
    }
    mark_ = now;
}

void SlowCallback::stretchEnds()
{
    positionLeft(scheduler().position(), 0);
    if (mark_ - begin_ < threshold_)
        return;
    reports_.push_back({Monitor::SlowCallback, mark_, mark_ - begin_, threshold_, culprit_.task, locationAt(culprit_.site),
        locationAt(culpritUntil_)});
    reportStall(*scheduler().recorder(), scheduler().log(), reports_.back());
}

} // namespace awaitscope
