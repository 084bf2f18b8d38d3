// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/run_root.h"

#include "lessons/runtime/detached.h"
#include "lessons/runtime/sleep.h"

#include <QEventLoop>

namespace awaitscope {

namespace {

/// Awaits the moment at which no traced task is alive.
class IdleAwaiter : public Waiter
{
public:
    explicit IdleAwaiter(Scheduler &scheduler) : Waiter(&scheduler) { }

    bool await_ready() const { return scheduler().liveTasks() == 0; }
    void await_suspend(std::coroutine_handle<> coroutine)
    {
        suspend(coroutine, nullptr);
        scheduler().wakeWhenIdle(*this);
    }
    void await_resume() const { }
};

/// Awaits the next turn, whatever is cancelled.
class TurnAwaiter : public Waiter
{
public:
    explicit TurnAwaiter(Scheduler &scheduler) : Waiter(&scheduler) { }

    bool await_ready() const { return false; }
    void await_suspend(std::coroutine_handle<> coroutine) { suspendForTurn(coroutine, nullptr); }
    void await_resume() const { }
};

/// What a run and its caller share; a run that is left behind keeps it.
struct RootRun
{
    RootRun(Scope &rootScope, const std::function<QCoro::Task<void>(Scope &)> &rootPlay) : root(rootScope), play(rootPlay) { }

    Scope &root;
    const std::function<QCoro::Task<void>(Scope &)> &play;
    QEventLoop loop;
    std::exception_ptr error;
    std::string deadlock;
};

Detached runRoot(std::shared_ptr<RootRun> shared)
{
    RootRun &run = *shared;
    Scheduler &scheduler = run.root.scheduler();
    co_await TurnAwaiter(scheduler);
    try {
        QCoro::Task<void> task = run.play(run.root);
        scheduler.failureRead(frameOf(task));
        co_await task;
    } catch (...) {
        run.error = std::current_exception();
    }
    try {
        while (run.root.ownedTasks() > 0)
            co_await run.root.join();
        run.root.throwIfCancelled();
    } catch (...) {
        if (!run.error)
            run.error = std::current_exception();
    }
    while (scheduler.liveTasks() > 0)
        co_await IdleAwaiter(scheduler);
    run.root.finish();
    run.loop.quit();
}

void breakDeadlock(RootRun &run)
{
    Scheduler &scheduler = run.root.scheduler();
    if (run.deadlock.empty()) {
        run.deadlock = "deadlock: " + std::to_string(scheduler.liveTasks()) + " tasks wait, and nothing can wake them";
        run.root.cancel(run.deadlock, Canceller::Closing);
    }
    if (scheduler.stalled()) { // cancelling woke nobody, or only some
        run.root.cancelThroughShields(run.root.cancelCause());
    }
    if (scheduler.stalled())
        run.loop.quit();
}

} // namespace

std::exception_ptr runToEnd(Scope &root, const std::function<QCoro::Task<void>(Scope &)> &play)
{
    auto run = std::make_shared<RootRun>(root, play);
    root.scheduler().setStallHandler([&run] { breakDeadlock(*run); });
    runRoot(run);
    run->loop.exec();
    root.scheduler().setStallHandler({});
    std::exception_ptr error = run->error;
    if (!run->deadlock.empty())
        error = std::make_exception_ptr(Deadlock(run->deadlock));
    return error;
}

} // namespace awaitscope
