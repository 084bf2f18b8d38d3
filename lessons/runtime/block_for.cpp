// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/block_for.h"

#include <thread>

namespace awaitscope {

Blocking::Blocking(Scope &scope, Ns cost, const std::source_location &where) : scheduler_(scope.scheduler()), cost_(cost)
{
    if (cost < Ns::zero())
        throw std::invalid_argument("blocking for " + std::to_string(cost.count()) + " ns: that is negative");
    scheduler_.record(EventKind::BlockBegan, scheduler_.currentTask(), toPayload(where));
    before_ = scheduler_.enter({scheduler_.currentTask(), toPayload(where)});
}

Blocking::~Blocking()
{
    const bool charged = scheduler_.clock() == ClockKind::Virtual;
    scheduler_.charge(cost_);
    scheduler_.enter(before_);
    scheduler_.record(EventKind::BlockEnded, before_.task, charged ? static_cast<std::uint64_t>(cost_.count()) : 0);
}

void blockFor(Scope &scope, Ns length, const std::source_location &where)
{
    const Blocking blocking(scope, length, where);
    if (scope.scheduler().clock() == ClockKind::Real)
        std::this_thread::sleep_for(length);
}

} // namespace awaitscope
