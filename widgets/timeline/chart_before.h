// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/ids.h"

#include <QString>

#include <vector>

namespace awaitscope {

struct ChartModel;

/// A number of a variant that is another one than in the run before.
struct Difference
{
    enum class Kind {
        Result, ///< when the last root ended
        LastWork, ///< when the last task ended, where that is later
    };
    Kind kind = Kind::Result;
    std::size_t group = 0; ///< of the chart
    Ns before{0};
    Ns now{0};
    QString headline; ///< "36 ms longer than before"
    QString brief; ///< "36 ms longer"
};

/// What differs by more than `unnoticed`, and by more than a hundredth: two runs on the real clock are never quite as long. Compares
/// variants of one title that are through in both; in the order of the chart.
std::vector<Difference> differencesBetween(const ChartModel &before, const ChartModel &now, Ns unnoticed);

} // namespace awaitscope
