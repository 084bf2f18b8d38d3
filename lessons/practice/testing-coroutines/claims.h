// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"

namespace awaitscope::lesson_testing_coroutines {

/// What holds of every run of this lesson.
std::vector<ClaimSpec> claims();
/// The virtual tests stand for more than 10 s of waits.
Verdict judgeChallenge(const Run &run);
/// `passed`, `failed`: verdicts of both rounds; `verdicts_differ`: seeds of a test with which the rounds disagree; `waits_ns`: what
/// the tests wait for, at least; `tests_took_ns`: what they took on their own clock; `processes_ns`: what their processes took.
std::vector<Metric> metrics(const VariantRun &variant);
/// Whether both rounds came to the same verdicts.
std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &parameters);
/// Each test function, with its seeds of both rounds.
ResultTable results(const VariantRun &variant, const ParameterSet &parameters);

} // namespace awaitscope::lesson_testing_coroutines
