// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"

namespace awaitscope {

/// Two runs with those settings that end within this of each other are not told apart: the real clock is never quite the same.
Ns unnoticed(ClockKind clock);
/// A parameter's value for a reader: "196 ms", "on".
QString shownValue(const ParameterSet &parameters, const QString &id);
/// What differs between two runs of a lesson, for a reader, a line each: its parameters; the ends of the variants, in the letters of
/// the later run; claims that hold in but one of the two.
QStringList runChanges(const Lesson &lesson, const Run &before, const Run &now);

} // namespace awaitscope
