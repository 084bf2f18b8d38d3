// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/results/result_layout.h"

#include "widgets/timeline/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace awaitscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Results)
};

// px at a text size of 12
constexpr double lineHeight = 17.0, linePad = 2.5, headPad = 6.0, sidePad = 8.0;
constexpr double columnGap = 14.0, blockGap = 28.0, markRadius = 6.5, markGap = 6.0;
constexpr double headWidth = 150.0; // what a head may ask for beyond its cells
constexpr double leastCell = 96.0;
constexpr std::size_t leastLines = 4; // in each of several blocks

struct Composer
{
    const ResultGrid &grid;
    double textSize, unit = textSize / 12.0;
    TextStyle usual{
        .size = textSize, .weight = 400, .monospace = false, .color = {}, .halo = Qt::transparent, .align = Align::Left};
    TextStyle strong{
        .size = textSize, .weight = 600, .monospace = false, .color = {}, .halo = Qt::transparent, .align = Align::Left};
    std::vector<double> widths = {}; ///< of the names and of each column
    ResultLayout layout = {};

    double markSpace() const { return (2 * markRadius + markGap) * unit; }
    QString titleOf(std::size_t head) const { return grid.heads[head].letter + QStringLiteral("  ") + grid.heads[head].title; }
    QString namesHead() const { return Words::tr("Results"); }

    /// The widths at which nothing wraps, but for long heads.
    std::vector<double> naturalWidths() const
    {
        std::vector<double> result{textWidth(namesHead(), strong)};
        for (const ResultGrid::Line &line : grid.lines)
            result[0] = std::max(result[0], textWidth(line.what, usual));
        for (std::size_t i = 0; i < grid.heads.size(); ++i) {
            double wide = std::max(textWidth(titleOf(i), strong), textWidth(grid.heads[i].tally, usual));
            wide = std::min(wide, headWidth * unit);
            for (const ResultGrid::Line &line : grid.lines) {
                if (line.cells[i])
                    wide = std::max(wide, markSpace() + textWidth(line.cells[i]->text, strong));
            }
            result.push_back(std::ceil(wide));
        }
        return result;
    }

    double blockWidth(const std::vector<double> &columns) const
    {
        const auto gaps = static_cast<double>(columns.size() - 1);
        return std::accumulate(columns.begin(), columns.end(), 0.0) + (gaps * columnGap + 2 * sidePad) * unit;
    }

    /// Makes the columns as wide as a block: spare room goes to all alike, and what lacks is taken from the widest.
    void fitTo(double width)
    {
        double spare = width - blockWidth(widths);
        if (spare >= 0) {
            for (std::size_t i = 1; i < widths.size(); ++i)
                widths[i] += std::min(spare / static_cast<double>(widths.size() - 1), 60.0 * unit);
            return;
        }
        while (spare < -0.5) {
            const auto widest = std::ranges::max_element(widths);
            double second = leastCell * unit;
            for (const double other : widths) {
                if (other < *widest)
                    second = std::max(second, other);
            }
            const auto equal = static_cast<double>(std::ranges::count(widths, *widest));
            const double less = std::min(*widest - second, -spare / equal);
            if (less <= 0.0)
                return; // narrower than can be read: the words break
            const double from = *widest;
            std::ranges::replace(widths, from, from - less);
            spare += less * equal;
        }
    }

    void add(const QPointF &at, const QString &text, const TextStyle &style, ResultLayout::Tone tone, Cue cue = Cue::Done)
    {
        layout.texts.push_back({at + QPointF(0, lineHeight * unit / 2 + baselineOffset(style)), text, style, tone, cue});
    }

    /// Adds a text in lines; gives its height.
    double addWrapped(QPointF at, const QString &text, const TextStyle &style, double width, ResultLayout::Tone tone)
    {
        const double top = at.y();
        for (const QString &line : wrapped(text, style, width)) {
            add(at, line, style, tone);
            at.ry() += lineHeight * unit;
        }
        return at.y() - top;
    }

    double addHead(double left, double top, double width)
    {
        const double inside = top + headPad * unit / 2;
        double x = left + sidePad * unit,
               height = addWrapped({x, inside}, namesHead(), strong, widths[0], ResultLayout::Tone::Plain);
        for (std::size_t i = 0; i < grid.heads.size(); ++i) {
            x += widths[i] + columnGap * unit;
            const double own = widths[i + 1];
            const double title = addWrapped({x, inside}, titleOf(i), strong, own, ResultLayout::Tone::Plain);
            const double tally = addWrapped({x, inside + title}, grid.heads[i].tally, usual, own, ResultLayout::Tone::Quiet);
            height = std::max(height, title + tally);
        }
        height += headPad * unit;
        layout.heads.emplace_back(left, top, width, height);
        return top + height;
    }

