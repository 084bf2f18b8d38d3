// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"

namespace awaitscope::lesson_nested_event_loops {

/// What holds of every run of this lesson, however often its reader clicks.
std::vector<ClaimSpec> claims();
/// The first wait of `nested` returns at least 1 s after its data was there.
Verdict judgeChallenge(const Run &run);
/// Of the first click, from its handler's begin: `data_ns`: when its data was there, `returned_ns`: when its handler returned,
/// `late_ns`: what lies between. `depth`: the most nested loops at once; `handlers`: how many clicks had one; `open`: the most at
/// once.
std::vector<Metric> metrics(const VariantRun &variant);
/// How late the handler that had to wait longest for others was.
std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &parameters);

} // namespace awaitscope::lesson_nested_event_loops
