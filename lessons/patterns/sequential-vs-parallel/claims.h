// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"

namespace awaitscope::lesson_sequential_vs_parallel {

/// What holds of every run of this lesson.
std::vector<ClaimSpec> claims();
/// gather saves less than 10 ms, and no wait is 0.
Verdict judgeChallenge(const Run &run);
/// `logs_before_user_ns`: how long before the user was known the logs were asked for; 0 where they were asked for after.
std::vector<Metric> metrics(const VariantRun &variant);
/// Where logs need the user: whether the variant asked for them without it.
std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &parameters);

} // namespace awaitscope::lesson_sequential_vs_parallel
