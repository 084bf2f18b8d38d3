// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/moment.h"
#include "lessons/trace/result.h"
#include "widgets/results/result_grid.h"
#include "widgets/theme/theme.h"
#include "widgets/timeline/ghost.h"

#include <QSizeF>
#include <QString>

namespace awaitscope {

/// A picture that stands alone on a page: title, parameters, legend, timelines, caption, and the command that made it.
struct Figure
{
    QString title;
    QString subtitle; ///< the parameters, clock and seed
    std::vector<Subject> subjects;
    std::vector<Ghost> ghosts = {}; ///< what was predicted, drawn with what was
    std::vector<ResultColumn> results; ///< drawn as a table below the timelines; empty: none
    QString caption;
    QString command;
    /// The stretch of time to show; both zero: the whole run.
    Ns from{0};
    Ns to{0};
};

struct FigureOptions
{
    ThemeKind theme = ThemeKind::Print;
    QSizeF size; ///< px at scale 1; a height of 0 takes what the content needs, a width of 0 takes 960
    double scale = 1.0; ///< pixels of a PNG for each px; SVG and PDF ignore it
};

/// Smallest and largest width and height of a figure, in px at scale 1, and its scale.
inline constexpr double minimumFigureSide = 200.0, maximumFigureSide = 8192.0;
inline constexpr double minimumFigureScale = 0.5, maximumFigureScale = 8.0;

/// "png, svg or pdf" by the file's ending; a problem for any other.
Result<QString> figureFormat(const QString &file);

/// The bytes of a figure in a format ("png", "svg", "pdf"). The same figure gives the same bytes. Needs a
/// QGuiApplication, which may be offscreen.
Result<QByteArray> renderFigure(const Figure &figure, const FigureOptions &options, const QString &format);

/// Renders and writes a figure. The file appears whole or not at all; a regular file is replaced, a link or a folder refused.
Result<Done> exportFigure(const Figure &figure, const FigureOptions &options, const QString &file);

} // namespace awaitscope
