// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/sound_trace.h"

#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

/// What happened, in order, and when by the virtual clock.
std::vector<std::pair<QString, Ns>> happened;
int inUse = 0;
int mostInUse = 0;

void happens(Scope &scope, const QString &what)
{
    happened.emplace_back(what, scope.scheduler().now());
}

QCoro::Task<int> slow(Scope &scope)
{
    try {
        co_await sleep(scope, 100ms);
    } catch (const Cancelled &) {
        happens(scope, "slow cancelled");
        throw;
    }
    happens(scope, "slow done");
    co_return 1;
}

QCoro::Task<int> failing(Scope &scope)
{
    co_await sleep(scope, 20ms);
    throw std::runtime_error("quota");
}

QCoro::Task<void> cleanUp(Scope &scope)
{
    co_await sleep(scope, 80ms);
}

QCoro::Task<int> cleansUpFor80Ms(Scope &scope)
{
    bool cancelled = false;
    try {
        co_await sleep(scope, 1s);
    } catch (const Cancelled &) {
        cancelled = true;
    }
    co_await shield(scope, cleanUp);
    if (cancelled)
        scope.throwIfCancelled();
    co_return 1;
}

QCoro::Task<int> swallows(Scope &scope)
{
    try {
        co_await sleep(scope, 1s);
    } catch (const Cancelled &) {
        happens(scope, "swallowed");
    }
    co_return 7;
}

QCoro::Task<void> use(Scope &scope)
{
    mostInUse = std::max(mostInUse, ++inUse);
    co_await sleep(scope, 50ms);
    --inUse;
}

/// Gives the permit back before it uses what the permit stands for.
QCoro::Task<void> releasesEarly(Scope &scope, std::reference_wrapper<Semaphore> connections)
{
    {
        const Permit permit = co_await connections.get().acquire(scope);
    }
    co_await use(scope);
}

QCoro::Task<void> holdsForTheUse(Scope &scope, std::reference_wrapper<Semaphore> connections)
{
    const Permit permit = co_await connections.get().acquire(scope);
    co_await use(scope);
}

template <class Worker> QCoro::Task<void> twentyWorkers(Scope &scope, Worker worker)
{
    Semaphore connections(scope, 3, "connections");
    std::vector<Spawned<void>> workers;
    for (int i = 0; i < 20; ++i)
        workers.push_back(scope.spawn(worker, std::ref(connections)));
    co_await gather(std::move(workers));
}

/// What asyncio's own version of a test prints, line by line; nothing where there is no Python with TaskGroup.
QStringList inAsyncio(const QByteArray &body)
{
    const QString python = QStandardPaths::findExecutable("python3");
    if (python.isEmpty())
        return {};
    const QByteArray script = "import asyncio, sys\n"
                              "if sys.version_info < (3, 11): sys.exit()\n"
                              "async def slow():\n"
                              "    try:\n"
                              "        await asyncio.sleep(0.3)\n"
                              "    except asyncio.CancelledError:\n"
                              "        print('slow cancelled')\n"
                              "        raise\n"
                              "    print('slow done')\n"
                              "async def failing():\n"
                              "    await asyncio.sleep(0.02)\n"
                              "    raise RuntimeError('quota')\n"
                              "async def swallows():\n"
                              "    try:\n"
                              "        await asyncio.sleep(1)\n"
                              "    except asyncio.CancelledError:\n"
                              "        print('swallowed')\n"
                              "    return 7\n"
        + body + "asyncio.run(main())\n";
    QProcess process;
    process.start(python, {"-c", script});
    if (!process.waitForFinished(30'000) || process.exitCode() != 0)
        return {process.errorString(), process.readAllStandardError()};
    return QString::fromUtf8(process.readAllStandardOutput()).split('\n', Qt::SkipEmptyParts);
}

QStringList order()
{
    QStringList what;
    for (const auto &[text, time] : happened)
        what.append(text);
    return what;
}

} // namespace

/// What asyncio does in these cases was measured; the runtime's lessons say that it does the same, at these very times.
class TestAsyncioFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        happened.clear();
        inUse = mostInUse = 0;
    }
    void gatherRaisesAtOnceAndTheSiblingRunsOn();
    void taskGroupCancelsTheSiblingAtOnce();
    void waitForReturnsAfterTheCleanup();
    void waitForGivesTheValueOfATaskThatSwallowsItsCancellation();
    void permitsThatAreReleasedEarlyLimitNothing();
    void permitsThatAreHeldForTheUseLimitIt();
};

