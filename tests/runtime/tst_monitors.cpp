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
constexpr auto never = 30min; ///< a threshold that no test reaches

std::uint_least32_t resumedLine, blockLine, waitLine;
TaskId culprit;

QCoro::Task<void> blocksAfterAWait(Scope &scope)
{
    culprit = scope.scheduler().currentTask();
    resumedLine = __LINE__ + 1;
    co_await sleep(scope, 1ms);
    QThread::msleep(blockLength.count());
    waitLine = __LINE__ + 1;
    co_await sleep(scope, 1ms);
}

QCoro::Task<void> blocksByTheBook(Scope &scope)
{
    culprit = scope.scheduler().currentTask();
    co_await sleep(scope, 1ms);
    blockLine = __LINE__ + 1;
    blockFor(scope, blockLength);
}

/// Ends the task that waits for it, so that both run in one resumption.
QCoro::Task<void> blocksBeforeItsEnd(Scope &scope)
{
    culprit = scope.scheduler().currentTask();
    co_await sleep(scope, 1ms);
    blockLine = __LINE__ + 1;
    blockFor(scope, blockLength);
}

QCoro::Task<void> awaitsDirectly(Scope &scope)
{
    co_await blocksBeforeItsEnd(scope);
    co_await sleep(scope, 1ms);
}

/// Spins an event loop until a task that sleeps has ended, then until a timer that the scheduler does not know.
QCoro::Task<void> idlesInNestedLoops(Scope &scope)
{
    QEventLoop loop;
    const auto quitter = [](Scope &own, QEventLoop *quits) -> QCoro::Task<void> {
        co_await sleep(own, blockLength * 2);
        quits->quit();
    };
    scope.spawn(quitter, &loop);
    loop.exec();
    QTimer::singleShot(blockLength * 2, &loop, &QEventLoop::quit);
    loop.exec();
    co_await sleep(scope, 1ms);
}

/// Blocks before, inside and after a nested loop, in which two others run.
QCoro::Task<void> blocksAroundANestedLoop(Scope &scope)
{
    culprit = scope.scheduler().currentTask();
    co_await sleep(scope, 1ms);
    QEventLoop loop;
    const auto quitter = [](Scope &own, QEventLoop *quits) -> QCoro::Task<void> {
        co_await sleep(own, 1ms);
        quits->quit();
    };
    scope.spawn(blocksByTheBook);
    scope.spawn(quitter, &loop);
    culprit = scope.scheduler().currentTask();
    blockFor(scope, blockLength);
    loop.exec();
    blockFor(scope, blockLength);
}

QCoro::Task<void> sleepsOnly(Scope &scope)
{
    for (int i = 0; i < 20; ++i)
        co_await sleep(scope, 5ms);
}

bool isAt(const std::source_location &where, std::uint_least32_t line)
{
    return where.line() == line && std::string_view(where.file_name()).ends_with("tst_monitors.cpp");
}

std::vector<Stall> stallsOf(const Trace &trace, Monitor monitor)
{
    std::vector<Stall> chosen;
    std::ranges::copy_if(trace.stalls(), std::back_inserter(chosen), [=](const Stall &s) { return s.monitor == monitor; });
    return chosen;
}

template <class Wrong> bool refuses(Wrong wrong)
{
    try {
        wrong();
    } catch (const std::invalid_argument &) {
        return true;
    }
    return false;
}

} // namespace

/// The monitors that live on the loop: the heartbeat and the one for slow callbacks.
class TestMonitors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        seen = {};
        culprit = {};
        resumedLine = blockLine = waitLine = 0;
        LogLines::clear();
    }
    void slowCallbackNamesTheStretch();
    void slowCallbackNamesTheBlockingLine();
    void slowCallbackCountsWhatIsCharged();
    void culpritIsWhoTookMostOfTheResumption();
    void slowCallbackMadeInTheMiddleOfWork();
    void nestedLoopThatIdlesIsNoStall_data() { clocks(); }
    void nestedLoopThatIdlesIsNoStall();
    void stallBeforeInsideAndAfterANestedLoop();
    void nothingBelowTheThreshold();
    void workOffTheLoopIsNoStall();
    void eachIsOnItsOwn_data();
    void eachIsOnItsOwn();
    void whatIsNotPositiveIsRefused();

private:
    static void clocks()
    {
        QTest::addColumn<ClockKind>("clock");
        QTest::newRow("virtual clock") << ClockKind::Virtual;
        QTest::newRow("real clock") << ClockKind::Real;
    }
};

