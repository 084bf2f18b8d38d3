// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QString>

#include <array>

namespace awaitscope {

enum class ThemeKind { Light, Dark, Print, HighContrastLight, HighContrastDark };

/// White or nearly white letters on a dark ground.
bool isDark(ThemeKind kind);
bool isHighContrast(ThemeKind kind);
/// The theme of an exported figure that looks like that one of the window: light, dark or print.
ThemeKind figureTheme(ThemeKind kind);

/// Every colour of the app, by what it means. One hue never means two things.
struct Theme
{
    ThemeKind kind = ThemeKind::Light;

    // the window
    QColor window; ///< behind the panels
    QColor sidebar;
    QColor panel;
    QColor codePanel;
    QColor border;
    QColor text;
    QColor secondary; ///< text of less weight, 4.5:1 on every surface
    QColor accent; ///< what can be pressed, has the focus or is current
    QColor accentHover;
    QColor onAccent; ///< text on accent
    QColor selection; ///< behind the selected row and the marked lines of code
    QColor hover;
    QColor track; ///< of sliders and progress
    QColor control; ///< outline that tells a control apart, 3:1 against its surroundings
    QColor scroll; ///< a scroll bar's handle

    // code
    QColor keyword;
    QColor literal;
    QColor comment;
    QColor lineNumber;

    // the chart
    QColor group; ///< behind a variant's header
    QColor grid;
    QColor axis; ///< the loop lane's line
    QColor running;
    QColor inFlightFill;
    QColor inFlightLine;
    QColor inFlightText;
    QColor awaitingFill;
    QColor awaitingLine;
    QColor awaitingInk; ///< its hatch
    QColor queuedFill;
    QColor queuedInk;
    QColor done;
    QColor failed;
    QColor cancelled;
    QColor timedOut;
    QColor deadline;
    QColor orphaned;
    QColor cleanupFill;
    QColor overusedFill;
    QColor blocking;
    QColor onBlocking; ///< text on blocking
    QColor blockingShade; ///< across all lanes of the loop
    QColor playhead;
    QColor saved; ///< bracket of the difference
    QColor arrow;

    // what lies over the window
    QColor scrim; ///< between an overlay's panel and the window below
    QColor shadow; ///< one of several layers around a panel
};

/// The tokens of a theme. Lives as long as the program.
const Theme &theme(ThemeKind kind);

/// The families that the app asks for, first to last, as for a font or a style sheet.
QString sansFamily();
QString monospaceFamily();

/// What covers a show on demand: the same in every theme.
QColor coverColor(bool white);

/// Contrast of two opaque colours, 1 to 21 (WCAG 2.2, "contrast ratio").
double contrast(const QColor &first, const QColor &second);

} // namespace awaitscope
