// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/scope.h"

namespace awaitscope {

class CountedThing
{
public:
    CountedThing(Scope &scope, std::string_view name) : scheduler_(scope.scheduler()), id_(scheduler_.newCounter())
    {
        scheduler_.record(EventKind::CounterMade, {}, scheduler_.recorder()->intern(name).number());
    }
    void add(int n)
    {
        value_ += n;
        scheduler_.record(EventKind::CounterChanged, scheduler_.currentTask(), packPair(id_.number(), std::uint32_t(value_)));
    }

private:
    Scheduler &scheduler_;
    CounterId id_;
    int value_ = 0;
};

} // namespace awaitscope
