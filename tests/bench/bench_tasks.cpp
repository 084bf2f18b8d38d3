// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figures.h"

namespace awaitscope::bench {

namespace {

using SteadyClock = std::chrono::steady_clock;

constexpr int tasksARound = 1'000'000;

std::vector<double> traced;
std::vector<double> bare;

[[gnu::noinline]] QCoro::Task<int> bareTask(int value)
{
    co_return value;
}

[[gnu::noinline]] QCoro::Task<int> tracedTask(Scope &, int value)
{
    co_return value;
}

QCoro::Task<double> bareRound()
{
    std::uint64_t sum = 0;
    const auto begin = SteadyClock::now();
    for (int i = 0; i < tasksARound; ++i) {
        const int value = co_await bareTask(i);
        sum += static_cast<std::uint64_t>(value);
    }
    const double each = nanosecondsSince(begin) / tasksARound;
    co_return sum > 0 ? each : 0;
}

QCoro::Task<double> tracedRound(Scope &scope)
{
    std::uint64_t sum = 0;
    const auto begin = SteadyClock::now();
    for (int i = 0; i < tasksARound; ++i) {
        const int value = co_await tracedTask(scope, i);
        sum += static_cast<std::uint64_t>(value);
    }
    const double each = nanosecondsSince(begin) / tasksARound;
    co_return sum > 0 ? each : 0;
}

void benchAwaitedTasks()
{
    for (int round = 0; round < rounds; ++round) {
        play(ClockKind::Real, [](Scope &scope) -> QCoro::Task<void> {
            const double without = co_await bareRound();
            bare.push_back(without);
            const double with = co_await tracedRound(scope);
            traced.push_back(with);
        });
    }
    report({.name = "traced_task_awaited",
        .value = median(traced),
        .unit = "ns",
        .peer = "bare QCoro task",
        .peerValue = median(bare),
        .goal = ratioAtMost(4.5)});
}

void benchEvents()
{
    constexpr int events = 1'000'000;
    std::vector<double> recorded;
    std::vector<double> clock;
    for (int round = 0; round < rounds; ++round) {
        Scheduler scheduler(ClockKind::Real, std::make_shared<Recorder>());
        auto begin = SteadyClock::now();
        for (int i = 0; i < events; ++i)
            scheduler.record(EventKind::Resumed, TaskId(1), static_cast<std::uint64_t>(i));
        recorded.push_back(nanosecondsSince(begin) / events);
        std::int64_t sum = 0;
        begin = SteadyClock::now();
        for (int i = 0; i < events; ++i)
            sum += SteadyClock::now().time_since_epoch().count();
        clock.push_back(sum ? nanosecondsSince(begin) / events : 0);
    }
    report({.name = "recorded_event",
        .value = median(recorded),
        .unit = "ns",
        .peer = "steady_clock alone",
        .peerValue = median(clock),
        .goal = valueAtMost(30)});
}

} // namespace

void benchTasks()
{
    benchAwaitedTasks();
    benchEvents();
}

} // namespace awaitscope::bench
