// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/sound_trace.h"

#include <QTest>
#include <QThread>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

Seen seen;

/// What the innermost task of a chain does.
enum class Innermost { Returns, Sleeps, Fails };

QCoro::Task<int> innermost(Scope &scope, Innermost what)
{
    if (what != Innermost::Returns)
        co_await sleep(scope, 10ms);
    if (what == Innermost::Fails)
        throw std::runtime_error("at the bottom");
    co_return 1;
}

/// Starts so many tasks inside one another, itself included.
QCoro::Task<int> nested(Scope &scope, int tasks, Innermost what)
{
    if (tasks == 1) {
        auto last = innermost(scope, what);
        const int value = co_await last;
        co_return value;
    }
    const int value = co_await nested(scope, tasks - 1, what);
    co_return value + 1;
}

QCoro::Task<int> spawnsNested(Scope &scope, int tasks)
{
    if (tasks == 1)
        co_return 1;
    const int value = co_await scope.spawn(spawnsNested, tasks - 1);
    co_return value + 1;
}

/// Awaits the task before it.
QCoro::Task<int> link(Scope &, QCoro::Task<int> previous)
{
    const int value = co_await previous;
    co_return value + 1;
}

QCoro::Task<int> spawnedLink(Scope &, Spawned<int> previous)
{
    const int value = co_await previous;
    co_return value + 1;
}

/// A chain of so many tasks, made in a loop from its last one on.
QCoro::Task<int> chainOf(Scope &scope, int tasks, Innermost what)
{
    QCoro::Task<int> task = innermost(scope, what);
    for (int i = 1; i < tasks; ++i)
        task = link(scope, std::move(task));
    return task;
}

/// Grows downwards: each task waits before it starts the next, so that none is started inside another.
QCoro::Task<int> growsDownwards(Scope &scope, int tasks)
{
    co_await sleep(scope, 1ms);
    if (tasks == 1)
        co_return 1;
    const int value = co_await growsDownwards(scope, tasks - 1);
    co_return value + 1;
}

/// Notes how a task ended.
QCoro::Task<void> note(Scope &, QCoro::Task<int> task)
{
    try {
        const int value = co_await task;
        seen.numbers.push_back(value);
    } catch (const std::exception &exception) {
        seen.texts.push_back(exception.what());
    }
}

const QString tooLong = "more than 1000 tasks would await one another in a row";
const QString tooDeep = "more than 1000 tasks would be started inside one another";

} // namespace

class TestAwaitChain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { seen = {}; }
    void startsInsideOneAnother_data();
    void startsInsideOneAnother();
    void oneStartTooMany();
    void spawnsInsideOneAnother();
    void awaitsInARow_data();
    void awaitsInARow();
    void oneAwaitTooMany();
    void awaitsThatGrowDownwards();
    void chainsThatEndMakeRoom();
    void spawnedTasksMayBeAwaitedInLongerChains();
    void theDeepestAllowedFitsOnAThreadsStack();
};

void TestAwaitChain::startsInsideOneAnother_data()
{
    QTest::addColumn<Innermost>("what");
    QTest::newRow("none of them waits") << Innermost::Returns;
    QTest::newRow("the innermost sleeps") << Innermost::Sleeps;
    QTest::newRow("the innermost fails") << Innermost::Fails;
}

void TestAwaitChain::startsInsideOneAnother()
{
    QFETCH(Innermost, what);
    RecordedRun run;
    // The root, the one that notes, and the innermost are tasks too.
    static Innermost chosen;
    chosen = what;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const int value = co_await nested(scope, longestTaskChain - 2, chosen);
        seen.numbers.push_back(value);
    });
    if (what == Innermost::Fails) {
        QCOMPARE(error, std::string("at the bottom"));
    } else {
        QCOMPARE(error, std::string());
        QCOMPARE(seen.numbers, std::vector<int>{longestTaskChain - 2});
    }
    QCOMPARE(run.of(EventKind::Started).size(), std::size_t(longestTaskChain));
    QCOMPARE(run.scheduler.unreadFailures(), 0);
    soundTrace(run);
}

void TestAwaitChain::oneStartTooMany()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const int value = co_await nested(scope, longestTaskChain - 1, Innermost::Returns);
        seen.numbers.push_back(value);
    });
    QVERIFY2(QString::fromStdString(error).startsWith(tooDeep), error.c_str());
    QCOMPARE(run.of(EventKind::Started).size(), std::size_t(longestTaskChain));
    QVERIFY(seen.numbers.empty());
    QCOMPARE(run.scheduler.unreadFailures(), 0);
    soundTrace(run);
}

