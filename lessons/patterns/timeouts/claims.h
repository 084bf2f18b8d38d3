// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"

namespace awaitscope::lesson_timeouts {

/// When the work that blocks the loop begins to, from the run's zero.
inline constexpr Ns blockBegins = std::chrono::milliseconds(60);

/// What holds of every run of this lesson.
std::vector<ClaimSpec> claims();
/// `cancel` answers 408 at least 100 ms after its deadline.
Verdict judgeChallenge(const Run &run);
/// `answer_ns`: how long the handler took to its answer; `late_ns`: how much of that was after the deadline; `last_work_ns`: when the
/// task ended, counted from the begin of the handler; `status`: what the client got.
std::vector<Metric> metrics(const VariantRun &variant);
/// What the answer left behind.
std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &parameters);

} // namespace awaitscope::lesson_timeouts
