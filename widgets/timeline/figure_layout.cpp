// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/figure_layout.h"

#include "widgets/timeline/chart_ghosts.h"
#include "widgets/timeline/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

constexpr double usualWidth = 960.0, margin = 20.0;

TextStyle style(double size, int weight)
{
    return {.size = size, .weight = weight, .monospace = false, .color = {}, .halo = Qt::transparent, .align = Align::Left};
}

/// Adds a text in lines below `y`; gives the y below it.
double addText(std::vector<TextShape> &shapes, const QString &text, const TextStyle &style, Ink ink, double lineHeight, double y,
    double width)
{
    for (const QString &line : wrapped(text, style, width)) {
        shapes.push_back({.at = {margin, y + lineHeight / 2 + baselineOffset(style)}, .text = line, .style = style, .ink = ink});
        y += lineHeight;
    }
    return y;
}

ChartRequest requestFor(const Figure &figure, double width, double top)
{
    ChartRequest request;
    request.left = margin;
    request.width = width - 2 * margin;
    request.top = top;
    if (figure.to > figure.from) {
        // A little more than asked for, so that the mark of an end at the border finds its place.
        request.from = figure.from;
        request.to = figure.to + (figure.to - figure.from) / 32;
    }
    return request;
}

/// Everything but the heights of the rows, from top to bottom; `chartHeight` is what the chart then takes.
struct Composer
{
    const Figure &figure;
    FigureLayout layout;

    double above()
    {
        const double inner = layout.size.width() - 2 * margin;
        double y = margin - 4;
        if (!figure.title.isEmpty())
            y = addText(layout.title, figure.title, style(22, 700), Ink::Name, 30, y, inner);
        if (!figure.subtitle.isEmpty())
            y = addText(layout.subtitle, figure.subtitle, style(14, 400), Ink::Secondary, 20, y, inner);
        layout.rulerTop = y + 10;
        return layout.rulerTop + ChartMetrics::make(12, 32).ruler;
    }

    double below(double y)
    {
        const double inner = layout.size.width() - 2 * margin;
        layout.legend = legendItems(layout.model, layout.chart, false);
        layout.legendArea = {margin, y + 6, inner, legendHeight(layout.legend, inner, 12)};
        y = layout.legendArea.bottom() + 8;
        layout.results = layoutResults(makeResultGrid(figure.results), {margin, y + 6}, inner, 12);
        if (!layout.results.lines.empty())
            y = layout.results.area.bottom() + 14;
        if (figure.caption.isEmpty() && figure.command.isEmpty())
            return y + margin - 8;
        layout.rule = y;
        y += 12;
        layout.caption.clear();
        layout.command.clear();
        if (!figure.caption.isEmpty())
            y = addText(layout.caption, figure.caption, style(14, 400), Ink::Name, 21, y, inner) + 6;
        if (!figure.command.isEmpty())
            y = addText(
                layout.command, Words::tr("Made by: %1").arg(figure.command), style(12, 400), Ink::Secondary, 17, y, inner);
        return y + margin - 4;
    }
};

} // namespace

Result<FigureLayout> layoutFigure(const Figure &figure, QSizeF size)
{
    if (size.width() <= 0)
        size.setWidth(usualWidth);
    Composer composer{figure, {}};
    FigureLayout &layout = composer.layout;
    layout.size = size;
    layout.model = withGhosts(withoutRepetition(makeChartModel(figure.subjects), mostLanes), figure.ghosts);
    const double top = composer.above();
    ChartRequest request = requestFor(figure, size.width(), top);
    layout.chart = layoutChart(layout.model, request);
    double natural = composer.below(layout.chart.bottom());
    if (natural > maximumFigureSide && size.height() <= 0) {
        // Lanes as low as they may be; what has no room even then is counted.
        request.rowHeight = ChartMetrics::leastRow(request.textSize);
        const double around = natural - layout.chart.height,
                     lanes = request.rowHeight * static_cast<double>(layout.model.rowCount());
        const double others = leastChartHeight(layout.model, request) - lanes;
        const double room = std::floor((maximumFigureSide - around - others) / request.rowHeight);
        layout.model = folded(std::move(layout.model), static_cast<std::size_t>(std::max(room, 1.0)));
        layout.chart = layoutChart(layout.model, request);
        natural = composer.below(layout.chart.bottom());
    }
    if (size.height() <= 0) {
        layout.size.setHeight(std::ceil(natural));
        return std::move(layout);
    }
    // Rows take up the difference, and what is under them moves along; whether there is a bracket may change the legend.
    double around = natural - layout.chart.height;
    for (int round = 0; round < 2; ++round) {
        request.fillHeight = std::max(size.height() - around, 1.0);
        layout.chart = layoutChart(layout.model, request);
        const double needed = composer.below(layout.chart.bottom());
        around = needed - layout.chart.height;
        if (round == 1 && needed > size.height() + 0.5) {
            const double least = std::ceil(around + leastChartHeight(layout.model, request));
            return Problem{.id = QStringLiteral("figure-size"),
                .sentence = Words::tr("A height of %1 is too small for this figure: it needs %2 at a width of %3.")
                                .arg(size.height())
                                .arg(least)
                                .arg(size.width()),
                .place = QStringLiteral("--size")};
        }
    }
    return std::move(layout);
}

void paintFigure(Canvas &canvas, const FigureLayout &layout, const Theme &theme)
{
    canvas.rect({QPointF(0, 0), layout.size}, {theme.panel, Texture::Solid, Qt::transparent});
    const auto texts = [&](const std::vector<TextShape> &shapes) {
        for (const TextShape &shape : shapes) {
            TextStyle style = shape.style;
            style.color = shape.ink == Ink::Secondary ? theme.secondary : theme.text;
            canvas.text(shape.at, shape.text, style);
        }
    };
    texts(layout.title);
    texts(layout.subtitle);
    paintRuler(canvas, layout.chart, layout.rulerTop, theme);
    paintChart(canvas, layout.chart, theme);
    paintLegend(canvas, layout.legend, layout.legendArea, 12, theme);
    paintResults(canvas, layout.results, theme);
    if (layout.rule > 0)
        canvas.line({margin, layout.rule}, {layout.size.width() - margin, layout.rule}, {theme.border, 1.0});
    texts(layout.caption);
    texts(layout.command);
}

} // namespace awaitscope
