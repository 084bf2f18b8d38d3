// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/sound_trace.h"

#include <QCoroTimer>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

Seen seen;

struct Local
{
    ~Local() { seen.texts.push_back("its locals are gone"); }
};

/// Resumes plain coroutines at the word of a test.
struct Gate
{
    bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> coroutine) { waiting.push_back(coroutine); }
    void await_resume() const { }
    static void open()
    {
        for (const auto coroutine : std::exchange(waiting, {}))
            coroutine.resume();
    }
    inline static std::vector<std::coroutine_handle<>> waiting;
};

QCoro::Task<int> plain(int number, bool fails)
{
    const Local local;
    co_await Gate();
    if (fails)
        throw std::runtime_error("a plain failure");
    co_return number;
}

QCoro::Task<void> waitFor(Scope &scope, int number, bool fails)
{
    try {
        const int value = co_await cancellable(scope, plain(number, fails));
        seen.texts.push_back(std::to_string(value));
    } catch (const std::exception &failure) {
        seen.texts.push_back(failure.what());
        throw;
    }
}

QCoro::Task<int> traced(Scope &scope, int number)
{
    co_await sleep(scope, 5ms);
    co_return number;
}

const std::string over = "its locals are gone";

} // namespace

class TestCancellableTask : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        seen = {};
        Gate::waiting.clear();
    }
    void whatComesFirstDecides_data();
    void whatComesFirstDecides();
    void runsOnAfterTheCancellation_data();
    void runsOnAfterTheCancellation();
    void endsAtOnce();
    void tracedTasksKeepTheirName();
    void theRunWaitsForItsEnd();
    void misuse();
};

void TestCancellableTask::whatComesFirstDecides_data()
{
    QTest::addColumn<ClockKind>("clock");
    QTest::addColumn<bool>("fails");
    QTest::addColumn<QString>("what"); // o: the task ends, c: cancelled, all in one turn
    QTest::addColumn<QString>("result");
    QTest::addColumn<int>("unread");
    const QString stop = QStringLiteral("stop"), value = QStringLiteral("3"), failure = QStringLiteral("a plain failure");
    for (const auto clock : {ClockKind::Virtual, ClockKind::Real}) {
        const auto row = [&](bool fails, const char *what, const QString &result, int unread) {
            const QByteArray name
                = QByteArray(what) + (fails ? ", fails" : ", value") + (clock == ClockKind::Real ? ", real" : ", virtual");
            QTest::newRow(name.constData()) << clock << fails << QString::fromLatin1(what) << result << unread;
        };
        row(false, "o", value, 0);
        row(false, "oc", value, 0);
        row(false, "co", stop, 0);
        row(true, "o", failure, 0);
        row(true, "oc", failure, 0);
        row(true, "co", stop, 1);
    }
}

void TestCancellableTask::whatComesFirstDecides()
{
    QFETCH(ClockKind, clock);
    QFETCH(bool, fails);
    QFETCH(QString, what);
    QFETCH(QString, result);
    QFETCH(int, unread);
    RecordedRun run(clock);
    static QString steps;
    static bool failing;
    steps = what;
    failing = fails;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto task = scope.spawn(waitFor, 3, failing);
        co_await sleep(scope, 1ms);
        for (const QChar step : steps) {
            if (step == QLatin1Char('c'))
                task.state().scope().cancel("stop");
            else
                Gate::open();
        }
        co_await settleAll(std::move(task));
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, (std::vector<std::string>{over, result.toStdString()}));
    QCOMPARE(run.scheduler.unreadFailures(), unread);
    const Trace trace = soundTrace(run);
    QVERIFY(std::ranges::any_of(trace.spans(), [&](const Span &span) {
        return span.wait.kind == WaitKind::Foreign && trace.name(span.wait.name) == QLatin1String("task");
    }));
}

void TestCancellableTask::runsOnAfterTheCancellation_data()
{
    QTest::addColumn<ClockKind>("clock");
    QTest::addColumn<bool>("fails");
    QTest::newRow("value, virtual clock") << ClockKind::Virtual << false;
    QTest::newRow("failure, virtual clock") << ClockKind::Virtual << true;
    QTest::newRow("value, real clock") << ClockKind::Real << false;
    QTest::newRow("failure, real clock") << ClockKind::Real << true;
}

