// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/gather.h"

namespace awaitscope {

void GatherWait::taskEnded(SpawnState &task)
{
    --pending_;
    if (task.failed() && !failed_)
        failed_ = &task;
    if (decided())
        wake();
}

} // namespace awaitscope
