// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/saved_run.h"
#include "lessons/catalog/run.h"

namespace awaitscope {

/// A run as the store takes it, with its trace encoded; `time` is when it ended. Takes some ms for each MB: may be called on any thread.
NewRun recordOf(const Run &run, const QDateTime &time);

/// Parameters as a saved run keeps them: one line each, NAME=VALUE as `run --set` takes it.
QString parameterLines(const ParameterSet &parameters);

} // namespace awaitscope
