// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace awaitscope {

/// A language that the app speaks.
struct Language
{
    QString code; ///< "en", "de"
    QString name; ///< in itself
};

/// All of them, English first. A made-up language for tests is among them only where AWAITSCOPE_LANGUAGE names one.
std::vector<Language> languages();

/// The language to speak: AWAITSCOPE_LANGUAGE, else the user's choice where it is known, else the first of the desktop's that is
/// known, else "en".
QString languageToSpeak(const QString &chosen);

/// The language of the command line: AWAITSCOPE_LANGUAGE where it is known, else "en", so that figures and reports come out the
/// same wherever they are made.
QString languageForCommands();

/// Chooses the language of the lessons' texts, without an application object. To be called before a lesson is asked for.
void speakLessons(const QString &code);

/// Speaks that language from now on: the app's texts, Qt's own, and the texts of lessons. Call it once, with an application
/// object, before a lesson is asked for. "qps" is English made longer and accented, between « and »; "qpr" is that from right to
/// left.
void speak(const QString &code);

} // namespace awaitscope
