// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/moment.h"
#include "tests/support/record_script.h"

#include <algorithm>
#include <array>

namespace awaitscope::test {

/// Source locations in functions whose names the tasks of the runs below take.
namespace shown {
inline std::source_location loadSequential()
{
    return std::source_location::current();
}
inline std::source_location loadParallel()
{
    return std::source_location::current();
}
inline std::source_location getUser()
{
    return std::source_location::current();
}
inline std::source_location getUserLogs()
{
    return std::source_location::current();
}
inline std::source_location getUserMetrics()
{
    return std::source_location::current();
}
inline std::source_location handleRequest()
{
    return std::source_location::current();
}
inline std::source_location parseReport()
{
    return std::source_location::current();
}
} // namespace shown

using Lengths = std::array<double, 3>; ///< ms
inline constexpr Lengths usualLengths{196, 120, 90};

inline std::source_location callee(std::size_t number)
{
    return number == 0 ? shown::getUser() : number == 1 ? shown::getUserLogs() : shown::getUserMetrics();
}

/// Three waits one after another. With a turn length of 0 it looks as on the virtual clock.
inline RecordScript sequentialRun(const Lengths &lengths = usualLengths, double work = 0.02)
{
    RecordScript s;
    double now = 0;
    s.turn(now).start(now, 1, shown::loadSequential());
    for (std::uint32_t i = 0; i < 3; ++i) {
        now += work;
        s.start(now, i + 2, callee(i)).timer(now + work, i + 2, lengths[i], callee(i));
        s.suspend(now + 2 * work, 1, WaitKind::Task, i + 2, shown::loadSequential()).turnEnd(now + 2 * work);
        now += lengths[i] + 10 * work;
        s.turn(now).resume(now, i + 2, callee(i)).finish(now + work, i + 2);
        now += work;
        s.resume(now, 1, shown::loadSequential());
    }
    now += work;
    s.finish(now, 1).turnEnd(now);
    return s;
}

/// The same waits, gathered.
inline RecordScript gatherRun(const Lengths &lengths = usualLengths, double work = 0.02)
{
    RecordScript s;
    double now = 0;
    s.turn(now).start(now, 1, shown::loadParallel());
    std::array<std::pair<double, std::uint32_t>, 3> ends;
    for (std::uint32_t i = 0; i < 3; ++i) {
        now += work;
        s.start(now, i + 2, callee(i)).timer(now + work, i + 2, lengths[i], callee(i));
        ends[i] = {now + work + lengths[i], i + 2};
        now += work;
    }
    now += work;
    s.suspend(now, 1, WaitKind::Gather, 3, shown::loadParallel()).turnEnd(now);
    std::ranges::stable_sort(ends, {}, [](const auto &end) { return end.first; });
    for (const auto &[time, task] : ends) {
        now = std::max(time + work, now);
        s.turn(now).resume(now, task, callee(task - 2)).finish(now + work, task);
        now += work;
        if (task == ends.back().second) {
            s.resume(now, 1, shown::loadParallel()).finish(now + work, 1);
            now += work;
        }
        s.turnEnd(now);
    }
    return s;
}

/// A caller that fails at 119 ms beside a child that blocks the loop from 60 ms on.
inline RecordScript troubledRun(double block = 290)
{
    RecordScript s;
    s.turn(0).start(0, 1, shown::handleRequest()).start(0.1, 2, shown::parseReport()).timer(0.2, 2, 60, shown::parseReport());
    s.suspend(0.3, 1, WaitKind::Task, 2, shown::handleRequest()).turnEnd(0.4);
    s.turn(60).resume(60, 2, shown::parseReport()).end(60 + block, 2, EventKind::Failed, "QuotaError");
    s.resume(60.1 + block, 1, shown::handleRequest()).end(60.2 + block, 1, EventKind::Failed, "QuotaError").turnEnd(60.3 + block);
    return s;
}

inline std::vector<Subject> twins(const Lengths &lengths = usualLengths, double work = 0.02)
{
    return {{QStringLiteral("A"), QStringLiteral("Sequential"), sequentialRun(lengths, work).trace()},
        {QStringLiteral("B"), QStringLiteral("Parallel (gather)"), gatherRun(lengths, work).trace()}};
}

} // namespace awaitscope::test
