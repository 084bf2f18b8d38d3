// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"

namespace awaitscope::lesson_cancellation_cascade {

/// What holds of every run of this lesson, whatever its reader cancels meanwhile.
std::vector<ClaimSpec> claims();
/// The caller of `failure` hears at least 150 ms later than that of `timeout`.
Verdict judgeChallenge(const Run &run);
/// `answer_ns`: when the caller heard; `last_work_ns`: when the last task ended; `requests`, and how many tasks they `asked`;
/// `asking_ns`: the longest that one took to reach all of them.
std::vector<Metric> metrics(const VariantRun &variant);
/// How big the tree was, and whether it left anything behind.
std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &parameters);
/// The tasks that were told, in the order in which they were; many of one name in one row.
ResultTable results(const VariantRun &variant, const ParameterSet &parameters);

} // namespace awaitscope::lesson_cancellation_cascade
