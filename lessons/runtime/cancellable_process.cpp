// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/cancellable_process.h"

namespace awaitscope {

ProcessAwaiter::ProcessAwaiter(Scope &scope, QPointer<QProcess> process, std::chrono::milliseconds grace) :
    ForeignWait(scope, "process"),
    process_(std::move(process)),
    grace_(grace),
    stopAlarm_(scope.scheduler(), *this)
{
}

void ProcessAwaiter::await_suspend(std::coroutine_handle<> coroutine)
{
    countAsExternalWork();
    QObject::connect(process_, &QProcess::finished, receiver(), [this] { wake(); });
    QObject::connect(process_, &QProcess::errorOccurred, receiver(), [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart) // then nothing finishes
            wake();
    });
    wakeWhenDestroyed(process_);
    suspend(coroutine, nullptr);
    stopAlarm_.setForCancelOf(scope());
}

void ProcessAwaiter::stop()
{
    if (!waiting())
        return;
    stopped_ = true;
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
