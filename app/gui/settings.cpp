// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/settings.h"

#include "app/common/places.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QSettings>

#include <algorithm>
#include <array>

namespace awaitscope {

namespace {

template <class Choice> using Names = std::array<std::pair<const char *, Choice>, 3>;

constexpr Names<ThemeChoice> themes{
    {{"system", ThemeChoice::System}, {"light", ThemeChoice::Light}, {"dark", ThemeChoice::Dark}}};
constexpr Names<ContrastChoice> contrasts{
    {{"system", ContrastChoice::System}, {"usual", ContrastChoice::Usual}, {"high", ContrastChoice::High}}};
constexpr Names<MotionChoice> motions{
    {{"system", MotionChoice::System}, {"full", MotionChoice::Full}, {"reduced", MotionChoice::Reduced}}};

const QString themeKey = QStringLiteral("window/theme"), contrastKey = QStringLiteral("window/contrast"),
              motionKey = QStringLiteral("window/motion"), textScaleKey = QStringLiteral("window/textScale"),
              languageKey = QStringLiteral("app/language"), savedTracesKey = QStringLiteral("store/savedTraces");

template <class Choice> Choice choiceNamed(const QVariant &name, const Names<Choice> &names)
{
    const auto found
        = std::ranges::find_if(names, [&](const auto &known) { return name.toString() == QLatin1String(known.first); });
    return found == names.end() ? names.front().second : found->second;
}

template <class Choice> QString nameOf(Choice choice, const Names<Choice> &names)
{
    return QString::fromLatin1(std::ranges::find(names, choice, &std::pair<const char *, Choice>::second)->first);
}

bool isLanguageCode(const QString &code)
{
    static const QRegularExpression form(QStringLiteral("\\A[a-z]{2,3}([_-][A-Za-z]{2,4})?\\z"));
    return form.match(code).hasMatch();
}

} // namespace

QString Settings::file()
{
    return places().settingsFile();
}

Settings::Settings(const QString &file, QObject *parent) : QObject(parent), file_(file)
{
    if (file_.isEmpty())
        return;
    theme_ = choiceNamed(read(themeKey), themes);
    contrast_ = choiceNamed(read(contrastKey), contrasts);
    motion_ = choiceNamed(read(motionKey), motions);
    bool isNumber = false;
    if (const double scale = read(textScaleKey).toString().toDouble(&isNumber);
        isNumber && scale >= leastTextScale && scale <= mostTextScale)
        textScale_ = scale;
    if (const QString code = read(languageKey).toString(); isLanguageCode(code))
        language_ = code;
    if (const int count = read(savedTracesKey).toString().toInt(&isNumber);
        isNumber && count >= leastSavedTraces && count <= mostSavedTraces)
        savedTraces_ = count;
}

void Settings::setThemeChoice(ThemeChoice choice)
{
    if (std::exchange(theme_, choice) != choice)
        keep(themeKey, nameOf(choice, themes));
}

void Settings::setContrastChoice(ContrastChoice choice)
{
    if (std::exchange(contrast_, choice) != choice)
        keep(contrastKey, nameOf(choice, contrasts));
}

void Settings::setMotionChoice(MotionChoice choice)
{
    if (std::exchange(motion_, choice) != choice)
        keep(motionKey, nameOf(choice, motions));
}

void Settings::setTextScale(double scale)
{
    const double wanted = scale > 0.0 ? std::clamp(scale, leastTextScale, mostTextScale) : 0.0;
    if (std::exchange(textScale_, wanted) != wanted)
        keep(textScaleKey, QString::number(wanted, 'f', 2));
}

void Settings::setLanguage(const QString &code)
{
    const QString wanted = isLanguageCode(code) ? code : QString();
    if (std::exchange(language_, wanted) != wanted)
        keep(languageKey, wanted);
}

void Settings::setSavedTraces(int count)
{
    const int wanted = std::clamp(count, leastSavedTraces, mostSavedTraces);
    if (std::exchange(savedTraces_, wanted) != wanted)
        keep(savedTracesKey, QString::number(wanted));
}

QVariant Settings::read(const QString &key) const
{
    return QSettings(file_, QSettings::IniFormat).value(key);
}

void Settings::keep(const QString &key, const QVariant &value)
{
    if (!file_.isEmpty() && makePrivateFolder(QFileInfo(file_).absolutePath()))
        QSettings(file_, QSettings::IniFormat).setValue(key, value);
    Q_EMIT changed();
}

} // namespace awaitscope
