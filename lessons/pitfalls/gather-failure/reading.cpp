// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/pitfalls/gather-failure/reading.h"

#include <algorithm>

namespace awaitscope::lesson_gather_failure {

Reading::Reading(const Trace &trace) :
    caller(trace.find(u"handleRequest")),
    validate(trace.find(u"validate")),
    checkQuota(trace.find(u"checkQuota")),
    enrich(trace.find(u"enrich")),
    fetchGeo(trace.find(u"fetchGeo")),
    closeSocket(trace.find(u"closeSocket")),
    trace_(trace)
{
    for (const TaskInfo &task : trace.tasks()) {
        lastEnd_ = std::max(lastEnd_, caller ? task.end - caller->start : Ns(0));
        outliving_ += caller && task.endEvent > caller->endEvent ? 1 : 0;
        unread_ += task.unread ? 1 : 0;
        cancelled_ += task.outcome == TaskState::Cancelled ? 1 : 0;
    }
    if (trace.cancelRequests().size() == 1)
        request_ = &trace.cancelRequests().front();
}

} // namespace awaitscope::lesson_gather_failure
