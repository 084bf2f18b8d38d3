// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/nearest.h"

#include <QCoreApplication>

#include <algorithm>
#include <vector>

namespace awaitscope {

namespace {

/// How many letters must be put in, left out, replaced or swapped with their neighbour.
int distance(const QString &first, const QString &second)
{
    const auto rows = std::size_t(first.size()) + 1;
    const auto columns = std::size_t(second.size()) + 1;
    std::vector<std::vector<int>> cost(rows, std::vector<int>(columns));
    for (std::size_t i = 0; i < rows; ++i) {
        for (std::size_t j = 0; j < columns; ++j) {
            if (i == 0 || j == 0) {
                cost[i][j] = int(i + j);
                continue;
            }
            const auto a = qsizetype(i), b = qsizetype(j);
            const int differs = first[a - 1] == second[b - 1] ? 0 : 1;
            cost[i][j] = std::min({cost[i - 1][j] + 1, cost[i][j - 1] + 1, cost[i - 1][j - 1] + differs});
            if (i > 1 && j > 1 && first[a - 1] == second[b - 2] && first[a - 2] == second[b - 1])
                cost[i][j] = std::min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
    }
    return cost[rows - 1][columns - 1];
}

} // namespace

QString nearest(const QString &typed, const QStringList &names)
{
    constexpr qsizetype longest = 64;
    const QString wanted = typed.left(longest).toLower();
    QString best;
    int bestDistance = std::max(2, int(wanted.size()) / 3) + 1;
    for (const QString &name : names) {
        const QString candidate = name.left(longest).toLower();
        const bool begins = wanted.size() >= 3 && candidate.startsWith(wanted);
        const int found = begins ? 1 : distance(wanted, candidate);
        if (found < bestDistance && found < candidate.size()) {
            bestDistance = found;
            best = name;
        }
    }
    return best;
}

QString suggestion(const QString &typed, const QStringList &names)
{
    const QString meant = nearest(typed, names);
    QString text;
    if (!meant.isEmpty())
        text += QLatin1Char(' ') + QCoreApplication::translate("CommandLine", "Did you mean %1?").arg(meant);
    return text + QLatin1Char(' ')
        + QCoreApplication::translate("CommandLine", "Known: %1.").arg(names.join(QStringLiteral(", ")));
}

QString quoted(const QString &text)
{
    constexpr qsizetype longest = 160;
    QString shown = text;
    if (shown.size() > longest)
        shown = shown.left(longest / 2) + QStringLiteral("…") + shown.right(longest / 2);
    QString line;
    for (const QChar letter : shown) {
        const bool breaks = letter.category() == QChar::Other_Control || letter == QChar::LineSeparator
            || letter == QChar::ParagraphSeparator || letter.category() == QChar::Other_Format;
        line += breaks ? QStringLiteral("\\u%1").arg(letter.unicode(), 4, 16, QLatin1Char('0')) : QString(letter);
    }
    return QLatin1Char('"') + line + QLatin1Char('"');
}

} // namespace awaitscope
