// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/chart_layout.h"

#include "widgets/timeline/chart_parts.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace awaitscope {

using namespace chart;

namespace {

constexpr double edge = 14.0, indent = 16.0, factGap = 22.0;

QString titleOf(const ModelGroup &group)
{
    return group.letter.isEmpty() ? group.title : QStringLiteral("%1  %2").arg(group.letter, group.title);
}

using Facts = std::span<const HeaderFact>;

double factsWidth(Facts facts, const ChartMetrics &m)
{
    double width = 0.0;
    for (const HeaderFact &fact : facts)
        width += textWidth(fact.text, nameStyle(m, 600)) + (&fact == &facts.front() ? 0.0 : factGap * m.unit);
    return width;
}

/// The facts that stand below the title, line by line; none where there is room for all beside it.
std::vector<Facts> linesBelow(const ModelGroup &group, const ChartMetrics &m, double width)
{
    Facts left = group.facts;
    const double room = width - 2 * edge * m.unit;
    if (left.empty() || textWidth(titleOf(group), nameStyle(m, 700)) + factGap * m.unit + factsWidth(left, m) <= room)
        return {};
    std::vector<Facts> lines;
    while (!left.empty()) {
        std::size_t count = 1;
        while (count < left.size() && factsWidth(left.first(count + 1), m) <= room)
            ++count;
        lines.push_back(left.first(count));
        left = left.subspan(count);
    }
    return lines;
}

double headerHeight(const ModelGroup &group, const ChartMetrics &m, double width)
{
    return m.header * (1.0 + 0.6 * static_cast<double>(linesBelow(group, m, width).size()));
}

/// The lane of a loop that is split by depth is taller.
double heightOf(const ModelRow &row, const ChartMetrics &m)
{
    constexpr int mostDeeper = 20;
    int deepest = 0;
    for (const ModelBar &bar : row.bars)
        deepest = row.kind == ModelRow::Kind::Loop ? std::max(deepest, bar.depth) : 0;
    return m.row + std::min(deepest, mostDeeper) * std::round(6.0 * m.unit);
}

/// All but a row's own height for each row.
double heightWithout(const ChartModel &model, const ChartMetrics &m, double width)
{
    double height = 0.0;
    for (const ModelGroup &group : model.groups) {
        height += headerHeight(group, m, width) + 3 * m.groupPad + stripsHeight(group, m) + cascadesHeight(group, m);
        height += differencesHeight(model, static_cast<std::size_t>(&group - model.groups.data()), m);
        for (const ModelRow &row : group.rows)
            height += (row.flags.empty() ? 0.0 : m.flag) + heightOf(row, m) - m.row;
    }
    return height;
}

double chosenRowHeight(const ChartModel &model, const ChartRequest &request)
{
    if (request.rowHeight > 0)
        return request.rowHeight;
    const double usual = ChartMetrics::usualRow(request.textSize);
    if (request.fillHeight <= 0 || model.rowCount() == 0)
        return usual;
    const ChartMetrics m = ChartMetrics::make(request.textSize, usual);
    const double free = request.fillHeight - heightWithout(model, m, request.width);
    return std::clamp(std::floor(free / static_cast<double>(model.rowCount())), ChartMetrics::leastRow(request.textSize),
        ChartMetrics::largestRow(request.textSize));
}

double nameColumn(const ChartModel &model, const ChartMetrics &m, double width)
{
    double widest = 60.0 * m.unit;
    for (const ModelGroup &group : model.groups) {
        for (const ModelRow &row : group.rows) {
            const bool bold = row.depth == 0;
            double needed = indent * m.unit * row.depth + textWidth(row.name, nameStyle(m, bold ? 600 : 400));
            if (!row.note.isEmpty())
                needed += 8 * m.unit + textWidth(row.note, labelStyle(m, 400));
            widest = std::max(widest, needed);
        }
        for (const ModelStrip &strip : group.strips) {
            const double name = textWidth(strip.name, nameStyle(m, 600));
            for (const StripRow &row : strip.rows)
                widest = std::max(widest, name + 12 * m.unit + textWidth(row.note, labelStyle(m, 400)));
        }
    }
    return std::min(std::ceil(edge * m.unit + widest + 10 * m.unit), width * 0.36);
}

void placeFacts(Facts facts, HeaderShape &header, double left, double right, double middle, const ChartMetrics &m)
{
    const TextStyle style = nameStyle(m, 600);
    const auto before = static_cast<std::ptrdiff_t>(header.facts.size());
    for (auto fact = facts.rbegin(); fact != facts.rend(); ++fact) {
        const QString text = elided(fact->text, style, right - left);
        if (text.isEmpty())
            return;
        const double width = textWidth(text, style);
        const Ink ink = fact->tone == HeaderFact::Tone::Good ? Ink::Good
            : fact->tone == HeaderFact::Tone::Bad            ? Ink::Bad
                                                             : Ink::Plain;
        header.facts.insert(header.facts.begin() + before,
            {.at = {right - width, onMiddle(middle, style)}, .text = text, .style = style, .ink = ink});
        right -= width + factGap * m.unit;
    }
}

HeaderShape placeHeader(const ModelGroup &group, double left, double top, double width, const ChartMetrics &m)
{
    HeaderShape header;
    const double height = headerHeight(group, m, width), from = left + edge * m.unit, to = left + width - edge * m.unit;
    const std::vector<Facts> below = linesBelow(group, m, width);
    header.rect = {left, top, width, height};
    const TextStyle style = nameStyle(m, 700);
    const bool alone = !below.empty() || group.facts.empty();
    const double room = alone ? to - from : to - from - factsWidth(group.facts, m) - factGap * m.unit;
    double middle = below.empty() ? top + height / 2 : top + m.header * 0.48;
    header.title.push_back(
        {.at = {from, onMiddle(middle, style)}, .text = elided(titleOf(group), style, room), .style = style, .ink = Ink::Name});
    if (below.empty())
        placeFacts(group.facts, header, from, to, middle, m);
    for (const Facts facts : below)
        placeFacts(facts, header, from, to, middle += m.header * 0.64, m);
    return header;
}

/// Where the strips of a group begin: below its lanes, or at the bottom of what is in sight while they would be below that.
double stripsTop(
    const ModelGroup &group, const HeaderShape &header, double natural, const ChartMetrics &m, const ChartRequest &request)
{
    constexpr double fewestRows = 3;
    const double height = stripsHeight(group, m), view = request.viewBottom - request.viewTop;
    if (view <= 0 || height > view / 2)
        return natural;
    const double first = std::min(natural, header.rect.bottom() + fewestRows * m.row);
    return std::clamp(request.viewBottom - height, first, natural);
}

RowShape placeRow(const ModelRow &row, double left, double top, double nameRight, double width, const ChartMetrics &m)
{
    RowShape shape;
    shape.rect = {left, top, width, heightOf(row, m)};
    shape.loop = row.kind == ModelRow::Kind::Loop;
    const bool bold = row.depth == 0;
    const TextStyle style = nameStyle(m, bold ? 600 : 400);
    const double deepest = (nameRight - left) * 0.5;
    const double x = left + edge * m.unit + std::min(indent * m.unit * row.depth, deepest), middle = shape.rect.center().y();
    const QString name = elided(row.name, style, nameRight - x - 4 * m.unit);
    shape.name = {.at = {x, onMiddle(middle, style)}, .text = name, .style = style, .ink = bold ? Ink::Name : Ink::Secondary};
    const TextStyle noteStyle = labelStyle(m, 400);
    const double noteLeft = x + textWidth(name, style) + 8 * m.unit;
    // A lane in which nothing has happened yet is quiet; its column keeps room for the note that will come.
    const QString note
        = row.note.isEmpty() || row.bars.empty() ? QString() : elided(row.note, noteStyle, nameRight - noteLeft - 2 * m.unit);
    shape.note = {.at = {noteLeft, onMiddle(middle, noteStyle)}, .text = note, .style = noteStyle, .ink = Ink::Secondary};
    return shape;
}

} // namespace

