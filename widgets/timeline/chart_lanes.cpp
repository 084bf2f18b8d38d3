// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/chart_parts.h"

#include <algorithm>
#include <map>

namespace awaitscope::chart {

namespace {

constexpr double tickWidth = 3.0, mostShift = 9.0, beyond = 24.0;

/// Places the lanes of one group.
class LanePlacer
{
public:
    LanePlacer(const ModelGroup &group, std::size_t index, ChartLayout &layout) :
        group_(group),
        index_(index),
        layout_(layout),
        m_(layout.metrics)
    {
        for (const RowShape &row : layout.rows) {
            if (row.group != index)
                continue;
            middles_.push_back(row.rect.center().y());
            heights_.push_back(row.rect.height());
        }
    }

    void place()
    {
        placeTicks();
        for (std::size_t r = 0; r < group_.rows.size(); ++r) {
            if (group_.rows[r].kind == ModelRow::Kind::Loop)
                placeLoop(r);
            else if (group_.rows[r].kind == ModelRow::Kind::Beats)
                placeBeats(r);
            else
                placeBars(r);
        }
        for (const auto &[key, tick] : ticks_) {
            if (key == tick.key)
                layout_.bars.push_back(
                    {Cue::Running, box(tick.left, tick.right, key.first, m_.bar * 1.3), index_, key.first, key.second});
        }
    }

private:
    using Key = std::pair<std::size_t, std::size_t>; ///< row, bar
    struct Tick
    {
        double left, right;
        Key key; ///< of the tick that this one is drawn as part of
    };

    double x(Ns time) const { return toX(layout_.axis, time); }
    bool inSight(const ModelBar &bar) const
    {
        return x(bar.end) >= layout_.clipLeft - beyond && x(bar.begin) <= layout_.right + beyond;
    }

    QRectF box(double left, double right, std::size_t row, double height) const
    {
        left = std::max(left, layout_.clipLeft - beyond);
        right = std::min(right, layout_.right + beyond);
        return {left, middles_[row] - height / 2, right - left, height};
    }

    /// Ticks of one instant stand side by side in the order in which they ran, so that the order can be seen.
    void placeTicks()
    {
        std::vector<Key> order;
        for (std::size_t r = 0; r < group_.rows.size(); ++r) {
            for (std::size_t b = 0; b < group_.rows[r].bars.size(); ++b) {
                const ModelBar &bar = group_.rows[r].bars[b];
                if (bar.span != ModelBar::noSpan && (bar.cue == Cue::Running || bar.cue == Cue::Blocking) && inSight(bar))
                    order.push_back({r, b});
            }
        }
        std::ranges::sort(order, {}, [&](const Key &key) { return group_.rows[key.first].bars[key.second].span; });

        const double width = tickWidth * m_.unit;
        double clusterBegin = 0, cursor = -1e18;
        std::map<std::size_t, Key> inCluster;
        for (const Key &key : order) {
            const ModelBar &bar = group_.rows[key.first].bars[key.second];
            const double begin = x(bar.begin), end = x(bar.end);
            if (begin > cursor) {
                clusterBegin = cursor = begin;
                inCluster.clear();
            }
            if (bar.cue == Cue::Blocking) {
                cursor = std::max(cursor, end);
            } else if (bar.last) {
                // Where the lane is too short for two ticks, its end mark speaks for the second.
                const double left = std::min(begin, end - 1 - width);
                const auto before = key.second > 1 ? ticks_.find({key.first, key.second - 2}) : ticks_.end();
                const bool room = before == ticks_.end() || before->second.right + 2 <= left;
                ticks_[key] = {left, end - 1, room ? key : before->second.key};
                cursor = std::max(cursor, end + 1);
            } else if (const auto same = inCluster.find(key.first);
                       same != inCluster.end() && begin <= ticks_[same->second].right + mostShift * m_.unit) {
                Tick &shown = ticks_[same->second];
                shown.right = std::max(shown.right, end);
                cursor = std::max(cursor, end);
                ticks_[key] = {shown.left, shown.right, same->second};
            } else {
                double left = std::max(begin, std::min(cursor, clusterBegin + mostShift * m_.unit));
                if (const ModelRow &row = group_.rows[key.first]; row.ending)
                    left = std::max(begin, std::min(left, x(row.end) - 1 - width));
                const double right = std::max(left + width, end);
                ticks_[key] = {left, right, key};
                inCluster[key.first] = key;
                cursor = std::max(cursor, right);
            }
        }
    }

    void placeBars(std::size_t r)
    {
        const ModelRow &row = group_.rows[r];
        for (std::size_t b = 0; b < row.bars.size(); ++b) {
            const ModelBar &bar = row.bars[b];
            if (bar.cue == Cue::Running || !inSight(bar))
                continue;
            double left = x(bar.begin), right = x(bar.end);
            if (const auto before = b > 0 ? ticks_.find({r, b - 1}) : ticks_.end(); before != ticks_.end())
                left = std::max(left, ticks_[before->second.key].left);
            if (const auto after = ticks_.find({r, b + 1}); after != ticks_.end() && !row.bars[b + 1].last)
                right = std::max(right, ticks_[after->second.key].left + 1);
            const double least = bar.cue == Cue::Blocking ? tickWidth * m_.unit : bar.cue == Cue::Paused ? 3.0 : 0.75;
            if (right - left < least) {
                if (bar.label.isEmpty() || bar.end == bar.begin)
                    continue;
                right = left + least;
            }
            const double height = std::max(m_.bar * cueStyle(bar.cue, theme(ThemeKind::Light)).height, 2.0);
            const double gone = row.orphaned ? x(*row.orphaned) : right;
            if (left < gone)
                layout_.bars.push_back({bar.cue, box(left, std::min(right, gone), r, height), index_, r, b});
            if (gone < right)
                layout_.bars.push_back({bar.cue, box(std::max(left, gone), right, r, height), index_, r, b, true});
        }
        if (row.ending)
            placeEnd(r);
    }

