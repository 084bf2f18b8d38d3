// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"
#include "widgets/timeline/figure.h"

namespace awaitscope {

/// A run as a figure that stands alone: title, parameters and clock, timelines, caption, and the command that makes
/// it again. `file` is where it will be written; only its name without the folder is used, none for an empty one.
Figure runFigure(const Lesson &lesson, const Run &run, const FigureOptions &options = {}, const QString &file = {});

/// The results of each variant of a run, to be shown side by side; empty where the lesson has none.
std::vector<ResultColumn> resultColumns(const Run &run);

/// The parameters and the clock of a run: "getUser 196 ms · getUserLogs 120 ms · real clock". A flag that is off is
/// left out; a seed stands beside the virtual clock, which it rules.
QString runSubtitle(const Run &run);

/// The command that makes a run, and its figure if a file is named, again: only what differs from the defaults, in
/// the order of the help, quoted for a shell.
QString runCommand(const Lesson &lesson, const Run &run, const FigureOptions &options = {}, const QString &file = {});

/// A name of a theme as the command line takes it: "light", "dark" or "print".
QString themeId(ThemeKind theme);

/// A number without needless digits: "2", "1.5".
QString plainNumber(double number);

} // namespace awaitscope
