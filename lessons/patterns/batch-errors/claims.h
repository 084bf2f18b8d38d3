// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"

namespace awaitscope::lesson_batch_errors {

/// What holds of every run of this lesson.
std::vector<ClaimSpec> claims();
/// gather leaves at least ten results unread.
Verdict judgeChallenge(const Run &run);
/// `answer_ns`, `last_work_ns`: when the caller heard, and when the last item ended; `unread`: results that nobody read.
std::vector<Metric> metrics(const VariantRun &variant);
/// Whether every item was accounted for.
std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &parameters);
/// Each item, in order.
ResultTable results(const VariantRun &variant, const ParameterSet &parameters);

} // namespace awaitscope::lesson_batch_errors
