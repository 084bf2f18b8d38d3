// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/clock.h"
#include "widgets/theme/theme.h"

#include <QStringList>

#include <optional>

namespace awaitscope {

/// Whether the runs of a show are played beforehand, so that each showing gives the same picture, or while they are watched.
enum class ShownRuns { Recorded, Live };

/// What the command line asks of a show. What is empty is as in the playlist, or as usual.
struct ShowOptions
{
    QStringList operands; ///< ids of lessons, or one playlist's file; none: all lessons
    std::optional<ShownRuns> runs;
    std::optional<ClockKind> clock;
    std::optional<quint64> seed;
    std::optional<ThemeKind> theme; ///< empty: as the desktop
    int minutes = 0; ///< 0: not set
};

} // namespace awaitscope
