// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/actors.h"
#include "lessons/trace/analysis.h"
#include "lessons/trace/caption.h"
#include "lessons/trace/caption_point.h"
#include "lessons/trace/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope {

namespace {

using Form = CaptionPoint::Form;
using Tasks = std::vector<const TaskInfo *>;

QString tr(const char *text)
{
    return QCoreApplication::translate("awaitscope", text);
}

/// Holding the loop for less is what every run does.
constexpr Ns shortest = std::chrono::milliseconds(5);

struct Hold
{
    const TaskInfo *task = nullptr;
    Ns begin{0};
    Ns end{0};
    Ns length() const { return end - begin; }
};

/// Stretches in which one task held its loop without letting others run; what was spent in a nested loop does not count.
std::vector<Hold> holdsOf(const Trace &trace)
{
    std::vector<Hold> holds;
    for (const Span &span : trace.spans()) {
        const bool nested = std::ranges::any_of(
            trace.nestedLoops(), [&](const NestedLoop &loop) { return loop.begin < span.end && loop.end > span.begin; });
        if (span.state == TaskState::Running && span.thread == 0 && !nested && span.length() >= shortest)
            holds.push_back({&trace.task(span.task), span.begin, span.end});
    }
    return holds;
}

/// Where the deadlines that a blocked loop saw too late were due.
QString lateTimers(const Trace &trace, const Hold &hold)
{
    for (const Deadline &deadline : trace.deadlines()) {
        const bool inside = deadline.due > hold.begin && deadline.due < hold.end && deadline.concluded >= hold.end;
        if (inside && deadline.state == Deadline::State::Missed)
            return tr("; the timer due at %1 fired %2 late")
                .arg(readableLength(deadline.due), readableLength(differenceAsRead(deadline.concluded, deadline.due)));
    }
    int count = 0;
    Ns latest{0};
    for (const Span *wait : waitsInFlight(trace)) {
        const Ns due = wait->begin + wait->wait.length;
        if (wait->wait.kind != WaitKind::Timer || due <= hold.begin || due >= hold.end || wait->end < hold.end)
            continue;
        ++count;
        latest = std::max(latest, wait->length() - wait->wait.length);
    }
    if (count == 0)
        return tr("; no timer fired meanwhile");
    return count == 1 ? tr("; a timer due meanwhile fired %1 late").arg(readableLength(latest))
                      : tr("; %1 timers due meanwhile fired late, by up to %2").arg(countWord(count), readableLength(latest));
}

CaptionPoints holdPoints(const Trace &trace)
{
    const std::vector<Hold> holds = holdsOf(trace);
    Ns sum{0};
    for (const Hold &hold : holds)
        sum += hold.length();
    if (holds.empty() || (sum < blockingLength && trace.blocks().empty()))
        return {};
    const Hold &longest = std::ranges::max(holds, {}, &Hold::length);
    const QString length = readableLength(longest.length());
    const int important = longest.length() >= blockingLength ? weight::blocked : weight::blocked - 25;
    if (holds.size() == 1)
        return {{important, Form::Place, false,
            tr("%1 held the loop from %2 to %3")
                    .arg(laneName(trace, *longest.task), readableLength(longest.begin), readableLength(longest.end))
                + lateTimers(trace, longest)}};
    Tasks tasks;
    for (const Hold &hold : holds) {
        if (std::ranges::count(tasks, hold.task) == 0)
            tasks.push_back(hold.task);
    }
    const bool equal = std::ranges::all_of(holds, [&](const Hold &hold) { return readableLength(hold.length()) == length; });
    const QString text = equal && tasks.size() == holds.size() ? tr("%1 held the loop for %2 each, %3 in all")
                                                               : tr("%1 held the loop, for %2 at the longest and %3 in all");
    return {{sum >= blockingLength ? weight::blocked : important, Form::Place, false,
        text.arg(namesOf(trace, tasks), length, readableLength(sum))}};
}

CaptionPoints nestedPoints(const Trace &trace)
{
    if (trace.nestedLoops().empty())
        return {};
    const auto &loops = trace.nestedLoops();
    const NestedLoop &longest = std::ranges::max(loops, {}, [](const NestedLoop &loop) { return loop.end - loop.begin; });
    const int depth = std::ranges::max(loops, {}, &NestedLoop::depth).depth;
    const QString name = longest.task ? laneName(trace, trace.task(longest.task)) : tr("a callback");
    const QString stood
        = tr("%1 stood in an event loop of its own for %2").arg(name, readableLength(longest.end - longest.begin));
    if (depth == 1)
        return {{weight::nested, Form::Place, false, stood}};
    return {{weight::nested, Form::Place, false,
        tr("%1; such loops nested %2 deep, and the first to begin was the last to return").arg(stood, countWord(depth))}};
}

QString monitorName(Monitor monitor)
{
    switch (monitor) {
    case Monitor::SlowCallback:
        return tr("the slow-callback monitor");
    case Monitor::Watchdog:
        return tr("the watchdog");
    case Monitor::Heartbeat:
        return tr("the heartbeat");
    }
    return {};
}

CaptionPoints monitorPoints(const Trace &trace)
{
    CaptionPoints points;
    for (const Monitor monitor : {Monitor::SlowCallback, Monitor::Watchdog, Monitor::Heartbeat}) {
        const auto first = std::ranges::find(trace.stalls(), monitor, &Stall::monitor);
        if (first == trace.stalls().end())
            continue;
        QString text = tr("%1 reported a stall at %2, then %3 long")
                           .arg(monitorName(monitor), readableLength(first->seen), readableLength(first->blocked));
        if (first->task)
            text += tr(", and named %1").arg(laneName(trace, trace.task(first->task)));
        points.push_back({weight::monitor, Form::Place, false, text});
    }
    return points;
}

CaptionPoints workerPoints(const Trace &trace)
{
    const int most = mostWorkers(trace);
    const Turn *longest = longestTurn(trace);
    if (most == 0 || !longest)
        return {};
    const QString working
        = most == 1 ? tr("one worker thread worked at a time") : tr("%1 worker threads worked at once").arg(countWord(most));
    const Ns held = longest->end - longest->begin;
    if (held == Ns(0))
        return {{weight::workers, Form::Place, false, tr("%1, and the loop stayed free").arg(working)}};
    if (held < shortest)
        return {{weight::workers, Form::Place, false,
            tr("%1, and the loop was never held for longer than %2").arg(working, readableLength(held))}};
    return {{weight::workers, Form::Place, false, working}};
}

} // namespace

CaptionPoints loopPoints(const Trace &trace)
{
    CaptionPoints points;
    for (const CaptionPoints &some : {holdPoints(trace), nestedPoints(trace), monitorPoints(trace), workerPoints(trace)})
        points.insert(points.end(), some.begin(), some.end());
    return points;
}

} // namespace awaitscope