    void placeBeats(std::size_t r)
    {
        const ModelRow &row = group_.rows[r];
        const double width = 2.0 * m_.unit, height = m_.bar * cueStyle(Cue::Beat, theme(ThemeKind::Light)).height;
        double last = -1e18;
        for (std::size_t b = 0; b < row.bars.size(); ++b) {
            const double at = x(row.bars[b].begin);
            if (!inSight(row.bars[b]) || at < last + 2 * width)
                continue;
            layout_.bars.push_back({Cue::Beat, box(at, at + width, r, height), index_, r, b});
            last = at;
        }
        for (const ModelGap &gap : row.gaps) {
            const double from = std::max(x(gap.begin) + width, layout_.clipLeft), to = std::min(x(gap.end), layout_.right);
            if (to - from < 12 * m_.unit)
                continue;
            layout_.gaps.push_back({from, to, middles_[r]});
            const TextStyle style = labelStyle(m_, 600);
            const double room = to - from - 20 * m_.unit;
            const QString text = textWidth(gap.label, style) <= room ? gap.label : gap.shortLabel;
            if (const double wide = textWidth(text, style); wide <= room)
                layout_.labels.push_back({.at = {(from + to - wide) / 2, onMiddle(middles_[r], style)},
                    .text = text,
                    .style = style,
                    .ink = Ink::Name,
                    .group = index_,
                    .row = r});
        }
    }

    void placeEnd(std::size_t r)
    {
        const ModelRow &row = group_.rows[r];
        const double at = x(row.end), half = m_.lane / 2;
        if (at < layout_.clipLeft || at > layout_.right)
            return;
        EndShape end{.cue = *row.ending,
            .x = at,
            .top = middles_[r] - half,
            .bottom = middles_[r] + half,
            .badge = {},
            .radius = m_.badge,
            .group = index_,
            .row = r};
        const double aside = 5 * m_.unit + m_.badge, ring = numberWidth(row.order, m_);
        const double number = row.order > 0 ? m_.badge + 3 * m_.unit + ring / 2 : 0.0;
        const bool fits = at + aside + std::max(m_.badge, number + ring / 2) <= layout_.right - 2;
        end.badge = {fits ? at + aside : at - aside - tickWidth * m_.unit, middles_[r]};
        end.order = row.order;
        end.numberWidth = ring;
        end.numberX = fits ? end.badge.x() + number : end.badge.x() - number;
        layout_.ends.push_back(end);
    }

    void placeLoop(std::size_t r)
    {
        const ModelRow &row = group_.rows[r];
        for (RowShape &shape : layout_.rows) {
            if (shape.group == index_ && shape.row == r) {
                shape.lineFrom = std::max(x(row.bars.empty() ? Ns(0) : row.bars.front().begin), layout_.clipLeft);
                shape.lineTo = std::min(x(group_.complete && !row.bars.empty() ? row.bars.back().end : row.end), layout_.right);
            }
        }
        int deepest = 0;
        for (const ModelBar &turn : row.bars)
            deepest = std::max(deepest, turn.depth);
        const double height = m_.bar * 1.3 + heights_[r] - m_.row, share = height / (deepest + 1);
        std::map<int, std::size_t> previous; ///< the last bar of each depth
        for (std::size_t b = 0; b < row.bars.size(); ++b) {
            const ModelBar &turn = row.bars[b];
            if (!inSight(turn))
                continue;
            QRectF rect = box(x(turn.begin), std::max(x(turn.end), x(turn.begin) + tickWidth * m_.unit), r, height);
            rect = {rect.left(), rect.top() + share * turn.depth, rect.width(), deepest > 0 ? share - 1.0 : height};
            const auto before = previous.find(turn.depth);
            if (turn.cue == Cue::Running && before != previous.end() && layout_.bars[before->second].cue == turn.cue
                && rect.left() <= layout_.bars[before->second].rect.right()) {
                QRectF &shown = layout_.bars[before->second].rect;
                shown.setRight(std::max(rect.right(), shown.right()));
                continue;
            }
            previous[turn.depth] = layout_.bars.size();
            layout_.bars.push_back({turn.cue, rect, index_, r, b});
            if (turn.cue == Cue::Blocking) {
                const QRectF lanes = layout_.headers[index_].lanes;
                layout_.shades.push_back({rect.left(), lanes.top() + 1, rect.width(), lanes.height() - 2});
            }
        }
    }

    const ModelGroup &group_;
    std::size_t index_;
    ChartLayout &layout_;
    const ChartMetrics &m_;
    std::vector<double> middles_; ///< y of each row
    std::vector<double> heights_; ///< of each row
    std::map<Key, Tick> ticks_;
};

} // namespace

void placeLanes(const ChartModel &model, ChartLayout &layout)
{
    for (std::size_t g = 0; g < model.groups.size(); ++g)
        LanePlacer(model.groups[g], g, layout).place();
}

} // namespace awaitscope::chart
