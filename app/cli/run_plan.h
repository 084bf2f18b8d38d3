// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "lessons/catalog/runner.h"
#include "widgets/timeline/figure.h"

namespace awaitscope {

/// One lesson to play, and the files to write afterwards.
struct PlannedRun
{
    RunRequest request;
    QStringList figures; ///< files, each with an ending that figureFormat() knows
    QString report; ///< file of the JSON report; empty: none
    QStringList traces; ///< files to keep the run in
};

/// What a `run` command asks for, checked to the last detail: nothing that the user gave can fail any more.
struct RunPlan
{
    std::vector<PlannedRun> runs;
    FigureOptions figureOptions;
    bool reportToOutput = false; ///< --json -
    bool variantsChosen = false; ///< --variant was given
    bool save = false; ///< --save
};

/// Checks a `run` command. Creates no file. The problem is the first one in the order of the help.
Result<RunPlan> planRun(const ParsedArguments &arguments, const std::vector<Lesson> &lessons);

/// One of the lessons by its id; the problem lists those that there are and tells the one most likely meant.
Result<const Lesson *> lessonNamed(const QString &id, const std::vector<Lesson> &lessons);

/// Parameters under which a variant exists, as near to the given ones as can be found by changing one flag or choice;
/// nothing where that does not do it.
std::optional<ParameterSet> parametersFor(const VariantSpec &variant, const ParameterSet &parameters);

} // namespace awaitscope
