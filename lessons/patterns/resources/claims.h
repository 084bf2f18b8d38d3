// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"

namespace awaitscope::lesson_resources {

/// What holds of every run of this lesson.
std::vector<ClaimSpec> claims();
/// raii ends at least 50 ms later than async-scope.
Verdict judgeChallenge(const Run &run);
/// `opened`, `left_open`: connections, and how many of them were open when the last task ended; `blocked_ns`: for how long the loop
/// was blocked on purpose; `last_end_ns`: when the last task ended.
std::vector<Metric> metrics(const VariantRun &variant);
/// What was left open, and for how long the loop was blocked.
std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &parameters);
/// Each way out, and what became of its connection.
ResultTable results(const VariantRun &variant, const ParameterSet &parameters);

} // namespace awaitscope::lesson_resources
