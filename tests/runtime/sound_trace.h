// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/trace_builder.h"
#include "lessons/trace/validator.h"
#include "tests/runtime/recorded_run.h"

#include <QTest>

namespace awaitscope {

/// The trace of a run that has ended; fails the test where the validator finds something or a frame is alive.
inline Trace soundTrace(const RecordedRun &run)
{
    Trace trace = TraceBuilder::build(run.recorder, nullptr);
    for (const Problem &problem : validate(trace))
        QTest::qFail(qPrintable(problem.sentence), __FILE__, __LINE__);
    if (run.scheduler.liveFrames() != 0)
        QTest::qFail("frames are alive", __FILE__, __LINE__);
    return trace;
}

} // namespace awaitscope
