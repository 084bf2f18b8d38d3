// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/ids.h"

#include <bit>
#include <cstdint>
#include <source_location>
#include <type_traits>

namespace awaitscope {

/// What happened. The payload of a raw event depends on it.
enum class EventKind : std::uint8_t {
    Started, ///< a task began to run; detail: see startedShielded; payload: where its function ends (source location)
    Suspended, ///< payload: the source location of the co_await
    WaitsFor, ///< detail of the suspension just before; `wait` tells what, payload: ns, task or count
    Resumed, ///< payload: the source location of the co_await
    Returned, ///< the task ended with a value; payload: none
    Failed, ///< the task ended with an exception; payload: name id of its text
    Cancelled, ///< the task ended because it was cancelled; payload: see packCancel()
    TimedOut, ///< the task ended because its deadline passed; payload: name id of the text
    CancelRequested, ///< task: who asked (none: no task did); detail: a Canceller; payload: see packCancel()
    TurnBegan, ///< the event loop began a turn; no task
    TurnEnded, ///< the event loop ended its turn; no task
    Interrupted, ///< a wait of the task threw Cancelled, what follows is cleanup; payload: see packCancel()
    DeadlineSet, ///< task: who set it; payload: when it is due, ns. Deadlines are numbered from 1 in the order of these
    DeadlineMet, ///< what was under the deadline ended before it was due; payload: its number
    DeadlineMissed, ///< the deadline was due before that; payload: its number
    DeadlineLifted, ///< another cancellation ended what was under it; payload: its number
    ResourceMade, ///< something to queue for; payload: see packPair(), name id and seats. Numbered from 1 in the order of these
    SeatChanged, ///< task: whose seat; detail: a SeatChange; payload: see packPair(), number of the resource and units in use
    Created, ///< a lazy task was made and has not begun; payload: where its function ends (source location)
    NeverStarted, ///< it was dropped before it began; payload: none
    Unread, ///< nobody can read the task's result any more, and nobody has; payload: none
    BlockBegan, ///< the task blocks its loop from here on; payload: the source location of the call
    BlockEnded, ///< it goes on; payload: ns of it that were charged to the virtual clock, 0 where they went by
    NestedBegan, ///< the task spins an event loop of its own; payload: the source location of the call
    NestedEnded, ///< that loop has returned; payload: none
    WorkBegan, ///< a worker thread worked for the task; detail: the worker, from 1; payload: since when, ns
    WorkEnded, ///< detail: the worker; payload: until when, ns. Both are written when the result is delivered
    CounterMade, ///< something to be counted; payload: see packPair(), name id and limit, 0 for none. Numbered from 1 in the order of these
    CounterChanged, ///< task: who changed it, if one did; payload: see packPair(), number of the counter and its value
    Beat, ///< a heartbeat of the event loop; payload: when it was due, ns
    StallSeen, ///< task: the culprit, if one is known; detail: a Monitor; payload: the source location where it was then
    StallLength, ///< detail of the stall just before, of the same thread: payload: ns that the loop had been blocked by then
    Noted, ///< task: who, if one did; payload: name id of a text that the run leaves in its record
    Logged, ///< a line was written to the log; task: whom it names, if one; detail: a LogSource; payload: name id of the line
    Asked, ///< a request to cancel reached the scope of the task, which may hear of it later; payload: see packCancel()
};

/// The detail of Started: the task runs under a shield, so that cancellations from outside pass it over.
inline constexpr std::uint16_t startedShielded = 1;

/// Who saw that the event loop was blocked.
enum class Monitor : std::uint8_t {
    SlowCallback, ///< measured around each resumption, on the loop itself
    Watchdog, ///< a thread, while the loop was blocked
    Heartbeat, ///< a timer that came late
};

/// Who wrote a line to the log.
enum class LogSource : std::uint8_t {
    SlowCallback, ///< the monitors, in their order
    Watchdog,
    Heartbeat,
    LostFailure, ///< a failure that nobody can read any more
};

/// Who asked for a cancellation.
enum class Canceller : std::uint8_t {
    Task, ///< a task of the run, by a call or by the way it ended
    User, ///< somebody outside the tasks
    Deadline, ///< a timer of withTimeout()
    Closing, ///< what the work belonged to has gone, or the run is closed
};

/// What happened between a task and a semaphore, mutex or channel.
enum class SeatChange : std::uint8_t {
    Queued, ///< the task stands in line from now on
    Granted, ///< it got what it stood in line for
    Taken, ///< it got what it asked for at once
    Released, ///< it gave it back
    Left, ///< it left the line without getting anything
};

/// What a suspended task waits for.
enum class WaitKind : std::uint8_t {
    None,
    Unknown, ///< an awaitable that does not tell
    Timer, ///< payload: length in ns
    Task, ///< payload: task id
    Gather, ///< payload: how many tasks
    Join, ///< the end of all that a scope owns; payload: how many tasks
    Turn, ///< the next turn of the event loop
    FirstOf, ///< payload: how many tasks
    Permit, ///< a permit, a lock, or room or goods in a channel; payload: see packPair(), resource and place in line from 1
    Thread, ///< a function on a thread; payload: none
    Consumer, ///< a generator, until somebody asks for its next value; payload: how many values it has given
    Item, ///< the next value of a generator; payload: task id of the generator
    Foreign, ///< something that Qt tells of: a reply, a process, a signal, a future; payload: name id of what it is called
    Settle, ///< the ends of tasks, whatever becomes of each; payload: how many tasks
};

/// One event as the recorder writes it, on the thread where it happened. 24 bytes.
struct RawEvent
{
    std::int64_t time = 0; ///< ns since the run's zero
    std::uint64_t payload = 0;
    std::uint32_t task = 0;
    EventKind kind = EventKind::Started;
    WaitKind wait = WaitKind::None;
    std::uint16_t detail = 0; ///< see EventKind
};
static_assert(sizeof(RawEvent) == 24 && std::is_trivially_copyable_v<RawEvent>);

/// Two numbers packed into a payload.
constexpr std::uint64_t packPair(std::uint32_t first, std::uint32_t second)
{
    return (std::uint64_t(second) << 32) | first;
}
constexpr std::uint32_t firstOfPair(std::uint64_t payload)
{
    return static_cast<std::uint32_t>(payload);
}
constexpr std::uint32_t secondOfPair(std::uint64_t payload)
{
    return static_cast<std::uint32_t>(payload >> 32);
}
/// A cancellation as a payload: the reason, and the number of the request, from 1 within the run; 0 where it is not told.
constexpr std::uint64_t packCancel(NameId reason, CancelId request)
{
    return packPair(reason.number(), request.number());
}

/// A source location packed into a payload. libstdc++ and libc++ keep one as a pointer to static data.
inline std::uint64_t toPayload(const std::source_location &where)
{
    static_assert(sizeof(std::source_location) == sizeof(std::uint64_t) && std::is_trivially_copyable_v<std::source_location>);
    return std::bit_cast<std::uint64_t>(where);
}

/// The inverse of toPayload().
inline std::source_location toSourceLocation(std::uint64_t payload)
{
    return std::bit_cast<std::source_location>(payload);
}

} // namespace awaitscope
