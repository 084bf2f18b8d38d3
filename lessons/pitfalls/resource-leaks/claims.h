// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"

namespace awaitscope::lesson_resource_leaks {

/// What holds of every run of this lesson.
std::vector<ClaimSpec> claims();
/// The pool refuses nobody in `leak`, with 30 requests or more.
Verdict judgeChallenge(const Run &run);
/// `answered`, `refused`: requests; `most_open`: connections at once; `left_open`, `files_left_open`: connections, and open files as the
/// system lists them, when the last task had ended.
std::vector<Metric> metrics(const VariantRun &variant);
/// How many were refused, and what was left open.
std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &parameters);
/// Each request, and what became of its connection.
ResultTable results(const VariantRun &variant, const ParameterSet &parameters);

} // namespace awaitscope::lesson_resource_leaks