void TestMonitors::slowCallbackNamesTheStretch()
{
    RecordedRun run(ClockKind::Real);
    const SlowCallback slow(run.scheduler, blockLength / 2);
    const LogLines log;
    QCOMPARE(run.play([](Scope &scope) -> QCoro::Task<void> { co_await scope.spawn(blocksAfterAWait); }), std::string());
    QCOMPARE(slow.reports().size(), std::size_t(1));
    const StallReport &report = slow.reports().front();
    QCOMPARE(report.task, culprit);
    QVERIFY(report.blocked >= blockLength);
    QVERIFY(isAt(report.where, resumedLine));
    QVERIFY(isAt(report.until, waitLine));

    const Trace trace = soundTrace(run);
    QCOMPARE(trace.stalls().size(), std::size_t(1));
    const Stall &stall = trace.stalls().front();
    QCOMPARE(stall.monitor, Monitor::SlowCallback);
    QCOMPARE(stall.task, culprit);
    QCOMPARE(stall.seen, report.seen);
    QCOMPARE(stall.blocked, report.blocked);
    QCOMPARE(trace.site(stall.site).line, static_cast<int>(resumedLine));

    const QStringList lines = log.of("awaitscope.loop");
    QCOMPARE(lines.size(), 1);
    const QString text = stallText(report);
    QCOMPARE(lines.front(), text);
    QCOMPARE(trace.logLines().size(), std::size_t(1));
    QCOMPARE(trace.name(trace.logLines().front().text), text);
    QCOMPARE(trace.logLines().front().source, LogSource::SlowCallback);
    QCOMPARE(trace.logLines().front().time, report.seen);
    QVERIFY2(text.startsWith(QStringLiteral("task 2, blocksAfterAWait, kept the event loop busy for ")), qPrintable(text));
    QVERIFY2(text.contains(QStringLiteral("(threshold 60 ms), from ")), qPrintable(text));
    QVERIFY2(text.endsWith(QStringLiteral("tst_monitors.cpp:%1").arg(waitLine)), qPrintable(text));
}

void TestMonitors::slowCallbackNamesTheBlockingLine()
{
    RecordedRun run(ClockKind::Real);
    const SlowCallback slow(run.scheduler, blockLength / 2);
    const LogLines log;
    QCOMPARE(run.play([](Scope &scope) -> QCoro::Task<void> { co_await scope.spawn(blocksByTheBook); }), std::string());
    QCOMPARE(slow.reports().size(), std::size_t(1));
    QCOMPARE(slow.reports().front().task, culprit);
    QVERIFY(isAt(slow.reports().front().where, blockLine));
    QVERIFY(log.of("awaitscope.loop").join(QString()).endsWith(QStringLiteral("tst_monitors.cpp:%1").arg(blockLine)));
}

void TestMonitors::slowCallbackCountsWhatIsCharged()
{
    RecordedRun run;
    const SlowCallback slow(run.scheduler, blockLength);
    const SlowCallback slower(run.scheduler, blockLength + 1ns);
    const LogLines log;
    QCOMPARE(run.play(blocksByTheBook), std::string());
    QCOMPARE(slow.reports().size(), std::size_t(1));
    QCOMPARE(slow.reports().front().seen, 1ms + blockLength);
    QCOMPARE(slow.reports().front().blocked, blockLength);
    QCOMPARE(slow.reports().front().task, culprit);
    QVERIFY(isAt(slow.reports().front().where, blockLine));
    QCOMPARE(slower.reports().size(), std::size_t(0));
}

void TestMonitors::culpritIsWhoTookMostOfTheResumption()
{
    RecordedRun run(ClockKind::Real);
    const SlowCallback slow(run.scheduler, blockLength / 2);
    const LogLines log;
    QCOMPARE(run.play([](Scope &scope) -> QCoro::Task<void> { co_await scope.spawn(awaitsDirectly); }), std::string());
    QCOMPARE(slow.reports().size(), std::size_t(1));
    QCOMPARE(slow.reports().front().task, culprit);
    QVERIFY(isAt(slow.reports().front().where, blockLine));
}

void TestMonitors::slowCallbackMadeInTheMiddleOfWork()
{
    RecordedRun run(ClockKind::Real);
    const LogLines log;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        QThread::msleep(blockLength.count()); // before its time
        {
            const SlowCallback first(scope.scheduler(), blockLength / 2);
        }
        const SlowCallback second(scope.scheduler(), blockLength / 2);
        blockFor(scope, blockLength);
        co_await sleep(scope, 1ms);
        seen.numbers.push_back(static_cast<int>(second.reports().size()));
        const SlowCallback third(scope.scheduler(), blockLength / 2);
        blockFor(scope, blockLength);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, std::vector<int>{1});
    QCOMPARE(stallsOf(soundTrace(run), Monitor::SlowCallback).size(), std::size_t(3)); // the last is seen by two
}

void TestMonitors::nestedLoopThatIdlesIsNoStall()
{
    QFETCH(ClockKind, clock);
    RecordedRun run(clock);
    const SlowCallback slow(run.scheduler, blockLength);
    QCOMPARE(run.play(idlesInNestedLoops), std::string());
    QCOMPARE(slow.reports().size(), std::size_t(0));
    QCOMPARE(soundTrace(run).stalls().size(), std::size_t(0));
}

