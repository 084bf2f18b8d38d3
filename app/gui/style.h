// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QFont>
#include <QPalette>
#include <QProxyStyle>
#include <QString>

namespace awaitscope {

/// Fusion, which moves nothing by itself where motion is reduced.
class AppStyle : public QProxyStyle
{
    Q_OBJECT

public:
    AppStyle() : QProxyStyle(QStringLiteral("Fusion")) { }
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget, QStyleHintReturn *returned) const override;
};

/// How much larger than usual the desktop wants its text: 1 up to 11 pt, 2 at 20 pt, 3 at most.
double textScale();
/// The app's font for ordinary text.
QFont baseFont(double scale);
/// The palette of a theme.
QPalette paletteFor(const Theme &theme);
/// The one style sheet of the window, made from the theme's tokens.
QString styleSheetFor(const Theme &theme, double scale);
/// Without transitions and blinking where `quiet`; with the style's own ones else. Main thread, with a QApplication.
void quietStyle(bool quiet);
/// Dark where the desktop's own window colour is.
ThemeKind desktopTheme();

} // namespace awaitscope
