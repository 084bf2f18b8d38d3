// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace awaitscope {

/// One line of a table of results: "item 2", failed, "item 2 is invalid".
struct ResultRow
{
    enum class Kind { Succeeded, Failed, Cancelled, Unread };

    QString what;
    Kind kind = Kind::Succeeded;
    QString detail;
    QString word = {}; ///< what the kind is called here, in place of its own name: "seen", "passed"
    qsizetype count = 1; ///< how many it stands for: "24 fetchRows"
};

/// Who succeeded, who failed, and why, in the order of the lesson's own items.
using ResultTable = std::vector<ResultRow>;

} // namespace awaitscope
