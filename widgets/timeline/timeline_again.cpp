// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timeline_view.h"

#include "widgets/timeline/chart_ghosts.h"

#include <algorithm>

namespace awaitscope {

void TimelineView::replaceSubjects(std::vector<Subject> subjects)
{
    const bool wasLive = !model_.complete && model_.end > Ns(0);
    layOut();
    const Ns before = whole_.axis.to;
    if (selected_) {
        const QString title = subjects_[selected_->subject].title;
        const auto same = std::ranges::find(subjects, title, &Subject::title);
        if (same == subjects.end())
            selected_.reset();
        else
            selected_->subject = static_cast<std::size_t>(same - subjects.begin());
    }
    subjects_ = std::move(subjects);
    hovered_ = {};
    refresh();
    if (!wasLive)
        liveTo_ = std::max(expected_, model_.complete ? model_.end : Ns(0)) <= before ? before : Ns(0);
    const ModelRow *row = selected_ && model_.complete ? model_.row(*selected_) : nullptr;
    if (selected_ && model_.complete && (!row || row->name != selectedName_))
        selected_.reset();
    if (!fitted_ && model_.complete && from_ >= model_.end)
        fitted_ = true;
    Q_EMIT viewChanged();
}

void TimelineView::compareWith(const std::vector<Subject> &before, Ns unnoticed)
{
    if (before.empty() && !before_)
        return;
    before_ = before.empty() ? std::nullopt : std::optional(makeChartModel(before));
    unnoticed_ = unnoticed;
    refresh();
}

void TimelineView::readModel()
{
    model_ = withGhosts(withoutRepetition(reader_.read(subjects_), mostLanes, selected_), ghosts_);
    if (before_ && model_.complete)
        model_.differences = differencesBetween(*before_, model_, unnoticed_);
}

/// What the headers and the brackets say, for who reads by ear.
QString TimelineView::description() const
{
    QStringList names;
    for (std::size_t i = 0; i < model_.groups.size(); ++i) {
        const ModelGroup &group = model_.groups[i];
        QStringList facts{group.letter + u' ' + group.title};
        for (const HeaderFact &fact : group.facts)
            facts += fact.text;
        for (const Difference &difference : model_.differences) {
            if (difference.group == i)
                facts += difference.headline;
        }
        names += facts.join(QStringLiteral(", "));
    }
    return names.isEmpty() ? placeholder_ : names.join(QStringLiteral("; "));
}

} // namespace awaitscope
