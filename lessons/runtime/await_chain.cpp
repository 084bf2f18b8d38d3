// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/await_chain.h"

#include <string>

namespace awaitscope {

void AwaitChain::throwTooLong()
{
    throw TaskChainTooLong("more than " + std::to_string(longestTaskChain)
        + " tasks would await one another in a row; spawned tasks may be awaited in longer chains");
}

void AwaitChain::throwTooDeep()
{
    throw TaskChainTooLong("more than " + std::to_string(longestTaskChain)
        + " tasks would be started inside one another, each before the one around it has waited for anything");
}

} // namespace awaitscope
