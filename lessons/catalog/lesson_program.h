// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace awaitscope {

// A lesson may need a process of its own: LessonDefinition::program is what this very program does as that process.

/// What to start, and with which arguments, so that the lesson's program gets `arguments`.
struct LessonProgram
{
    QString file;
    QStringList arguments;
};
LessonProgram lessonProgram(const QString &lesson, const QStringList &arguments);

/// For the begin of main(): where this process was started as lessonProgram() says, runs that and gives its exit code.
std::optional<int> runAsLessonProgram(int argc, char **argv);

/// For programs whose main() does not call runAsLessonProgram(), such as tests: the file to be started. Without it, the
/// file of this program. Call it before any lesson plays.
void setLessonProgramFile(const QString &file);

} // namespace awaitscope
