// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/cancellable_process.h"

namespace awaitscope {

ProcessAwaiter::ProcessAwaiter(Scope &scope, QPointer<QProcess> process, std::chrono::milliseconds grace, Ns cost) :
    ForeignWait(scope, "process"),
    process_(std::move(process)),
    grace_(grace),
    cost_(cost),
    stopAlarm_(scope.scheduler(), *this)
{
}

void ProcessAwaiter::await_suspend(std::coroutine_handle<> coroutine)
{
    if (cost_ > Ns(0) && scheduler().clock() == ClockKind::Virtual) {
        end_.emplace(*this);
        scheduler().deliverAt(*end_, cost_ < Ns::max() - scheduler().now() ? scheduler().now() + cost_ : Ns::max());
    } else {
        countAsExternalWork();
    }
    QObject::connect(process_, &QProcess::finished, receiver(), [this] { processGone(); });
    QObject::connect(process_, &QProcess::errorOccurred, receiver(), [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) // then nothing finishes
            processGone();
    });
    QObject::connect(process_, &QObject::destroyed, receiver(), [this] { processGone(); });
    suspend(coroutine, nullptr);
    stopAlarm_.setForCancelOf(scope());
}

void ProcessAwaiter::processGone()
{
    if (!end_) {
        wake();
        return;
    }
    scheduler().postFromAnyThread([&scheduler = scheduler(), number = end_->number()] { scheduler.deliveryArrived(number); });
}

void ProcessAwaiter::stop()
{
    if (!waiting())
        return;
    stopped_ = true;
    if (end_) // nobody can know how long it would have gone on
        scheduler().deliverAt(*end_, scheduler().now());
    if (!process_)
        return;
    killTimer_.setSingleShot(true);
    QObject::connect(&killTimer_, &QTimer::timeout, receiver(), [this] {
        if (process_)
            process_->kill();
    });
    killTimer_.start(grace_);
    process_->terminate();
}

int ProcessAwaiter::await_resume() const
{
    if (stopped_)
        throw scope().cancelled();
    if (!process_)
        throw SenderDestroyed(name());
    if (!process_->isOpen() && process_->error() != QProcess::FailedToStart)
        throw std::logic_error("cancellable: nobody has started the process, so that it cannot end");
    const std::string program = "the program \"" + process_->program().toStdString() + "\"";
    if (process_->error() == QProcess::FailedToStart)
        throw ProcessFailed(program + " could not be started: " + process_->errorString().toStdString());
    if (process_->exitStatus() == QProcess::CrashExit)
        throw ProcessFailed(program + " crashed or was killed");
    return process_->exitCode();
}

} // namespace awaitscope
