// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/text_match.h"

#include <QTest>

using namespace awaitscope;

namespace {

std::optional<TextMatch> match(const char *text, const char *query)
{
    return matchText(folded(composed(QString::fromUtf8(text))), MatchQuery(QString::fromUtf8(query)));
}

/// The text with its matched letters in brackets.
QString marked(const char *text, const char *query)
{
    QString result = composed(QString::fromUtf8(text));
    const auto found = match(text, query);
    if (!found)
        return {};
    for (auto range = found->letters.rbegin(); range != found->letters.rend(); ++range)
        result.insert(range->from + range->length, ']').insert(range->from, '[');
    return result;
}

} // namespace

class TestTextMatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void marksWhatMatched_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const char *text, const char *query, const char *expected) {
            QTest::newRow(name) << QByteArray(text) << QByteArray(query) << QString::fromUtf8(expected);
        };
        row("start", "Timeouts", "time", "[Time]outs");
        row("start of a word", "Blocking the loop", "loop", "Blocking the [loop]");
        row("inside a word", "getUserLogs takes", "logs", "getUser[Logs] takes");
        row("the word's start before its inside", "async generators in sync", "sync", "async generators in [sync]");
        row("two words", "Failure in gather", "gather fail", "[Fail]ure in [gather]");
        row("two words on one another", "aba", "ab ba", "[aba]");
        row("initials", "Sequential vs parallel", "svp", "[S]equential [v]s [p]arallel");
        row("letters left out", "Timeouts", "tmouts", "[T]i[m]e[outs]");
        row("accents in the query", "Resume", "rés", "[Res]ume");
        row("accents in the text", "Résumé", "resume", "[Résumé]");
        row("decomposed accents", "Re\xcc\x81sume\xcc\x81", "RESUM", "[Résum]é");
        row("several accents on a letter", "\xe1\xba\xa4m", "am", "[\xe1\xba\xa4m]");
        row("case", "ASYNCIO", "asyncio", "[ASYNCIO]");
        row("nothing typed", "Timeouts", "", "Timeouts");
        row("a word that is missing", "Failure in gather", "gather xyz", "");
        row("letters too far apart", "All of the tasks of a run that ends", "arse", "");
        row("one letter is no pattern", "Timeouts", "x", "");
        row("punctuation", "co_await x", "co_aw", "[co_aw]ait x");
    }

    void marksWhatMatched()
    {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, query);
        QFETCH(QString, expected);
        QCOMPARE(marked(text, query), expected);
    }

    void betterKindsOfMatchRankHigher()
    {
        const std::vector<const char *> best{
            "loop", "loop monitoring", "The loop", "The loop that is long", "the fastloop", "lemon oolong pie"};
        int before = std::numeric_limits<int>::max();
        for (const char *text : best) {
            const auto found = match(text, "loop");
            QVERIFY2(found, text);
            QVERIFY2(found->rank < before, text);
            before = found->rank;
        }
        QVERIFY(match("Sequential vs parallel", "svp")->rank < match("A svp list", "svp")->rank);
        QVERIFY(match("gather failure", "gather fail")->rank > match("failure in gather", "gather fail")->rank);
    }

    void longTextsAreMatchedByWordsOnly()
    {
        QVERIFY(!matchWords(folded("Sequential vs parallel"), MatchQuery("svp")));
        QVERIFY(matchWords(folded("Sequential vs parallel"), MatchQuery("par seq")));
    }

    void anyTextIsMatchedWithinItself()
    {
        // Places lie inside the text and apart from each other, whatever is typed.
        const QStringList texts{"", " ", "ß", "ﬁ", "İstanbul", "a\u0301\u0301", "\U0001F600 smile", "…", "A–B", "日本語"};
        for (const QString &text : texts) {
            for (const QString &query : texts) {
                const QString whole = composed(text);
                QCOMPARE(folded(whole).size(), whole.size());
                const auto found = matchText(folded(whole), MatchQuery(query));
                int end = 0;
                for (const LetterRange &range : found ? found->letters : std::vector<LetterRange>()) {
                    QVERIFY(range.length > 0 && range.from >= end);
                    end = range.from + range.length;
                    QVERIFY(end <= whole.size());
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(TestTextMatch)
#include "tst_text_match.moc"
