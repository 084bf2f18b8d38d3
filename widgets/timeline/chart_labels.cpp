// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/chart_parts.h"

#include <algorithm>

namespace awaitscope::chart {

namespace {

/// Places the labels of one lane: inside their bar where they fit, else beside the end, else cut short, else not at all.
class LabelPlacer
{
public:
    LabelPlacer(const ModelRow &row, const RowShape &shape, ChartLayout &layout) :
        row_(row),
        shape_(shape),
        layout_(layout),
        m_(layout.metrics)
    {
        for (const BarShape &bar : layout.bars) {
            if (bar.group != shape.group || bar.row != shape.row)
                continue;
            if (bar.tick())
                obstacles_.push_back(bar.rect);
            else if (bar.cue != Cue::Cleanup && !row.bars[bar.bar].label.isEmpty())
                take(bar); // a tail is too narrow for words
        }
        for (const EndShape &end : layout.ends) {
            if (end.group == shape.group && end.row == shape.row) {
                end_ = &end;
                obstacles_.push_back(end.lineBox());
                obstacles_.push_back(end.badgeBox());
                if (end.order > 0)
                    obstacles_.push_back(end.numberBox());
            }
        }
    }

    void place()
    {
        placeEndNote();
        std::ranges::sort(labelled_, {}, [](const BarShape *bar) { return bar->rect.left(); });
        for (const BarShape *bar : labelled_)
            placeLabel(*bar, labelled_.size() == 1);
    }

private:
    /// A bar that becomes an orphan midway is two: its label lies on the first part, if that has room.
    void take(const BarShape &bar)
    {
        if (labelled_.empty() || labelled_.back()->bar != bar.bar) {
            labelled_.push_back(&bar);
            return;
        }
        const double needed = textWidth(row_.bars[bar.bar].label, labelStyle(m_)) + 16 * m_.unit;
        if (labelled_.back()->rect.width() < needed && bar.rect.width() > labelled_.back()->rect.width())
            labelled_.back() = &bar;
    }

    double middle() const { return shape_.rect.center().y(); }
    double right() const { return layout_.right - 4 * m_.unit; }

    void add(double left, const QString &text, const TextStyle &style, Ink ink, Cue cue)
    {
        TextShape label{.at = {left, onMiddle(middle(), style)},
            .text = text,
            .style = style,
            .ink = ink,
            .cue = cue,
            .group = shape_.group,
            .row = shape_.row};
        obstacles_.push_back(label.box());
        layout_.labels.push_back(std::move(label));
    }

    /// The left end of free space beside the end; nothing where there is none.
    std::optional<double> besideTheEnd() const
    {
        if (!end_ || end_->badge.x() < end_->x)
            return std::nullopt;
        double left = 0.0;
        for (const QRectF &obstacle : obstacles_) {
            if (obstacle.right() >= end_->x)
                left = std::max(left, obstacle.right());
        }
        return left + 6 * m_.unit;
    }

    void placeEndNote()
    {
        const TextStyle style = labelStyle(m_, 600);
        for (const auto &[note, cue] :
            {std::pair(row_.endNote, end_ ? end_->cue : Cue::Done), {row_.unreadNote, Cue::Orphaned}}) {
            const auto left = besideTheEnd();
            if (note.isEmpty() || !left)
                continue;
            // Who did it is said before how long it took.
            const double room = right() - *left;
            const QString first = textWidth(note, style) <= room ? note : note.section(QStringLiteral(", "), 0, 0);
            const QString text = elided(first, style, room);
            if (!text.isEmpty())
                add(*left, text, style, Ink::End, cue);
        }
    }

    void placeLabel(const BarShape &bar, bool only)
    {
        const ModelBar &model = row_.bars[bar.bar];
        const TextStyle style = labelStyle(m_, bar.cue == Cue::Blocking ? 600 : 500);
        const double visibleLeft = std::max(bar.rect.left(), layout_.clipLeft + 2),
                     visibleRight = std::min(bar.rect.right(), layout_.right - 2);
        double from = visibleLeft + 7 * m_.unit, to = visibleRight - 5 * m_.unit;
        for (const QRectF &obstacle : obstacles_) {
            if (obstacle.right() < visibleLeft || obstacle.left() > visibleRight)
                continue;
            if (obstacle.left() <= visibleLeft + 1)
                from = std::max(from, obstacle.right() + 6 * m_.unit);
            else
                to = std::min(to, obstacle.left() - 4 * m_.unit);
        }
        for (const QString &text : {model.label, model.shortLabel, model.shortestLabel}) {
            if (!text.isEmpty() && textWidth(text, style) <= to - from) {
                add(from, text, style, Ink::OnBar, bar.cue);
                return;
            }
        }
        const bool said = bar.cue == Cue::Created && row_.ending == Cue::NeverStarted; // by the end's own word
        if (const auto outside = besideTheEnd(); only && !said && outside && bar.rect.right() <= end_->x + 1 + 9 * m_.unit) {
            for (const QString &text : {model.label, model.shortLabel}) {
                if (*outside + textWidth(text, style) <= right()) {
                    add(*outside, text, style, Ink::Beside, bar.cue);
                    return;
                }
            }
        }
        if (bar.cue != Cue::Awaiting)
            return; // a length is whole or absent: cut short it would be another number
        if (const QString text = elided(model.shortLabel, style, to - from); text.size() > 3)
            add(from, text, style, Ink::OnBar, bar.cue);
    }

    const ModelRow &row_;
    const RowShape &shape_;
    ChartLayout &layout_;
    const ChartMetrics &m_;
    std::vector<QRectF> obstacles_;
    std::vector<const BarShape *> labelled_;
    const EndShape *end_ = nullptr;
};

} // namespace

void placeLabels(const ChartModel &model, ChartLayout &layout)
{
    for (const RowShape &shape : layout.rows) {
        const ModelRow &row = model.groups[shape.group].rows[shape.row];
        if (row.kind == ModelRow::Kind::Task || row.kind == ModelRow::Kind::Loop)
            LabelPlacer(row, shape, layout).place();
    }
}

} // namespace awaitscope::chart
