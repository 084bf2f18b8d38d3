// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figures.h"

#include <QCoroTimer>

#include <cmath>

namespace awaitscope::bench {

namespace {

using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

constexpr int fewer = 10'000; ///< as many as QCoro's own sleep bears

std::vector<double> ours;
std::vector<double> theirs;
int asleep = 0;

QCoro::Task<void> sleeper(Scope &scope)
{
    co_await sleep(scope, 100ms);
}

/// Plain QCoro: not traced.
QCoro::Task<void> bareSleeper()
{
    co_await QCoro::sleepFor(100ms);
    --asleep;
}

void benchWakeUps()
{
    play(ClockKind::Real, [](Scope &scope) -> QCoro::Task<void> {
        for (int i = 0; i < 100; ++i) {
            const auto begin = SteadyClock::now();
            co_await sleep(scope, 50ms);
            ours.push_back(nanosecondsSince(begin) / 1e6 - 50);
        }
        for (int i = 0; i < 100; ++i) {
            const auto begin = SteadyClock::now();
            co_await QCoro::sleepFor(50ms);
            theirs.push_back(std::abs(nanosecondsSince(begin) / 1e6 - 50));
        }
    });
    report({.name = "wake_up_error_p50",
        .value = percentile(ours, 0.50),
        .unit = "ms",
        .peer = "QCoro::sleepFor",
        .peerValue = percentile(theirs, 0.50),
        .goal = {}});
    report({.name = "wake_up_error_p99",
        .value = percentile(ours, 0.99),
        .unit = "ms",
        .peer = "QCoro::sleepFor",
        .peerValue = percentile(theirs, 0.99),
        .goal = valueAtMost(1)});
}

/// ms until the last of so many that sleep 100 ms is awake.
template <int sleepers> double sleepTogether()
{
    ours.clear();
    for (int round = 0; round < rounds; ++round) {
        play(ClockKind::Real, [](Scope &scope) -> QCoro::Task<void> {
            const auto begin = SteadyClock::now();
            for (int i = 0; i < sleepers; ++i)
                scope.spawn(sleeper);
            co_await scope.join();
            ours.push_back(nanosecondsSince(begin) / 1e6);
        });
    }
    return median(ours);
}

double bareSleepTogether()
{
    theirs.clear();
    play(ClockKind::Real, [](Scope &scope) -> QCoro::Task<void> {
        const auto begin = SteadyClock::now();
        for (asleep = 0; asleep < fewer; ++asleep)
            bareSleeper();
        while (asleep > 0)
            co_await sleep(scope, 1ms);
        theirs.push_back(nanosecondsSince(begin) / 1e6);
    });
    return theirs.front();
}

} // namespace

void benchSleep()
{
    benchWakeUps();
    const double bare = bareSleepTogether();
    report({.name = "sleepers_10000_of_100_ms",
        .value = sleepTogether<fewer>(),
        .unit = "ms",
        .peer = "QCoro::sleepFor",
        .peerValue = bare,
        .timesFaster = true,
        .goal = {}});
    report({.name = "sleepers_100000_of_100_ms",
        .value = sleepTogether<many>(),
        .unit = "ms",
        .peer = "QCoro::sleepFor at 10,000, times 10",
        .peerValue = 10 * bare,
        .timesFaster = true,
        .goal = valueAtMost(150)});
}

} // namespace awaitscope::bench