void TestAsyncioFacts::gatherRaisesAtOnceAndTheSiblingRunsOn()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        try {
            co_await gather(scope.spawn(slow), scope.spawn(failing));
        } catch (const std::runtime_error &) {
            happens(scope, "raised");
        }
    });
    QCOMPARE(error, std::string());
    QCOMPARE(happened, (std::vector<std::pair<QString, Ns>>{{"raised", 20ms}, {"slow done", 100ms}}));
    soundTrace(run);
    const QStringList theirs = inAsyncio("async def main():\n"
                                         "    try:\n"
                                         "        await asyncio.gather(slow(), failing())\n"
                                         "    except RuntimeError:\n"
                                         "        print('raised')\n"
                                         "    await asyncio.gather(*(asyncio.all_tasks() - {asyncio.current_task()}))\n");
    if (!theirs.isEmpty())
        QCOMPARE(theirs, order());
}

void TestAsyncioFacts::taskGroupCancelsTheSiblingAtOnce()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        try {
            TaskGroup group(scope);
            group.spawn(slow);
            group.spawn(failing);
            co_await group.join();
        } catch (const std::runtime_error &) {
            happens(scope, "raised");
        }
    });
    QCOMPARE(error, std::string());
    QCOMPARE(happened, (std::vector<std::pair<QString, Ns>>{{"slow cancelled", 20ms}, {"raised", 20ms}}));
    soundTrace(run);
    const QStringList theirs = inAsyncio("async def main():\n"
                                         "    try:\n"
                                         "        async with asyncio.TaskGroup() as group:\n"
                                         "            group.create_task(slow())\n"
                                         "            group.create_task(failing())\n"
                                         "    except* RuntimeError:\n"
                                         "        print('raised')\n");
    if (!theirs.isEmpty())
        QCOMPARE(theirs, order());
}

void TestAsyncioFacts::waitForReturnsAfterTheCleanup()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        try {
            co_await withTimeout(scope, 30ms, cleansUpFor80Ms);
        } catch (const TimedOut &) {
            happens(scope, "timed out");
        }
    });
    QCOMPARE(error, std::string());
    QCOMPARE(happened, (std::vector<std::pair<QString, Ns>>{{"timed out", 110ms}}));
    soundTrace(run);
}

void TestAsyncioFacts::waitForGivesTheValueOfATaskThatSwallowsItsCancellation()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const int value = co_await withTimeout(scope, 30ms, swallows);
        happens(scope, QString::number(value));
    });
    QCOMPARE(error, std::string());
    QCOMPARE(happened, (std::vector<std::pair<QString, Ns>>{{"swallowed", 30ms}, {"7", 30ms}}));
    soundTrace(run);
    const QStringList theirs = inAsyncio("async def main():\n"
                                         "    try:\n"
                                         "        print(await asyncio.wait_for(swallows(), 0.03))\n"
                                         "    except TimeoutError:\n"
                                         "        print('timed out')\n");
    if (!theirs.isEmpty() && theirs.last() != "timed out") // which Python does from 3.12 on
        QCOMPARE(theirs, order());
}

void TestAsyncioFacts::permitsThatAreReleasedEarlyLimitNothing()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> { co_await twentyWorkers(scope, releasesEarly); });
    QCOMPARE(error, std::string());
    QCOMPARE(mostInUse, 20);
    QCOMPARE(run.scheduler.now(), Ns(50ms));
    soundTrace(run);
}

void TestAsyncioFacts::permitsThatAreHeldForTheUseLimitIt()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> { co_await twentyWorkers(scope, holdsForTheUse); });
    QCOMPARE(error, std::string());
    QCOMPARE(mostInUse, 3);
    QCOMPARE(run.scheduler.now(), Ns((20 + 3 - 1) / 3 * 50ms));
    soundTrace(run);
}

QTEST_GUILESS_MAIN(TestAsyncioFacts)
#include "tst_asyncio_facts.moc"
