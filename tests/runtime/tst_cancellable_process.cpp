// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/runtime/sound_trace.h"

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

Seen seen;

void shell(QProcess &process, const char *script)
{
    process.start(QStringLiteral("/bin/sh"), {QStringLiteral("-c"), QString::fromLatin1(script)});
}

QCoro::Task<void> waitFor(Scope &scope, QProcess *process, std::chrono::milliseconds grace)
{
    try {
        const int code = co_await cancellable(scope, process, grace);
        seen.texts.push_back(std::to_string(code));
    } catch (const std::exception &failure) {
        seen.texts.push_back(failure.what());
        throw;
    }
}

} // namespace

class TestCancellableProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { seen = {}; }
    void givesTheExitCode_data() { clocks(); }
    void givesTheExitCode();
    void failures();
    void cancelledItIsTerminatedAndWaitedFor_data() { clocks(); }
    void cancelledItIsTerminatedAndWaitedFor();
    void oneThatIgnoresItIsKilled_data() { clocks(); }
    void oneThatIgnoresItIsKilled();
    void cancelledBeforeAndAfter();
    void destroyedMeanwhile();
    void costsWhatIsDeclared_data() { clocks(); }
    void costsWhatIsDeclared();
    void cancelledBeforeItsDeclaredEnd();

private:
    void clocks()
    {
        QTest::addColumn<ClockKind>("clock");
        QTest::newRow("virtual clock") << ClockKind::Virtual;
        QTest::newRow("real clock") << ClockKind::Real;
    }
};

void TestCancellableProcess::givesTheExitCode()
{
    QFETCH(ClockKind, clock);
    RecordedRun run(clock);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto tooEarly = scope.spawn([](Scope &own) -> QCoro::Task<void> {
            co_await sleep(own, 1h);
            seen.texts.push_back("time went on");
        });
        QProcess process;
        shell(process, "exit 3");
        co_await waitFor(scope, &process, 1s);
        co_await waitFor(scope, &process, 1s); // has ended already
        tooEarly.state().scope().cancel("not needed");
        co_await settleAll(std::move(tooEarly));
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, (std::vector<std::string>{"3", "3"}));
    if (clock == ClockKind::Virtual)
        QCOMPARE(run.scheduler.now(), Ns(0));
    const Trace trace = soundTrace(run);
    QVERIFY(std::ranges::any_of(trace.find(u"waitFor")->spans, [&](std::size_t span) {
        const Wait &wait = trace.spans()[span].wait;
        return wait.kind == WaitKind::Foreign && trace.name(wait.name) == QLatin1String("process");
    }));
}

void TestCancellableProcess::failures()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        QProcess missing;
        missing.start(QStringLiteral("/nonexistent/program"), QStringList());
        QProcess crashing;
        shell(crashing, "kill -SEGV $$");
        QProcess never;
        never.setProgram(QStringLiteral("/bin/true"));
        for (QProcess *process : {&missing, &crashing, &never, static_cast<QProcess *>(nullptr)}) {
            auto task = scope.spawn(waitFor, process, 1s);
            co_await settleAll(std::move(task));
        }
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts.size(), std::size_t(4));
    QVERIFY(seen.texts[0].starts_with("the program \"/nonexistent/program\" could not be started: "));
    QCOMPARE(seen.texts[1], std::string("the program \"/bin/sh\" crashed or was killed"));
    QCOMPARE(seen.texts[2], std::string("cancellable: nobody has started the process, so that it cannot end"));
    QCOMPARE(seen.texts[3], std::string("the sender was destroyed while somebody waited for it: process"));
    soundTrace(run);
}

void TestCancellableProcess::cancelledItIsTerminatedAndWaitedFor()
{
    QFETCH(ClockKind, clock);
    RecordedRun run(clock);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        QProcess process;
        shell(process, "trap 'exit 7' TERM; echo ready; while :; do sleep 0.01; done");
        process.waitForReadyRead(); // the trap is set
        auto task = scope.spawn(waitFor, &process, 1min);
        co_await sleep(scope, 0ms);
        task.state().scope().cancel("stop");
        co_await settleAll(std::move(task));
        seen.numbers = {process.state(), process.exitCode()};
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, std::vector<std::string>{"stop"});
    QCOMPARE(seen.numbers, (std::vector<int>{QProcess::NotRunning, 7})); // by itself
    soundTrace(run);
}

