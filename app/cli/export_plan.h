// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "lessons/catalog/run_file.h"
#include "widgets/timeline/figure.h"

namespace awaitscope {

/// What an `export` command asks for: a run to draw, as it was read, and where to.
struct ExportPlan
{
    LessonRun trace;
    QStringList figures; ///< files, each with an ending that figureFormat() knows
    FigureOptions figureOptions;
};

/// Checks an `export` command and reads the trace. Creates no file.
Result<ExportPlan> planExport(const ParsedArguments &arguments, const std::vector<Lesson> &lessons);

/// True of an operand of the window that names a file: it ends like a trace, has a folder in it, or is there.
bool namesFile(const QString &operand);

} // namespace awaitscope
