// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/sound_trace.h"

#include <QRegularExpression>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

Seen seen;

LazyTask<std::unique_ptr<int>> getUser(Scope &scope, int id)
{
    seen.texts.push_back("begun");
    co_await sleep(scope, 5ms);
    co_return std::make_unique<int>(id);
}

LazyTask<int> getAtOnce(Scope &)
{
    co_return 7;
}

LazyTask<void> failLater(Scope &scope)
{
    co_await sleep(scope, 1ms);
    throw std::runtime_error("no such user");
}

struct Service
{
    int base = 100;
    LazyTask<int> load(Scope &scope)
    {
        co_await sleep(scope, 1ms);
        co_return base;
    }
};

QCoro::Task<int> awaitUntraced(LazyTask<int> task)
{
    const int value = co_await task;
    co_return value;
}

} // namespace

class TestLazyTask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { seen = {}; }
    void beginsWhenItIsAwaited_data();
    void beginsWhenItIsAwaited();
    void resultsOfEachKind();
    void droppedBeforeItBegan();
    void cancelledWhileItRuns();
    void misuse();
};

void TestLazyTask::beginsWhenItIsAwaited_data()
{
    QTest::addColumn<ClockKind>("clock");
    QTest::newRow("virtual clock") << ClockKind::Virtual;
    QTest::newRow("real clock") << ClockKind::Real;
}

void TestLazyTask::beginsWhenItIsAwaited()
{
    QFETCH(ClockKind, clock);
    RecordedRun run(clock);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto user = getUser(scope, 3);
        seen.texts.push_back("called");
        co_await sleep(scope, 10ms);
        const std::unique_ptr<int> id = co_await user;
        seen.numbers.push_back(*id);
        seen.times.push_back(scope.scheduler().now());
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, (std::vector<std::string>{"called", "begun"}));
    QCOMPARE(seen.numbers, std::vector<int>{3});
    if (clock == ClockKind::Virtual)
        QCOMPARE(seen.times, std::vector<Ns>{15ms});
    const Trace trace = soundTrace(run);
    const TaskInfo *task = trace.find(u"getUser");
    QVERIFY(task);
    QCOMPARE(task->parent, trace.tasks()[0].id);
    QCOMPARE(task->outcome, TaskState::Done);
    std::vector<EventKind> kinds;
    for (const RawEvent &event : run.of(task->id)) {
        if (event.kind != EventKind::WaitsFor)
            kinds.push_back(event.kind);
    }
    using enum EventKind;
    QCOMPARE(kinds, (std::vector{Created, Started, Suspended, Resumed, Returned}));
    const TaskInfo &caller = trace.tasks()[0];
    QVERIFY(std::ranges::any_of(caller.spans, [&](std::size_t span) {
        const Wait &wait = trace.spans()[span].wait;
        return wait.kind == WaitKind::Task && wait.task == task->id;
    }));
    QCOMPARE(run.scheduler.neverAwaited(), 0);
}

void TestLazyTask::resultsOfEachKind()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const int first = co_await getAtOnce(scope);
        Service service;
        const int second = co_await service.load(scope);
        auto untraced = awaitUntraced(service.load(scope));
        const int third = co_await untraced;
        const auto lambda = [](Scope &own, int number) -> LazyTask<int> {
            co_await sleep(own, 1ms);
            co_return number;
        };
        const int fourth = co_await lambda(scope, 4);
        seen.numbers = {first, second, third, fourth};
        co_await failLater(scope);
    });
    QCOMPARE(error, std::string("no such user"));
    QCOMPARE(seen.numbers, (std::vector<int>{7, 100, 100, 4}));
    const Trace trace = soundTrace(run);
    QCOMPARE(trace.find(u"failLater")->outcome, TaskState::Failed);
    QCOMPARE(run.scheduler.unreadFailures(), 0);
}

void TestLazyTask::droppedBeforeItBegan()
{
    RecordedRun run;
    QTest::ignoreMessage(QtWarningMsg,
        QRegularExpression(QStringLiteral("^getUser\\(\\) was called, but its lazy task was never awaited, so nothing of it ran "
                                          "\\(.*tst_lazy_task.cpp, line \\d+\\)$")));
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        {
            const auto forgotten = getUser(scope, 1);
            co_await sleep(scope, 2ms);
        }
        co_await sleep(scope, 1ms);
    });
    QCOMPARE(error, std::string());
    QVERIFY(seen.texts.empty());
    QCOMPARE(run.scheduler.neverAwaited(), 1);
    const Trace trace = soundTrace(run);
    QCOMPARE(trace.find(u"getUser")->outcome, TaskState::NeverStarted);
    QCOMPARE(trace.find(u"getUser")->end, Ns(2ms));
}

void TestLazyTask::cancelledWhileItRuns()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const auto load = [](Scope &own) -> QCoro::Task<void> {
            const std::unique_ptr<int> user = co_await getUser(own, 1);
            seen.numbers.push_back(*user);
        };
        co_await withTimeout(scope, 2ms, load);
    });
    QCOMPARE(error, std::string("the deadline of 2 ms passed"));
    QVERIFY(seen.numbers.empty());
    const Trace trace = soundTrace(run);
    QCOMPARE(trace.find(u"getUser")->outcome, TaskState::Cancelled);
}

void TestLazyTask::misuse()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto task = getAtOnce(scope);
        const int value = co_await task;
        seen.numbers.push_back(value);
        try {
            co_await task;
        } catch (const std::logic_error &mistake) {
            seen.texts.push_back(mistake.what());
        }
        const auto moved = std::move(task);
        try {
            co_await task;
        } catch (const std::logic_error &mistake) {
            seen.texts.push_back(mistake.what());
        }
        auto other = getAtOnce(scope);
        other = getAtOnce(scope); // the first one is dropped
        const int second = co_await other;
        seen.numbers.push_back(second);
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts,
        (std::vector<std::string>{"a lazy task is awaited twice: it runs once, and the first await took its result",
            "an empty lazy task is awaited: it was moved away"}));
    QCOMPARE(seen.numbers, (std::vector<int>{7, 7}));
    QCOMPARE(run.scheduler.neverAwaited(), 1);
    soundTrace(run);
}

QTEST_GUILESS_MAIN(TestLazyTask)
#include "tst_lazy_task.moc"
