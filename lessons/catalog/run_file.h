// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"

#include <QByteArray>

namespace awaitscope {

/// The version of the format that encodeRun() writes, and the latest that decodeRun() reads.
inline constexpr int runFileVersion = 1;
/// What the name of a trace file ends in.
inline constexpr QLatin1String runFileExtension(".awaitscope");
/// The largest file that is read, the largest part that is unpacked, and the memory that a run may take of it, in bytes.
inline constexpr qint64 mostFileBytes = 64 << 20, mostUnpackedBytes = 64 << 20, mostRunBytes = 320 << 20;

/// A run as a trace file, without a loss; lessons/trace/trace-format.md describes it. The same run gives the same bytes. Each
/// variant must have its record, as play() and decodeRun() leave it there.
QByteArray encodeRun(const Run &run);

/// The run in a trace file. Damaged, hostile and newer files are refused with one sentence that names the offset; it goes on
/// after the file's name and a colon. Takes at most 512 MB, the bytes given included.
Result<Run> decodeRun(QByteArrayView bytes);

/// What the head of a trace file says.
struct RunFileHead
{
    int version = 0;
    QString lesson; ///< its id
};
/// Reads the head alone: cheap, and without a word on whether the rest is sound.
Result<RunFileHead> peekRun(QByteArrayView bytes);

/// The run of a trace file, to be shown as one of its lesson. Refused where it is of another lesson, or of one whose variants or
/// ranges of parameters have changed since. A parameter that the lesson got since has its default.
Result<Run> fitRun(Run run, const Lesson &lesson);

/// Reads a trace file; the problem's sentence begins with its name.
Result<Run> readRunFile(const QString &file);

/// Writes a trace file, whole or not at all. A regular file is replaced, a link or a folder refused; the problem's sentence
/// begins with the file's name.
Result<Done> writeRunFile(const Run &run, const QString &file);
/// The same for a run that encodeRun() has made bytes of.
Result<Done> writeRunFile(const QByteArray &encoded, const QString &file);

/// A run with its lesson.
struct LessonRun
{
    const Lesson *lesson = nullptr;
    Run run;
};
/// Reads a trace file of one of the lessons, to be shown there; see fitRun(). The problem's sentence begins with its name.
Result<LessonRun> openRunFile(const QString &file, const std::vector<Lesson> &lessons);

} // namespace awaitscope
