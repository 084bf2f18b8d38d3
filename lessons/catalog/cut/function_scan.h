// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/source_map.h"

namespace awaitscope::cut {

/// What is wrong with a line of a lesson's source or text.
struct CutError
{
    int line = 0; ///< from 1
    QString sentence;
};

/// The functions and lambdas in a piece of masked source (see maskSource()) that begins with line `firstLine`, with
/// the ranges of their statements, in order of their first lines. A lambda is called by the variable that it is
/// bound to. Throws CutError where braces do not pair.
std::vector<SourceFunction> scanFunctions(const QString &masked, int firstLine);

} // namespace awaitscope::cut
