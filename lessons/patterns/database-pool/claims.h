// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"

namespace awaitscope::lesson_database_pool {

/// What holds of every run of this lesson.
std::vector<ClaimSpec> claims();
/// early-release never has more connections in use than there are, with two queries or more.
Verdict judgeChallenge(const Run &run);
/// `longest_stall_ns`: the longest turn of the loop; `query_ns`: what one query took in the mean; `most_in_use`: connections, each
/// as often as it has users; `most_queued`: for a permit; `longest_wait_in_hand_ns`: for a connection that one had been given.
std::vector<Metric> metrics(const VariantRun &variant);
/// How long the loop stood still, or how many connections were in use.
std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &parameters);

} // namespace awaitscope::lesson_database_pool
