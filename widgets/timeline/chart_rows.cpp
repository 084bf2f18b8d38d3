// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/model_parts.h"

#include "lessons/trace/caption.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope::chart {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

void addPauses(std::vector<ModelBar> &bars)
{
    std::vector<ModelBar> pauses;
    for (std::size_t i = 1; i < bars.size(); ++i) {
        if (bars[i].begin > bars[i - 1].end)
            pauses.push_back({.cue = Cue::Paused, .begin = bars[i - 1].end, .end = bars[i].begin, .label = {}, .shortLabel = {}});
    }
    bars.insert(bars.end(), pauses.begin(), pauses.end());
    std::ranges::stable_sort(bars, {}, &ModelBar::begin);
}

/// The bar of a nested loop is one, however often other tasks ran on top of it meanwhile.
bool continues(const std::vector<ModelBar> &bars, const NestedLoop &nested)
{
    return !bars.empty() && bars.back().cue == Cue::Nested && bars.back().begin == nested.begin;
}

void addRunning(ModelRow &row, const Trace &trace, const Span &span, std::size_t index)
{
    for (const RunningPart &part : runningParts(trace, span)) {
        if (part.nested && continues(row.bars, *part.nested))
            continue;
        ModelBar bar{.cue = part.nested  ? Cue::Nested
                : blocksLoop(span, part) ? Cue::Blocking
                : span.thread != 0       ? Cue::OnWorker
                : span.cleanup           ? Cue::Cleanup
                                         : Cue::Running,
            .begin = part.nested ? part.nested->begin : part.begin,
            .end = part.nested ? part.nested->end : part.end,
            .open = part.nested ? part.nested->open : span.open,
            .span = index,
            .depth = part.nested ? part.nested->depth : 0,
            .label = {},
            .shortLabel = {}};
        if (bar.open)
            bar.end = std::max(bar.end, trace.duration());
        nameBar(bar, trace, span);
        row.bars.push_back(std::move(bar));
    }
}

void addEnd(ModelRow &row, const Trace &trace, const TaskInfo &task)
{
    if (!isEnd(task.outcome))
        return;
    row.ending = cueOfEnd(task.outcome);
    QStringList notes;
    if (task.outcome == TaskState::Failed)
        notes += task.error;
    else if (task.outcome == TaskState::TimedOut)
        notes += task.error.isEmpty() ? Words::tr("timed out") : task.error;
    else if (task.outcome == TaskState::NeverStarted)
        notes += Words::tr("never started");
    else if (task.outcome == TaskState::Cancelled) {
        const QString by = cancellerWords(trace, task);
        notes += by.isEmpty() ? Words::tr("cancelled") : Words::tr("by %1").arg(by);
        if (const Ns cleanup = cleanupLength(trace, task); cleanup > Ns(0))
            notes += Words::tr("%1 of cleanup").arg(readableLength(cleanup));
    } else if (task.outcome == TaskState::Done && task.interrupted)
        notes += Words::tr("told by %1, ignored it").arg(cancellerWords(trace, task));
    if (const QString returned = returnWords(trace, task.id); !returned.isEmpty() && task.outcome != TaskState::Cancelled)
        notes += returned;
    row.endNote = notes.join(QStringLiteral(", "));
    if (task.unread)
        row.unreadNote = Words::tr("unread");
}

/// A turn of the loop, which blocks it where it goes on for long, whoever runs in it; while a nested loop is on its stack it does nothing but wait for that to return.
void addTurn(ModelRow &row, const Trace &trace, const Turn &turn)
{
    const Ns end = turn.open ? std::max(turn.end, trace.duration()) : turn.end;
    const auto add = [&](Cue cue, Ns from, Ns to, bool open) {
        if (cue == Cue::Running && to - from >= blockingLength)
            cue = Cue::Blocking;
        row.bars.push_back(
            {.cue = cue, .begin = from, .end = to, .open = open, .depth = turn.depth - 1, .label = {}, .shortLabel = {}});
        if (cue == Cue::Blocking)
            nameHeldLoop(row.bars.back(), trace);
    };
    Ns from = turn.begin;
    for (const NestedLoop &nested : trace.nestedLoops()) {
        if (nested.depth != turn.depth || nested.begin < turn.begin || nested.begin > end)
            continue;
        const Ns until = nested.open ? end : std::min(nested.end, end);
        add(Cue::Running, from, nested.begin, false);
        add(Cue::Nested, nested.begin, until, nested.open);
        from = until;
    }
    add(Cue::Running, from, end, turn.open);
}

