// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/record_parts.h"
#include "lessons/trace/source_map.h"

#include <QString>

#include <memory>
#include <optional>
#include <span>
#include <vector>

namespace awaitscope {

/// What a task is doing. Each state has four cues on the timeline.
enum class TaskState : std::uint8_t {
    None, ///< not there yet
    Running, ///< on its thread
    Paused, ///< its call is on the stack, below a task that it started
    InFlight, ///< suspended on a timer, socket, query or thread
    Awaiting, ///< suspended on another coroutine
    Queued, ///< suspended for a permit, lock or channel
    Done,
    Failed,
    Cancelled,
    TimedOut,
    NeverStarted, ///< a lazy task that nobody awaited
    Created, ///< a lazy task that has not begun
};

/// True for the states in which a task can end.
constexpr bool isEnd(TaskState state)
{
    return state >= TaskState::Done && state <= TaskState::NeverStarted;
}
/// True where a co_await holds the task.
constexpr bool isSuspended(TaskState state)
{
    return state == TaskState::InFlight || state == TaskState::Awaiting || state == TaskState::Queued;
}
/// The state that a wait puts a task into.
TaskState suspendedState(WaitKind kind);

/// What a suspension waits for.
struct Wait
{
    WaitKind kind = WaitKind::None;
    TaskId task; ///< of WaitKind::Task and Item
    Ns length{0}; ///< of WaitKind::Timer
    std::uint32_t count
        = 0; ///< of Gather, Settle, Join and FirstOf: tasks; of Permit: the place in line, from 1; of Consumer: values given
    ResourceId resource; ///< of WaitKind::Permit
    NameId name; ///< of WaitKind::Foreign: what it is called
};

/// Where there is no event.
inline constexpr std::size_t noEvent = SIZE_MAX;

/// A stretch of one state of one task. The end marks of a task are no spans: see TaskInfo::end.
struct Span
{
    TaskId task;
    TaskState state = TaskState::None; ///< Running, InFlight, Awaiting, Queued or Created
    bool open = false; ///< still going on: the record is live, `end` is the last known time
    bool cleanup = false; ///< after a cancellation had been thrown into the task
    std::uint16_t thread = 0;
    SiteId site; ///< where it waits; for Running, where it started or was resumed
    Ns begin{0};
    Ns end{0};
    Wait wait;
    std::size_t firstEvent = 0; ///< the event that began it
    std::size_t lastEvent = noEvent; ///< the event that ended it; noEvent while it is open

