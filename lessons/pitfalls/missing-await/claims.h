// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"

namespace awaitscope::lesson_missing_await {

/// What holds of every run of this lesson.
std::vector<ClaimSpec> claims();
/// `forgotten` loses an exception, and yet answers within 1 ms of `awaited`.
Verdict judgeChallenge(const Run &run);
/// `answer_ns`: when the endpoint ended; `load_ended_ns`: when getUser did, where it began; `lost_failures`: exceptions that nobody
/// read; `never_started`: lazy tasks that nobody awaited.
std::vector<Metric> metrics(const VariantRun &variant);
/// What became of the call.
std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &parameters);

} // namespace awaitscope::lesson_missing_await
