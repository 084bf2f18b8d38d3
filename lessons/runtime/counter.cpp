// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/counter.h"

namespace awaitscope {

Counter::Counter(Scope &scope, std::string_view name, std::uint32_t limit) :
    scheduler_(scope.scheduler()),
    id_(scheduler_.newCounter())
{
    scheduler_.record(EventKind::CounterMade, {}, packPair(scheduler_.recorder()->intern(name).number(), limit));
}

void Counter::add(int change)
{
    const std::int64_t value = std::int64_t(value_) + change;
    if (value < 0 || value > std::int64_t(UINT32_MAX))
        throw std::out_of_range("a counter cannot be " + std::to_string(value));
    value_ = static_cast<std::uint32_t>(value);
    scheduler_.record(EventKind::CounterChanged, scheduler_.currentTask(), packPair(id_.number(), value_));
}

void note(Scope &scope, std::string_view text)
{
    Scheduler &scheduler = scope.scheduler();
    scheduler.record(EventKind::Noted, scheduler.currentTask(), scheduler.recorder()->intern(text).number());
}

} // namespace awaitscope
