// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/chart_ghosts.h"

#include "lessons/trace/caption.h"
#include "widgets/timeline/chart_parts.h"
#include "widgets/timeline/paint_parts.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope {

using namespace chart;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

constexpr double gap = 8.0, beyond = 24.0;

QString position(Ns time)
{
    return time == Ns(0) ? QStringLiteral("0") : readableLength(time);
}

ModelRow ghostRow(const Ghost &ghost)
{
    ModelRow row;
    row.kind = ModelRow::Kind::Ghost;
    row.name = Words::tr("%1, predicted").arg(ghost.name);
    row.ghost = ghost;
    row.start = ghost.drawn ? ghost.drawn->begin : Ns(0);
    row.end = ghost.drawn ? ghost.drawn->end : Ns(0);
    return row;
}

/// Places one ghost and its words; these whole or not at all.
class GhostPlacer
{
public:
    GhostPlacer(const Ghost &ghost, const RowShape &row, ChartLayout &layout) : ghost_(ghost), row_(row), layout_(layout) { }

    void place()
    {
        const ChartMetrics &m = layout_.metrics;
        const double middle = row_.rect.center().y();
        shape_ = {.bar = {}, .truth = {}, .group = row_.group, .row = row_.row};
        if (ghost_.drawn) {
            const auto [left, right] = pixels(*ghost_.drawn);
            shape_.bar = {left, middle - m.bar / 2, std::max(right - left, 1.0), m.bar};
        }
        if (ghost_.truth) {
            const auto [left, right] = pixels(*ghost_.truth);
            shape_.truth = {left, middle - m.bar * 0.3, std::max(right - left, 1.0), m.bar * 0.6};
        }
        layout_.ghosts.push_back(shape_);
        if (ghost_.drawn)
            placeWords(middle);
    }

private:
    std::pair<double, double> pixels(const GhostSpan &span) const
    {
        const double least = layout_.clipLeft - beyond, most = layout_.right + beyond;
        return {std::clamp(toX(layout_.axis, span.begin), least, most), std::clamp(toX(layout_.axis, span.end), least, most)};
    }

    bool isFree(const QRectF &area) const
    {
        if (area.left() < layout_.clipLeft + 2 || area.right() > layout_.right - 4)
            return false;
        const QRectF truth = shape_.truth.adjusted(-gap / 2, 0, gap / 2, 0);
        const double left = shape_.bar.left(), right = shape_.bar.right();
        const bool crossed
            = (area.left() < left + 2 && area.right() > left - 2) || (area.left() < right + 2 && area.right() > right - 2);
        return !crossed && (shape_.truth.isNull() || area.right() < truth.left() || area.left() > truth.right());
    }

    void placeWords(double middle)
    {
        const ChartMetrics &m = layout_.metrics;
        const TextStyle style = labelStyle(m, 600);
        const double outside = std::max(shape_.bar.right(), shape_.truth.isNull() ? 0.0 : shape_.truth.right()) + gap * m.unit;
        for (const QString &words : {ghostWords(ghost_), Words::tr("you: %1").arg(ghostLength(ghost_, *ghost_.drawn))}) {
            const double wide = textWidth(words, style);
            const double before = shape_.truth.isNull() ? shape_.bar.left() : std::min(shape_.bar.left(), shape_.truth.left());
            for (const double left : {outside, shape_.bar.right() - gap * m.unit - wide, before - gap * m.unit - wide}) {
                TextShape label{.at = {left, onMiddle(middle, style)},
                    .text = words,
                    .style = style,
                    .ink = Ink::Name,
                    .group = row_.group,
                    .row = row_.row};
                if (!isFree(label.box()))
                    continue;
                layout_.labels.push_back(std::move(label));
                return;
            }
        }
    }

    const Ghost &ghost_;
    const RowShape &row_;
    ChartLayout &layout_;
    GhostShape shape_;
};

} // namespace

ChartModel withGhosts(ChartModel model, std::span<const Ghost> ghosts)
{
    for (std::size_t g = 0; g < model.groups.size(); ++g) {
        std::vector<ModelRow> &rows = model.groups[g].rows;
        std::erase_if(rows, [](const ModelRow &row) { return row.kind == ModelRow::Kind::Ghost; });
        auto at = rows.begin();
        for (const Ghost &ghost : ghosts) {
            if (ghost.subject == g)
                at = std::next(rows.insert(at, ghostRow(ghost)));
        }
    }
    return model;
}

QString ghostLength(const Ghost &ghost, const GhostSpan &span)
{
    return ghost.movesBegin ? Words::tr("%1 to %2").arg(position(span.begin), position(span.end)) : readableLength(span.end);
}

QString ghostWords(const Ghost &ghost)
{
    if (!ghost.drawn)
        return {};
    const QString drawn = ghostLength(ghost, *ghost.drawn);
    if (!ghost.truth)
        return Words::tr("you: %1").arg(drawn);
    return Words::tr("you: %1, it was %2").arg(drawn, ghostLength(ghost, *ghost.truth));
}

namespace chart {

double ghostSpace(const Ghost &ghost, const ChartMetrics &metrics)
{
    return 2 * gap * metrics.unit + textWidth(ghostWords(ghost), labelStyle(metrics, 600));
}

void placeGhosts(const ChartModel &model, ChartLayout &layout)
{
    for (const RowShape &row : layout.rows) {
        const ModelRow &shown = model.groups[row.group].rows[row.row];
        if (shown.ghost)
            GhostPlacer(*shown.ghost, row, layout).place();
    }
}

void paintGhostOutline(Canvas &canvas, const QRectF &area, const Theme &theme)
{
    canvas.rect(area, {}, {theme.secondary, 1.5, true}, 3.0);
}

void paintGhostTruth(Canvas &canvas, double from, double to, double y, double height, const Theme &theme)
{
    canvas.line({from, y}, {to, y}, {theme.text, 2.0});
    for (const double x : {from, to})
        canvas.line({x, y - height / 2}, {x, y + height / 2}, {theme.text, 2.0});
}

void paintGhosts(Canvas &canvas, const ChartLayout &layout, const Theme &theme)
{
    for (const GhostShape &ghost : layout.ghosts) {
        if (!ghost.bar.isNull())
            paintGhostOutline(canvas, ghost.bar, theme);
        if (!ghost.truth.isNull())
            paintGhostTruth(
                canvas, ghost.truth.left(), ghost.truth.right(), ghost.truth.center().y(), ghost.truth.height(), theme);
    }
}

} // namespace chart

} // namespace awaitscope
