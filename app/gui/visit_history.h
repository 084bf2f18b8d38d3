// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/ids.h"

#include <QString>

#include <optional>
#include <vector>

namespace awaitscope {

/// A lesson that was visited, and where its playhead was left; nothing: at the end, or nowhere.
struct Visit
{
    QString lesson;
    std::optional<Ns> time;
    bool operator==(const Visit &) const = default;
};

/// The lessons in the order in which they were visited, to go back and forward among.
class VisitHistory
{
public:
    /// A lesson was opened: what lay ahead is forgotten. Nothing for the lesson one is at.
    void visit(const QString &lesson);
    /// Keeps where the playhead of the present visit is.
    void setTime(std::optional<Ns> time);

    bool canGoBack() const { return here_ > 0; }
    bool canGoForward() const { return here_ + 1 < visits_.size(); }
    /// One visit back; it is the present one then. Only where canGoBack().
    const Visit &back() { return visits_[--here_]; }
    const Visit &forward() { return visits_[++here_]; }
    /// The present visit, or null before the first one.
    const Visit *here() const { return visits_.empty() ? nullptr : &visits_[here_]; }

private:
    std::vector<Visit> visits_;
    std::size_t here_ = 0;
};

} // namespace awaitscope
