// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/late_promise.h"

namespace awaitscope {

void TracedTask::created(const std::source_location &end)
{
    id_ = scheduler_->recorder()->newTask();
    site_ = toPayload(end);
    named_ = true;
    scheduler_->record(EventKind::Created, id_, site_);
}

void TracedTask::begins(const std::source_location &end)
{
    scheduler_->taskBegan();
    scheduler_->record(EventKind::Started, id_, site_, scope_->underShield() ? startedShielded : 0);
    enter(end);
}

void TracedTask::dropped()
{
    scheduler_->record(EventKind::NeverStarted, id_);
    if (inFrames_)
        scheduler_->frames().erase(bridge_.address());
}

void TracedTask::stopped(const std::source_location &where)
{
    const auto cause = requestCancellation(*scheduler_, Canceller::Closing, {}, "the consumer stopped");
    end_ = EventKind::Cancelled;
    endText_ = cause->reasonName;
    endRequest_ = cause->id;
    resumed(where);
}

} // namespace awaitscope
