// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/cut/generated_source.h"
#include "lessons/catalog/cut/lesson_cut.h"
#include "lessons/catalog/cut/translation_check.h"
#include "lessons/catalog/lesson_text.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSaveFile>

#include <algorithm>
#include <cstdio>

using namespace awaitscope;

namespace {

/// As compilers say it, so that an editor jumps there.
int fail(const QString &file, int line, const QString &sentence)
{
    std::fprintf(stderr, "%s:%d: error: %s\n", qUtf8Printable(file), line, qUtf8Printable(sentence));
    return 1;
}

std::optional<QString> readText(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QByteArray bytes = file.readAll();
    return QString::fromUtf8(bytes).remove(u'\r');
}

} // namespace

/// awaitscope_cut ROOT GROUP ID OUTPUT: cuts the lesson in ROOT/lessons/GROUP/ID into a C++ file.
int main(int argc, char **argv)
{
    if (argc != 5) {
        std::fputs("usage: awaitscope_cut ROOT GROUP ID OUTPUT\n", stderr);
        return 2;
    }
    const QString root = QString::fromLocal8Bit(argv[1]);
    const QString group = QString::fromLocal8Bit(argv[2]);
    const QString id = QString::fromLocal8Bit(argv[3]);
    const QString folder = QStringLiteral("lessons/%1/%2/").arg(group, id);
    const QString sourceFile = folder + QStringLiteral("lesson.cpp");
    const QString textFile = folder + QStringLiteral("lesson.md");
    const QString textPath = root + u'/' + textFile;
    const QString sourcePath = root + u'/' + sourceFile;

    const auto markdown = readText(textPath);
    if (!markdown)
        return fail(textPath, 1, QStringLiteral("The lesson's text cannot be read."));
    const auto text = parseLessonText(*markdown);
    if (!text)
        return fail(textPath, QStringView(text.problem().place).sliced(5).toInt(), text.problem().sentence);
    if (text.value().id != id)
        return fail(textPath, 2, QStringLiteral("The id “%1” differs from the folder's name “%2”.").arg(text.value().id, id));
    const auto source = readText(sourcePath);
    if (!source)
        return fail(sourcePath, 1, QStringLiteral("The lesson's source cannot be read."));
    QStringList variants = text.value().variantTitles.keys();
    variants.sort();
    try {
        const SourceMap map = cut::cutSource(*source, sourceFile, variants);
        QSaveFile output(QString::fromLocal8Bit(argv[4]));
        cut::Translations translations;
        static const QRegularExpression form(QStringLiteral("\\Alesson\\.([a-z]{2,3})\\.md\\z"));
        for (const QString &name :
            QDir(root + u'/' + folder).entryList({QStringLiteral("lesson.*.md")}, QDir::Files, QDir::Name)) {
            const QString path = root + u'/' + folder + name;
            const auto match = form.match(name);
            if (!match.hasMatch())
                return fail(path, 1, QStringLiteral("A lesson's text in another language is named as lesson.de.md is."));
            const auto translated = readText(path);
            if (!translated)
                return fail(path, 1, QStringLiteral("The lesson's text cannot be read."));
            if (const auto problem = cut::translationProblem(*translated, text.value()))
                return fail(path, QStringView(problem->place).sliced(5).toInt(), problem->sentence);
            translations.insert(match.captured(1), *translated);
        }
        const QByteArray generated = cut::generateLesson(id, group, *markdown, map, translations);
        if (!output.open(QIODevice::WriteOnly) || output.write(generated) != generated.size() || !output.commit())
            return fail(output.fileName(), 1, QStringLiteral("The file cannot be written: %1").arg(output.errorString()));
    } catch (const cut::CutError &error) {
        return fail(sourcePath, error.line, error.sentence);
    }
    return 0;
}