ChartMetrics ChartMetrics::make(double textSize, double rowHeight)
{
    ChartMetrics m;
    m.unit = textSize / 12.0;
    m.text = textSize;
    m.name = std::round(textSize * 13.0 / 12.0);
    m.header = std::round(30.0 * m.unit);
    m.row = rowHeight;
    m.bar = std::clamp(std::round(rowHeight * 0.62), 15.0 * m.unit, 26.0 * m.unit);
    m.lane = rowHeight - 3.0 * m.unit;
    m.badge = std::clamp(rowHeight * 0.235, 6.5 * m.unit, 8.5 * m.unit);
    m.groupPad = 5.0 * m.unit;
    m.ruler = std::round(30.0 * m.unit);
    m.flag = std::round(17.0 * m.unit);
    m.stripRow = std::round(20.0 * m.unit);
    m.stripLine = std::round(36.0 * m.unit);
    return m;
}

QRectF TextShape::box() const
{
    return text.isEmpty() ? QRectF() : textBox(at, text, style);
}

double leastChartHeight(const ChartModel &model, const ChartRequest &request)
{
    const double row = ChartMetrics::leastRow(request.textSize);
    const ChartMetrics m = ChartMetrics::make(request.textSize, row);
    return heightWithout(model, m, request.width) + row * static_cast<double>(model.rowCount());
}

