// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/clock/busy_machine.h"
#include "tests/clock/signalled.h"
#include "tests/runtime/sound_trace.h"

#include <QEventLoop>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

Seen seen;

QCoro::Task<void> noteAt(Scope &scope, int number, std::chrono::milliseconds length)
{
    co_await sleep(scope, length);
    seen.numbers.push_back(number);
    seen.times.push_back(scope.scheduler().now());
}

/// Starts a process that takes 20 ms of real time and tells when it is over.
class Child
{
public:
    Child(Scope &scope, std::function<void()> whenDone) :
        work_(std::make_unique<ExternalWork>(scope.scheduler())),
        whenDone_(std::move(whenDone))
    {
        QObject::connect(&process_, &QProcess::finished, &process_, [this] {
            whenDone_();
            work_.reset();
        });
        process_.start(QCoreApplication::applicationFilePath(), {QStringLiteral("--linger")});
    }
    std::string output() { return process_.readAllStandardOutput().trimmed().toStdString(); }

private:
    std::unique_ptr<ExternalWork> work_;
    std::function<void()> whenDone_;
    QProcess process_;
};

QCoro::Task<void> awaitChild(Scope &scope)
{
    Signalled done(scope);
    Child child(scope, [&done] { done.tell(); });
    co_await done;
    seen.texts.push_back(child.output());
    seen.times.push_back(scope.scheduler().now());
}

QCoro::Task<void> nestForChild(Scope &scope)
{
    co_await sleep(scope, 2ms);
    QEventLoop loop;
    Child child(scope, [&loop] { loop.quit(); });
    loop.exec();
    seen.texts.push_back(child.output());
    seen.times.push_back(scope.scheduler().now());
}

} // namespace

/// A real process on the virtual clock: nobody knows how long it takes, so time stands still.
class TestProcess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { seen = {}; }
    void timeStandsStillForAProcess();
    void timeStandsStillInANestedLoop();
};

void TestProcess::timeStandsStillForAProcess()
{
    const BusyMachine busy;
    for (int i = repetitions(10, 100); i > 0; --i) {
        seen = {};
        RecordedRun run;
        const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
            scope.spawn(noteAt, 1, 1ms);
            scope.spawn(awaitChild);
            scope.spawn(awaitChild);
            co_return;
        });
        QCOMPARE(error, std::string());
        QCOMPARE(seen.texts, (std::vector<std::string>{"done", "done"}));
        QCOMPARE(seen.times, (std::vector<Ns>{0ms, 0ms, 1ms}));
        soundTrace(run);
    }
}

void TestProcess::timeStandsStillInANestedLoop()
{
    const BusyMachine busy;
    for (int i = repetitions(10, 100); i > 0; --i) {
        seen = {};
        RecordedRun run;
        const std::string error = run.play([](Scope &scope) -> QCoro::Task<void> {
            scope.spawn(noteAt, 1, 1ms);
            scope.spawn(noteAt, 2, 2ms); // begun first
            scope.spawn(nestForChild);
            scope.spawn(noteAt, 3, 3ms);
            co_return;
        });
        QCOMPARE(error, std::string());
        QCOMPARE(seen.numbers, (std::vector<int>{1, 2, 3}));
        QCOMPARE(seen.times, (std::vector<Ns>{1ms, 2ms, 2ms, 3ms}));
        soundTrace(run);
    }
}

AWAITSCOPE_CLOCK_MAIN(TestProcess)
#include "tst_process.moc"