    double addCell(const ResultGrid::Cell &cell, QPointF at, double width)
    {
        const Cue cue = cueOfResult(cell.kind);
        layout.marks.push_back({at + QPointF(markRadius * unit, lineHeight * unit / 2), cue});
        at.rx() += markSpace();
        const QStringList lines = wrapped(cell.text, strong, width - markSpace());
        for (qsizetype i = 0; i < lines.size(); ++i) {
            const QPointF from = at + QPointF(0, static_cast<double>(i) * lineHeight * unit);
            const QString word = i == 0 ? lines[i].left(cell.word) : QString();
            add(from, word, strong, ResultLayout::Tone::Kind, cue);
            const QString rest = lines[i].mid(word.size());
            const qsizetype blank = rest.startsWith(u": ") ? 2 : rest.startsWith(u' ') ? 1 : 0;
            const double offset = word.isEmpty() ? 0.0 : textWidth(word + rest.left(blank), strong);
            add(from + QPointF(offset, 0), word.isEmpty() ? rest : rest.mid(blank), usual, ResultLayout::Tone::Quiet);
        }
        return static_cast<double>(lines.size()) * lineHeight * unit;
    }

    double addLine(const ResultGrid::Line &line, double left, double top, double width)
    {
        const double inside = top + linePad * unit;
        double x = left + sidePad * unit,
               height = addWrapped({x, inside}, line.what, usual, widths[0], ResultLayout::Tone::Plain);
        for (std::size_t i = 0; i < line.cells.size(); ++i) {
            x += widths[i] + columnGap * unit;
            if (line.cells[i])
                height = std::max(height, addCell(*line.cells[i], {x, inside}, widths[i + 1]));
        }
        height += 2 * linePad * unit;
        layout.lines.emplace_back(left, top, width, height);
        return top + height;
    }
};

} // namespace

ResultLayout layoutResults(const ResultGrid &grid, QPointF topLeft, double width, double textSize)
{
    Composer composer{grid, textSize};
    ResultLayout &layout = composer.layout;
    layout.area = {topLeft, QSizeF(width, 0)};
    if (grid.isEmpty())
        return std::move(layout);
    const double unit = composer.unit, gap = blockGap * unit;
    layout.radius = markRadius * unit;
    composer.widths = composer.naturalWidths();
    const double fitting = std::floor((width + gap) / (composer.blockWidth(composer.widths) + gap));
    const std::size_t most = std::max<std::size_t>(1, grid.lines.size() / leastLines);
    const std::size_t blocks = std::clamp<std::size_t>(static_cast<std::size_t>(fitting), 1, most);
    const double blockWidth = (width - static_cast<double>(blocks - 1) * gap) / static_cast<double>(blocks);
    composer.fitTo(blockWidth);
    const std::size_t perBlock = (grid.lines.size() + blocks - 1) / blocks;
    double bottom = topLeft.y();
    for (std::size_t first = 0, block = 0; first < grid.lines.size(); first += perBlock, ++block) {
        const double left = topLeft.x() + static_cast<double>(block) * (blockWidth + gap);
        double y = composer.addHead(left, topLeft.y(), blockWidth);
        for (std::size_t i = first; i < std::min(first + perBlock, grid.lines.size()); ++i)
            y = composer.addLine(grid.lines[i], left, y, blockWidth);
        bottom = std::max(bottom, y);
    }
    layout.area.setBottom(bottom);
    return std::move(layout);
}

void paintResults(Canvas &canvas, const ResultLayout &layout, const Theme &theme)
{
    for (const QRectF &head : layout.heads)
        canvas.rect(head, {theme.group, Texture::Solid, Qt::transparent});
    for (const QRectF &line : layout.lines)
        canvas.line(line.bottomLeft(), line.bottomRight(), {theme.grid, 1.0});
    for (const ResultLayout::Mark &mark : layout.marks) {
        const CueStyle style = cueStyle(mark.cue, theme);
        drawMark(canvas, style.mark, mark.at, layout.radius, style.color, theme.panel);
    }
    for (const ResultLayout::Text &text : layout.texts) {
        if (text.text.isEmpty())
            continue;
        TextStyle style = text.style;
        style.color = text.tone == ResultLayout::Tone::Kind ? cueStyle(text.cue, theme).color
            : text.tone == ResultLayout::Tone::Quiet        ? theme.secondary
                                                            : theme.text;
        canvas.text(text.at, text.text, style);
    }
}

} // namespace awaitscope
