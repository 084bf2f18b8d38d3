// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/run_file.h"

#include "lessons/trace/whole_file.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>

namespace awaitscope {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("TraceFile", text);
}

Problem problemIn(const QString &file, const Problem &inside)
{
    return {inside.id, QStringLiteral("“%1”: %2").arg(file, inside.sentence), inside.place, inside.severity};
}

} // namespace

Result<Run> readRunFile(const QString &file)
{
    if (!QFileInfo(file).isFile()) {
        const QString sentence = QFileInfo::exists(file) ? tr("is not a regular file; accepted is a trace that Awaitscope saved.")
                                                         : tr("is not there; accepted is a trace that Awaitscope saved.");
        return problemIn(file, {QStringLiteral("file-missing"), sentence, file});
    }
    QFile source(file);
    const QByteArray bytes = source.open(QIODevice::ReadOnly) ? source.read(mostFileBytes + 1) : QByteArray();
    if (source.error() != QFileDevice::NoError)
        return problemIn(file, {QStringLiteral("file-unreadable"), tr("cannot be read: %1.").arg(source.errorString()), file});
    auto run = decodeRun(bytes);
    if (!run)
        return problemIn(file, run.problem());
    return run;
}

Result<Done> writeRunFile(const Run &run, const QString &file)
{
    return writeRunFile(encodeRun(run), file);
}

Result<Done> writeRunFile(const QByteArray &encoded, const QString &file)
{
    const auto written = writeWholeFile(file, encoded);
    return written ? written : problemIn(file, written.problem());
}

Result<LessonRun> openRunFile(const QString &file, const std::vector<Lesson> &lessons)
{
    auto run = readRunFile(file);
    if (!run)
        return run.problem();
    const auto lesson = std::ranges::find(lessons, run.value().lesson, &Lesson::id);
    if (lesson == lessons.end()) {
        return problemIn(file,
            {QStringLiteral("trace-lesson"),
                tr("the trace is of the lesson %1, which this version does not have.").arg(run.value().lesson),
                run.value().lesson});
    }
    auto fitted = fitRun(std::move(run).value(), *lesson);
    if (!fitted)
        return problemIn(file, fitted.problem());
    return LessonRun{&*lesson, std::move(fitted).value()};
}

} // namespace awaitscope