void TestMonitors::stallBeforeInsideAndAfterANestedLoop()
{
    RecordedRun run(ClockKind::Real);
    const SlowCallback slow(run.scheduler, blockLength / 2);
    const LogLines log;
    QCOMPARE(run.play(blocksAroundANestedLoop), std::string());
    const std::vector<Stall> stalls = stallsOf(soundTrace(run), Monitor::SlowCallback);
    std::vector<std::uint32_t> culprits;
    for (const Stall &stall : stalls) {
        QVERIFY(stall.blocked >= blockLength);
        QVERIFY(stall.blocked < blockLength * 2); // each on its own
        culprits.push_back(stall.task.number());
    }
    QCOMPARE(culprits, (std::vector<std::uint32_t>{1, 2, 1}));
}

void TestMonitors::nothingBelowTheThreshold()
{
    RecordedRun run(ClockKind::Real);
    const SlowCallback slow(run.scheduler, never);
    const Heartbeat heart(run.scheduler, 5ms, never);
    const LogLines log;
    QCOMPARE(run.play(blocksByTheBook), std::string());
    QCOMPARE(slow.reports().size(), std::size_t(0));
    QCOMPARE(heart.reports().size(), std::size_t(0));
    QCOMPARE(soundTrace(run).stalls().size(), std::size_t(0));
    QCOMPARE(log.of("awaitscope.loop"), QStringList());
}

void TestMonitors::workOffTheLoopIsNoStall()
{
    RecordedRun run(ClockKind::Real);
    const SlowCallback slow(run.scheduler, blockLength);
    const Heartbeat heart(run.scheduler, 5ms, blockLength);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const auto compute = [] { QThread::msleep(3 * blockLength.count()); };
        auto work = toThread(scope, compute);
        co_await work;
    });
    QCOMPARE(error, std::string());
    QCOMPARE(slow.reports().size(), std::size_t(0));
    QCOMPARE(heart.reports().size(), std::size_t(0));
    QVERIFY(heart.beats() > 1);
}

void TestMonitors::eachIsOnItsOwn_data()
{
    QTest::addColumn<bool>("withHeartbeat");
    QTest::addColumn<bool>("withSlowCallback");
    QTest::addColumn<bool>("withWatchdog");
    for (int which = 0; which < 8; ++which)
        QTest::addRow("%d%d%d", which & 1, which >> 1 & 1, which >> 2) << bool(which & 1) << bool(which & 2) << bool(which & 4);
}

void TestMonitors::eachIsOnItsOwn()
{
    QFETCH(bool, withHeartbeat);
    QFETCH(bool, withSlowCallback);
    QFETCH(bool, withWatchdog);
    RecordedRun run(ClockKind::Real);
    std::optional<Heartbeat> heart;
    std::optional<SlowCallback> slow;
    std::optional<Watchdog> watchdog;
    if (withHeartbeat)
        heart.emplace(run.scheduler, 5ms, blockLength / 2);
    if (withSlowCallback)
        slow.emplace(run.scheduler, blockLength / 2);
    if (withWatchdog)
        watchdog.emplace(run.scheduler, blockLength / 2);
    const LogLines log;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        co_await scope.spawn(blocksByTheBook);
        co_await sleep(scope, 1ms);
    });
    QCOMPARE(error, std::string());
    const Trace trace = soundTrace(run);
    const auto reports = [&](Monitor monitor) {
        const std::vector<Stall> stalls = stallsOf(trace, monitor);
        const bool right = std::ranges::all_of(stalls, [&](const Stall &stall) {
            const bool named = stall.task == culprit && trace.site(stall.site).line == static_cast<int>(blockLine);
            return stall.blocked >= blockLength / 2 && (monitor == Monitor::Heartbeat ? !stall.task : named);
        });
        return right ? static_cast<int>(stalls.size()) : -1;
    };
    QCOMPARE(reports(Monitor::Heartbeat), withHeartbeat ? 1 : 0);
    QCOMPARE(reports(Monitor::SlowCallback), withSlowCallback ? 1 : 0);
    QCOMPARE(reports(Monitor::Watchdog), withWatchdog ? 1 : 0);
    QCOMPARE(log.of("awaitscope.loop").size(), withHeartbeat + withSlowCallback + withWatchdog);
    QStringList recorded, logged = log.of("awaitscope.loop");
    for (const LogLine &line : trace.logLines())
        recorded << trace.name(line.text);
    recorded.sort();
    logged.sort();
    QCOMPARE(recorded, logged); // whoever wrote first
}

void TestMonitors::whatIsNotPositiveIsRefused()
{
    RecordedRun run;
    Scheduler &scheduler = run.scheduler;
    for (const Ns wrong : {0ns, Ns(-1ms)}) {
        QVERIFY(refuses([&] { Heartbeat(scheduler, wrong); }));
        QVERIFY(refuses([&] { Heartbeat(scheduler, 1ms, wrong); }));
        QVERIFY(refuses([&] { SlowCallback(scheduler, wrong); }));
        QVERIFY(refuses([&] { Watchdog(scheduler, wrong); }));
    }
    QCOMPARE(run.play(sleepsOnly), std::string());
}

QTEST_GUILESS_MAIN(TestMonitors)
#include "tst_monitors.moc"
