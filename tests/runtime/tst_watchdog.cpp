// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/blocking.h"
#include "tests/runtime/sound_trace.h"

#include <QDir>
#include <QEventLoop>
#include <QTimer>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

using Play = QCoro::Task<void> (*)(Scope &);

constexpr auto threshold = 40ms;

const Watchdog *watchdog;
std::uint_least32_t culpritLine;
TaskId culprit;

std::size_t reportCount()
{
    return watchdog->reports().size();
}

/// Blocks until the watchdog has said so: one that waits for the end of a stall never does.
QCoro::Task<void> blocksUntilSeen(Scope &scope)
{
    culprit = scope.scheduler().currentTask();
    co_await sleep(scope, 1ms);
    const std::size_t before = reportCount();
    culpritLine = __LINE__ + 1;
    blockUntil(scope, [before] { return reportCount() > before; });
    co_await sleep(scope, 1ms);
}

QCoro::Task<void> computesUntilSeen(Scope &scope)
{
    culprit = scope.scheduler().currentTask();
    culpritLine = __LINE__ + 1;
    co_await sleep(scope, 1ms);
    QElapsedTimer timer;
    timer.start();
    while (reportCount() == 0 && !timer.hasExpired(20'000)) { }
    co_await sleep(scope, 1ms);
}

QCoro::Task<void> awaitsTheBlock(Scope &scope)
{
    co_await scope.spawn(blocksUntilSeen);
}

QCoro::Task<void> nested(Scope &scope)
{
    QEventLoop loop;
    const auto quitter = [](Scope &own, QEventLoop *quits) -> QCoro::Task<void> {
        co_await blocksUntilSeen(own);
        quits->quit();
    };
    co_await sleep(scope, 1ms);
    scope.spawn(quitter, &loop);
    loop.exec();
    co_await sleep(scope, 1ms);
}

qsizetype threadCount()
{
    return QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size();
}

} // namespace

/// The watchdog, which looks from a thread of its own.
class TestWatchdog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        culprit = {};
        culpritLine = 0;
        LogLines::clear();
    }
    void seesAStallWhileItLasts_data();
    void seesAStallWhileItLasts();
    void reportsEachStallOnce();
    void isWokenInTheMiddleOfWork();
    void nothingBelowTheThreshold();
    void nestedLoopThatIdlesIsNoStall();
    void workOffTheLoopIsNoStall();
    void virtualTimeIsNotWatched();
    void leavesNoThread();
    void endsAtOnce();
};

void TestWatchdog::seesAStallWhileItLasts_data()
{
    QTest::addColumn<Play>("play");
    QTest::addColumn<bool>("byTheBook");
    QTest::newRow("a block that tells where") << &awaitsTheBlock << true;
    QTest::newRow("a computation") << &computesUntilSeen << false;
    QTest::newRow("inside a nested loop") << &nested << true;
}

void TestWatchdog::seesAStallWhileItLasts()
{
    QFETCH(Play, play);
    QFETCH(bool, byTheBook);
    RecordedRun run(ClockKind::Real);
    const Watchdog dog(run.scheduler, threshold);
    QVERIFY(dog.watches());
    watchdog = &dog;
    const LogLines log;
    QCOMPARE(run.play(play), std::string());

    const std::vector<StallReport> reports = dog.reports();
    QCOMPARE(reports.size(), std::size_t(1));
    const StallReport &report = reports.front();
    QCOMPARE(report.monitor, Monitor::Watchdog);
    QCOMPARE(report.task, culprit);
    QCOMPARE(report.where.line(), culpritLine);
    QVERIFY(report.blocked >= threshold);

    const Trace trace = soundTrace(run);
    QCOMPARE(trace.stalls().size(), std::size_t(1));
    const Stall &stall = trace.stalls().front();
    QCOMPARE(stall.seen, report.seen);
    QCOMPARE(stall.blocked, report.blocked);
    QCOMPARE(stall.task, culprit);
    QCOMPARE(trace.site(stall.site).line, static_cast<int>(culpritLine));
    const auto during = [&](const Span &span) {
        return span.task == culprit && span.state == TaskState::Running && span.begin <= stall.seen && stall.seen < span.end;
    };
    QVERIFY(std::ranges::any_of(trace.spans(), during));
    if (byTheBook) {
        QCOMPARE(trace.blocks().size(), std::size_t(1));
        QVERIFY(stall.seen > trace.blocks().front().begin && stall.seen < trace.blocks().front().end);
    }

    const QStringList lines = log.of("awaitscope.loop");
    QCOMPARE(lines, QStringList{stallText(report)});
    QCOMPARE(trace.logLines().size(), std::size_t(1));
    QCOMPARE(trace.name(trace.logLines().front().text), lines.front());
    QCOMPARE(trace.logLines().front().source, LogSource::Watchdog);
    QCOMPARE(trace.logLines().front().time, stall.seen);
    QVERIFY2(lines.front().contains(QStringLiteral(" has kept the event loop busy for ")), qPrintable(lines.front()));
    QVERIFY2(lines.front().contains(QStringLiteral(" so far (threshold 40 ms), at ")), qPrintable(lines.front()));
    QVERIFY2(lines.front().endsWith(QStringLiteral("tst_watchdog.cpp:%1").arg(culpritLine)), qPrintable(lines.front()));
}

