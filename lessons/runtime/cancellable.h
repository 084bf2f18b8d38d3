// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/cancellable_future.h"
#include "lessons/runtime/cancellable_process.h"
#include "lessons/runtime/cancellable_reply.h"
#include "lessons/runtime/cancellable_signal.h"
#include "lessons/runtime/cancellable_task.h"
#include "lessons/runtime/to_thread.h"

/// Waits for what Qt tells of, so that a cancellation of `scope` ends the wait: `co_await cancellable(scope, reply);`. What has
/// finished gives its result at once. Each of them throws Cancelled where the scope is cancelled before the result has come; a result
/// that has come is kept, even if the scope is cancelled in the same turn. A sender that is destroyed throws SenderDestroyed, a
/// null one too; the pointer must be valid, or null, when cancellable() is called. Nobody is resumed inside a signal.

namespace awaitscope {

/// Waits for finished() of a QNetworkReply, or of what has abort(), isFinished() and finished() like one, and gives the reply; its
/// error() tells how it went. A cancellation aborts it. In virtual time the clock stands still meanwhile: a server that
/// sleeps on the same clock would never answer.
template <AbortableReply Reply> CancellableReply<Reply> cancellable(Scope &scope, Reply *reply)
{
    return CancellableReply<Reply>(scope, reply);
}

/// Waits for the end of a process that was started, and gives its exit code; throws ProcessFailed where it could not be started or
/// crashed, std::logic_error where nobody started it. A cancellation asks it to terminate, kills it when it has not ended
/// after `grace` of real time, and is thrown when it has ended. `cost` is what the process takes on the virtual clock, whatever the
/// machine needs for it; with 0 that clock stands still meanwhile. The real clock takes no notice of it. Throws
/// std::invalid_argument for a negative cost.
inline CancellableProcess cancellable(
    Scope &scope, QProcess *process, std::chrono::milliseconds grace = std::chrono::seconds(2), Ns cost = Ns::zero())
{
    throwIfNegativeCost(cost);
    return CancellableProcess(scope, process, grace, cost);
}

/// Waits for the next emission of a signal, from the co_await on, and gives nothing, the value or a tuple of the values:
/// `const QString line = co_await cancellable(scope, reader, &Reader::lineRead);`. The sender may live on another thread. In
/// virtual time the clock goes on meanwhile, so the signal should come from what happens on the awaiting thread.
template <class Object, class Class, class... Arguments>
requires(std::derived_from<Object, Class>) auto cancellable(Scope &scope, Object *sender, void (Class::*signal)(Arguments...))
{
    using Values = typename SignalValuesOf<SignalValues<>, Arguments...>::type;
    return CancellableSignal<Object, void (Class::*)(Arguments...), Values>(scope, sender, signal);
}

/// Waits for the end of a future and gives its result or throws its failure, unwrapped; throws FutureCancelled where somebody else
/// has cancelled it, also if it never finishes. A cancellation of the scope asks it to cancel() and does not wait for that:
/// what its function still uses must outlive it, so prefer toThread(). In virtual time the clock stands still meanwhile.
template <class T> CancellableFuture<T> cancellable(Scope &scope, QFuture<T> future)
{
    return CancellableFuture<T>(scope, std::move(future));
}

/// Waits for a task that heeds no cancellation, as those of QCoro's own functions, and gives its value or throws what it threw. Once.
/// Such a task cannot be stopped: after a cancellation a helper owns it to its end, for which only the run as a whole waits. What
/// it throws then counts as unread, see Scheduler::unreadFailures().
template <class T> CancellableTask<T> cancellable(Scope &scope, QCoro::Task<T> task)
{
    return CancellableTask<T>(scope, std::move(task));
}

} // namespace awaitscope
