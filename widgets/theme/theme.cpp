// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/theme.h"

#include "widgets/theme/palettes.h"

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

double luminance(const QColor &color)
{
    const auto linear
        = [](double channel) { return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4); };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

const Theme &theme(ThemeKind kind)
{
    static const std::array<Theme, 5> themes{
        lightTheme(), darkTheme(), printTheme(), highContrastLightTheme(), highContrastDarkTheme()};
    return themes[static_cast<std::size_t>(kind)];
}

bool isDark(ThemeKind kind)
{
    return kind == ThemeKind::Dark || kind == ThemeKind::HighContrastDark;
}

bool isHighContrast(ThemeKind kind)
{
    return kind == ThemeKind::HighContrastLight || kind == ThemeKind::HighContrastDark;
}

ThemeKind figureTheme(ThemeKind kind)
{
    return kind == ThemeKind::Print ? ThemeKind::Print : isDark(kind) ? ThemeKind::Dark : ThemeKind::Light;
}

QString sansFamily()
{
    return QStringLiteral("Inter");
}

QString monospaceFamily()
{
    return QStringLiteral("JetBrains Mono");
}

QColor coverColor(bool white)
{
    return white ? Qt::white : Qt::black;
}

double contrast(const QColor &first, const QColor &second)
{
    const double a = luminance(first), b = luminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

} // namespace awaitscope
