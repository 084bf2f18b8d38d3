// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"

namespace awaitscope::lesson_loop_monitoring {

/// When the request comes whose work blocks, from the run's zero.
inline constexpr Ns arrival = std::chrono::milliseconds(40);

/// What holds of every run of this lesson.
std::vector<ClaimSpec> claims();
/// The loop is blocked for 80 ms or more, and no monitor logs it.
Verdict judgeChallenge(const Run &run);
/// `stall_ns`: for how long the loop was blocked; `log_lines`; where there is a line, `logged_ns`: when it was logged, and
/// `after_stall_ns`: how long after the end of the stall, below 0 where before it.
std::vector<Metric> metrics(const VariantRun &variant);
/// Whether and when the stall was logged.
std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &parameters);
/// What the variant's monitor saw and missed of the same work.
ResultTable results(const VariantRun &variant, const ParameterSet &parameters);

} // namespace awaitscope::lesson_loop_monitoring
