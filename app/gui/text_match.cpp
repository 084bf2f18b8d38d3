// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/text_match.h"

#include <algorithm>

namespace awaitscope {

namespace {

constexpr int mostPenalty = 900; // within a kind of match

bool startsWord(const QString &text, qsizetype at)
{
    return text[at].isLetterOrNumber() && (at == 0 || !text[at - 1].isLetterOrNumber());
}

/// The first place at which a word of the text begins like that; else the first place at all; else -1.
qsizetype bestPlace(const QString &text, const QString &word, qsizetype from)
{
    qsizetype inside = -1;
    for (qsizetype at = text.indexOf(word, from); at >= 0; at = text.indexOf(word, at + 1)) {
        if (startsWord(text, at) || !word[0].isLetterOrNumber())
            return at;
        if (inside < 0)
            inside = at;
    }
    return inside;
}

std::vector<LetterRange> merged(std::vector<LetterRange> ranges)
{
    std::ranges::sort(ranges, {}, &LetterRange::from);
    std::vector<LetterRange> result;
    for (const LetterRange &range : ranges) {
        if (!result.empty() && range.from <= result.back().from + result.back().length) {
            LetterRange &last = result.back();
            last.length = std::max(last.length, range.from + range.length - last.from);
        } else {
            result.push_back(range);
        }
    }
    return result;
}

bool isSubsequence(QStringView text, QStringView letters)
{
    qsizetype at = 0;
    for (const QChar letter : letters) {
        at = text.indexOf(letter, at);
        if (at < 0)
            return false;
        ++at;
    }
    return true;
}

/// Prefers letters that go on where the last one stood, and those that begin a word.
std::optional<TextMatch> matchLetters(const QString &text, const QString &letters)
{
    std::vector<LetterRange> places;
    qsizetype at = 0;
    int gaps = 0;
    for (qsizetype i = 0; i < letters.size(); ++i) {
        const QStringView rest = QStringView(letters).mid(i + 1);
        const auto fits = [&](qsizetype place) { return isSubsequence(QStringView(text).mid(place + 1), rest); };
        qsizetype chosen = -1;
        if (i > 0 && at < text.size() && text[at] == letters[i] && fits(at))
            chosen = at;
        for (qsizetype place = text.indexOf(letters[i], at); chosen < 0 && place >= 0;
             place = text.indexOf(letters[i], place + 1)) {
            if (startsWord(text, place) && fits(place))
                chosen = place;
        }
        if (chosen < 0 && i > 0)
            chosen = text.indexOf(letters[i], at);
        if (chosen < 0 || !fits(chosen))
            return std::nullopt;
        gaps += i > 0 && chosen > at && !startsWord(text, chosen) ? static_cast<int>(chosen - at) : 0;
        places.push_back({static_cast<int>(chosen), 1});
        at = chosen + 1;
    }
    // Strewn too thin, letters are found in nearly any text.
    if (gaps > 2 * letters.size())
        return std::nullopt;
    const int penalty = gaps * 20 + places.front().from + static_cast<int>(text.size());
    return TextMatch{match_rank::letters + mostPenalty - std::min(penalty, mostPenalty), merged(std::move(places))};
}

} // namespace

QString composed(const QString &text)
{
    return text.normalized(QString::NormalizationForm_C);
}

QString folded(const QString &composedText)
{
    QString result = composedText;
    for (QChar &c : result) {
        if (c.unicode() < 0x80) {
            c = c.toLower();
            continue;
        }
        while (c.decompositionTag() == QChar::Canonical)
            c = c.decomposition().at(0);
        c = c.toCaseFolded();
    }
    return result;
}

MatchQuery::MatchQuery(const QString &typed) :
    folded(awaitscope::folded(composed(typed)).simplified()),
    words(folded.split(u' ', Qt::SkipEmptyParts))
{
}

std::optional<TextMatch> matchWords(const QString &foldedText, const MatchQuery &query)
{
    TextMatch match;
    if (query.words.isEmpty())
        return match;
    if (foldedText.startsWith(query.folded)) {
        const int penalty = std::min(static_cast<int>(foldedText.size()), mostPenalty);
        return TextMatch{match_rank::start + mostPenalty - penalty, {{0, static_cast<int>(query.folded.size())}}};
    }
    // Most texts end here: it is quicker than to match them.
    if (!std::ranges::all_of(query.words, [&foldedText](const QString &word) { return foldedText.contains(word); }))
        return std::nullopt;
    bool starts = true, inOrder = true;
    qsizetype last = -1, first = foldedText.size();
    for (const QString &word : query.words) {
        qsizetype at = last < 0 ? -1 : bestPlace(foldedText, word, last);
        if (at < 0 || !startsWord(foldedText, at))
            at = bestPlace(foldedText, word, 0);
        if (at < 0)
            return std::nullopt;
        starts = starts && startsWord(foldedText, at);
        inOrder = inOrder && at > last;
        last = at;
        first = std::min(first, at);
        match.letters.push_back({static_cast<int>(at), static_cast<int>(word.size())});
    }
    match.letters = merged(std::move(match.letters));
    const int penalty = static_cast<int>(first) + static_cast<int>(foldedText.size()) / 4 + (inOrder ? 0 : 200);
    match.rank = (starts ? match_rank::wordStarts : match_rank::inside) + mostPenalty - std::min(penalty, mostPenalty);
    return match;
}

std::optional<TextMatch> matchText(const QString &foldedText, const MatchQuery &query)
{
    if (auto words = matchWords(foldedText, query))
        return words;
    const QString letters = query.words.join(QString());
    return letters.size() < 2 ? std::nullopt : matchLetters(foldedText, letters);
}

} // namespace awaitscope
