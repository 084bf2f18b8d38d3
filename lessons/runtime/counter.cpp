// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/counter.h"

namespace awaitscope {

Tally::Tally(Scope &scope, std::string_view name, int limit) : scheduler_(scope.scheduler())
{
    if (limit < 0)
        throw std::invalid_argument("a limit of " + std::to_string(limit) + " is negative");
    id_ = scheduler_.newCounter();
    const NameId known = scheduler_.recorder()->intern(name);
    scheduler_.record(EventKind::CounterMade, {}, packPair(known.number(), static_cast<std::uint32_t>(limit)));
}

void Tally::add(int change)
{
    if (value_ + change < 0)
        throw std::logic_error("a count of " + std::to_string(value_) + " cannot change by " + std::to_string(change));
    value_ += change;
    scheduler_.record(
        EventKind::CounterChanged, scheduler_.currentTask(), packPair(id_.number(), static_cast<std::uint32_t>(value_)));
}

} // namespace awaitscope
