// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/visit_history.h"

namespace awaitscope {

namespace {

constexpr std::size_t mostVisits = 100;

} // namespace

void VisitHistory::visit(const QString &lesson)
{
    if (!visits_.empty()) {
        if (visits_[here_].lesson == lesson)
            return;
        visits_.resize(here_ + 1);
    }
    if (visits_.size() == mostVisits)
        visits_.erase(visits_.begin());
    visits_.push_back({lesson, {}});
    here_ = visits_.size() - 1;
}

void VisitHistory::setTime(std::optional<Ns> time)
{
    if (!visits_.empty())
        visits_[here_].time = time;
}

} // namespace awaitscope
