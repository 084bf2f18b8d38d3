// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/reader_acts.h"
#include "lessons/catalog/runner.h"
#include "lessons/runtime/runtime.h"

#include <QTest>
#include <QThread>

using namespace awaitscope;
using namespace std::chrono_literals;

namespace {

// Long enough that no run ends before it is told to, short enough that a test which fails comes to its end.
constexpr Ns longWait = 20s;

QCoro::Task<int> leaf(Scope &scope)
{
    co_await sleep(scope, longWait);
    co_return 1;
}

/// Awaits a task that was not spawned.
QCoro::Task<int> branch(Scope &scope)
{
    const int got = co_await leaf(scope);
    co_return got;
}

QCoro::Task<int> brief(Scope &scope)
{
    co_await sleep(scope, 1ms);
    co_return 2;
}

QCoro::Task<void> trunk(Scope &scope, const ParameterSet &)
{
    auto ended = scope.spawn(brief);
    auto cancelled = scope.spawn(branch);
    const int two = co_await ended;
    (void)two;
    auto ends = co_await settleAll(std::move(cancelled));
    (void)ends;
}

/// Several may be under way, of which the later ones outlive button().
QCoro::Task<void> clicked(Scope &scope, std::shared_ptr<std::optional<Permit>> door)
{
    co_await sleep(scope, 0ms);
    door->reset();
}

QCoro::Task<void> button(Scope &scope, const ParameterSet &)
{
    Semaphore doors(scope, 1, "door");
    const auto door = std::make_shared<std::optional<Permit>>();
    *door = co_await doors.acquire(scope);
    const OnReaderAct click(scope, "click", [&scope, door] { [[maybe_unused]] const auto task = scope.spawn(clicked, door); });
    const Permit opened = co_await doors.acquire(scope);
}

Lesson lessonOf(QCoro::Task<void> (*play)(Scope &, const ParameterSet &))
{
    Lesson lesson;
    lesson.id = QStringLiteral("live");
    lesson.source = std::make_shared<const SourceMap>();
    lesson.definition.variants = {{QStringLiteral("only"), play, {}}};
    lesson.definition.variants[0].mayEnd = {RunOutcome::Cancelled};
    return lesson;
}

/// Plays on a thread of its own, and calls `meddle` here again and again until it has ended.
template <class Meddle> Run played(const Lesson &lesson, Meddle meddle)
{
    RunControl control;
    Run run;
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        run = play({&lesson, ParameterSet(), {QStringLiteral("only")}, ClockKind::Real, 1}, &control);
    }));
    thread->start();
    while (!thread->isFinished()) {
        meddle(control);
        QThread::msleep(1); // or else the loop would have nothing but calls to serve
    }
    thread->wait();
    return run;
}

const TaskInfo &task(const Run &run, const char *name)
{
    for (const TaskInfo &each : run.variants[0].trace->tasks()) {
        if (each.name.startsWith(QLatin1String(name)))
            return each;
    }
    qFatal("no task %s", name);
}

} // namespace

/// What somebody does to a run from another thread while it plays.
class TestLiveControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneTaskIsCancelledByHand()
    {
        // Tasks are numbered as they begin: trunk 1, brief 2, branch 3, leaf 4.
        const Run run = played(lessonOf(trunk), [](RunControl &control) { control.cancelTask(0, {TaskId(3), TaskId(1)}); });
        QVERIFY2(run.problems.empty(), run.problems.empty() ? "" : qPrintable(run.problems[0].sentence));
        QCOMPARE(run.liveFrames, 0);
        QCOMPARE(run.variants[0].outcome, RunOutcome::Done);
        QCOMPARE(task(run, "branch").outcome, TaskState::Cancelled);
        QCOMPARE(task(run, "leaf").outcome, TaskState::Cancelled);
        QCOMPARE(task(run, "trunk").outcome, TaskState::Done);
        const auto &requests = run.variants[0].trace->cancelRequests();
        QCOMPARE(requests.size(), std::size_t(1));
        QCOMPARE(requests[0].by, Canceller::User);
    }

    void anAwaitedTaskGoesWithTheOneThatItRunsIn()
    {
        const Run run = played(lessonOf(trunk), [](RunControl &control) {
            control.cancelTask(0, {TaskId(4), TaskId(3), TaskId(1)});
        });
        QCOMPARE(task(run, "leaf").outcome, TaskState::Cancelled);
        QCOMPARE(task(run, "branch").outcome, TaskState::Cancelled);
        QCOMPARE(task(run, "trunk").outcome, TaskState::Done);
    }

    void aTaskThatHasEndedTakesNobodyWithIt()
    {
        // The click on `brief` comes too late again and again; the one on `branch` ends the run.
        int calls = 0;
        bool late = false;
        const Run run = played(lessonOf(trunk), [&](RunControl &control) {
            const auto live = control.live();
            late = late || (!live.empty() && std::chrono::steady_clock::now() - live[0].zero > 50ms);
            if (late && ++calls <= 20)
                control.cancelTask(0, {TaskId(2), TaskId(1)});
            if (calls > 20)
                control.cancelTask(0, {TaskId(3), TaskId(1)});
        });
        QCOMPARE(task(run, "brief").outcome, TaskState::Done);
        QCOMPARE(task(run, "trunk").outcome, TaskState::Done);
        QCOMPARE(task(run, "branch").outcome, TaskState::Cancelled);
    }

    void theRootTakesAllWithIt()
    {
        const Run run = played(lessonOf(trunk), [](RunControl &control) {
            control.cancelTask(1, {TaskId(1)}); // another variant
            control.cancelTask(0, {TaskId(1)});
        });
        QCOMPARE(run.variants[0].outcome, RunOutcome::Cancelled);
        QCOMPARE(task(run, "trunk").outcome, TaskState::Cancelled);
        QCOMPARE(run.liveFrames, 0);
    }

    void anActCallsItsHandlerAndIsNoted()
    {
        const Run run = played(lessonOf(button), [](RunControl &control) {
            control.act(0, QStringLiteral("unknown"));
            control.act(0, QStringLiteral("click"));
        });
        QCOMPARE(run.variants[0].outcome, RunOutcome::Done);
        QVERIFY2(run.problems.empty(), run.problems.empty() ? "" : qPrintable(run.problems[0].sentence));
        QCOMPARE(run.liveFrames, 0);
        QCOMPARE(task(run, "clicked").outcome, TaskState::Done);
        const Trace &trace = *run.variants[0].trace;
        QVERIFY(!trace.notes().empty());
        for (const Note &note : trace.notes())
            QCOMPARE(trace.name(note.text), QStringLiteral("you: click"));
    }
};

QTEST_GUILESS_MAIN(TestLiveControl)
#include "tst_live_control.moc"
