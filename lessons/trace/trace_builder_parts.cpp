// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/trace_builder.h"

#include <algorithm>
#include <ranges>

namespace awaitscope {

/// Takes an event that is about something else than the states of a task; false where it is not.
bool TraceBuilder::takePart(const RawEvent &raw, std::uint16_t thread, const RecordTexts &texts)
{
    const Ns time(raw.time);
    const TaskId task(raw.task);
    switch (raw.kind) {
    case EventKind::DeadlineSet:
    case EventKind::DeadlineMet:
    case EventKind::DeadlineMissed:
    case EventKind::DeadlineLifted:
        takeDeadline(raw);
        return true;
    case EventKind::ResourceMade:
        trace_.resources_.push_back({ResourceId(static_cast<std::uint32_t>(trace_.resources_.size() + 1)),
            nameOf(raw.payload, texts), secondOfPair(raw.payload), {}});
        return true;
    case EventKind::SeatChanged:
        takeSeat(raw);
        return true;
    case EventKind::CounterMade:
        trace_.counters_.push_back({CounterId(static_cast<std::uint32_t>(trace_.counters_.size() + 1)),
            nameOf(raw.payload, texts), secondOfPair(raw.payload), {}});
        return true;
    case EventKind::CounterChanged:
        if (const std::uint32_t number = firstOfPair(raw.payload); number != 0 && number <= trace_.counters_.size())
            trace_.counters_[number - 1].changes.push_back({time, task, secondOfPair(raw.payload)});
        return true;
    case EventKind::BlockBegan:
    case EventKind::BlockEnded:
        takeBlock(raw, texts);
        return true;
    case EventKind::NestedBegan:
    case EventKind::NestedEnded:
        takeNestedLoop(raw, thread, texts);
        return true;
    case EventKind::WorkBegan:
    case EventKind::WorkEnded:
        takeWork(raw);
        return true;
    case EventKind::Beat:
        trace_.beats_.push_back({.due = Ns(static_cast<std::int64_t>(raw.payload)), .at = time});
        return true;
    case EventKind::StallSeen:
    case EventKind::StallLength:
        takeStall(raw, thread, texts);
        return true;
    case EventKind::Noted:
        trace_.notes_.push_back({time, task, nameOf(raw.payload, texts)});
        return true;
    case EventKind::Logged:
        trace_.logLines_.push_back({time, static_cast<LogSource>(raw.detail), task, nameOf(raw.payload, texts)});
        return true;
    case EventKind::Asked:
        if (known(raw.task)) {
            TaskInfo &asked = trace_.tasks_[task.index()];
            asked.asked = CancelId(secondOfPair(raw.payload));
            asked.askedAt = time;
            asked.askedOrder = ++asked_;
        }
        return true;
    case EventKind::Unread:
        if (known(raw.task)) {
            trace_.tasks_[task.index()].unread = true;
            trace_.tasks_[task.index()].unreadSince = time;
        }
        return true;
    default:
        return false;
    }
}

void TraceBuilder::takeDeadline(const RawEvent &raw)
{
    std::vector<Deadline> &deadlines = trace_.deadlines_;
    if (raw.kind == EventKind::DeadlineSet) {
        deadlines.push_back({.task = TaskId(raw.task), .set = Ns(raw.time), .due = Ns(static_cast<std::int64_t>(raw.payload))});
        return;
    }
    if (raw.payload == 0 || raw.payload > deadlines.size())
        return;
    Deadline &deadline = deadlines[raw.payload - 1];
    deadline.state = raw.kind == EventKind::DeadlineMet ? Deadline::State::Met
        : raw.kind == EventKind::DeadlineMissed         ? Deadline::State::Missed
                                                        : Deadline::State::Lifted;
    deadline.concluded = Ns(raw.time);
}

void TraceBuilder::takeSeat(const RawEvent &raw)
{
    const std::uint32_t number = firstOfPair(raw.payload);
    if (number == 0 || number > trace_.resources_.size())
        return;
    std::vector<SeatEvent> &changes = trace_.resources_[number - 1].changes;
    const auto change = static_cast<SeatChange>(raw.detail);
    std::uint32_t queued = changes.empty() ? 0 : changes.back().queued;
    const bool leavesLine = change == SeatChange::Left || change == SeatChange::Granted;
    if (change == SeatChange::Queued)
        ++queued;
    else if (leavesLine && queued > 0)
        --queued;
    changes.push_back({Ns(raw.time), TaskId(raw.task), change, secondOfPair(raw.payload), queued});
}

void TraceBuilder::takeBlock(const RawEvent &raw, const RecordTexts &texts)
{
    std::vector<Block> &blocks = trace_.blocks_;
    const Ns time(raw.time);
    std::vector<std::size_t> &open = openBlocks_[raw.task];
    if (raw.kind == EventKind::BlockBegan) {
        open.push_back(blocks.size());
        blocks.push_back(
            {.task = TaskId(raw.task), .site = siteOf(raw.payload, texts), .begin = time, .end = time, .open = true});
        return;
    }
    if (open.empty())
        return;
    Block &block = blocks[open.back()];
    open.pop_back();
    block.end = time;
    block.open = false;
    block.charged = Ns(static_cast<std::int64_t>(raw.payload));
}

void TraceBuilder::takeNestedLoop(const RawEvent &raw, std::uint16_t thread, const RecordTexts &texts)
{
    std::vector<NestedLoop> &loops = trace_.nestedLoops_;
    const Ns time(raw.time);
    if (raw.kind == EventKind::NestedBegan) {
        openLoops_.push_back(loops.size());
        const auto depth = static_cast<int>(openLoops_.size());
        loops.push_back({TaskId(raw.task), siteOf(raw.payload, texts), time, time, true, depth, trace_.events_.size()});
        stack(thread).emplace_back();
        return;
    }
    // Event loops return innermost first.
    if (openLoops_.empty())
        return;
    NestedLoop &loop = loops[openLoops_.back()];
    openLoops_.pop_back();
    loop.end = time;
    loop.open = false;
    loop.lastEvent = trace_.events_.size();
    auto &running = stack(thread);
    if (const auto mark = std::ranges::find(running.rbegin(), running.rend(), TaskId()); mark != running.rend())
        running.erase(std::next(mark).base());
}

void TraceBuilder::takeWork(const RawEvent &raw)
{
    const Ns when(static_cast<std::int64_t>(raw.payload));
    if (raw.kind == EventKind::WorkBegan)
        trace_.works_.push_back({TaskId(raw.task), WorkerId(raw.detail), when, when});
    else if (!trace_.works_.empty())
        trace_.works_.back().end = when;
}

void TraceBuilder::takeStall(const RawEvent &raw, std::uint16_t thread, const RecordTexts &texts)
{
    if (raw.kind == EventKind::StallSeen) {
        lastStall_[thread] = trace_.stalls_.size();
        const SiteId site = raw.payload ? siteOf(raw.payload, texts) : SiteId();
        trace_.stalls_.push_back(
            {.seen = Ns(raw.time), .monitor = static_cast<Monitor>(raw.detail), .task = TaskId(raw.task), .site = site});
    } else if (const auto last = lastStall_.find(thread); last != lastStall_.end()) {
        trace_.stalls_[last->second].blocked = Ns(static_cast<std::int64_t>(raw.payload));
    }
}

bool TraceBuilder::created(std::uint32_t task) const
{
    return known(task) && openSpans_[task - 1] != noEvent && trace_.spans_[openSpans_[task - 1]].state == TaskState::Created;
}

} // namespace awaitscope
