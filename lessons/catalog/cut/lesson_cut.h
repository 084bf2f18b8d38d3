// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/cut/function_scan.h"

namespace awaitscope::cut {

/// Cuts the shown code out of a lesson's source. A cut stands between two lines `//! [id]`; its id is one of
/// `variants`, or "shared". `file` goes into the map as it is. Throws CutError where a marker is not known, stands
/// alone, is nested in another, comes a second time, holds nothing or is missing for a variant. A line `//! [id] borrowed` says that
/// a variant's code is another lesson's.
SourceMap cutSource(const QString &source, const QString &file, const QStringList &variants);

} // namespace awaitscope::cut
