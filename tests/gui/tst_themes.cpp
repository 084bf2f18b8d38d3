// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/style.h"
#include "tests/gui/window_fixture.h"
#include "widgets/theme/motion.h"
#include "widgets/timeline/cues.h"

#include <QRegularExpression>
#include <QStyle>

using namespace awaitscope;
using awaitscope::test::OpenWindow;

namespace {

using Token = QColor Theme::*;
using Tokens = std::vector<std::pair<const char *, Token>>;

constexpr std::array allThemes{
    ThemeKind::Light, ThemeKind::Dark, ThemeKind::Print, ThemeKind::HighContrastLight, ThemeKind::HighContrastDark};

/// The pairs of one theme that have less contrast than they need, as "text on panel 4.1".
QStringList tooFaint(const Theme &colors, const Tokens &front, const Tokens &behind, double least)
{
    QStringList found;
    for (const auto &[name, token] : front) {
        for (const auto &[surface, back] : behind) {
            if (const double is = contrast(colors.*token, colors.*back); is < least)
                found << QStringLiteral("%1 on %2 %3").arg(QLatin1String(name), QLatin1String(surface)).arg(is, 0, 'f', 2);
        }
    }
    return found;
}

QStringList tooFaint(const Theme &t)
{
    const Tokens surfaces{{"window", &Theme::window}, {"sidebar", &Theme::sidebar}, {"panel", &Theme::panel},
        {"codePanel", &Theme::codePanel}, {"selection", &Theme::selection}, {"hover", &Theme::hover}, {"group", &Theme::group}};
    const Tokens plain{{"window", &Theme::window}, {"sidebar", &Theme::sidebar}, {"panel", &Theme::panel}};
    const Tokens code{{"codePanel", &Theme::codePanel}, {"selection", &Theme::selection}};
    const Tokens chart{{"panel", &Theme::panel}, {"group", &Theme::group}};
    const Tokens words{{"done", &Theme::done}, {"failed", &Theme::failed}, {"cancelled", &Theme::cancelled},
        {"timedOut", &Theme::timedOut}, {"deadline", &Theme::deadline}, {"orphaned", &Theme::orphaned}, {"saved", &Theme::saved}};
    const Tokens lines{{"inFlightLine", &Theme::inFlightLine}, {"awaitingLine", &Theme::awaitingLine},
        {"queuedInk", &Theme::queuedInk}, {"running", &Theme::running}, {"blocking", &Theme::blocking},
        {"playhead", &Theme::playhead}, {"arrow", &Theme::arrow}};
    const double text = isHighContrast(t.kind) ? 7.0 : 4.5, line = 3.0;
    QStringList found;
    found << tooFaint(t, {{"text", &Theme::text}, {"secondary", &Theme::secondary}}, surfaces, text);
    found << tooFaint(t, {{"secondary", &Theme::secondary}}, {{"track", &Theme::track}}, isHighContrast(t.kind) ? 3.0 : 4.5);
    found << tooFaint(t, {{"accent", &Theme::accent}}, plain, 4.5);
    found << tooFaint(
        t, {{"onAccent", &Theme::onAccent}}, {{"accent", &Theme::accent}, {"accentHover", &Theme::accentHover}}, 4.5);
    found << tooFaint(t, {{"onBlocking", &Theme::onBlocking}}, {{"blocking", &Theme::blocking}}, 4.5);
    found << tooFaint(t, {{"keyword", &Theme::keyword}, {"literal", &Theme::literal}, {"comment", &Theme::comment}}, code, 4.5);
    found << tooFaint(t, {{"lineNumber", &Theme::lineNumber}}, {{"codePanel", &Theme::codePanel}}, 4.5);
    found << tooFaint(t, {{"inFlightText", &Theme::inFlightText}}, {{"inFlightFill", &Theme::inFlightFill}}, 4.5);
    found << tooFaint(t, {{"text", &Theme::text}},
        {{"awaitingFill", &Theme::awaitingFill}, {"queuedFill", &Theme::queuedFill}, {"cleanupFill", &Theme::cleanupFill},
            {"overusedFill", &Theme::overusedFill}, {"blockingShade", &Theme::blockingShade}},
        4.5);
    found << tooFaint(t, words, chart, 4.5);
    found << tooFaint(t, lines, {{"panel", &Theme::panel}}, line);
    found << tooFaint(t, {{"control", &Theme::control}}, plain, line);
    found << tooFaint(t, {{"accent", &Theme::accent}}, {{"selection", &Theme::selection}, {"hover", &Theme::hover}}, line);
    if (isHighContrast(t.kind))
        found << tooFaint(t, {{"border", &Theme::border}, {"axis", &Theme::axis}, {"track", &Theme::track}}, plain, line);
    return found;
}

} // namespace

