// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/run.h"

#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace awaitscope {

/// Where a reader was when the window closed. Nothing in it need still exist.
struct KeptPlace
{
    QString lesson;
    std::vector<std::pair<QString, QString>> parameters; ///< id and text, as ParameterSet takes it
    ClockKind clock = ClockKind::Real;
    QStringList variants; ///< the chosen ones; empty: as the lesson has it
    std::optional<Ns> from, to; ///< the stretch in sight, where it was not the whole run
    double scrolled = 0.0; ///< of the timeline, px
    std::optional<Ns> playhead; ///< where there was a run, and it was not at its end
    int sidebarScrolled = 0; ///< of the list of lessons, as its scroll bar counts
    QStringList recent; ///< lessons opened last, latest first
};

} // namespace awaitscope
