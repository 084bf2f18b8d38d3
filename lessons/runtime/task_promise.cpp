// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/task_promise.h"

namespace awaitscope {

void TracedTask::takeFailure()
{
    failure_ = std::current_exception();
    Recorder &recorder = *scheduler_->recorder();
    try {
        throw;
    } catch (const Cancelled &cancelled) {
        end_ = EventKind::Cancelled;
        endText_ = cancelled.cause().reasonName;
    } catch (const std::exception &exception) {
        end_ = EventKind::Failed;
        endText_ = recorder.intern(exception.what());
    } catch (...) {
        end_ = EventKind::Failed;
        endText_ = recorder.intern("an exception of a type of its own");
    }
}

void TracedTask::announceFrame()
{
    scheduler_->frames().insert(bridge_.address(), id_);
    named_ = inFrames_ = true;
}

} // namespace awaitscope
