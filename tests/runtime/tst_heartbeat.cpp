// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/blocking.h"
#include "tests/runtime/sound_trace.h"

#include <QEventLoop>
#include <QTimer>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

Seen seen;

constexpr auto blockLength = 120ms;
constexpr auto interval = blockLength / 12;

QCoro::Task<void> sleepsOnly(Scope &scope)
{
    for (int i = 0; i < 20; ++i)
        co_await sleep(scope, 5ms);
}

} // namespace

class TestHeartbeat : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        seen = {};
        LogLines::clear();
    }
    void isOnTimeInVirtualTime();
    void missesBeats();
    void seesWhatIsNoTask();
    void doesNotHideADeadlock();
    void makesNoTimeGoBy();
    void countsWhatIsCharged();
};

void TestHeartbeat::isOnTimeInVirtualTime()
{
    RecordedRun run;
    const Heartbeat heart(run.scheduler, 7ms, 1ms);
    QCOMPARE(run.play(sleepsOnly), std::string());
    QCOMPARE(heart.beats(), 14);
    QCOMPARE(heart.missed(), 0);
    QCOMPARE(heart.longestDelay(), 0ns);
    QCOMPARE(heart.longestPause(), 7ms);
    QCOMPARE(heart.reports().size(), std::size_t(0));
    const Trace trace = soundTrace(run);
    QCOMPARE(trace.beats().size(), std::size_t(14));
    for (std::size_t i = 0; i < trace.beats().size(); ++i) {
        QCOMPARE(trace.beats()[i].due, 7ms * (i + 1));
        QCOMPARE(trace.beats()[i].at, trace.beats()[i].due);
    }
}

void TestHeartbeat::missesBeats()
{
    RecordedRun run(ClockKind::Real);
    const Heartbeat heart(run.scheduler, interval, blockLength / 2);
    const LogLines log;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        co_await sleep(scope, interval * 2);
        blockFor(scope, blockLength);
        co_await sleep(scope, interval * 2);
    });
    QCOMPARE(error, std::string());
    // Within the block a beat was due after one interval at the latest, and all others but one were missed.
    QVERIFY(heart.longestDelay() >= blockLength - interval);
    QVERIFY(heart.longestPause() >= blockLength);
    QVERIFY(heart.missed() >= 10);
    QVERIFY(heart.beats() >= 1);

    const Trace trace = soundTrace(run);
    QCOMPARE(trace.beats().size(), static_cast<std::size_t>(heart.beats()));
    const Block &block = trace.blocks().front();
    QVERIFY(std::ranges::none_of(trace.beats(), [&](const Beat &beat) { return beat.at > block.begin && beat.at < block.end; }));
    QVERIFY(std::ranges::all_of(trace.beats(), [](const Beat &beat) { return beat.at >= beat.due; }));
    QVERIFY(!heart.reports().empty());
    const StallReport &report = *std::ranges::max_element(heart.reports(), {}, &StallReport::blocked);
    QCOMPARE(report.blocked, heart.longestDelay());
    QVERIFY(report.seen >= block.end);
    QVERIFY(!report.task);
    const QStringList lines = log.of("awaitscope.loop");
    QCOMPARE(lines.size(), static_cast<qsizetype>(heart.reports().size()));
    QVERIFY2(lines.front().startsWith(QStringLiteral("a heartbeat came ")), qPrintable(lines.front()));
    QVERIFY2(lines.front().contains(QStringLiteral(" late (threshold 60 ms)")), qPrintable(lines.front()));
    const std::vector<Stall> &stalls = trace.stalls();
    QCOMPARE(stalls.size(), heart.reports().size());
    QVERIFY(std::ranges::all_of(
        stalls, [](const Stall &stall) { return stall.monitor == Monitor::Heartbeat && !stall.task && !stall.site; }));
}

/// An overdue beat counts, also before it comes; and a handler that no task knows of blocks the loop too.
void TestHeartbeat::seesWhatIsNoTask()
{
    RecordedRun run(ClockKind::Real);
    const Heartbeat heart(run.scheduler, 5ms);
    const SlowCallback slow(run.scheduler, blockLength / 2);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        QTimer::singleShot(0, [] { QThread::msleep(blockLength.count()); });
        co_await sleep(scope, 10ms);
    });
    QCOMPARE(error, std::string());
    QVERIFY(heart.longestPause() >= blockLength);
    QVERIFY(heart.longestDelay() >= blockLength - 5ms);
    QCOMPARE(slow.reports().size(), std::size_t(0));
}

void TestHeartbeat::doesNotHideADeadlock()
{
    RecordedRun run;
    const Heartbeat heart(run.scheduler, 5ms);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        co_await sleep(scope, 12ms);
        Mutex mutex(scope);
        const Permit once = co_await mutex.lock(scope);
        const Permit twice = co_await mutex.lock(scope);
    });
    QCOMPARE(error, std::string("deadlock: 1 tasks wait, and nothing can wake them"));
    QCOMPARE(run.scheduler.now(), 12ms);
    QCOMPARE(heart.beats(), 2);
}

void TestHeartbeat::makesNoTimeGoBy()
{
    RecordedRun run;
    const Heartbeat heart(run.scheduler, 5ms);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const auto compute = [] { QThread::msleep(20); };
        auto work = toThread(scope, compute);
        co_await work;
        QTimer::singleShot(20, qApp, [scheduler = &scope.scheduler()] { seen.times.push_back(scheduler->now()); });
        QEventLoop loop;
        QTimer::singleShot(40, &loop, &QEventLoop::quit);
        loop.exec();
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.times, std::vector<Ns>{0ms});
    QCOMPARE(run.scheduler.now(), 0ns);
    QCOMPARE(heart.beats(), 0);
}

void TestHeartbeat::countsWhatIsCharged()
{
    RecordedRun run;
    const Heartbeat heart(run.scheduler, 20ms, 50ms);
    const LogLines log;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        co_await sleep(scope, 10ms);
        blockFor(scope, 95ms);
        co_await sleep(scope, 30ms);
    });
    QCOMPARE(error, std::string());
    // Due at 20 ms and rung at 105 ms; those of 40, 60, 80 and 100 ms did not come, that of 120 ms did.
    QCOMPARE(heart.beats(), 2);
    QCOMPARE(heart.missed(), 4);
    const Trace trace = soundTrace(run);
    QCOMPARE(trace.beats().back().due, 120ms); // a late beat does not put off the next
    QCOMPARE(trace.beats().back().at, 120ms);
    QCOMPARE(heart.longestDelay(), 85ms);
    QCOMPARE(heart.longestPause(), 105ms);
    QCOMPARE(heart.reports().size(), std::size_t(1));
    QCOMPARE(heart.reports().front().seen, 105ms);
    QCOMPARE(heart.reports().front().blocked, 85ms);
}

QTEST_GUILESS_MAIN(TestHeartbeat)
#include "tst_heartbeat.moc"
