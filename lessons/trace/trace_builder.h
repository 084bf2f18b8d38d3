// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/record.h"
#include "lessons/trace/trace.h"

#include <unordered_map>

namespace awaitscope {

/// Makes a Trace out of raw events, one at a time or as they come. Use from one thread.
class TraceBuilder
{
public:
    /// The source map names functions; it may be null.
    explicit TraceBuilder(std::shared_ptr<const SourceMap> sourceMap);

    /// Takes one event. Events come in order of time; names and places are asked of `texts`. What makes no sense is passed over,
    /// and validate() names it.
    void add(const RawEvent &event, std::uint16_t thread, const RecordTexts &texts);
    void add(const RawEvent &event, std::uint16_t thread, const Recorder &recorder)
    {
        add(event, thread, RecorderTexts(recorder));
    }
    /// Moves the live end of open spans to `now`.
    void advanceTo(Ns now);
    /// Says that no event follows.
    void finish() { trace_.complete_ = true; }

    const Trace &trace() const { return trace_; }
    /// Gives the trace away; the builder is empty afterwards.
    Trace take() { return std::move(trace_); }

    /// The whole record of a run that has ended.
    static Trace build(const Record &record, std::shared_ptr<const SourceMap> sourceMap);
    static Trace build(std::shared_ptr<const Recorder> recorder, std::shared_ptr<const SourceMap> sourceMap);

private:
    /// Makes room for what a record becomes at most.
    void reserveFor(const Record &record);
    void take(const RawEvent &raw, std::uint16_t thread, const RecordTexts &texts);
    void makeTask(const RawEvent &raw, std::uint16_t thread);
    void openSpan(TaskId task, TaskState state, SiteId site, const Wait &wait);
    void closeSpan(TaskId task);
    void enterStack(TaskId task, SiteId site);
    void leaveStack(TaskId task);
    void takeWait(const RawEvent &raw, const RecordTexts &texts);
    void takeTurn(const RawEvent &raw);
    void takeCancel(const RawEvent &raw);
    bool takePart(const RawEvent &raw, std::uint16_t thread, const RecordTexts &texts);
    void takeDeadline(const RawEvent &raw);
    void takeSeat(const RawEvent &raw);
    void takeBlock(const RawEvent &raw, const RecordTexts &texts);
    void takeNestedLoop(const RawEvent &raw, std::uint16_t thread, const RecordTexts &texts);
    void takeWork(const RawEvent &raw);
    void takeStall(const RawEvent &raw, std::uint16_t thread, const RecordTexts &texts);
    bool known(std::uint32_t task) const { return task != 0 && task <= trace_.tasks_.size() && trace_.tasks_[task - 1].id; }
    /// A lazy task that has not begun.
    bool created(std::uint32_t task) const;
    SiteId siteOf(std::uint64_t payload, const RecordTexts &texts);
    NameId nameOf(std::uint64_t payload, const RecordTexts &texts);
    std::vector<TaskId> &stack(std::uint16_t thread);
    /// The task on top of a stack, whatever nested event loops lie above it.
    static TaskId topOf(const std::vector<TaskId> &stack);

    Trace trace_;
    std::unordered_map<std::uint64_t, SiteId> siteIds_;
    std::vector<std::vector<TaskId>> stacks_; ///< a thread's running task is on top of those that it interrupted; none: a
        ///< nested event loop, which calls nobody in the name of the task below it
    std::vector<std::size_t> openSpans_; ///< by task: index into the spans, or none
    int asked_ = 0; ///< scopes that a request to cancel has reached
    std::vector<std::size_t> openTurns_; ///< the turns that have not ended, innermost last
    std::vector<std::size_t> openLoops_; ///< the nested event loops that have not returned, innermost last
    std::unordered_map<std::uint32_t, std::vector<std::size_t>> openBlocks_; ///< by task: those that have not ended
    std::unordered_map<std::uint16_t, std::size_t> lastStall_; ///< by thread: index into the stalls
};

/// A function's name as a reader calls it, from what the compiler reports: "int ns::f(Scope &)" gives "f".
QString plainFunctionName(QStringView pretty);

} // namespace awaitscope
