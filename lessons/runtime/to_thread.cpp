// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/to_thread.h"

#include <QThreadPool>

namespace awaitscope {

ThreadWait::ThreadWait(std::shared_ptr<ThreadJob> job, Scope &scope) :
    Waiter(&scope.scheduler()),
    job_(std::move(job)),
    scope_(scope),
    stopAlarm_(scope.scheduler(), *job_)
{
}

void ThreadWait::await_suspend(std::coroutine_handle<> coroutine)
{
    suspend(coroutine, nullptr);
    stopAlarm_.setForCancelOf(scope_);
    const std::uint64_t delivery = scheduler().expectDelivery([this] { wake(); });
    QThreadPool::globalInstance()->start([&scheduler = scheduler(), delivery, job = job_]() mutable {
        try {
            job->call();
        } catch (...) {
            job->failure = std::current_exception();
        }
        job.reset();
        scheduler.deliveryReady(delivery);
    });
}

void ThreadWait::throwIfFailed() const
{
    scope_.throwIfCancelled();
    if (job_->failure)
        std::rethrow_exception(job_->failure);
}

} // namespace awaitscope
