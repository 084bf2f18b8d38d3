// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace awaitscope {

/// Letters of a text, in UTF-16 units.
struct LetterRange
{
    int from = 0;
    int length = 0;
    bool operator==(const LetterRange &) const = default;
};

/// How well a text fits what was typed, and by which of its letters.
struct TextMatch
{
    int rank = 0; ///< higher is better; compare ranks of one query only
    std::vector<LetterRange> letters; ///< ascending, apart from each other
};

/// Least ranks of a kind of match, so that lists can ask for no less.
namespace match_rank {
constexpr int letters = 1000; ///< its letters occur in that order
constexpr int inside = 2000; ///< each of its words occurs
constexpr int wordStarts = 3000; ///< each of its words begins a word
constexpr int start = 4000; ///< the text begins with it
} // namespace match_rank

/// The text in composed form (NFC), in which all places in a text are counted.
QString composed(const QString &text);
/// A composed text without case and accents, letter by letter: as long as the text.
QString folded(const QString &composedText);

/// What was typed, prepared to be matched against many texts.
struct MatchQuery
{
    /// Of any text; case, accents and spaces beyond one do not count.
    explicit MatchQuery(const QString &typed);
    QString folded;
    QStringList words;
};

/// Matches folded texts. Words of the query may stand anywhere; where one is missing, the letters of the query may be strewn over
/// the text in their order, beginning at a word. Nothing where that fails. An empty query matches by no letter.
std::optional<TextMatch> matchText(const QString &foldedText, const MatchQuery &query);
/// The same with whole words of the query only, for long texts.
std::optional<TextMatch> matchWords(const QString &foldedText, const MatchQuery &query);

} // namespace awaitscope
