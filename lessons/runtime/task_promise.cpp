// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/task_promise.h"

#include "lessons/runtime/timed_out.h"

namespace awaitscope {

void TracedTask::takeFailure()
{
    failure_ = std::current_exception();
    if (const Cancelled *cancelled = asCancelled(failure_)) {
        end_ = EventKind::Cancelled;
        endText_ = cancelled->cause().reasonName;
        endRequest_ = cancelled->cause().id;
        return;
    }
    Recorder &recorder = *scheduler_->recorder();
    try {
        throw;
    } catch (const TimedOut &timedOut) {
        end_ = EventKind::TimedOut;
        endText_ = recorder.intern(timedOut.what());
    } catch (const std::exception &exception) {
        end_ = EventKind::Failed;
        endText_ = recorder.intern(exception.what());
    } catch (...) {
        end_ = EventKind::Failed;
        endText_ = recorder.intern("an exception of a type of its own");
    }
}

void TracedTask::interrupted(const CancelCause &cause)
{
    if (scope_->cancelRequested() && !std::exchange(interrupted_, true))
        scheduler_->record(EventKind::Interrupted, id_, packCancel(cause.reasonName, cause.id));
}

void TracedTask::announceFrame()
{
    scheduler_->frames().insert(bridge_.address(), this);
    named_ = inFrames_ = true;
}

} // namespace awaitscope
