// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/chart_ghosts.h"
#include "widgets/timeline/ghost_lane.h"
#include "widgets/timeline/timeline_view.h"

#include <algorithm>
#include <utility>

namespace awaitscope {

bool TimelineView::hasLanes() const
{
    return std::ranges::any_of(model_.groups, [](const ModelGroup &group) {
        return std::ranges::count_if(group.rows, [](const ModelRow &row) { return row.kind != ModelRow::Kind::Ghost; }) > 1;
    });
}

void TimelineView::setGhosts(std::vector<Ghost> ghosts, bool open)
{
    const std::size_t lanes = open ? ghosts.size() : 0;
    if (ghosts == ghosts_ && lanes == ghostLanes_.size())
        return;
    ghosts_ = std::move(ghosts);
    while (ghostLanes_.size() > lanes) {
        if (ghostLanes_.back()->hasFocus())
            window()->setFocus(Qt::OtherFocusReason); // the keys are the page's again
        ghostLanes_.back()->setObjectName({});
        ghostLanes_.back()->hide();
        ghostLanes_.back()->deleteLater();
        ghostLanes_.pop_back();
    }
    while (ghostLanes_.size() < lanes) {
        const std::size_t index = ghostLanes_.size();
        auto *lane = new GhostLane(this);
        lane->setObjectName(QStringLiteral("ghost%1").arg(index + 1));
        connect(lane, &GhostLane::drawn, this, [this, index](const GhostSpan &span) { Q_EMIT ghostDrawn(index, span); });
        ghostLanes_.push_back(lane);
    }
    model_ = withGhosts(std::move(model_), ghosts_);
    invalidate();
    layOut();
}

GhostLane *TimelineView::ghostLane(std::size_t index) const
{
    return index < ghostLanes_.size() && ghostLanes_[index]->isVisibleTo(this) ? ghostLanes_[index] : nullptr;
}

void TimelineView::placeGhostLanes()
{
    if (ghostLanes_.empty())
        return;
    std::vector<bool> shown(ghostLanes_.size());
    for (const GhostShape &shape : layout_.ghosts) {
        const ModelRow &row = model_.groups[shape.group].rows[shape.row];
        const auto found = std::ranges::find(ghosts_, *row.ghost);
        const auto index = static_cast<std::size_t>(found - ghosts_.begin());
        const auto place = std::ranges::find_if(
            layout_.rows, [&](const RowShape &each) { return each.group == shape.group && each.row == shape.row; });
        if (index >= ghostLanes_.size() || shown[index] || place->rect.top() < rulerBottom() || place->rect.bottom() > height())
            continue;
        shown[index] = true;
        const QRect area
            = QRectF(layout_.clipLeft, place->rect.top(), layout_.right - layout_.clipLeft, place->rect.height()).toRect();
        ghostLanes_[index]->setGeometry(area);
        TimeAxis axis = layout_.axis;
        axis.left -= area.left();
        axis.right -= area.left();
        ghostLanes_[index]->present(ghosts_[index], axis, textSize_, *theme_);
    }
    for (std::size_t i = 0; i < shown.size(); ++i)
        ghostLanes_[i]->setVisible(shown[i]);
}

} // namespace awaitscope
