// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/scope.h"

#include <source_location>

namespace awaitscope {

/// A stretch of the loop's thread that is blocked on purpose: from its begin to its end the record says so, and the position of
/// the scheduler is that line. Lives on the stack of the scheduler's thread.
class Blocking
{
public:
    /// `cost` is charged to the virtual clock at the end. Throws std::invalid_argument for a negative one.
    Blocking(Scope &scope, Ns cost, const std::source_location &where);
    ~Blocking();
    Blocking(const Blocking &) = delete;
    Blocking &operator=(const Blocking &) = delete;

private:
    Scheduler &scheduler_;
    const Ns cost_;
    LoopPosition before_;
};

/// Blocks the whole event loop on purpose for that time, as a call that does not await does: nothing else runs meanwhile. On the
/// virtual clock that is only charged: the time has passed when the call returns, and what became due meanwhile comes late. A
/// cancellation cannot reach in. Throws std::invalid_argument for a negative length.
void blockFor(Scope &scope, Ns length, const std::source_location &where = std::source_location::current());

/// Calls `function()` on the loop, which is blocked meanwhile, and gives its result or throws what it threw:
/// `const auto rows = blockWith(scope, 150ms, [&] { return readAll(database); });`. On the virtual clock its real time counts
/// nothing, and `cost` is charged in its place; on the real clock `cost` does not count.
template <class Rep, class Period, class Function> decltype(auto) blockWith(Scope &scope, std::chrono::duration<Rep, Period> cost,
    Function &&function, const std::source_location &where = std::source_location::current())
{
    const Blocking blocking(scope, std::chrono::duration_cast<Ns>(cost), where);
    return std::forward<Function>(function)();
}

} // namespace awaitscope
