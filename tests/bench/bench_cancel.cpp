// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figures.h"

namespace awaitscope::bench {

namespace {

using namespace std::chrono_literals;

std::vector<double> measured;

QCoro::Task<void> sleeper(Scope &scope)
{
    co_await sleep(scope, 100s);
}

double cancelNanoseconds(ClockKind clock)
{
    measured.clear();
    for (int round = 0; round < rounds; ++round) {
        play(clock, [](Scope &scope) -> QCoro::Task<void> {
            Scope sleepers(scope);
            for (int i = 0; i < many; ++i)
                sleepers.spawn(sleeper);
            co_await sleep(scope, 0ms);
            const auto begin = std::chrono::steady_clock::now();
            sleepers.cancel("measured");
            try {
                co_await sleepers.join();
            } catch (const Cancelled &) {
                measured.push_back(nanosecondsSince(begin) / many);
            }
        });
    }
    return median(measured);
}

} // namespace

void benchCancel()
{
    const double asyncio = inPython("import asyncio, time\n"
                                    "async def main():\n"
                                    "    tasks = [asyncio.create_task(asyncio.sleep(100)) for i in range(100000)]\n"
                                    "    await asyncio.sleep(0)\n"
                                    "    begin = time.perf_counter()\n"
                                    "    for task in tasks:\n"
                                    "        task.cancel()\n"
                                    "    await asyncio.gather(*tasks, return_exceptions=True)\n"
                                    "    print((time.perf_counter() - begin) * 1e9 / 100000)\n"
                                    "asyncio.run(main())\n");
    Figure figure{.name = "cancel_100000_sleepers_virtual",
        .value = cancelNanoseconds(ClockKind::Virtual),
        .unit = "ns each",
        .peer = "CPython asyncio",
        .peerValue = asyncio,
        .timesFaster = true,
        .goal = valueAtMost(1000)};
    report(figure);
    figure.name = "cancel_100000_sleepers_real";
    figure.value = cancelNanoseconds(ClockKind::Real);
    report(figure);
}

} // namespace awaitscope::bench
