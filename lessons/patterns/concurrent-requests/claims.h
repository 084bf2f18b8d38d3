// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"

namespace awaitscope::lesson_concurrent_requests {

enum class Side { Clients, Server };

/// What one side says went over the wire in a variant: connections, and bytes of the requests' bodies.
struct Traffic
{
    qint64 connections = 0;
    qint64 bytes = 0;

    bool operator==(const Traffic &) const = default;
};

/// The note that tells it in the record, in words.
std::string trafficNote(Side side, const Traffic &traffic);
/// What such a note in the record says; nothing where there is none.
std::optional<Traffic> trafficOf(const Trace &trace, Side side);

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
