// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/judging.h"
#include "lessons/trace/analysis.h"

namespace awaitscope::lesson_gather_failure {

/// What a variant's record says of the three calls and of their caller, null where a run was cut short before it. Times count from the
/// begin of the caller.
class Reading
{
public:
    explicit Reading(const Trace &trace);

    bool complete() const { return caller && validate && checkQuota && enrich && fetchGeo; }
    /// When the caller had its answer or its error.
    Ns answered() const { return caller ? caller->end - caller->start : Ns(0); }
    /// From the caller's begin to a time after it.
    Stretch upTo(Ns time) const { return {trace_, caller->start, caller->start + time}; }
    /// When a call of that length is due.
    Ns dueOf(const Run &run, const TaskInfo &call, Ns length) const { return begunAfter(run, trace_, *caller, call) + length; }
    Ns machineLate() const { return overslept(trace_); }
    /// When the last task ended.
    Ns lastEnd() const { return lastEnd_; }
    /// Tasks that ended only after the caller had gone.
    qsizetype outliving() const { return outliving_; }
    qsizetype unread() const { return unread_; }
    qsizetype cancelled() const { return cancelled_; }
    /// The one request that cancelled tasks; null where there was none, or several.
    const CancelRequest *request() const { return request_; }

    const TaskInfo *caller;
    const TaskInfo *validate;
    const TaskInfo *checkQuota;
    const TaskInfo *enrich;
    const TaskInfo *fetchGeo;
    const TaskInfo *closeSocket; ///< null where nothing was cleaned up

private:
    const Trace &trace_;
    Ns lastEnd_{0};
    qsizetype outliving_ = 0;
    qsizetype unread_ = 0;
    qsizetype cancelled_ = 0;
    const CancelRequest *request_ = nullptr;
};

} // namespace awaitscope::lesson_gather_failure
