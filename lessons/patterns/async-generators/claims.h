// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"

namespace awaitscope::lesson_async_generators {

/// What holds of every run of this lesson.
std::vector<ClaimSpec> claims();
/// In `stop-early` all rows are read, and the client takes fewer.
Verdict judgeChallenge(const Run &run);
/// `first_row_ns`: when the client had the first row, from the run's zero, where it got one; `most_rows_held`: read and not yet
/// handed on; `rows_read`: from the table; `rows_received`: by the client; `producer_waited_ns`: at its co_yield, in sum.
std::vector<Metric> metrics(const VariantRun &variant);
/// When the first row was there, how many rows were held or read, and how long the producer waited.
std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &parameters);

} // namespace awaitscope::lesson_async_generators
