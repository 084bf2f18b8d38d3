// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figures.h"

namespace awaitscope::bench {

namespace {

using namespace std::chrono_literals;

std::vector<double> measured;

QCoro::Task<int> yielder(Scope &scope, int value)
{
    co_await sleep(scope, 0ms);
    co_return value;
}

template <int tasksAtOnce> double gatherNanoseconds(ClockKind clock)
{
    measured.clear();
    for (int round = 0; round < rounds; ++round) {
        play(clock, [](Scope &scope) -> QCoro::Task<void> {
            const auto begin = std::chrono::steady_clock::now();
            std::vector<Spawned<int>> tasks;
            tasks.reserve(tasksAtOnce);
            for (int i = 0; i < tasksAtOnce; ++i)
                tasks.push_back(scope.spawn(yielder, i));
            const std::vector<int> values = co_await gather(std::move(tasks));
            measured.push_back(values.back() == tasksAtOnce - 1 ? nanosecondsSince(begin) / tasksAtOnce : 0);
        });
    }
    return median(measured);
}

} // namespace

void benchGather()
{
    const double asyncio = inPython("import asyncio, time\n"
                                    "async def one(i):\n"
                                    "    await asyncio.sleep(0)\n"
                                    "    return i\n"
                                    "async def main():\n"
                                    "    begin = time.perf_counter()\n"
                                    "    await asyncio.gather(*(one(i) for i in range(100000)))\n"
                                    "    print((time.perf_counter() - begin) * 1e9 / 100000)\n"
                                    "asyncio.run(main())\n");
    Figure figure{.name = "gather_100000_virtual_clock",
        .value = gatherNanoseconds<many>(ClockKind::Virtual),
        .unit = "ns a task",
        .peer = "CPython asyncio",
        .peerValue = asyncio,
        .timesFaster = true,
        .goal = ratioAtLeast(80)};
    report(figure);
    figure.name = "gather_100000_real_clock";
    figure.value = gatherNanoseconds<many>(ClockKind::Real);
    report(figure);
    // What of it is work, and what is waiting for memory that 100,000 tasks do not fit into.
    report({.name = "gather_1000_virtual_clock",
        .value = gatherNanoseconds<1000>(ClockKind::Virtual),
        .unit = "ns a task",
        .peer = {},
        .goal = {}});
}

} // namespace awaitscope::bench
