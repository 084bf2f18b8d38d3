// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/language.h"

#include "app/common/pseudo_language.h"
#include "lessons/catalog/lesson_language.h"

#include <QCoreApplication>
#include <QDir>
#include <QGuiApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

#include <algorithm>

namespace awaitscope {

namespace {

const QString folder = QStringLiteral(":/translations"), prefix = QStringLiteral("awaitscope_");
constexpr const char *variable = "AWAITSCOPE_LANGUAGE";

QString nameOf(const QString &code)
{
    if (code == QLatin1String("en"))
        return QStringLiteral("English");
    return code == pseudoLeftToRight ? QStringLiteral("Pseudo")
        : code == pseudoRightToLeft  ? QStringLiteral("Pseudo (right to left)")
                                     : QLocale(code).nativeLanguageName();
}

void install(const QString &file, const QString &directory)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(file, directory))
        QCoreApplication::installTranslator(translator);
    else
        delete translator;
}

} // namespace

std::vector<Language> languages()
{
    QStringList codes{QStringLiteral("en")};
    for (const QString &file : QDir(folder).entryList({prefix + QStringLiteral("*.qm")}, QDir::Files, QDir::Name))
        codes << file.mid(prefix.size()).chopped(3);
    if (const QString asked = qEnvironmentVariable(variable); isPseudoLanguage(asked))
        codes << asked;
    std::vector<Language> known;
    for (const QString &code : std::as_const(codes))
        known.push_back({code, nameOf(code)});
    return known;
}

QString languageToSpeak(const QString &chosen)
{
    const auto all = languages();
    const auto isKnown = [&all](const QString &code) { return std::ranges::find(all, code, &Language::code) != all.end(); };
    QStringList wanted{qEnvironmentVariable(variable), chosen};
    for (const QString &desktops : QLocale::system().uiLanguages())
        wanted << desktops << desktops.section(u'-', 0, 0);
    for (const QString &code : std::as_const(wanted)) {
        if (!code.isEmpty() && isKnown(code))
            return code;
    }
    return QStringLiteral("en");
}

QString languageForCommands()
{
    const QString asked = qEnvironmentVariable(variable);
    const auto all = languages();
    return std::ranges::find(all, asked, &Language::code) != all.end() ? asked : QStringLiteral("en");
}

void speakLessons(const QString &code)
{
    if (!isPseudoLanguage(code))
        return setLessonLanguage(code == QLatin1String("en") ? QString() : code);
    const bool rightToLeft = code == pseudoRightToLeft;
    setLessonLanguage({}, [rightToLeft](const QString &text) { return pseudoText(text, rightToLeft); });
}

void speak(const QString &code)
{
    speakLessons(code);
    if (isPseudoLanguage(code)) {
        const bool rightToLeft = code == pseudoRightToLeft;
        QCoreApplication::installTranslator(new PseudoTranslator(rightToLeft, QCoreApplication::instance()));
        if (rightToLeft && qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
            QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        return;
    }
    if (code == QLatin1String("en"))
        return;
    install(QStringLiteral("qtbase_") + code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    install(prefix + code, folder);
    if (QLocale(code).textDirection() == Qt::RightToLeft && qobject_cast<QGuiApplication *>(QCoreApplication::instance()))
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
}

} // namespace awaitscope
