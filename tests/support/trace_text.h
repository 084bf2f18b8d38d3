// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/trace.h"

#include <QStringList>

namespace awaitscope::test {

/// All that a trace holds, a line each, to compare two of them.
inline QStringList traceText(const Trace &trace)
{
    QStringList lines;
    const auto line = [&lines](const char *what, const auto &...values) {
        QStringList words{QString::fromLatin1(what)};
        const auto add = [&words](const auto &value) {
            using Value = std::decay_t<decltype(value)>;
            if constexpr (std::is_same_v<Value, Ns>)
                words << QString::number(value.count());
            else if constexpr (std::is_same_v<Value, QString>)
                words << u'“' + value + u'”';
            else if constexpr (std::is_enum_v<Value>)
                words << QString::number(int(value));
            else if constexpr (requires { value.number(); })
                words << QString::number(value.number());
            else
                words << QString::number(value);
        };
        (add(values), ...);
        lines << words.join(u' ');
    };
    const auto waitLine = [&](const Wait &wait) {
        line("  wait", wait.kind, wait.task, wait.length, wait.count, wait.resource, wait.name, trace.name(wait.name));
    };
    const auto place = [&](SiteId id) {
        if (id)
            line("  place", id, trace.site(id).file, trace.site(id).line, trace.site(id).function);
    };
    line("run", trace.duration(), trace.complete());
    for (const TaskInfo &task : trace.tasks()) {
        line("task", task.id, task.parent, task.depth, task.name, task.site, task.start, task.end, task.outcome, task.error,
            task.cancellation, task.interrupted, task.interruptedAt, task.asked, task.askedAt, task.askedOrder, task.shielded,
            task.unread, task.unreadSince, task.startEvent, task.endEvent);
        for (const std::size_t span : task.spans)
            line("  span", span);
        for (const TaskId child : task.children)
            line("  child", child);
        place(task.site);
    }
    for (const Span &span : trace.spans()) {
        line("span", span.task, span.state, span.open, span.cleanup, span.thread, span.site, span.begin, span.end,
            span.firstEvent, span.lastEvent);
        waitLine(span.wait);
        place(span.site);
    }
    for (const TraceEvent &event : trace.events()) {
        line("event", event.time, event.task, event.kind, event.thread, event.site, event.name, trace.name(event.name),
            event.request);
        waitLine(event.wait);
    }
    for (const Turn &turn : trace.turns())
        line("turn", turn.begin, turn.end, turn.open, turn.depth);
    for (const Deadline &deadline : trace.deadlines())
        line("deadline", deadline.task, deadline.set, deadline.due, deadline.state, deadline.concluded);
    for (const Resource &resource : trace.resources()) {
        line("resource", resource.id, trace.name(resource.name), resource.seats);
        for (const SeatEvent &change : resource.changes)
            line("  change", change.time, change.task, change.change, change.inUse, change.queued);
    }
    for (const CancelRequest &request : trace.cancelRequests())
        line("request", request.id, request.by, request.asker, trace.name(request.reason), request.time, request.event);
    for (const Block &block : trace.blocks()) {
        line("block", block.task, block.site, block.begin, block.end, block.open, block.charged);
        place(block.site);
    }
    for (const NestedLoop &loop : trace.nestedLoops())
        line("nested", loop.task, loop.site, loop.begin, loop.end, loop.open, loop.depth, loop.firstEvent, loop.lastEvent);
    for (const Work &work : trace.works())
        line("work", work.task, work.worker, work.begin, work.end);
    for (const CounterTrack &counter : trace.counters()) {
        line("counter", counter.id, trace.name(counter.name), counter.limit);
        for (const CounterChange &change : counter.changes)
            line("  change", change.time, change.task, change.value);
    }
    for (const Beat &beat : trace.beats())
        line("beat", beat.due, beat.at);
    for (const Stall &stall : trace.stalls())
        line("stall", stall.seen, stall.blocked, stall.monitor, stall.task, stall.site);
    for (const Note &note : trace.notes())
        line("note", note.time, note.task, trace.name(note.text));
    for (const LogLine &logged : trace.logLines())
        line("log", logged.time, logged.source, logged.task, trace.name(logged.text));
    if (const SourceMap *map = trace.sourceMap()) {
        line("map", map->file);
        for (const SourceBlock &block : map->blocks)
            line("block of code", block.id, block.firstLine, block.lines.join(u'\n'));
        for (const SourceFunction &function : map->functions) {
            line("function", function.name, function.lines.first, function.lines.last);
            for (const LineRange &statement : function.statements)
                line("  statement", statement.first, statement.last);
        }
    }
    return lines;
}

/// Where two texts differ first; empty where they do not.
inline QString firstDifference(const QStringList &a, const QStringList &b)
{
    for (qsizetype i = 0; i < std::max(a.size(), b.size()); ++i) {
        if (a.value(i) != b.value(i))
            return QStringLiteral("line %1: %2 / %3").arg(i).arg(a.value(i), b.value(i));
    }
    return a.size() == b.size() ? QString() : QStringLiteral("one is longer");
}

} // namespace awaitscope::test
