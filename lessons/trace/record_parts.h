// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/event.h"

#include <vector>

namespace awaitscope {

/// A request to cancel a scope and all below it.
struct CancelRequest
{
    CancelId id;
    Canceller by = Canceller::Task;
    TaskId asker; ///< of Canceller::Task; none where that task is not traced
    NameId reason;
    Ns time{0};
    std::size_t event = 0;
};

/// A deadline that a task set for a part of its work.
struct Deadline
{
    enum class State : std::uint8_t { Running, Met, Missed, Lifted };

    TaskId task; ///< who set it
    Ns set{0};
    Ns due{0};
    State state = State::Running;
    Ns concluded{0}; ///< when it was met, missed or lifted
};

/// One change of a resource.
struct SeatEvent
{
    Ns time{0};
    TaskId task; ///< whose seat
    SeatChange change = SeatChange::Queued;
    std::uint32_t inUse = 0; ///< after the change
    std::uint32_t queued = 0; ///< after the change
};

/// Something that tasks queue for: a semaphore, a mutex, a channel.
struct Resource
{
    ResourceId id;
    NameId name;
    std::uint32_t seats = 0; ///< how many units there are
    std::vector<SeatEvent> changes; ///< in order of time
};

/// One turn of the event loop: from waking up to going back to sleep.
struct Turn
{
    Ns begin{0};
    Ns end{0};
    bool open = false;
    int depth = 1; ///< above 1 in an event loop that a task spins inside another turn
};

/// A stretch in which a task blocked its loop on purpose.
struct Block
{
    TaskId task;
    SiteId site; ///< the line that blocked
    Ns begin{0};
    Ns end{0};
    bool open = false;
    Ns charged{0}; ///< how much of it was charged to the virtual clock; 0 where it went by
};

/// A stretch in which a task's frame waits for an event loop of its own to return.
struct NestedLoop
{
    TaskId task;
    SiteId site;
    Ns begin{0};
    Ns end{0};
    bool open = false;
    int depth = 1; ///< of the nested loops that are on the stack, from 1
    std::size_t firstEvent = 0; ///< how many events had happened when it began
    std::size_t lastEvent = SIZE_MAX; ///< and when it returned; SIZE_MAX while it is open

    /// True after the first `applied` events of the record.
    bool standsAfter(std::size_t applied) const { return firstEvent <= applied && applied <= lastEvent; }
};

/// What a worker thread did for a task.
struct Work
{
    TaskId task;
    WorkerId worker;
    Ns begin{0};
    Ns end{0};
};

/// One change of a counter.
struct CounterChange
{
    Ns time{0};
    TaskId task; ///< who changed it; none where no task did
    std::uint32_t value = 0; ///< after the change
};

/// Something that is counted during a run: open connections, rows held, requests in flight.
struct CounterTrack
{
    CounterId id;
    NameId name;
    std::uint32_t limit = 0; ///< how many there are to be had; more is overuse. 0: none
    std::vector<CounterChange> changes; ///< in order of time; before the first the value is 0
};

/// One beat of a heartbeat.
struct Beat
{
    Ns due{0};
    Ns at{0};
};

/// A monitor's word that the loop was blocked.
struct Stall
{
    Ns seen{0}; ///< when the monitor said so; a watchdog says so while the loop is blocked
    Ns blocked{0}; ///< for how long it had been blocked by then
    Monitor monitor = Monitor::SlowCallback;
    TaskId task; ///< the culprit; none where it is not a traced task
    SiteId site; ///< where the culprit was then, or had resumed; none where it is not known
};

/// A line that was written to the log while the run was under way.
struct LogLine
{
    Ns time{0};
    LogSource source = LogSource::SlowCallback;
    TaskId task; ///< whom it names; none where it names no traced task
    NameId text; ///< the line as logged
};

/// A text that the run left in its record.
struct Note
{
    Ns time{0};
    TaskId task; ///< none where no task did
    NameId text;
};

} // namespace awaitscope
