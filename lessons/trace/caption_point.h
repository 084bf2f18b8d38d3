// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/moment.h"

namespace awaitscope {

/// One thing that a record shows, as a part of a caption.
struct CaptionPoint
{
    /// Where the run's letter stands.
    enum class Form {
        Subject, ///< "A failed at 27 ms": the text is the rest of the sentence
        Place, ///< "In A parseReport held the loop": the same
    };

    int weight = 0; ///< the more, the sooner told
    Form form = Form::Subject;
    bool tellsTime = false; ///< says when the run was answered or ended
    QString text; ///< without the full stop; in the past tense, which fits one run and several

    bool saysTheSameAs(const CaptionPoint &other) const { return form == other.form && text == other.text; }
};
using CaptionPoints = std::vector<CaptionPoint>;

/// What weighs how much. What is the point of a run comes first; how it spent its time says little beside it.
namespace weight {
inline constexpr int overuse = 100, blocked = 90, leak = 88, unread = 86, verdict = 85, cancelled = 80, failed = 87,
                     neverBegan = 75, nested = 74, stopped = 72, queued = 60, consumer = 56, workers = 55, childFailed = 54,
                     monitor = 40, given = 30, waits = 10;
}

/// The points of one record, by what they are about.
CaptionPoints endPoints(const Trace &trace); ///< failures, verdicts against deadlines, results that nobody read
CaptionPoints cancelPoints(const Trace &trace);
CaptionPoints loopPoints(const Trace &trace); ///< blocking, nested loops, monitors, worker threads
CaptionPoints seatPoints(const Trace &trace); ///< queues, overuse, generators
/// How long the run took and, unless briefly, what was waited for and what of it decided.
CaptionPoint waitsPoint(const Trace &trace, bool briefly);

/// True where two waits were in flight at once.
bool waitsOverlap(const Trace &trace);

/// What several records show of one counter: "Most rows held at once: 40 in A, one in B.".
/// Only of counters that go up and down; others are sums.
QStringList counterSentences(std::span<const Subject> subjects);

} // namespace awaitscope
