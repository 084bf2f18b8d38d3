// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"

#include <array>

namespace awaitscope::lesson_blocking_the_loop {

/// When the call that may block begins, from the run's zero.
inline constexpr Ns arrival = std::chrono::milliseconds(60);
/// When the users that others ask for are due.
inline constexpr std::array<Ns, 3> queries{
    std::chrono::milliseconds(100), std::chrono::milliseconds(200), std::chrono::milliseconds(420)};

/// What holds of every run of this lesson.
std::vector<ClaimSpec> claims();
/// A request of `blocking-sleep` is late by 30 ms or more, and no beat is missed.
Verdict judgeChallenge(const Run &run);
/// `longest_stall_ns`: the longest turn of the loop; `beats_missed`; `latest_ns`: how late the latest of the other requests was.
std::vector<Metric> metrics(const VariantRun &variant);
/// For how long the loop was blocked, and what that cost.
std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &parameters);

} // namespace awaitscope::lesson_blocking_the_loop
