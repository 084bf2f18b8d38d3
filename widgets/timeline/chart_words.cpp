// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/model_parts.h"

#include "lessons/trace/caption.h"
#include "lessons/trace/wording.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

namespace awaitscope::chart {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

constexpr Ns noticeablyLate = std::chrono::milliseconds(20);

/// What of a span lies in a stretch.
Ns within(const Span &span, Ns begin, Ns end)
{
    return std::min(span.end, end) - std::max(span.begin, begin);
}

/// The span on the loop's thread that has most of a stretch; null where none has any of it.
const Span *longestHolder(const Trace &trace, Ns begin, Ns end)
{
    const Span *longest = nullptr;
    for (const Span &span : trace.spans()) {
        if (span.state == TaskState::Running && span.thread == 0
            && within(span, begin, end) > (longest ? within(*longest, begin, end) : Ns(0)))
            longest = &span;
    }
    return longest;
}

/// The line that blocked: where the task said that it blocks; else where it last resumed.
SiteId culprit(const Trace &trace, const Span &span, Ns begin, Ns end)
{
    const Block *longest = nullptr;
    for (const Block &block : trace.blocks()) {
        if (block.task == span.task && block.begin < end && block.end > begin
            && (!longest || block.end - block.begin > longest->end - longest->begin))
            longest = &block;
    }
    return longest && longest->site ? longest->site : span.site;
}

const CancelRequest *requestOf(const Trace &trace, const TaskInfo &task)
{
    return task.cancellation ? trace.cancelRequest(task.cancellation) : nullptr;
}

/// True for a generator that has given a value.
bool gives(const Trace &trace, const TaskInfo &task)
{
    return std::ranges::any_of(
        task.spans, [&](std::size_t index) { return trace.spans()[index].wait.kind == WaitKind::Consumer; });
}

} // namespace

QString ordinal(std::size_t number)
{
    const std::size_t last = number / 10 % 10 == 1 ? 0 : number % 10; // 11th, 12th and 13th
    switch (last) {
    case 1:
        return Words::tr("%1st").arg(number);
    case 2:
        return Words::tr("%1nd").arg(number);
    case 3:
        return Words::tr("%1rd").arg(number);
    default:
        return Words::tr("%1th").arg(number);
    }
}

QString returnWords(const Trace &trace, TaskId task)
{
    const auto &loops = trace.nestedLoops();
    const auto own = std::find_if(loops.rbegin(), loops.rend(), [task](const NestedLoop &loop) { return loop.task == task; });
    if (own == loops.rend() || own->open)
        return {};
    const auto self = std::next(own).base();
    const auto isOutermost = [](const NestedLoop &loop) { return loop.depth == 1; };
    const auto first = std::prev(std::find_if(std::next(own), loops.rend(), isOutermost).base());
    const auto begin = isOutermost(*self) ? self : first;
    const auto end = std::find_if(std::next(self), loops.end(), isOutermost);
    if (end - begin < 2)
        return {};
    // They return innermost first: before this one what lies on top of it, and what had returned when it began.
    const auto above = std::find_if(std::next(self), end, [&](const NestedLoop &loop) { return loop.depth <= self->depth; });
    const auto below = self->depth - 1;
    return Words::tr("returned %1").arg(ordinal(static_cast<std::size_t>((above - self) + (self - begin) - below)));
}

QString placeWords(const Trace &trace, SiteId site)
{
    if (!site)
        return {};
    const Site &where = trace.site(site);
    return Words::tr("%1 line %2").arg(QFileInfo(where.file).fileName()).arg(where.line);
}

Ns cleanupLength(const Trace &trace, const TaskInfo &task)
{
    const auto waits = std::ranges::find_if(task.spans, [&](std::size_t index) {
        const Span &span = trace.spans()[index];
        return span.cleanup && isSuspended(span.state);
    });
    if (waits == task.spans.end())
        return Ns(0);
    const auto first = std::ranges::find_if(task.spans, [&](std::size_t index) { return trace.spans()[index].cleanup; });
    return task.end - trace.spans()[*first].begin;
}

QString cancellerWords(const Trace &trace, const TaskInfo &task)
{
    const CancelRequest *request = requestOf(trace, task);
    const TaskInfo *parent = task.parent ? &trace.task(task.parent) : nullptr;
    if (!request)
        return {};
    if (parent && parent->cancellation == request->id)
        return Words::tr("%1's scope").arg(parent->name);
    switch (request->by) {
    case Canceller::User:
        return Words::tr("the user");
    case Canceller::Deadline:
        return Words::tr("the deadline");
    case Canceller::Closing:
        return gives(trace, task) ? Words::tr("its consumer") : Words::tr("the closing of its scope");
    case Canceller::Task:
        break;
    }
    if (!request->asker || request->asker.index() >= trace.tasks().size())
        return trace.name(request->reason);
    const TaskInfo &asker = trace.task(request->asker);
    if (parent && asker.parent == task.parent && asker.outcome == TaskState::Failed)
        return Words::tr("the group");
    return asker.name;
}

