// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/parts/quiet_alarm.h"

namespace awaitscope {

void QuietAlarm::announce()
{
    if (std::exchange(bell_.announced, true))
        return;
    if (scheduler_.clock() == ClockKind::Real) {
        bell_.ringInTurn();
        return;
    }
    Quiet &quiet = quiet_.emplace(bell_);
    scheduler_.deliverAt(quiet, scheduler_.now());
    scheduler_.deliveryArrived(quiet.number());
}

} // namespace awaitscope