void TestWatchdog::reportsEachStallOnce()
{
    RecordedRun run(ClockKind::Real);
    const Watchdog dog(run.scheduler, threshold);
    watchdog = &dog;
    const LogLines log;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        for (int i = 0; i < 3; ++i) {
            co_await blocksUntilSeen(scope);
            co_await sleep(scope, 0ms);
        }
        blockFor(scope, threshold * 6); // long enough for many looks
        co_await sleep(scope, 0ms);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(dog.reports().size(), std::size_t(4));
    QCOMPARE(soundTrace(run).stalls().size(), std::size_t(4));
    QCOMPARE(log.of("awaitscope.loop").size(), 4);
}

void TestWatchdog::isWokenInTheMiddleOfWork()
{
    RecordedRun run(ClockKind::Real);
    const LogLines log;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const Watchdog dog(scope.scheduler(), threshold);
        watchdog = &dog;
        culprit = scope.scheduler().currentTask();
        blockUntil(scope, [] { return reportCount() > 0; });
        co_return;
    });
    QCOMPARE(error, std::string());
    const Trace trace = soundTrace(run);
    QCOMPARE(trace.stalls().size(), std::size_t(1));
    QCOMPARE(trace.stalls().front().task, culprit);
    QVERIFY(trace.stalls().front().seen < trace.blocks().front().end);
}

void TestWatchdog::nothingBelowTheThreshold()
{
    RecordedRun run(ClockKind::Real);
    const Watchdog dog(run.scheduler, 30min);
    const LogLines log;
    QCOMPARE(run.play([](Scope &scope) -> QCoro::Task<void> {
        blockFor(scope, threshold);
        co_await sleep(scope, 1ms);
    }),
        std::string());
    QCOMPARE(dog.reports().size(), std::size_t(0));
    QCOMPARE(soundTrace(run).stalls().size(), std::size_t(0));
    QCOMPARE(log.of("awaitscope.loop"), QStringList());
}

void TestWatchdog::nestedLoopThatIdlesIsNoStall()
{
    RecordedRun run(ClockKind::Real);
    const Watchdog dog(run.scheduler, threshold * 3);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        QEventLoop loop;
        scope.spawn([](Scope &own) -> QCoro::Task<void> { co_await sleep(own, threshold * 2); });
        QTimer::singleShot(threshold * 8, &loop, &QEventLoop::quit);
        loop.exec();
        co_await sleep(scope, 1ms);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(dog.reports().size(), std::size_t(0));
}

void TestWatchdog::workOffTheLoopIsNoStall()
{
    RecordedRun run(ClockKind::Real);
    const Watchdog dog(run.scheduler, threshold * 2);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const auto compute = [] { QThread::msleep(6 * threshold.count()); };
        auto work = toThread(scope, compute);
        co_await work;
    });
    QCOMPARE(error, std::string());
    QCOMPARE(dog.reports().size(), std::size_t(0));
}

void TestWatchdog::virtualTimeIsNotWatched()
{
    RecordedRun run;
    const Watchdog dog(run.scheduler, 1ms);
    QVERIFY(!dog.watches());
    QCOMPARE(run.play([](Scope &scope) -> QCoro::Task<void> {
        blockFor(scope, 20ms);
        co_await sleep(scope, 1ms);
    }),
        std::string());
    QCOMPARE(dog.reports().size(), std::size_t(0));
}

void TestWatchdog::leavesNoThread()
{
    const qsizetype before = threadCount();
    for (int i = 0; i < 200; ++i) {
        RecordedRun run(ClockKind::Real);
        const Watchdog dog(run.scheduler, 1ms);
        QVERIFY(before == 0 || threadCount() == before + 1); // 0 where the system has no such folder
        QCOMPARE(run.play([](Scope &scope) -> QCoro::Task<void> { co_await sleep(scope, 0ms); }), std::string());
    }
    QCOMPARE(threadCount(), before);
}

void TestWatchdog::endsAtOnce()
{
    RecordedRun run(ClockKind::Real);
    for (int i = 0; i < 50; ++i)
        const Watchdog dog(run.scheduler, 1h); // a nap that is not ended would take this test's whole time
}

QTEST_GUILESS_MAIN(TestWatchdog)
#include "tst_watchdog.moc"
