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
    Started, ///< a task began to run; payload: where its function ends (source location)
    Suspended, ///< payload: the source location of the co_await
    WaitsFor, ///< detail of the suspension just before; `wait` tells what, payload: ns, task or count
    Resumed, ///< payload: the source location of the co_await
    Returned, ///< the task ended with a value; payload: none
    Failed, ///< the task ended with an exception; payload: name id of its text
    Cancelled, ///< the task ended because it was cancelled; payload: name id of the reason
    TimedOut, ///< the task ended because its deadline passed; payload: name id of the text
    CancelRequested, ///< task: who asked (none: from outside the tasks); payload: name id of the reason
    TurnBegan, ///< the event loop began a turn; no task
    TurnEnded, ///< the event loop ended its turn; no task
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
};

/// One event as the recorder writes it, on the thread where it happened. 24 bytes.
struct RawEvent
{
    std::int64_t time = 0; ///< ns since the run's zero
    std::uint64_t payload = 0;
    std::uint32_t task = 0;
    EventKind kind = EventKind::Started;
    WaitKind wait = WaitKind::None;
    std::uint16_t reserved = 0;
};
static_assert(sizeof(RawEvent) == 24 && std::is_trivially_copyable_v<RawEvent>);

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