void nameHeldLoop(ModelBar &bar, const Trace &trace)
{
    bar.shortestLabel = readableLength(bar.end - bar.begin);
    bar.label = bar.shortLabel = Words::tr("held for %1").arg(bar.shortestLabel);
    const Span *holder = longestHolder(trace, bar.begin, bar.end);
    if (!holder)
        return;
    const QString name = trace.task(holder->task).name;
    const QString where = placeWords(trace, culprit(trace, *holder, bar.begin, bar.end));
    bar.label = where.isEmpty() ? Words::tr("%1, longest by %2").arg(bar.shortLabel, name)
                                : Words::tr("%1, longest by %2, %3").arg(bar.shortLabel, name, where);
}

void nameBar(ModelBar &bar, const Trace &trace, const Span &span)
{
    switch (bar.cue) {
    case Cue::Blocking: {
        const QString blocks = Words::tr("blocks the loop for %1").arg(readableLength(bar.end - bar.begin));
        const QString where = placeWords(trace, culprit(trace, span, bar.begin, bar.end));
        bar.label = where.isEmpty() ? blocks : Words::tr("%1, %2").arg(blocks, where);
        bar.shortLabel = blocks;
        bar.shortestLabel = readableLength(bar.end - bar.begin);
        return;
    }
    case Cue::Running:
    case Cue::OnWorker:
    case Cue::Paused:
        return;
    case Cue::Created:
        bar.label = Words::tr("created, not started");
        bar.shortLabel = Words::tr("created");
        return;
    case Cue::Nested:
        bar.label = Words::tr("nested event loop, depth %1").arg(bar.depth);
        bar.shortLabel = Words::tr("nested, depth %1").arg(bar.depth);
        bar.shortestLabel = Words::tr("depth %1").arg(bar.depth);
        return;
    default:
        break;
    }
    switch (span.wait.kind) {
    case WaitKind::Timer: {
        bar.label = Words::tr("timer %1").arg(readableLength(span.wait.length));
        bar.shortLabel = readableLength(span.wait.length);
        // Later than by the usual noise: something held the loop when it was due.
        const Ns late = differenceAsRead(span.length(), span.wait.length);
        if (late >= noticeablyLate)
            bar.label = Words::tr("%1, %2 late").arg(bar.label, readableLength(late));
        return;
    }
    case WaitKind::Task:
        if (span.wait.task && span.wait.task.index() < trace.tasks().size()) {
            bar.shortLabel = trace.task(span.wait.task).name;
            bar.label = Words::tr("awaits %1").arg(bar.shortLabel);
        }
        return;
    case WaitKind::Gather:
        bar.label = Words::tr("awaits gather of %1").arg(span.wait.count);
        bar.shortLabel = Words::tr("gather of %1").arg(span.wait.count);
        return;
    case WaitKind::Settle:
        bar.shortLabel = span.wait.count == 1 ? Words::tr("1 task") : Words::tr("%1 tasks").arg(span.wait.count);
        bar.label = Words::tr("awaits %1").arg(bar.shortLabel);
        return;
    case WaitKind::Join:
        bar.label = span.wait.count == 1 ? Words::tr("joins 1 task") : Words::tr("joins %1 tasks").arg(span.wait.count);
        bar.shortLabel = Words::tr("joins %1").arg(span.wait.count);
        return;
    case WaitKind::Turn:
        bar.label = bar.shortLabel = Words::tr("next turn");
        return;
    case WaitKind::FirstOf:
        bar.label = Words::tr("awaits the first of %1").arg(span.wait.count);
        bar.shortLabel = Words::tr("first of %1").arg(span.wait.count);
        return;
    case WaitKind::Permit: {
        const bool known = span.wait.resource && span.wait.resource.index() < trace.resources().size();
        const QString what = known ? trace.name(trace.resources()[span.wait.resource.index()].name) : Words::tr("a permit");
        bar.label = Words::tr("queued for %1, place %2").arg(what).arg(span.wait.count);
        bar.shortLabel = Words::tr("queued");
        return;
    }
    case WaitKind::Thread:
        bar.label = Words::tr("on a worker thread");
        bar.shortLabel = Words::tr("thread");
        return;
    case WaitKind::Consumer:
        bar.label = Words::tr("awaits its consumer, %1 given").arg(span.wait.count);
        bar.shortLabel = Words::tr("consumer");
        return;
    case WaitKind::Item: {
        const bool known = span.wait.task && span.wait.task.index() < trace.tasks().size();
        bar.label = known ? Words::tr("awaits the next of %1").arg(trace.task(span.wait.task).name)
                          : Words::tr("awaits the next value");
        bar.shortLabel = Words::tr("next value");
        return;
    }
    case WaitKind::Foreign:
        bar.label = bar.shortLabel = trace.name(span.wait.name);
        return;
    case WaitKind::None:
    case WaitKind::Unknown:
        bar.label = bar.shortLabel = Words::tr("waits");
        return;
    }
}

} // namespace awaitscope::chart
