// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/results/result_grid.h"

#include <QCoreApplication>
#include <QHash>
#include <QStringList>

#include <algorithm>
#include <array>

namespace awaitscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Results)
};

constexpr std::array kinds{
    ResultRow::Kind::Succeeded, ResultRow::Kind::Failed, ResultRow::Kind::Cancelled, ResultRow::Kind::Unread};

QString wordOf(ResultRow::Kind kind)
{
    switch (kind) {
    case ResultRow::Kind::Succeeded:
        return Words::tr("done");
    case ResultRow::Kind::Failed:
        return Words::tr("failed");
    case ResultRow::Kind::Cancelled:
        return Words::tr("cancelled");
    case ResultRow::Kind::Unread:
        break;
    }
    return Words::tr("unread");
}

QString wordOf(const ResultRow &row)
{
    return row.word.isEmpty() ? wordOf(row.kind) : row.word;
}

ResultGrid::Cell cellOf(const ResultRow &row)
{
    const QString word = wordOf(row);
    const bool said = row.detail.startsWith(word) && !(row.detail + u' ')[word.size()].isLetterOrNumber();
    if (said || row.detail.isEmpty())
        return {row.kind, said ? row.detail : word, word.size()};
    return {row.kind, word + QStringLiteral(": ") + row.detail, word.size()};
}

QString tallyOf(const ResultTable &rows)
{
    QStringList parts;
    for (const ResultRow::Kind kind : kinds) {
        QStringList words;
        QHash<QString, qsizetype> counts;
        for (const ResultRow &row : rows) {
            if (row.kind != kind)
                continue;
            const QString word = wordOf(row);
            if (!words.contains(word))
                words << word;
            counts[word] += row.count;
        }
        for (const QString &word : words)
            parts << Words::tr("%1 %2").arg(counts[word]).arg(word);
    }
    return parts.join(QStringLiteral(", "));
}

} // namespace

QString ResultGrid::words(std::size_t line) const
{
    QStringList parts;
    for (std::size_t i = 0; i < heads.size(); ++i) {
        if (const auto &cell = lines[line].cells[i])
            parts << heads[i].letter + u' ' + cell->text;
    }
    return lines[line].what + QStringLiteral(": ") + parts.join(QStringLiteral("; "));
}

ResultGrid makeResultGrid(const std::vector<ResultColumn> &columns)
{
    ResultGrid grid;
    QHash<std::pair<QString, int>, std::size_t> lineOf; // by name, and how often it came before in its run
    for (std::size_t column = 0; column < columns.size(); ++column) {
        const ResultColumn &source = columns[column];
        grid.heads.push_back({source.letter, source.title, tallyOf(source.rows)});
        QHash<QString, int> seen;
        for (const ResultRow &row : source.rows) {
            const std::pair key(row.what, seen[row.what]++);
            const auto known = lineOf.constFind(key);
            const std::size_t line = known != lineOf.constEnd() ? *known : grid.lines.size();
            if (line == grid.lines.size()) {
                lineOf.insert(key, line);
                grid.lines.push_back({row.what, std::vector<std::optional<ResultGrid::Cell>>(columns.size())});
            }
            grid.lines[line].cells[column] = cellOf(row);
        }
    }
    return grid;
}

Cue cueOfResult(ResultRow::Kind kind)
{
    switch (kind) {
    case ResultRow::Kind::Succeeded:
        return Cue::Done;
    case ResultRow::Kind::Failed:
        return Cue::Failed;
    case ResultRow::Kind::Cancelled:
        return Cue::Cancelled;
    case ResultRow::Kind::Unread:
        break;
    }
    return Cue::Orphaned;
}

} // namespace awaitscope
