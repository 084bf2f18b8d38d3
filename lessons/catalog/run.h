// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/parameters.h"
#include "lessons/runtime/clock.h"
#include "lessons/trace/moment.h"
#include "lessons/trace/record.h"
#include "lessons/trace/result_table.h"
#include "lessons/trace/trace.h"

namespace awaitscope {

/// How a variant's run came out as a whole.
enum class RunOutcome { Done, Failed, Cancelled, TimedOut, LeftBehind };

/// A number measured over a variant's record; the unit is in the name: "longest_stall_ns".
struct Metric
{
    QString name;
    qint64 value = 0;
};

/// One variant, played once.
struct VariantRun
{
    QString id;
    QString title;
    RunOutcome outcome = RunOutcome::Done;
    bool asMeant = true; ///< the outcome is one that the variant may have by its design
    QString error; ///< of an outcome other than Done
    std::shared_ptr<const Trace> trace;
    std::shared_ptr<const Record> record; ///< what the trace was made of, and what a trace file keeps
    std::vector<Metric> metrics;
    std::vector<SubjectNote> notes; ///< stand in its header
    ResultTable results; ///< empty where the lesson has none
};

/// A claim, judged over a run.
struct ClaimResult
{
    QString id;
    QString text;
    bool holds = false;
    QString measured; ///< a sentence with numbers
};

/// One lesson, played once: all variants asked for, each from its own zero.
struct Run
{
    QString lesson;
    ClockKind clock = ClockKind::Real;
    quint64 seed = 1;
    ParameterSet parameters;
    std::vector<VariantRun> variants;
    std::vector<ClaimResult> claims;
    QString caption;
    std::vector<Problem> problems; ///< what the validator found; empty for a sound run
    int liveFrames = 0; ///< coroutine frames alive after the end; a sound run has 0
    bool cancelled = false; ///< by the user, before it was through

    const VariantRun *variant(QStringView id) const;
    /// Letters A, B, … by position.
    std::vector<Subject> subjects() const;
};

} // namespace awaitscope
