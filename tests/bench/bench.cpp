// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/runtime.h"

#include <QCoreApplication>
#include <QCoroTimer>
#include <QProcess>
#include <QStandardPaths>

#include <algorithm>
#include <cstdio>

namespace awaitscope {

namespace {

using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

struct Figure
{
    const char *name;
    double value;
    const char *unit;
    const char *peer;
    double peerValue;
    bool moreIsBetter = false; ///< the ratio says how many times the peer's value ours is, or the other way round
};

void print(const Figure &figure)
{
    const double ratio = figure.moreIsBetter ? figure.peerValue / figure.value : figure.value / figure.peerValue;
    if (figure.peerValue > 0)
        std::printf(R"({"name": "%s", "value": %.4g, "unit": "%s", "peer": "%s", "peer_value": %.4g, "ratio": %.4g})"
                    "\n",
            figure.name, figure.value, figure.unit, figure.peer, figure.peerValue, ratio);
    else
        std::printf(R"({"name": "%s", "value": %.4g, "unit": "%s", "peer": null, "peer_value": null, "ratio": null})"
                    "\n",
            figure.name, figure.value, figure.unit);
    std::fflush(stdout);
}

double nanosecondsSince(SteadyClock::time_point begin)
{
    return std::chrono::duration<double, std::nano>(SteadyClock::now() - begin).count();
}

double percentile(std::vector<double> values, double share)
{
    std::ranges::sort(values);
    return values[std::min(values.size() - 1, static_cast<std::size_t>(share * static_cast<double>(values.size())))];
}

/// What a run's coroutine has measured.
struct Measured
{
    std::vector<double> ours;
    std::vector<double> theirs;
};
Measured measured;

/// A run of its own on the given clock; gives up when it fails.
void play(ClockKind clock, const std::function<QCoro::Task<void>(Scope &)> &coroutine)
{
    Scheduler scheduler(clock, std::make_shared<Recorder>());
    Scope root(scheduler);
    if (const std::exception_ptr error = runToEnd(root, coroutine))
        std::rethrow_exception(error);
}

[[gnu::noinline]] QCoro::Task<int> bareTask(int value)
{
    co_return value;
}

[[gnu::noinline]] QCoro::Task<int> tracedTask(Scope &, int value)
{
    co_return value;
}

constexpr int rounds = 5;
constexpr int tasksARound = 1'000'000;

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

void benchTasks()
{
    measured = {};
    for (int round = 0; round < rounds; ++round) {
        play(ClockKind::Real, [](Scope &scope) -> QCoro::Task<void> {
            const double bare = co_await bareRound();
            measured.theirs.push_back(bare);
            const double traced = co_await tracedRound(scope);
            measured.ours.push_back(traced);
        });
    }
    print({"traced_task_awaited", percentile(measured.ours, 0.5), "ns", "bare QCoro task", percentile(measured.theirs, 0.5)});
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
    print({"recorded_event", percentile(recorded, 0.5), "ns", "steady_clock alone", percentile(clock, 0.5)});
}

void benchWakeUps()
{
    measured = {};
    play(ClockKind::Real, [](Scope &scope) -> QCoro::Task<void> {
        for (int i = 0; i < 100; ++i) {
            const auto begin = SteadyClock::now();
            co_await sleep(scope, 50ms);
            measured.ours.push_back(nanosecondsSince(begin) / 1e6 - 50);
        }
        for (int i = 0; i < 100; ++i) {
            const auto begin = SteadyClock::now();
            co_await QCoro::sleepFor(50ms);
            measured.theirs.push_back(std::abs(nanosecondsSince(begin) / 1e6 - 50));
        }
    });
    print({"wake_up_error_p50", percentile(measured.ours, 0.50), "ms", "QCoro::sleepFor", percentile(measured.theirs, 0.50)});
    print({"wake_up_error_p99", percentile(measured.ours, 0.99), "ms", "QCoro::sleepFor", percentile(measured.theirs, 0.99)});
}

QCoro::Task<void> sleeper(Scope &scope)
{
    co_await sleep(scope, 100ms);
}

QCoro::Task<int> yielder(Scope &scope, int value)
{
    co_await sleep(scope, 0ms);
    co_return value;
}

constexpr int many = 100'000;

void benchSleepers()
{
    measured = {};
    play(ClockKind::Real, [](Scope &scope) -> QCoro::Task<void> {
        const auto begin = SteadyClock::now();
        for (int i = 0; i < many; ++i)
            scope.spawn(sleeper);
        co_await scope.join();
        measured.ours.push_back(nanosecondsSince(begin) / 1e6);
    });
    print({"sleepers_100000_of_100_ms", measured.ours.front(), "ms", "the sleep itself", 100});
}

/// ns a task in CPython's asyncio; 0 where there is no python3.
double gatherInAsyncio()
{
    const QString python = QStandardPaths::findExecutable("python3");
    if (python.isEmpty())
        return 0;
    static const char script[] = "import asyncio, time\n"
                                 "async def one(i):\n"
                                 "    await asyncio.sleep(0)\n"
                                 "    return i\n"
                                 "async def main():\n"
                                 "    begin = time.perf_counter()\n"
                                 "    await asyncio.gather(*(one(i) for i in range(100000)))\n"
                                 "    print((time.perf_counter() - begin) * 1e9 / 100000)\n"
                                 "asyncio.run(main())\n";
    QProcess process;
    process.start(python, {"-c", script});
    process.waitForFinished(60'000);
    return process.readAllStandardOutput().trimmed().toDouble();
}

double gatherNanoseconds(ClockKind clock)
{
    measured = {};
    for (int round = 0; round < rounds; ++round) {
        play(clock, [](Scope &scope) -> QCoro::Task<void> {
            const auto begin = SteadyClock::now();
            std::vector<Spawned<int>> tasks;
            tasks.reserve(many);
            for (int i = 0; i < many; ++i)
                tasks.push_back(scope.spawn(yielder, i));
            const std::vector<int> values = co_await gather(std::move(tasks));
            measured.ours.push_back(values.back() == many - 1 ? nanosecondsSince(begin) / many : 0);
        });
    }
    return percentile(measured.ours, 0.5);
}

void benchGather()
{
    const double asyncio = gatherInAsyncio();
    print({"gather_100000_real_clock", gatherNanoseconds(ClockKind::Real), "ns a task", "CPython asyncio", asyncio, true});
    print({"gather_100000_virtual_clock", gatherNanoseconds(ClockKind::Virtual), "ns a task", "CPython asyncio", asyncio, true});
}

} // namespace

} // namespace awaitscope

int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    awaitscope::benchTasks();
    awaitscope::benchEvents();
    awaitscope::benchWakeUps();
    awaitscope::benchSleepers();
    awaitscope::benchGather();
    return 0;
}
