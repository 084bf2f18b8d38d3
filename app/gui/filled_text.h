// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/run.h"

namespace awaitscope {

/// A text of a lesson with its placeholders filled from a run, or where that is null from the parameters. Sentences about variants
/// that the run does not have are left out; a number and its unit stay on one line.
QString filledText(const QString &text, const ParameterSet &parameters, const Run *run);

} // namespace awaitscope