class TestThemes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPairHasItsContrast()
    {
        QStringList found;
        for (const ThemeKind kind : allThemes) {
            for (const QString &pair : tooFaint(theme(kind)))
                found << QStringLiteral("theme %1: %2").arg(static_cast<int>(kind)).arg(pair);
        }
        QVERIFY2(found.isEmpty(), qPrintable(found.join(u'\n')));
        Theme faint = theme(ThemeKind::Light);
        faint.secondary = faint.hover;
        QVERIFY(!tooFaint(faint).isEmpty());
    }

    void everyTokenHasAValue()
    {
        for (const ThemeKind kind : allThemes) {
            const Theme &colors = theme(kind);
            QCOMPARE(colors.kind, kind);
            const auto *first = &colors.window, *last = &colors.arrow;
            for (const QColor *token = first; token <= last; ++token)
                QVERIFY2(token->isValid() && token->alpha() == 255, qPrintable(QString::number(token - first)));
        }
    }

    void highContrastHasMoreOfIt()
    {
        for (const auto &[usual, high] : {std::pair(ThemeKind::Light, ThemeKind::HighContrastLight),
                 std::pair(ThemeKind::Dark, ThemeKind::HighContrastDark)}) {
            const Theme &less = theme(usual), &more = theme(high);
            QVERIFY(contrast(more.text, more.panel) >= 20.9);
            for (const Token token : {&Theme::secondary, &Theme::border, &Theme::control, &Theme::inFlightLine, &Theme::accent})
                QVERIFY(contrast(more.*token, more.panel) > contrast(less.*token, less.panel));
            QCOMPARE(isDark(high), isDark(usual));
            QCOMPARE(figureTheme(high), usual);
        }
    }

    void theStyleSheetKnowsEveryToken()
    {
        for (const ThemeKind kind : allThemes) {
            const QString sheet = styleSheetFor(theme(kind), 1.0);
            QVERIFY(!sheet.contains(u'@'));
            static const QRegularExpression noColour(
                QStringLiteral("(?:color|background|border[a-z-]*): *(?:[0-9]px solid *)?;"));
            QVERIFY(!noColour.match(sheet).hasMatch());
            static const QRegularExpression black(QStringLiteral("#000000"));
            if (kind == ThemeKind::Light)
                QVERIFY(!black.match(sheet).hasMatch()); // what a misspelt token would become
        }
    }

    void contrastIsChosenApartFromColours()
    {
        OpenWindow open;
        Settings &settings = open.window.settings();
        for (const auto &[colours, contrast, kind] :
            {std::tuple(ThemeChoice::Light, ContrastChoice::High, ThemeKind::HighContrastLight),
                std::tuple(ThemeChoice::Dark, ContrastChoice::High, ThemeKind::HighContrastDark),
                std::tuple(ThemeChoice::Dark, ContrastChoice::Usual, ThemeKind::Dark),
                std::tuple(ThemeChoice::Light, ContrastChoice::System, ThemeKind::Light)}) {
            settings.setThemeChoice(colours);
            settings.setContrastChoice(contrast);
            QCOMPARE(open.window.themeKind(), kind);
            QCOMPARE(open.window.grab().toImage().pixelColor(open.window.width() - 5, 5), theme(kind).window);
        }
    }

    void nothingMovesByItselfWhereMotionIsReduced()
    {
        OpenWindow open;
        AppStyle style;
        open.window.settings().setMotionChoice(MotionChoice::Reduced);
        QVERIFY(motionReduced());
        QCOMPARE(style.styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, nullptr, nullptr), 0);
        QCOMPARE(QApplication::cursorFlashTime(), 0);
        open.window.settings().setMotionChoice(MotionChoice::Full);
        QVERIFY(!motionReduced());
        QVERIFY(style.styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, nullptr, nullptr) > 0);
        QVERIFY(QApplication::cursorFlashTime() > 0);
    }
};

QTEST_MAIN(TestThemes)
#include "tst_themes.moc"
