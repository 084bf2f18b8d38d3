// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/selftest/checks.h"

#include "widgets/theme/theme.h"

#include <QFont>
#include <QFontInfo>
#include <QFontMetrics>
#include <QGuiApplication>
#include <QJsonArray>
#include <QScreen>

namespace awaitscope {

namespace {

const std::u32string &neededLetters()
{
    static const std::u32string letters = U"AaÄäÖöÜüß✓✕→…·×µ≤";
    return letters;
}

QString sessionText()
{
    const QString type = qEnvironmentVariable("XDG_SESSION_TYPE"), desktop = qEnvironmentVariable("XDG_CURRENT_DESKTOP");
    return Selftest::tr("session %1, desktop %2")
        .arg(type.isEmpty() ? Selftest::tr("unknown") : type, desktop.isEmpty() ? Selftest::tr("unknown") : desktop);
}

/// The letters of neededLetters() that neither this family nor one that stands in for it has.
QString missingLetters(const QFont &font)
{
    QString missing;
    const QFontMetrics metrics(font);
    for (const char32_t letter : neededLetters()) {
        if (!metrics.inFontUcs4(letter))
            missing += QString::fromUcs4(&letter, 1);
    }
    return missing;
}

} // namespace

CheckResult noDisplayResult()
{
    return {Fitness::Limited, Selftest::tr("no display: the window cannot open, the command line works; %1").arg(sessionText()),
        Selftest::tr("Start it in a graphical session to see the window."), {{QStringLiteral("platform"), QString()}}};
}

CheckResult displayOutOfReach(const QString &words)
{
    const QString platform = qEnvironmentVariable("QT_QPA_PLATFORM"), display = qEnvironmentVariable("DISPLAY");
    const QString wayland = qEnvironmentVariable("WAYLAND_DISPLAY");
    return {Fitness::Unfit, Selftest::tr("the window cannot open: %1; %2").arg(words, sessionText()),
        Selftest::tr("Check DISPLAY (%1), WAYLAND_DISPLAY (%2) and QT_QPA_PLATFORM (%3).").arg(display, wayland, platform),
        {{QStringLiteral("platform"), QString()}, {QStringLiteral("words"), words}}};
}

CheckResult checkDisplay(const CheckedPlaces &)
{
    const QString platform = QGuiApplication::platformName();
    QStringList screens;
    QJsonArray values;
    for (const QScreen *screen : QGuiApplication::screens()) {
        const QSize size = screen->size() * screen->devicePixelRatio();
        screens << Selftest::tr("%1 × %2 px at scale %3")
                       .arg(size.width())
                       .arg(size.height())
                       .arg(QString::number(screen->devicePixelRatio(), 'g', 3));
        values.append(QJsonObject{{QStringLiteral("width_px"), size.width()}, {QStringLiteral("height_px"), size.height()},
            {QStringLiteral("scale"), screen->devicePixelRatio()},
            {QStringLiteral("dpi"), qRound(screen->logicalDotsPerInch())}});
    }
    CheckResult result;
    result.values = {{QStringLiteral("platform"), platform}, {QStringLiteral("screens"), values}};
    result.sentence = Selftest::tr("%1, %2; %3").arg(platform, screens.join(QStringLiteral(", ")), sessionText());
    if (platform == QLatin1String("offscreen") || platform.startsWith(QLatin1String("minimal"))) {
        result.verdict = Fitness::Limited;
        result.advice = Selftest::tr("Qt draws into memory, and no window is seen: unset QT_QPA_PLATFORM.");
    }
    return result;
}

CheckResult checkFonts(const CheckedPlaces &)
{
    QStringList found, packages, families;
    QString missing;
    CheckResult result;
    for (const auto &[family, package] : {std::pair(sansFamily(), QStringLiteral("fonts-inter")),
             std::pair(monospaceFamily(), QStringLiteral("fonts-jetbrains-mono"))}) {
        const QFont font(family);
        const bool exact = QFontInfo(font).exactMatch();
        const QString taken = QFontInfo(font).family();
        families << taken;
        found << (exact           ? Selftest::tr("%1 is there").arg(family)
                : taken.isEmpty() ? Selftest::tr("%1 is missing").arg(family)
                                  : Selftest::tr("%1 is missing, %2 stands in").arg(family, taken));
        if (!exact)
            packages << package;
        for (const QChar letter : missingLetters(font)) {
            if (!missing.contains(letter))
                missing += letter;
        }
    }
    result.values
        = {{QStringLiteral("families"), QJsonArray::fromStringList(families)}, {QStringLiteral("missing_letters"), missing}};
    result.sentence = found.join(QStringLiteral(", ")) + QStringLiteral("; ")
        + (missing.isEmpty() ? Selftest::tr("✓, → and ä can be drawn") : Selftest::tr("no font has %1").arg(missing));
    if (!packages.isEmpty()) {
        result.verdict = Fitness::Limited;
        result.advice
            = Selftest::tr("Install %1: pictures look the same everywhere then.").arg(packages.join(QStringLiteral(", ")));
    }
    if (!missing.isEmpty()) {
        const bool isLatin = missing.contains(u'A') || missing.contains(u'ä');
        result.verdict = isLatin ? Fitness::Unfit : Fitness::Limited;
        packages << QStringLiteral("fonts-dejavu-core");
        result.advice = Selftest::tr("Install %1.").arg(packages.join(QStringLiteral(", ")));
    }
    return result;
}

} // namespace awaitscope
