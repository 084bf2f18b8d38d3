// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/late_promise.h"

namespace awaitscope {

void TracedTask::created(const std::source_location &end)
{
    id_ = scheduler_->recorder()->newTask();
    named_ = true;
    scheduler_->record(EventKind::Created, id_, toPayload(end));
}

void TracedTask::begins(const std::source_location &end)
{
    scheduler_->taskBegan();
    scheduler_->record(EventKind::Started, id_, toPayload(end));
    outer_ = scheduler_->enter({id_, toPayload(end)});
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