    Ns length() const { return end - begin; }
};

/// Running this long without a suspension blocks the loop: the browsers' measure of a long task (W3C Long Tasks API).
inline constexpr Ns blockingLength = std::chrono::milliseconds(50);
/// True for a running stretch that blocks its loop.
inline bool blocks(const Span &span)
{
    return span.state == TaskState::Running && span.length() >= blockingLength;
}

/// One coroutine of the run.
struct TaskInfo
{
    TaskId id;
    TaskId parent; ///< the task that started it; none for a root
    int depth = 0; ///< 0 for a root
    QString name; ///< the function, as a reader calls it
    SiteId site; ///< where its function ends
    Ns start{0};
    Ns end{0}; ///< of an ended task; else the last known time
    TaskState outcome = TaskState::None; ///< one of the ends; None while it lives
    QString error; ///< of a task that did not end with a value
    std::vector<std::size_t> spans; ///< indices into Trace::spans(), in order
    std::vector<TaskId> children; ///< in order of their start
    CancelId cancellation; ///< the request that was thrown into it, where one was; it may have ended otherwise
    bool interrupted = false; ///< a cancellation was thrown into one of its waits
    Ns interruptedAt{0}; ///< of an interrupted task: when
    CancelId asked; ///< the request that reached its scope, where one did; none for a task without a scope of its own
    Ns askedAt{0}; ///< of an asked task: when
    int askedOrder = 0; ///< of an asked task: its number in the order in which scopes were reached, from 1
    bool shielded = false; ///< it runs under a shield
    bool unread = false; ///< nobody can read its result any more, and nobody has
    Ns unreadSince{0}; ///< of a task that is unread
    std::size_t startEvent = 0;
    std::size_t endEvent = noEvent; ///< the event that ended it; noEvent while it lives
};

/// One thing that happened to one task. What a reader steps through.
struct TraceEvent
{
    Ns time{0};
    TaskId task;
    EventKind kind = EventKind::Started;
    std::uint16_t thread = 0;
    SiteId site;
    Wait wait; ///< of Suspended
    NameId name; ///< of Failed, Cancelled, TimedOut, CancelRequested and Interrupted
    CancelId request; ///< of Cancelled, CancelRequested and Interrupted; none where it is not told
};

/// A place in the source.
struct Site
{
    QString file;
    int line = 0;
    QString function; ///< as the source map names it, else as the compiler does
};

/// The record of one variant's run. Append-only while it is live, immutable afterwards. Holds no thread affinity.
class Trace
{
public:
    const std::vector<TaskInfo> &tasks() const { return tasks_; }
    const std::vector<Span> &spans() const { return spans_; }
    const std::vector<TraceEvent> &events() const { return events_; }
    const std::vector<Turn> &turns() const { return turns_; }
    const std::vector<Deadline> &deadlines() const { return deadlines_; }
    const std::vector<Resource> &resources() const { return resources_; }
    const std::vector<CancelRequest> &cancelRequests() const { return cancelRequests_; }
    const std::vector<Block> &blocks() const { return blocks_; }
    const std::vector<NestedLoop> &nestedLoops() const { return nestedLoops_; }
    /// What worker threads did, in order of delivery.
    const std::vector<Work> &works() const { return works_; }
    const std::vector<CounterTrack> &counters() const { return counters_; }
    const std::vector<Beat> &beats() const { return beats_; }
    const std::vector<Stall> &stalls() const { return stalls_; }
    const std::vector<Note> &notes() const { return notes_; }
    /// In order of time.
    const std::vector<LogLine> &logLines() const { return logLines_; }
    /// The request of that number, or null.
    const CancelRequest *cancelRequest(CancelId id) const;
    /// The tasks that hold a unit of a resource after all that happened up to and at a time, longest first.
    std::vector<TaskId> holders(ResourceId id, Ns time) const;
    /// Only for a valid id of this trace.
    const TaskInfo &task(TaskId id) const { return tasks_[id.index()]; }
    const Site &site(SiteId id) const { return sites_[id.index()]; }
    QString name(NameId id) const { return id && id.index() < names_.size() ? names_[id.index()] : QString(); }
    /// Null where the run has no shown code.
    const SourceMap *sourceMap() const { return sourceMap_.get(); }
    const std::shared_ptr<const SourceMap> &sharedSourceMap() const { return sourceMap_; }
    /// Time of the last event. While live it grows.
    Ns duration() const { return duration_; }
    /// True from the moment on at which the run has ended.
    bool complete() const { return complete_; }

    /// The first task of that name in order of start, or null. Names are those of TaskInfo.
    const TaskInfo *find(QStringView name) const;
    /// What a task is doing after the first `applied` events of the record.
    TaskState stateAfter(TaskId task, std::size_t applied) const;
    /// The span a task is in after the first `applied` events, or null where it is in none.
    const Span *spanAfter(TaskId task, std::size_t applied) const;

private:
    friend class TraceBuilder;

    std::vector<TaskInfo> tasks_;
    std::vector<Span> spans_;
    std::vector<TraceEvent> events_;
    std::vector<Turn> turns_;
    std::vector<Deadline> deadlines_;
    std::vector<Resource> resources_;
    std::vector<CancelRequest> cancelRequests_;
    std::vector<Block> blocks_;
    std::vector<NestedLoop> nestedLoops_;
    std::vector<Work> works_;
    std::vector<CounterTrack> counters_;
    std::vector<Beat> beats_;
    std::vector<Stall> stalls_;
    std::vector<Note> notes_;
    std::vector<LogLine> logLines_;
    std::vector<Site> sites_;
    std::vector<QString> names_;
    std::shared_ptr<const SourceMap> sourceMap_;
    Ns duration_{0};
    bool complete_ = false;
};

} // namespace awaitscope
