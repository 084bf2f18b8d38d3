// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/run_blocking.h"

#include <QAbstractEventDispatcher>

namespace awaitscope {

void BlockingRun::wait()
{
    if (!ended_) {
        loop_.exec();
        // An outer loop may have been told to quit meanwhile: it must not sleep over it.
        QAbstractEventDispatcher::instance()->wakeUp();
    }
    if (!ended_)
        throw std::runtime_error("runBlocking: the application was told to end before the task had ended");
    if (failure_)
        std::rethrow_exception(failure_);
}

void BlockingRun::ended()
{
    ended_ = true;
    loop_.quit();
}

NestedMark::NestedMark(Scheduler &scheduler, const std::source_location &where) :
    scheduler_(scheduler),
    task_(scheduler.currentTask())
{
    scheduler_.record(EventKind::NestedBegan, task_, toPayload(where));
}

NestedMark::~NestedMark()
{
    scheduler_.record(EventKind::NestedEnded, task_);
}

} // namespace awaitscope
