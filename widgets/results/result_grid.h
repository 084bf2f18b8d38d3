// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/result_table.h"
#include "widgets/timeline/cues.h"

#include <optional>

namespace awaitscope {

/// The results of one run, under its letter and title.
struct ResultColumn
{
    QString letter;
    QString title;
    ResultTable rows;
};

/// The results of several runs side by side: a line for each thing, a cell for each run.
struct ResultGrid
{
    struct Head
    {
        QString letter;
        QString title;
        QString tally; ///< "4 done, 2 failed"
    };
    struct Cell
    {
        ResultRow::Kind kind = ResultRow::Kind::Succeeded;
        QString text; ///< begins with the word of the kind
        qsizetype word = 0; ///< letters of that word
    };
    struct Line
    {
        QString what;
        std::vector<std::optional<Cell>> cells; ///< one for each head; nothing where a run has none of that name
    };

    std::vector<Head> heads;
    std::vector<Line> lines;

    bool isEmpty() const { return lines.empty(); }
    /// A line in one sentence, for a screen reader: "item 2: A failed: item 2 is invalid; B …".
    QString words(std::size_t line) const;
};

/// Lines in the order of the first run that has them; things of the same name are told apart by their order.
ResultGrid makeResultGrid(const std::vector<ResultColumn> &columns);

/// The cue whose mark and hue stand for a kind of result.
Cue cueOfResult(ResultRow::Kind kind);

} // namespace awaitscope
