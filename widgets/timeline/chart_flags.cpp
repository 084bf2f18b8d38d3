// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/chart_parts.h"

#include <algorithm>

namespace awaitscope::chart {

namespace {

/// Places the flags of one lane in the band above it: each at its time, its words where there is room.
class FlagPlacer
{
public:
    FlagPlacer(const ModelRow &row, const RowShape &shape, ChartLayout &layout) :
        row_(row),
        shape_(shape),
        layout_(layout),
        m_(layout.metrics),
        middle_(shape.rect.top() - m_.flag / 2 + m_.unit)
    {
    }

    void place()
    {
        std::vector<FlagShape> flags;
        for (std::size_t f = 0; f < row_.flags.size(); ++f) {
            FlagShape flag = shapeOf(row_.flags[f]);
            flag.flag = f;
            if (flag.x < layout_.clipLeft - 1 || (flag.x > layout_.right && !flag.beyond))
                continue;
            taken_.push_back(flag.mark);
            flags.push_back(flag);
        }
        for (FlagShape &flag : flags) {
            placeLabel(flag, row_.flags[flag.flag].label);
            placeBudget(flag, row_.flags[flag.flag]);
            layout_.flags.push_back(flag);
        }
    }

private:
    FlagShape shapeOf(const ModelFlag &model) const
    {
        const double x = toX(layout_.axis, model.at), size = 10 * m_.unit, top = middle_ - size / 2;
        FlagShape flag;
        flag.kind = model.kind;
        flag.x = x;
        flag.top = top;
        flag.bottom = shape_.rect.top();
        flag.group = shape_.group;
        flag.row = shape_.row;
        const bool deadline = model.kind == ModelFlag::Kind::Deadline;
        if (deadline)
            flag.bottom = shape_.rect.center().y() + m_.lane / 2;
        flag.beyond = deadline && x > layout_.right && toX(layout_.axis, model.since) < layout_.right;
        if (flag.beyond)
            flag.x = layout_.right - 2 * m_.unit;
        flag.mark = {deadline ? flag.x - size : flag.x - size / 2, top, size, size};
        return flag;
    }

    bool free(const QRectF &box, const QRectF &own) const
    {
        if (box.left() < layout_.clipLeft + 2 || box.right() > layout_.right - 2)
            return false;
        return std::ranges::none_of(
            taken_, [&](const QRectF &other) { return other != own && other.adjusted(-4, 0, 4, 0).intersects(box); });
    }

    void placeLabel(const FlagShape &flag, const QString &words)
    {
        const TextStyle style = labelStyle(m_, 600);
        const double wide = textWidth(words, style), gap = 4 * m_.unit;
        const double before = flag.mark.left() - gap - wide, after = std::max(flag.mark.right(), flag.x) + gap;
        const bool deadline = flag.kind == ModelFlag::Kind::Deadline;
        for (const double left : {deadline ? before : after, deadline ? after : before}) {
            TextShape label{.at = {left, onMiddle(middle_, style)},
                .text = words,
                .style = style,
                .ink = Ink::End,
                .cue = cueOfFlag(flag.kind),
                .group = shape_.group,
                .row = shape_.row};
            if (!free(label.box(), flag.mark))
                continue;
            taken_.push_back(label.box());
            layout_.labels.push_back(std::move(label));
            return;
        }
    }

    /// From the time at which a deadline was set to its flag, as far as that is free of words.
    void placeBudget(FlagShape &flag, const ModelFlag &model)
    {
        if (flag.kind != ModelFlag::Kind::Deadline)
            return;
        const double from = std::max(toX(layout_.axis, model.since), layout_.clipLeft);
        double to = flag.mark.left();
        for (const QRectF &other : taken_) {
            if (other.right() <= flag.mark.left() + 1 && other.right() > from)
                to = std::min(to, other.left() - 4 * m_.unit);
        }
        if (to - from < 8 * m_.unit)
            return;
        flag.budgetFrom = from;
        flag.budgetTo = to;
        taken_.push_back({from, middle_ - 1, to - from, 2});
    }

    const ModelRow &row_;
    const RowShape &shape_;
    ChartLayout &layout_;
    const ChartMetrics &m_;
    double middle_; ///< of the band
    std::vector<QRectF> taken_;
};

} // namespace

void placeFlags(const ChartModel &model, ChartLayout &layout)
{
    for (const RowShape &shape : layout.rows) {
        const ModelRow &row = model.groups[shape.group].rows[shape.row];
        if (!row.flags.empty())
            FlagPlacer(row, shape, layout).place();
    }
}

} // namespace awaitscope::chart
