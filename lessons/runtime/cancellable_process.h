// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/delivery.h"
#include "lessons/runtime/foreign_wait.h"

#include <QProcess>
#include <QTimer>

namespace awaitscope {

/// A process could not be started, or ended in another way than by itself. What it says names the program.
class ProcessFailed : public std::runtime_error
{
public:
    using std::runtime_error::runtime_error;
};

/// The wait for the end of a process. A cancellation ends the process first. It is noticed in the next turn: an end in the turn of the
/// cancellation counts as having come before.
class ProcessAwaiter : public ForeignWait
{
public:
    ProcessAwaiter(Scope &scope, QPointer<QProcess> process, std::chrono::milliseconds grace, Ns cost);

    bool await_ready() const { return !process_ || process_->state() == QProcess::NotRunning; }
    void await_suspend(std::coroutine_handle<> coroutine);
    int await_resume() const;

private:
    class StopAlarm : public Alarm
    {
    public:
        StopAlarm(Scheduler &scheduler, ProcessAwaiter &wait) : Alarm(scheduler), wait_(wait) { }

    private:
        void ring() override { wait_.stop(); }
        ProcessAwaiter &wait_;
    };

    /// The end of the process at its time on the virtual clock.
    class EndDelivery : public Delivery
    {
    public:
        explicit EndDelivery(ProcessAwaiter &wait) : Delivery(wait.scheduler()), wait_(wait) { }

    private:
        void delivered() override { wait_.wake(); }
        ProcessAwaiter &wait_;
    };

    void processGone();
    void stop();

    const QPointer<QProcess> process_;
    const std::chrono::milliseconds grace_;
    const Ns cost_;
    std::optional<EndDelivery> end_; ///< of a process that costs time on the virtual clock
    bool stopped_ = false;
    StopAlarm stopAlarm_;
    QTimer killTimer_; ///< of real time on both clocks, as the process lives in it
};

/// What cancellable() gives for a process, to be awaited.
class [[nodiscard]] CancellableProcess
{
public:
    CancellableProcess(Scope &scope, QProcess *process, std::chrono::milliseconds grace, Ns cost) :
        scope_(&scope),
        process_(process),
        grace_(grace),
        cost_(cost)
    {
    }
    ProcessAwaiter operator co_await() const { return ProcessAwaiter(*scope_, process_, grace_, cost_); }

private:
    Scope *scope_;
    QPointer<QProcess> process_;
    std::chrono::milliseconds grace_;
    Ns cost_;
};

} // namespace awaitscope
