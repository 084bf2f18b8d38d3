// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/judging.h"
#include "lessons/trace/analysis.h"
#include "lessons/trace/caption.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope {

using namespace std::chrono_literals;

Ns tolerance(ClockKind clock, Ns expected)
{
    return clock == ClockKind::Virtual ? Ns(0) : Ns(10ms) + expected / 20;
}

bool isExpected(const Run &run, Ns measured, Ns expected)
{
    const Ns early = run.clock == ClockKind::Virtual ? Ns(0) : Ns(1ms);
    return measured >= expected - early && measured <= expected + tolerance(run.clock, expected);
}

bool ranItsTime(const Run &run, Ns measured, Ns expected)
{
    return run.clock == ClockKind::Virtual ? measured == expected : measured >= expected - 1ms;
}

bool isExpected(const Run &run, const Stretch &measured, Ns expected)
{
    if (isExpected(run, measured.length(), expected))
        return true;
    return run.clock == ClockKind::Real && measured.length() > expected
        && measured.length() - overslept(measured.trace, measured.begin, measured.end)
        <= expected + tolerance(run.clock, expected);
}

Ns begunAfter(const Run &run, const Trace &trace, const TaskInfo &starter, const TaskInfo &started)
{
    const bool sameTurn = std::ranges::any_of(
        trace.turns(), [&](const Turn &turn) { return turn.begin <= starter.start && started.start <= turn.end; });
    return run.clock == ClockKind::Real && sameTurn ? started.start - starter.start : Ns(0);
}

QString toleranceNote(const Run &run, Ns expected)
{
    if (run.clock == ClockKind::Virtual)
        return {};
    return QCoreApplication::translate("awaitscope::Claims", " On the real clock up to %1 more is allowed.")
        .arg(readableLength(tolerance(run.clock, expected)));
}

QString toleranceNote(const Run &run, const Stretch &measured, Ns expected)
{
    const Ns late = overslept(measured.trace, measured.begin, measured.end);
    if (run.clock == ClockKind::Virtual || late < 1ms)
        return toleranceNote(run, expected);
    return QCoreApplication::translate(
        "awaitscope::Claims", " On the real clock up to %1 more is allowed, and the %2 by which the machine woke the loop late.")
        .arg(readableLength(tolerance(run.clock, expected)), readableLength(late));
}

std::pair<const Span *, const Span *> overlappingSpans(const Trace &trace)
{
    std::vector<const Span *> running;
    for (const Span &span : trace.spans()) {
        if (span.state == TaskState::Running)
            running.push_back(&span);
    }
    std::ranges::stable_sort(running, {}, &Span::begin);
    const Span *latest = nullptr; // the one that ends last so far
    for (const Span *span : running) {
        if (latest && span->begin < latest->end)
            return {latest, span};
        latest = span;
    }
    return {};
}

} // namespace awaitscope
