// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workshop/marks.h"

namespace awaitscope {

void Marks::begin(const Slide &slide, int color, QPointF at)
{
    lines_[slide].push_back({color, {at}});
}

void Marks::extend(const Slide &slide, QPointF to)
{
    const auto found = lines_.find(slide);
    if (found != lines_.end() && !found->second.empty())
        found->second.back().points.push_back(to);
}

bool Marks::undo(const Slide &slide)
{
    const auto found = lines_.find(slide);
    if (found == lines_.end() || found->second.empty())
        return false;
    found->second.pop_back();
    return true;
}

void Marks::clear(const Slide &slide)
{
    lines_.erase(slide);
}

const std::vector<DrawnLine> &Marks::lines(const Slide &slide) const
{
    static const std::vector<DrawnLine> none;
    const auto found = lines_.find(slide);
    return found == lines_.end() ? none : found->second;
}

} // namespace awaitscope