void TestCancellableTask::runsOnAfterTheCancellation()
{
    QFETCH(ClockKind, clock);
    QFETCH(bool, fails);
    RecordedRun run(clock);
    static bool failing;
    failing = fails;
    std::string unread;
    run.scheduler.setUnreadFailureHook([&](TaskId, const std::exception_ptr &failure) {
        try {
            std::rethrow_exception(failure);
        } catch (const std::exception &exception) {
            unread = exception.what();
        }
    });
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto task = scope.spawn(waitFor, 3, failing);
        co_await sleep(scope, 1ms);
        task.state().scope().cancel("stop");
        co_await settleAll(std::move(task));
        seen.texts.push_back("joined");
        co_await sleep(scope, 1ms);
        Gate::open();
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, (std::vector<std::string>{"stop", "joined", over}));
    QCOMPARE(unread, std::string(fails ? "a plain failure" : ""));
    QCOMPARE(run.scheduler.unreadFailures(), fails ? 1 : 0);
    soundTrace(run);
}

void TestCancellableTask::endsAtOnce()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const auto atOnce = [](int number) -> QCoro::Task<int> {
            if (number < 0)
                throw std::runtime_error("negative");
            co_return number;
        };
        const auto nothing = []() -> QCoro::Task<void> { co_return; };
        scope.cancel("no more");
        const int value = co_await cancellable(scope, atOnce(1)); // has ended, so it is given although the scope is cancelled
        seen.numbers.push_back(value);
        co_await cancellable(scope, nothing());
        try {
            co_await cancellable(scope, atOnce(-1));
        } catch (const std::runtime_error &failure) {
            seen.texts.push_back(failure.what());
        }
        try {
            co_await waitFor(scope, 1, false);
        } catch (const Cancelled &) {
            Gate::open();
        }
    });
    QCOMPARE(error, std::string("no more"));
    QCOMPARE(seen.numbers, std::vector<int>{1});
    QCOMPARE(seen.texts, (std::vector<std::string>{"negative", "no more", over}));
    QCOMPARE(run.scheduler.unreadFailures(), 0);
    soundTrace(run);
}

void TestCancellableTask::tracedTasksKeepTheirName()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const auto impatient = [](Scope &own, Scope &outer) -> QCoro::Task<void> {
            const int value = co_await cancellable(own, traced(outer, 4));
            seen.numbers.push_back(value);
        };
        co_await impatient(scope, scope);
        co_await withTimeout(scope, 1ms, impatient, std::ref(scope));
    });
    QCOMPARE(error, std::string("the deadline of 1 ms passed"));
    QCOMPARE(seen.numbers, std::vector<int>{4});
    QCOMPARE(run.scheduler.now(), Ns(10ms)); // the second one has run to its end, after its deadline at 6 ms
    const Trace trace = soundTrace(run);
    const TaskInfo *task = trace.find(u"traced");
    QVERIFY(std::ranges::any_of(
        trace.spans(), [&](const Span &span) { return span.wait.kind == WaitKind::Task && span.wait.task == task->id; }));
}

void TestCancellableTask::theRunWaitsForItsEnd()
{
    RecordedRun run(ClockKind::Real);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        const auto slow = []() -> QCoro::Task<int> {
            const Local local;
            co_await QCoro::sleepFor(20ms);
            co_return 1;
        };
        const auto wait = [](Scope &own, QCoro::Task<int> task) -> QCoro::Task<void> {
            auto waiting = cancellable(own, std::move(task));
            co_await waiting;
        };
        co_await withTimeout(scope, 1ms, wait, slow());
    });
    QCOMPARE(error, std::string("the deadline of 1 ms passed"));
    QCOMPARE(seen.texts, std::vector<std::string>{over});
    soundTrace(run);
}

void TestCancellableTask::misuse()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto waiting = cancellable(scope, traced(scope, 1));
        const int value = co_await waiting;
        seen.numbers.push_back(value);
        try {
            co_await waiting;
        } catch (const std::logic_error &mistake) {
            seen.texts.push_back(mistake.what());
        }
        co_await cancellable(scope, QCoro::Task<void>());
    });
    const std::string mistake = "cancellable: the task is empty; it was moved away, never made, or has been awaited";
    QCOMPARE(error, mistake);
    QCOMPARE(seen.texts, std::vector<std::string>{mistake});
    soundTrace(run);
}

QTEST_GUILESS_MAIN(TestCancellableTask)
#include "tst_cancellable_task.moc"