void TestAwaitChain::spawnsInsideOneAnother()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const int value = co_await scope.spawn(spawnsNested, longestTaskChain - 1);
        seen.numbers.push_back(value);
        const int more = co_await scope.spawn(spawnsNested, longestTaskChain);
        seen.numbers.push_back(more);
    });
    QVERIFY2(QString::fromStdString(error).startsWith(tooDeep), error.c_str());
    QCOMPARE(seen.numbers, std::vector<int>{longestTaskChain - 1});
    QCOMPARE(run.scheduler.unreadFailures(), 0);
    soundTrace(run);
}

void TestAwaitChain::awaitsInARow_data()
{
    startsInsideOneAnother_data();
}

void TestAwaitChain::awaitsInARow()
{
    QFETCH(Innermost, what);
    RecordedRun run;
    static Innermost chosen;
    chosen = what;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto chain = chainOf(scope, longestTaskChain - 1, chosen);
        const int value = co_await chain;
        seen.numbers.push_back(value);
    });
    if (what == Innermost::Fails) {
        QCOMPARE(error, std::string("at the bottom"));
        QCOMPARE(run.of(EventKind::Failed).size(), std::size_t(longestTaskChain));
    } else {
        QCOMPARE(error, std::string());
        QCOMPARE(seen.numbers, std::vector<int>{longestTaskChain - 1});
    }
    soundTrace(run);
}

void TestAwaitChain::oneAwaitTooMany()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto chain = chainOf(scope, longestTaskChain, Innermost::Sleeps);
        const int value = co_await chain;
        seen.numbers.push_back(value);
    });
    QVERIFY2(QString::fromStdString(error).startsWith(tooLong), error.c_str());
    QVERIFY(seen.numbers.empty());
    QCOMPARE(run.of(EventKind::Returned).size(), std::size_t(longestTaskChain));
    QCOMPARE(run.scheduler.now(), Ns(10ms));
    soundTrace(run);
}

void TestAwaitChain::awaitsThatGrowDownwards()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto fits = growsDownwards(scope, longestTaskChain - 2);
        co_await note(scope, std::move(fits));
        auto doesNotFit = growsDownwards(scope, longestTaskChain - 1);
        co_await note(scope, std::move(doesNotFit));
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, std::vector<int>{longestTaskChain - 2});
    QCOMPARE(seen.texts.size(), std::size_t(1));
    QVERIFY2(QString::fromStdString(seen.texts.front()).startsWith(tooLong), seen.texts.front().c_str());
    soundTrace(run);
}

/// Were it not so, a loop of awaits would come to the limit some time.
void TestAwaitChain::chainsThatEndMakeRoom()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        for (int i = 0; i < 3; ++i) {
            auto chain = chainOf(scope, longestTaskChain - 1, Innermost::Sleeps);
            const int value = co_await chain;
            seen.numbers.push_back(value);
        }
        for (int i = 0; i < 2 * longestTaskChain; ++i)
            co_await innermost(scope, Innermost::Sleeps);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, std::vector<int>(3, longestTaskChain - 1));
    soundTrace(run);
}

void TestAwaitChain::spawnedTasksMayBeAwaitedInLongerChains()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        Spawned<int> task = scope.spawn(innermost, Innermost::Sleeps);
        for (int i = 1; i < 10 * longestTaskChain; ++i)
            task = scope.spawn(spawnedLink, std::move(task));
        const int value = co_await task;
        seen.numbers.push_back(value);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, std::vector<int>{10 * longestTaskChain});
    soundTrace(run);
}

/// A chain of the greatest length ends, and at its top, on the same stack, as many tasks again are started inside one another.
void TestAwaitChain::theDeepestAllowedFitsOnAThreadsStack()
{
    std::string error;
    const std::unique_ptr<QThread> thread(QThread::create([&error] {
        RecordedRun run;
        error = run.play([](Scope &scope) -> QCoro::Task<void> {
            auto chain = chainOf(scope, longestTaskChain - 1, Innermost::Sleeps);
            const int value = co_await chain;
            const int more = co_await nested(scope, longestTaskChain - 2, Innermost::Returns);
            seen.numbers = {value, more};
        });
    }));
    thread->start();
    thread->wait();
    QCOMPARE(error, std::string());
    QCOMPARE(seen.numbers, (std::vector<int>{longestTaskChain - 1, longestTaskChain - 2}));
}

QTEST_GUILESS_MAIN(TestAwaitChain)
#include "tst_await_chain.moc"
