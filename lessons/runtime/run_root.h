// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/scope.h"

#include <functional>

namespace awaitscope {

/// A run came to a point from which nothing could wake its tasks any more.
class Deadlock : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// Plays `play(root)` from a turn of the event loop, joins what it spawned, lets tasks that were dropped run to their end, and
/// returns. Spins an event loop of its own on the calling thread, which must be the scheduler's.
///
/// Gives what `play` threw, else Cancelled where the root was cancelled, else Deadlock where the virtual clock found
/// nothing to wake the tasks; null for a run that went through. After a deadlock the root is cancelled; if tasks wait
/// for something foreign and don't heed that, they are left behind: then liveFrames() of the scheduler is not zero, and
/// scheduler and root must be kept for as long as what they wait for.
///
/// To end a run from another thread: `scheduler.postFromAnyThread([&root] { root.cancel("by the user", Canceller::User); })`.
std::exception_ptr runToEnd(Scope &root, const std::function<QCoro::Task<void>(Scope &)> &play);

} // namespace awaitscope
