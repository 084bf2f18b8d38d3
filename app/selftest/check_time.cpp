// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/selftest/checks.h"

#include "app/selftest/thresholds.h"
#include "lessons/runtime/runtime.h"

#include <QAbstractEventDispatcher>
#include <QEventLoop>

#include <algorithm>
#include <system_error>
#include <thread>

namespace awaitscope {

using namespace std::chrono_literals;
using SteadyClock = std::chrono::steady_clock;

namespace {

constexpr int waits = 100;
constexpr auto waitLength = 5ms;
constexpr int reads = 100000, queuedCalls = 1000;

/// How late each of the waits ended, in rising order.
QCoro::Task<void> measureWaits(Scope &scope, std::vector<Nanoseconds> *late)
{
    for (int i = 0; i < waits; ++i) {
        const Ns begin = scope.scheduler().now();
        co_await sleep(scope, waitLength);
        late->push_back(scope.scheduler().now() - begin - waitLength);
    }
    std::ranges::sort(*late);
}

std::vector<Nanoseconds> lateWaits()
{
    Scheduler scheduler(ClockKind::Real, std::make_shared<Recorder>());
    Scope root(scheduler);
    std::vector<Nanoseconds> late;
    if (const std::exception_ptr failure = runToEnd(root, [&late](Scope &scope) { return measureWaits(scope, &late); }))
        std::rethrow_exception(failure);
    return late;
}

/// What one read of the clock costs, and the smallest step between two reads that differ.
std::pair<Nanoseconds, Nanoseconds> readCost()
{
    Nanoseconds step = Nanoseconds::max();
    const auto begin = SteadyClock::now();
    auto before = begin;
    for (int i = 0; i < reads; ++i) {
        const auto now = SteadyClock::now();
        if (now != before)
            step = std::min<Nanoseconds>(step, now - before);
        before = now;
    }
    return {Nanoseconds(before - begin) / reads, step};
}

/// The time that a call takes from one turn of the loop to a later one: the mean of many in a row.
Nanoseconds queuedCallTime()
{
    QObject context;
    QEventLoop loop;
    int left = queuedCalls;
    std::function<void()> again = [&] {
        if (--left == 0)
            loop.quit();
        else
            QMetaObject::invokeMethod(&context, again, Qt::QueuedConnection);
    };
    const auto begin = SteadyClock::now();
    QMetaObject::invokeMethod(&context, again, Qt::QueuedConnection);
    loop.exec();
    return (SteadyClock::now() - begin) / queuedCalls;
}

/// From the start of a thread until what it has posted comes to this one's loop. Throws std::system_error where none can be started.
Nanoseconds threadTime()
{
    QObject context;
    QEventLoop loop;
    const auto begin = SteadyClock::now();
    std::thread thread([&] {
        QMetaObject::invokeMethod(
            &context, [&loop] { loop.quit(); }, Qt::QueuedConnection);
    });
    loop.exec();
    thread.join();
    return SteadyClock::now() - begin;
}

} // namespace

CheckResult checkClock(const CheckedPlaces &)
{
    const std::vector<Nanoseconds> late = lateWaits();
    const Nanoseconds median = percentile(late, 50), most = percentile(late, 99), worst = late.back();
    const auto [cost, step] = readCost();
    CheckResult result;
    result.verdict = clockFitness(median, most, step);
    result.values = {{QStringLiteral("read_ns"), qint64(cost.count())}, {QStringLiteral("step_ns"), qint64(step.count())},
        {QStringLiteral("waits"), waits}, {QStringLiteral("late_p50_ns"), qint64(median.count())},
        {QStringLiteral("late_p99_ns"), qint64(most.count())}, {QStringLiteral("late_worst_ns"), qint64(worst.count())}};
    result.sentence = Selftest::tr("%1 waits of 5 ms ended late by %2 (median), %3 (99 of 100), %4 (worst); a read takes %5")
                          .arg(waits)
                          .arg(shortTime(median), shortTime(most), shortTime(worst), shortTime(cost));
    if (result.verdict != Fitness::Fit)
        result.advice
            = Selftest::tr("Bars of the real clock may be off by %1: close programs that keep the processor busy and test "
                           "again, or play on the virtual clock, which is exact.")
                  .arg(shortTime(std::max(most, step)));
    return result;
}

CheckResult checkLoop(const CheckedPlaces &)
{
    const QString backend = QString::fromLatin1(QAbstractEventDispatcher::instance()->metaObject()->className());
    const Nanoseconds queued = queuedCallTime();
    CheckResult result;
    result.values = {{QStringLiteral("backend"), backend}, {QStringLiteral("queued_call_ns"), qint64(queued.count())}};
    try {
        const Nanoseconds thread = threadTime();
        result.values.insert(QStringLiteral("thread_ns"), qint64(thread.count()));
        result.sentence = Selftest::tr("%1; a queued call takes %2, a thread answers after %3")
                              .arg(backend, shortTime(queued), shortTime(thread));
    } catch (const std::system_error &error) {
        result.verdict = Fitness::Unfit;
        result.sentence = Selftest::tr("%1; no thread can be started: %2").arg(backend, QString::fromLocal8Bit(error.what()));
        result.advice = Selftest::tr("Raise the limit of processes and threads of your user (ulimit -u).");
    }
    return result;
}

} // namespace awaitscope
