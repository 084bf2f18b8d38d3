// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"

namespace awaitscope::lesson_gather_failure {

/// What holds of every run of this lesson.
std::vector<ClaimSpec> claims();
/// The group's caller hears of the failure at least 50 ms later than gather's.
Verdict judgeChallenge(const Run &run);
/// `answer_ns`, `last_work_ns`: when the caller heard, and when the last task ended, counted from its begin; `outliving`: tasks that
/// were in flight when the caller had gone; `orphan_ns`: for how long the last of them went on; `unread`: results that nobody read;
/// `cancelled`: tasks.
std::vector<Metric> metrics(const VariantRun &variant);
/// What the failure left behind.
std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &parameters);
/// Each of the three calls.
ResultTable results(const VariantRun &variant, const ParameterSet &parameters);

} // namespace awaitscope::lesson_gather_failure