void TestCancellableProcess::oneThatIgnoresItIsKilled()
{
    QFETCH(ClockKind, clock);
    RecordedRun run(clock);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        QProcess process;
        shell(process, "trap '' TERM; echo ready; while :; do sleep 0.01; done");
        process.waitForReadyRead();
        auto task = scope.spawn(waitFor, &process, 20ms);
        co_await sleep(scope, 0ms);
        task.state().scope().cancel("stop");
        co_await settleAll(std::move(task));
        seen.numbers = {process.state(), process.exitStatus()};
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, std::vector<std::string>{"stop"});
    QCOMPARE(seen.numbers, (std::vector<int>{QProcess::NotRunning, QProcess::CrashExit}));
    soundTrace(run);
}

void TestCancellableProcess::cancelledBeforeAndAfter()
{
    RecordedRun run;
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        QProcess process;
        shell(process, "read line; exit 4");
        auto task = scope.spawn(waitFor, &process, 1s);
        co_await sleep(scope, 0ms);
        process.write("go\n");
        process.waitForFinished(); // inside this turn: what it ended with has come before the cancellation
        task.state().scope().cancel("too late");
        co_await settleAll(std::move(task));
        shell(process, "sleep 100");
        scope.cancel("before");
        co_await waitFor(scope, &process, 1s);
    });
    QCOMPARE(error, std::string("before"));
    QCOMPARE(seen.texts, (std::vector<std::string>{"4", "before"}));
    soundTrace(run);
}

void TestCancellableProcess::destroyedMeanwhile()
{
    RecordedRun run;
    for (int i = 0; i < 2; ++i)
        QTest::ignoreMessage(QtWarningMsg, "QProcess: Destroyed while process (\"/bin/sh\") is still running.");
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        for (const bool cancelled : {false, true}) {
            auto process = std::make_unique<QProcess>();
            shell(*process, "sleep 100");
            process->waitForStarted();
            auto task = scope.spawn(waitFor, process.get(), 1min);
            co_await sleep(scope, 0ms);
            if (cancelled)
                task.state().scope().cancel("stop");
            process.reset(); // kills it, in the turn of the cancellation, so that this comes first
            co_await settleAll(std::move(task));
        }
    });
    QCOMPARE(error, std::string());
    const std::string gone = "the sender was destroyed while somebody waited for it: process";
    QCOMPARE(seen.texts, (std::vector<std::string>{gone, gone}));
    soundTrace(run);
}

void TestCancellableProcess::costsWhatIsDeclared()
{
    QFETCH(ClockKind, clock);
    RecordedRun run(clock);
    const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
        auto before = scope.spawn([](Scope &own) -> QCoro::Task<void> {
            co_await sleep(own, 20ms);
            seen.texts.push_back("timer");
        });
        QProcess process;
        shell(process, "exit 3");
        const Ns cost = scope.scheduler().clock() == ClockKind::Virtual ? Ns(50ms) : Ns(1h);
        const int code = co_await cancellable(scope, &process, 1s, cost);
        seen.numbers = {code, int(scope.scheduler().now() / 1ms)};
        co_await before;
        QProcess missing;
        missing.start(QStringLiteral("/nonexistent/program"), QStringList());
        try {
            co_await cancellable(scope, &missing, 1s, 50ms);
        } catch (const ProcessFailed &) {
            seen.texts.push_back("missing");
        }
    });
    QCOMPARE(error, std::string());
    QCOMPARE(seen.texts, (std::vector<std::string>{"timer", "missing"}));
    QCOMPARE(seen.numbers.at(0), 3);
    if (clock == ClockKind::Virtual)
        QCOMPARE(seen.numbers.at(1), 50);
    soundTrace(run);
    QVERIFY_THROWS_EXCEPTION(std::invalid_argument, (void)cancellable(run.root, static_cast<QProcess *>(nullptr), 1s, -1ns));
}

void TestCancellableProcess::cancelledBeforeItsDeclaredEnd()
{
    for (const char *script : {"exit 3", "sleep 100"}) { // however fast the machine is, virtual time decides
        seen = {};
        seen.texts.push_back(script);
        RecordedRun run;
        const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
            auto task = scope.spawn([](Scope &own) -> QCoro::Task<void> {
                QProcess process;
                shell(process, seen.texts.front().c_str());
                co_await cancellable(own, &process, 1s, 50ms);
                seen.texts.push_back("went on");
            });
            co_await sleep(scope, 30ms);
            task.state().scope().cancel("stop");
            co_await settleAll(std::move(task));
            seen.numbers = {int(scope.scheduler().now() / 1ms)};
        });
        QCOMPARE(error, std::string());
        QCOMPARE(seen.texts, std::vector<std::string>{script});
        QCOMPARE(seen.numbers, std::vector<int>{30});
        soundTrace(run);
    }
}

QTEST_GUILESS_MAIN(TestCancellableProcess)
#include "tst_cancellable_process.moc"
