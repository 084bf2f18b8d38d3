// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"

namespace awaitscope::lesson_concurrent_requests {

/// What the counters are called that hold both sides' sums at the end of a variant. Bytes are those of the requests' bodies.
struct CounterNames
{
    const char *opened = "connections opened";
    const char *accepted = "connections accepted";
    const char *sent = "body bytes sent";
    const char *received = "body bytes received";
};
inline constexpr CounterNames counterNames;

/// Whether the request of that number, from 1, is a malformed one: they come right after the first, which is one only where all are.
bool isMalformed(const ParameterSet &parameters, qint64 number);

/// What holds of every run of this lesson.
std::vector<ClaimSpec> claims();
/// Eight requests or more are well formed, no step is 0, and concurrent is less than a tenth faster.
Verdict judgeChallenge(const Run &run);
/// Requests a second, p50 and p95 of the time from asking to the answer, and the most requests at work at once.
std::vector<Metric> metrics(const VariantRun &variant);
/// How many requests got 200, and how many something else.
std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &parameters);
/// What became of each request, in the order in which they were asked.
ResultTable results(const VariantRun &variant, const ParameterSet &parameters);

} // namespace awaitscope::lesson_concurrent_requests
