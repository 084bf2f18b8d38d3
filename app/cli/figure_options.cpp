// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/figure_options.h"

#include "app/cli/nearest.h"
#include "app/common/run_figure.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>

namespace awaitscope {

namespace {

struct FigureArguments
{
    Q_DECLARE_TR_FUNCTIONS(FigureArguments)
};

/// Pixels that a PNG may have: 512 MB of memory while it is drawn.
constexpr double mostPixels = 128e6;

Problem refused(const char *id, const char *option, const QString &given, const QString &accepted)
{
    return {QLatin1String(id), QStringLiteral("%1 %2: %3").arg(QLatin1String(option), quoted(given), accepted),
        QLatin1String(option)};
}

/// Digits with at most one point, no sign, no exponent; negative where it is anything else.
double plainPositive(const QString &text)
{
    const bool plain = !text.isEmpty() && std::all_of(text.begin(), text.end(), [](QChar letter) {
        return (letter >= QLatin1Char('0') && letter <= QLatin1Char('9')) || letter == QLatin1Char('.');
    });
    bool understood = false;
    const double number = plain ? text.toDouble(&understood) : -1.0;
    return understood ? number : -1.0;
}

bool isSide(double side)
{
    return side >= minimumFigureSide && side <= maximumFigureSide && std::floor(side) == side;
}

} // namespace

Result<FigureOptions> figureOptionsFrom(const ParsedArguments &arguments)
{
    FigureOptions options;
    if (arguments.has("--theme")) {
        const QString given = arguments.value("--theme");
        const std::array themes{ThemeKind::Light, ThemeKind::Dark, ThemeKind::Print};
        const auto found = std::find_if(themes.begin(), themes.end(), [&](ThemeKind theme) { return themeId(theme) == given; });
        if (found == themes.end())
            return refused(
                "theme-unknown", "--theme", given, FigureArguments::tr("is no theme; accepted is light, dark or print."));
        options.theme = *found;
    }
    if (arguments.has("--size")) {
        const QString given = arguments.value("--size");
        const QStringList sides = given.split(QLatin1Char('x'));
        if (sides.size() == 2)
            options.size = QSizeF(plainPositive(sides[0]), plainPositive(sides[1]));
        if (sides.size() != 2 || !isSide(options.size.width()) || !isSide(options.size.height())) {
            return refused("size-range", "--size", given,
                FigureArguments::tr("is no size; accepted is WIDTHxHEIGHT in whole px, each from %1 to %2, such as 1200x800.")
                    .arg(plainNumber(minimumFigureSide), plainNumber(maximumFigureSide)));
        }
    }
    if (arguments.has("--scale")) {
        const QString given = arguments.value("--scale");
        options.scale = plainPositive(given);
        if (options.scale < minimumFigureScale || options.scale > maximumFigureScale) {
            return refused("scale-range", "--scale", given,
                FigureArguments::tr("is no scale; accepted is a number from %1 to %2, such as 2.")
                    .arg(plainNumber(minimumFigureScale), plainNumber(maximumFigureScale)));
        }
    }
    const double pixels
        = options.size.isValid() ? options.size.width() * options.size.height() * options.scale * options.scale : 0.0;
    if (pixels > mostPixels) {
        return refused("size-range", "--scale", arguments.value("--scale", QStringLiteral("1")),
            FigureArguments::tr("with --size %1 is a picture of %2 million pixels; accepted are at most %3 million.")
                .arg(arguments.value("--size"), plainNumber(std::ceil(pixels / 1e6)), plainNumber(mostPixels / 1e6)));
    }
    return options;
}

} // namespace awaitscope