QString monitorWord(Monitor monitor)
{
    switch (monitor) {
    case Monitor::SlowCallback:
        return Words::tr("slow callback");
    case Monitor::Watchdog:
        return Words::tr("watchdog");
    case Monitor::Heartbeat:
        return Words::tr("heartbeat");
    }
    return {};
}

void addNote(ModelRow &row, const Trace &trace, const Note &note)
{
    row.flags.push_back({ModelFlag::Kind::Note, note.time, note.time, trace.name(note.text), {}});
}

/// A note of the last running stretch is what the task ends with: it stands beside the end. Others are flags.
void addNotes(ModelRow &row, const Trace &trace, std::span<const Note *const> notes)
{
    const auto last = std::ranges::find(row.bars, true, &ModelBar::last);
    const bool endsNested = row.ending && !row.bars.empty() && row.bars.back().cue == Cue::Nested;
    const Ns since = last != row.bars.end() ? last->begin : endsNested ? row.bars.back().end : Ns::max();
    QStringList atEnd;
    for (const Note *note : notes) {
        if (note->time >= since)
            atEnd += trace.name(note->text);
        else
            addNote(row, trace, *note);
    }
    if (!row.endNote.isEmpty())
        atEnd.prepend(row.endNote);
    row.endNote = atEnd.join(QStringLiteral(", "));
}

void addDeadlines(ModelRow &row, std::span<const Deadline *const> deadlines)
{
    for (const Deadline *each : deadlines) {
        const Deadline &deadline = *each;
        ModelFlag flag{ModelFlag::Kind::Deadline, deadline.due, deadline.set,
            Words::tr("deadline %1").arg(readableLength(deadline.due - deadline.set)), {}};
        if (deadline.state == Deadline::State::Met)
            flag.details += Words::tr("met with %1 left").arg(readableLength(deadline.due - deadline.concluded));
        else if (deadline.state == Deadline::State::Missed)
            flag.details += Words::tr("missed, seen at %1").arg(readableLength(deadline.concluded));
        else if (deadline.state == Deadline::State::Lifted)
            flag.details += Words::tr("lifted at %1: the work was cancelled by another").arg(readableLength(deadline.concluded));
        row.flags.push_back(std::move(flag));
    }
}

} // namespace

std::vector<RunningPart> runningParts(const Trace &trace, const Span &span)
{
    std::vector<RunningPart> parts;
    Ns from = span.begin;
    for (const NestedLoop &nested : trace.nestedLoops()) {
        const Ns until = nested.open ? trace.duration() : nested.end;
        if (nested.task != span.task || until < span.begin || nested.begin > span.end)
            continue;
        if (nested.begin > from)
            parts.push_back({from, nested.begin, nullptr});
        parts.push_back({std::max(from, nested.begin), std::min(span.end, until), &nested});
        from = std::max(from, until);
    }
    if (from < span.end || parts.empty())
        parts.push_back({from, span.end, nullptr});
    return parts;
}

bool blocksLoop(const Span &span, const RunningPart &part)
{
    return span.state == TaskState::Running && span.thread == 0 && !part.nested && part.end - part.begin >= blockingLength;
}

