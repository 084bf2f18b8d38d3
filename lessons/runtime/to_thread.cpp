// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/to_thread.h"

namespace awaitscope {

void throwIfNegativeCost(Ns cost)
{
    if (cost < Ns::zero())
        throw std::invalid_argument("a cost of " + std::to_string(cost.count()) + " ns is negative");
}

} // namespace awaitscope
