// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/timeline/runs.h"

#include <deque>
#include <string>

namespace awaitscope::test {

/// Records that have what the usual runs have not: deadlines, seats, workers, cancellations, nested loops.

namespace shown {
inline std::source_location longRunningTask()
{
    return std::source_location::current();
}
inline std::source_location slowOperation()
{
    return std::source_location::current();
}
inline std::source_location query()
{
    return std::source_location::current();
}
inline std::source_location validate()
{
    return std::source_location::current();
}
inline std::source_location checkQuota()
{
    return std::source_location::current();
}
inline std::source_location enrich()
{
    return std::source_location::current();
}
inline std::source_location fetchGeo()
{
    return std::source_location::current();
}
} // namespace shown

/// A timer answers at 200 ms; the work goes on until 380 ms, and nobody reads it.
inline RecordScript abandonRun()
{
    RecordScript s;
    s.turn(0).start(0, 1, shown::slowOperation()).deadline(0, 1, 200);
    s.start(0.1, 2, shown::longRunningTask()).timer(0.2, 2, 380, shown::longRunningTask());
    s.suspend(0.3, 1, WaitKind::FirstOf, 2, shown::slowOperation()).turnEnd(0.4);
    s.turn(200).concludeDeadline(200, EventKind::DeadlineMissed, 1).resume(200, 1, shown::slowOperation()).unread(200.1, 2);
    s.end(200.2, 1, EventKind::TimedOut, "408").turnEnd(200.3);
    s.turn(380).resume(380, 2, shown::longRunningTask()).finish(380.2, 2).turnEnd(380.3);
    return s;
}

/// The deadline cancels the work, which cleans up for 30 ms.
inline RecordScript timeoutRun()
{
    RecordScript s;
    s.turn(0).start(0, 1, shown::slowOperation()).deadline(0, 1, 200);
    s.start(0.1, 2, shown::longRunningTask()).timer(0.2, 2, 380, shown::longRunningTask());
    s.suspend(0.3, 1, WaitKind::Task, 2, shown::slowOperation()).turnEnd(0.4);
    s.turn(200).concludeDeadline(200, EventKind::DeadlineMissed, 1);
    s.requestCancel(200, 0, Canceller::Deadline, "the deadline of 200 ms passed", 1);
    s.resume(200, 2, shown::longRunningTask())
        .interrupt(200.1, 2, 1)
        .timer(200.2, 2, 30, shown::longRunningTask())
        .turnEnd(200.3);
    s.turn(231).resume(231, 2, shown::longRunningTask()).cancelled(231.1, 2, 1);
    s.resume(231.2, 1, shown::slowOperation()).end(231.3, 1, EventKind::TimedOut, "408").turnEnd(231.4);
    return s;
}

/// The loop is blocked from 60 to 350 ms, beside a heartbeat that a watchdog hears stop.
inline RecordScript blockedRun()
{
    RecordScript s;
    s.turn(0).start(0, 1, shown::slowOperation()).deadline(0, 1, 200);
    s.start(0.1, 2, shown::parseReport()).timer(0.2, 2, 60, shown::parseReport());
    s.suspend(0.3, 1, WaitKind::Task, 2, shown::slowOperation()).beat(0.35, 0).turnEnd(0.4);
    for (const double at : {20.0, 40.0})
        s.turn(at).beat(at, at).turnEnd(at + 0.1);
    s.turn(60).resume(60, 2, shown::parseReport()).block(61, 2, shown::parseReport());
    s.stall(160, Monitor::Watchdog, 2, 100, shown::parseReport()).blockEnd(349, 2).finish(350, 2);
    s.beat(350, 60).resume(351, 1, shown::slowOperation()).end(352, 1, EventKind::TimedOut, "408").turnEnd(352.1);
    for (const double at : {370.0, 390.0})
        s.turn(at).beat(at, at).turnEnd(at + 0.1);
    return s;
}

/// Queries of 60 ms on worker threads behind a pool of three seats. Without `bounded` the permit goes back before the use.
inline RecordScript poolRun(std::uint32_t queries = 8, bool bounded = true)
{
    RecordScript s;
    const std::uint32_t seats = 3;
    s.resource(0, "connection", seats).counter(0, "connection", seats).counter(0, "rows held").counter(0, "requests in flight");
    std::uint32_t inUse = 0;
    std::deque<std::uint32_t> line;
    std::vector<std::pair<double, std::uint32_t>> ends; // when which query ends, in order
    s.turn(0).start(0, 1, shown::handleRequest());
    const auto use = [&](double now, std::uint32_t task) {
        s.count(now, task, 1, ++inUse).suspend(now, task, WaitKind::Thread, 0, shown::query());
        ends.emplace_back(now + 60 + 3 * (task % 4), task);
    };
    for (std::uint32_t task = 2; task < queries + 2; ++task) {
        const double now = 0.1 * task;
        s.start(now, task, shown::query());
        if (!bounded) {
            s.seat(now, task, SeatChange::Taken, 1, 1).seat(now, task, SeatChange::Released, 1, 0);
            use(now, task);
        } else if (inUse < seats) {
            s.seat(now, task, SeatChange::Taken, 1, inUse + 1);
            use(now, task);
        } else {
            line.push_back(task);
            s.seat(now, task, SeatChange::Queued, 1, inUse);
            s.suspend(now, task, WaitKind::Permit, packPair(1, std::uint32_t(line.size())), shown::query());
        }
        s.count(now, task, 3, task - 1);
    }
    double now = 0.1 * (queries + 2);
    s.suspend(now, 1, WaitKind::Gather, queries, shown::handleRequest()).turnEnd(now);
    std::uint32_t left = queries;
    while (!ends.empty()) {
        const auto first = std::ranges::min_element(ends);
        const auto [at, task] = *first;
        ends.erase(first);
        now = std::max(now + 0.1, at);
        s.turn(now)
            .work(now, task, std::uint16_t(bounded ? task % 3 + 1 : task - 1), now - 57, now - 0.2)
            .resume(now, task, shown::query());
        --inUse;
        --left;
        s.count(now, task, 1, inUse).count(now, task, 2, 100 * (queries - left)).count(now, task, 3, left);
        if (bounded)
            s.seat(now, task, SeatChange::Released, 1, inUse);
        s.finish(now + 0.1, task);
        now += 0.1;
        if (!line.empty()) {
            const std::uint32_t next = line.front();
            line.pop_front();
            s.seat(now, next, SeatChange::Granted, 1, inUse + 1).resume(now, next, shown::query());
            use(now, next);
        }
        if (left == 0)
            s.resume(now, 1, shown::handleRequest()).finish(now + 0.1, 1);
        s.turnEnd(now + 0.2);
    }
    return s;
}

/// A failure that nobody stops: the siblings of checkQuota outlive their caller.
inline RecordScript gatherFailureRun()
{
    RecordScript s;
    s.turn(0).start(0, 1, shown::handleRequest());
    s.start(0.1, 2, shown::validate()).timer(0.1, 2, 180, shown::validate());
    s.start(0.2, 3, shown::checkQuota()).timer(0.2, 3, 119, shown::checkQuota());
    s.start(0.3, 4, shown::enrich()).start(0.4, 5, shown::fetchGeo()).timer(0.5, 5, 302, shown::fetchGeo());
    s.suspend(0.6, 4, WaitKind::Task, 5, shown::enrich()).suspend(0.7, 1, WaitKind::Gather, 3, shown::handleRequest()).turnEnd(1);
    s.turn(119).resume(119, 3, shown::checkQuota()).end(119.1, 3, EventKind::Failed, "QuotaError");
    s.resume(119.2, 1, shown::handleRequest()).unread(119.3, 2).unread(119.3, 4).end(119.4, 1, EventKind::Failed, "QuotaError");
    s.turnEnd(119.5).turn(180).resume(180, 2, shown::validate()).finish(180.1, 2).turnEnd(180.2);
    s.turn(302)
        .resume(302, 5, shown::fetchGeo())
        .finish(302.2, 5)
        .resume(302.3, 4, shown::enrich())
        .finish(302.4, 4)
        .turnEnd(303);
    return s;
}

/// The same failure in a group, which cancels the siblings: a cascade of 5 ms.
inline RecordScript groupFailureRun()
{
    RecordScript s;
    s.turn(0).start(0, 1, shown::handleRequest());
    s.start(0.1, 2, shown::validate()).timer(0.1, 2, 180, shown::validate());
    s.start(0.2, 3, shown::checkQuota()).timer(0.2, 3, 119, shown::checkQuota());
    s.start(0.3, 4, shown::enrich()).start(0.4, 5, shown::fetchGeo()).timer(0.5, 5, 302, shown::fetchGeo());
    s.suspend(0.6, 4, WaitKind::Task, 5, shown::enrich()).suspend(0.7, 1, WaitKind::Join, 3, shown::handleRequest()).turnEnd(1);
    s.turn(119).resume(119, 3, shown::checkQuota()).end(119.1, 3, EventKind::Failed, "QuotaError");
    s.requestCancel(119.2, 3, Canceller::Task, "a sibling failed: QuotaError", 1);
    s.resume(119.6, 2, shown::validate()).interrupt(119.6, 2, 1).cancelled(119.9, 2, 1);
    s.resume(120, 5, shown::fetchGeo()).interrupt(120, 5, 1).timer(120.1, 5, 2, shown::fetchGeo()).turnEnd(120.2);
    s.turn(122.1).resume(122.1, 5, shown::fetchGeo()).cancelled(122.3, 5, 1);
    s.resume(122.5, 4, shown::enrich()).interrupt(122.5, 4, 1).cancelled(122.8, 4, 1);
    s.resume(123, 1, shown::handleRequest()).end(123.6, 1, EventKind::Failed, "QuotaError").turnEnd(124);
    return s;
}

/// Two waits in event loops of their own, one inside the other: the first returns last.
inline RecordScript nestedRun()
{
    RecordScript s;
    s.turn(0).start(0, 1, shown::handleRequest()).start(0.1, 2, shown::getUser()).nest(0.2, 2, shown::getUser());
    s.turn(25).start(25, 3, shown::getUserLogs()).nest(25.1, 3, shown::getUserLogs());
    s.turn(100).start(100, 4, shown::validate()).timer(100.1, 4, 200, shown::validate()).turnEnd(100.2);
    s.turn(300).resume(300, 4, shown::validate()).finish(300.1, 4).turnEnd(300.2);
    s.nestEnd(425, 3).finish(425.1, 3).turnEnd(425.2).nestEnd(425.3, 2).finish(425.4, 2).finish(425.5, 1).turnEnd(425.6);
    return s;
}

/// A lazy task that nobody awaits, one that is awaited, a generator and a note.
inline RecordScript lazyRun()
{
    RecordScript s;
    s.turn(0).start(0, 1, shown::handleRequest()).create(1, 2, shown::getUser()).create(1.1, 3, shown::getUserLogs());
    s.note(1.2, 1, "the user is not loaded").timer(2, 1, 40, shown::handleRequest()).turnEnd(2.1);
    s.turn(42).resume(42, 1, shown::handleRequest()).start(42.1, 3, shown::getUserLogs());
    s.suspend(42.2, 3, WaitKind::Consumer, 3, shown::getUserLogs()).suspend(42.3, 1, WaitKind::Item, 3, shown::handleRequest());
    s.turnEnd(42.4).turn(90).resume(90, 3, shown::getUserLogs()).finish(90.1, 3).resume(90.2, 1, shown::handleRequest());
    s.note(90.3, 0, "connection closed").push(90.4, EventKind::NeverStarted, 2).finish(90.5, 1).turnEnd(91);
    return s;
}

} // namespace awaitscope::test
