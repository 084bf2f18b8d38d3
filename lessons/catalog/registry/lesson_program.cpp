// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/lesson_program.h"
#include "lessons/catalog/lesson_folder.h"

#include <QCoreApplication>

#include <cstring>

namespace awaitscope {

namespace {

constexpr const char *entry = "--lesson-program";

QString &chosenFile()
{
    static QString file;
    return file;
}

} // namespace

void setLessonProgramFile(const QString &file)
{
    chosenFile() = file;
}

LessonProgram lessonProgram(const QString &lesson, const QStringList &arguments)
{
    const QString &file = chosenFile();
    return {file.isEmpty() ? QCoreApplication::applicationFilePath() : file,
        QStringList{QString::fromLatin1(entry), lesson} + arguments};
}

std::optional<int> runAsLessonProgram(int argc, char **argv)
{
    if (argc < 3 || std::strcmp(argv[1], entry) != 0)
        return std::nullopt;
    for (const LessonFolder &folder : lessonFolders()) {
        if (std::strcmp(folder.id, argv[2]) != 0)
            continue;
        const auto program = folder.define().program;
        if (!program)
            break;
        const QCoreApplication application(argc, argv);
        return program(QCoreApplication::arguments().mid(3));
    }
    return std::nullopt;
}

} // namespace awaitscope
