// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/saved_run.h"

namespace awaitscope {

/// One line a run: number, time, lesson, its variants with their durations, whether all claims held.
QString savedRunsText(const std::vector<SavedRun> &runs);
/// All that is known of one run.
QString savedRunText(const SavedRun &run);
/// The same as JSON, without a line end; see savedRunsReport().
QByteArray savedRunReport(const SavedRun &run);
/// An array of `{"number", "uid", "time", "lesson", "name", "note", "clock", "seed", "parameters": {}, "variants": [{"id", "title", "outcome",
/// "duration_ns"}], "claims": [{"id", "text", "holds", "measured"}], "caption", "awaitscope", "trace": "kept" or "pruned", "damaged"}`.
QByteArray savedRunsReport(const std::vector<SavedRun> &runs);

} // namespace awaitscope