ChartLayout layoutChart(const ChartModel &model, const ChartRequest &request)
{
    ChartLayout layout;
    layout.metrics = ChartMetrics::make(request.textSize, chosenRowHeight(model, request));
    const ChartMetrics &m = layout.metrics;
    layout.left = request.left;
    layout.right = request.left + request.width;
    layout.top = request.top;
    layout.selected = request.selected;
    const double nameRight = request.left
        + std::clamp(
            nameColumn(model, m, request.width), std::min(request.nameColumn, request.width * 0.36), request.width * 0.36);
    layout.clipLeft = nameRight;
    const double plotLeft = nameRight + 12 * m.unit, plotRight = layout.right - 8 * m.unit;
    if (request.to > request.from)
        layout.axis = {request.from, request.to, plotLeft, plotRight};
    else
        layout.axis = fittedAxis(model, m, plotLeft, plotRight, request.expected);
    const TextStyle tickStyle = labelStyle(m, 400);
    layout.ticks = axisTicks(layout.axis, 16 * m.unit, [&](const QString &label) { return textWidth(label, tickStyle); });

    double y = request.top;
    for (std::size_t g = 0; g < model.groups.size(); ++g) {
        const ModelGroup &group = model.groups[g];
        HeaderShape header = placeHeader(group, request.left, y, request.width, m);
        y = header.rect.bottom() + m.groupPad;
        const double lanesTop = header.rect.bottom();
        for (std::size_t r = 0; r < group.rows.size(); ++r) {
            y += group.rows[r].flags.empty() ? 0.0 : m.flag;
            RowShape row = placeRow(group.rows[r], request.left, y, nameRight, request.width, m);
            row.group = g;
            row.row = r;
            row.selected = request.selected && request.selected->task && *request.selected == TaskRef{g, group.rows[r].task};
            y = row.rect.bottom();
            layout.rows.push_back(std::move(row));
        }
        header.lanes = {layout.clipLeft, lanesTop, layout.right - layout.clipLeft, y + m.groupPad - lanesTop};
        y += m.groupPad;
        layout.headers.push_back(std::move(header));
        placeDifferences(model, g, y, layout);
        y += differencesHeight(model, g, m);
        placeStrips(group, g, stripsTop(group, layout.headers.back(), y, m, request), layout);
        y += stripsHeight(group, m);
        placeCascades(group, g, y, layout);
        y += cascadesHeight(group, m) + m.groupPad;
    }
    layout.height = y - request.top;
    placeLanes(model, layout);
    placeFlags(model, layout);
    placeLabels(model, layout);
    placeGhosts(model, layout);
    placeSavings(model, layout);
    placeArrows(model, layout);
    return layout;
}

} // namespace awaitscope
