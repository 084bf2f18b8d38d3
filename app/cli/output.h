// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"

namespace awaitscope {

/// How a command ended, as the exit code tells it.
enum class ExitCode { Done = 0, NotHeld = 1, Refused = 2 };

/// Writes to standard output, in UTF-8. False where it cannot be written.
bool print(const QString &text);
bool print(const QByteArray &bytes);
/// Writes one line to standard error, with the program's name before it.
void printProblem(const Problem &problem);

/// What a reader wants to know of a run: its variants with their times, its claims with their numbers, its caption.
QString runText(const Lesson &lesson, const Run &run);
/// The lessons by group, with variants and parameters.
QString lessonsText(const std::vector<Lesson> &lessons);
/// Versions of Awaitscope, Qt and QCoro.
QString versionText();

/// True where all variants ended well, all claims hold, the record is sound and no frame was left alive.
bool isSound(const Run &run);

} // namespace awaitscope