ModelRow taskRow(
    const Trace &trace, const TaskInfo &task, std::optional<Ns> orphaned, const TaskNames &names, const TaskMarks &marks)
{
    ModelRow row;
    row.task = task.id;
    row.parent = task.parent;
    row.depth = task.depth;
    row.name = task.name;
    row.note = names.number(task.id);
    row.start = task.start;
    row.end = task.end;
    row.orphaned = orphaned;
    for (const std::size_t index : task.spans) {
        const Span &span = trace.spans()[index];
        if (span.state == TaskState::Running) {
            addRunning(row, trace, span, index);
            continue;
        }
        ModelBar bar{.cue = cueOf(span),
            .begin = span.begin,
            .end = span.end,
            .open = span.open,
            .span = index,
            .label = {},
            .shortLabel = {}};
        nameBar(bar, trace, span);
        row.bars.push_back(std::move(bar));
    }
    if (isEnd(task.outcome) && !row.bars.empty() && trace.spans()[row.bars.back().span].state == TaskState::Running)
        row.bars.back().last = row.bars.back().cue != Cue::Nested;
    addPauses(row.bars);
    addEnd(row, trace, task);
    addDeadlines(row, marks.deadlines(task.id));
    addNotes(row, trace, marks.notes(task.id));
    std::ranges::stable_sort(row.flags, {}, &ModelFlag::at);
    return row;
}

ModelRow beatsRow(const Trace &trace)
{
    ModelRow row;
    row.kind = ModelRow::Kind::Beats;
    row.name = Words::tr("heartbeat");
    Ns due{0};
    std::vector<Ns> apart, meant; // meant: as they were due; what came may be late
    for (const Beat &beat : trace.beats()) {
        if (!row.bars.empty()) {
            apart.push_back(beat.at - row.bars.back().begin);
            meant.push_back(beat.due - due);
        }
        due = beat.due;
        row.bars.push_back({.cue = Cue::Beat, .begin = beat.at, .end = beat.at, .label = {}, .shortLabel = {}});
    }
    if (apart.empty())
        return row;
    std::ranges::nth_element(meant, meant.begin() + std::ssize(meant) / 2);
    const Ns usual = meant[meant.size() / 2];
    row.note = Words::tr("every %1").arg(readableLength(usual));
    row.end = row.bars.back().end;
    for (std::size_t i = 0; i < apart.size(); ++i) {
        if (apart[i] > 2 * usual)
            row.gaps.push_back({row.bars[i].begin, row.bars[i + 1].begin,
                Words::tr("%1 between two beats").arg(readableLength(apart[i])), readableLength(apart[i])});
    }
    return row;
}

ModelRow emptyLoopRow()
{
    ModelRow row;
    row.kind = ModelRow::Kind::Loop;
    row.name = Words::tr("event loop");
    return row;
}

ModelRow loopRow(const Trace &trace, const TaskMarks &marks)
{
    ModelRow row = emptyLoopRow();
    const auto own = std::ranges::count(trace.turns(), 1, &Turn::depth);
    row.note = own == 1 ? Words::tr("1 turn") : Words::tr("%1 turns").arg(own);
    row.end = trace.duration();
    for (const Turn &turn : trace.turns())
        addTurn(row, trace, turn);
    std::ranges::stable_sort(row.bars, {}, &ModelBar::begin);
    for (const Stall &stall : trace.stalls()) {
        ModelFlag flag{ModelFlag::Kind::Stall, stall.seen, stall.seen,
            Words::tr("%1: blocked for %2").arg(monitorWord(stall.monitor), readableLength(stall.blocked)), {}};
        if (stall.task && stall.task.index() < trace.tasks().size())
            flag.details += Words::tr("culprit %1").arg(trace.task(stall.task).name);
        if (const QString where = placeWords(trace, stall.site); !where.isEmpty())
            flag.details += where;
        row.flags.push_back(std::move(flag));
    }
    for (const Note *note : marks.notes(TaskId()))
        addNote(row, trace, *note);
    std::ranges::stable_sort(row.flags, {}, &ModelFlag::at);
    return row;
}

} // namespace awaitscope::chart
