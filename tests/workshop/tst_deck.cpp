// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/workshop/shows.h"

#include "app/workshop/marks.h"
#include "lessons/catalog/event_names.h"

using namespace awaitscope;
using namespace awaitscope::test;

class TestDeck : public QObject
{
    Q_OBJECT

private:
    static std::vector<RunRequest> two()
    {
        return {requestOf(QStringLiteral("sequential-vs-parallel")), requestOf(QStringLiteral("gather-failure"))};
    }

    static std::vector<SlideKind> kinds(const std::vector<Slide> &slides)
    {
        std::vector<SlideKind> kinds;
        for (const Slide &slide : slides)
            kinds.push_back(slide.kind);
        return kinds;
    }

private Q_SLOTS:
    void slidesInOrder()
    {
        using enum SlideKind;
        Deck deck(two());
        QCOMPARE(kinds(deck.slidesOf(0)), (std::vector{Opening, Question, Run, Answer, Takeaway}));
        deck.setRun(0, played(deck.request(0)));
        QCOMPARE(kinds(deck.slidesOf(0)), (std::vector{Opening, Question, Run, Pause, Pause, Answer, Takeaway}));
        QCOMPARE(kinds(deck.slidesOf(2)), std::vector{End});
    }

    void nothingPassesARunThatIsNotThere()
    {
        Deck deck(two());
        QVERIFY(deck.next());
        QVERIFY(deck.next());
        QCOMPARE(deck.slide().kind, SlideKind::Run);
        QVERIFY(!deck.next());
        QCOMPARE(deck.slide().kind, SlideKind::Run);
        deck.setRun(0, played(deck.request(0)));
        QVERIFY(deck.next());
        QCOMPARE(deck.slide().kind, SlideKind::Pause);
    }

    void throughAllAndBack()
    {
        Deck deck(two());
        for (std::size_t i = 0; i < 2; ++i)
            deck.setRun(i, played(deck.request(i)));
        std::vector<Slide> there{deck.slide()};
        while (deck.next())
            there.push_back(deck.slide());
        QCOMPARE(there.back().kind, SlideKind::End);
        QCOMPARE(there.size(), deck.slidesOf(0).size() + deck.slidesOf(1).size() + 1);
        std::vector<Slide> back{deck.slide()};
        while (deck.back())
            back.push_back(deck.slide());
        std::ranges::reverse(back);
        QVERIFY(there == back);
        deck.toLast();
        QCOMPARE(deck.slide().kind, SlideKind::End);
        deck.toFirst();
        QVERIFY(deck.slide() == there.front());
    }

    void votesAreCountedWhileTheQuestionIsShown()
    {
        Deck deck({requestOf(QStringLiteral("batch-errors")), requestOf(QStringLiteral("nested-event-loops")),
            requestOf(QStringLiteral("sequential-vs-parallel"))});
        QCOMPARE(deck.choices(0), 3);
        QCOMPARE(deck.choices(1), 4); // to be ordered: which comes last
        QCOMPARE(deck.choices(2), 0); // to be drawn
        QVERIFY(!deck.vote(0)); // the opening asks nothing
        deck.next();
        QVERIFY(deck.vote(1));
        QVERIFY(deck.vote(1));
        QVERIFY(deck.vote(2));
        QVERIFY(!deck.vote(3)); // three answers
        QVERIFY(!deck.vote(-1));
        QCOMPARE(deck.tally(0), (std::vector{0, 2, 1}));
        QVERIFY(deck.takeVoteBack());
        QCOMPARE(deck.tally(0), (std::vector{0, 2, 0}));
        QVERIFY(deck.takeVoteBack());
        QVERIFY(deck.takeVoteBack());
        QVERIFY(!deck.takeVoteBack());
        QCOMPARE(deck.votes(0), 0);
        deck.vote(0);
        deck.next();
        QVERIFY(!deck.vote(0));
        QVERIFY(!deck.takeVoteBack());
        QCOMPARE(deck.tally(0), (std::vector{1, 0, 0}));
        QCOMPARE(deck.votes(1), 0);
    }

    void eachNoteIsToldOnce_data()
    {
        QTest::addColumn<QString>("lesson");
        QTest::addColumn<bool>("hasRun");
        for (const Lesson &lesson : lessons()) {
            QTest::addRow("%s", qPrintable(lesson.id)) << lesson.id << true;
            QTest::addRow("%s, one variant", qPrintable(lesson.id)) << lesson.id << false;
        }
    }

    void eachNoteIsToldOnce()
    {
        QFETCH(QString, lesson);
        QFETCH(bool, hasRun);
        RunRequest request = requestOf(lesson);
        if (!hasRun)
            request.variants = request.variants.mid(0, 1);
        Deck deck({request});
        deck.setRun(0, played(request));
        QStringList told;
        for (const Slide &slide : deck.slidesOf(0))
            told += deck.notes(slide);
        QStringList all;
        for (const SpeakerNote &note : deck.lesson(0).text.speakerNotes)
            all << note.text;
        std::ranges::sort(told);
        std::ranges::sort(all);
        QCOMPARE(told, all);
    }

    void aPauseThatAnotherRunDoesNotHaveIsLeft()
    {
        Deck deck(two());
        deck.setRun(0, played(deck.request(0)));
        while (deck.slide().kind != SlideKind::Pause)
            QVERIFY(deck.next());
        RunRequest other = deck.request(0);
        other.variants = {QStringLiteral("sequential")};
        deck.setRun(0, played(other));
        QCOMPARE(deck.slide().kind, SlideKind::Run);
    }

    void marksBelongToASlide()
    {
        Marks marks;
        const Slide one{SlideKind::Opening, 0, 0}, other{SlideKind::Opening, 1, 0};
        marks.extend(one, {0.5, 0.5}); // nothing begun
        marks.begin(one, 1, {0.1, 0.1});
        marks.extend(one, {0.2, 0.2});
        marks.begin(one, 0, {0.3, 0.3});
        QCOMPARE(marks.lines(one).size(), 2U);
        QCOMPARE(marks.lines(one)[0].points.size(), 2U);
        QVERIFY(marks.lines(other).empty());
        QVERIFY(marks.undo(one));
        QCOMPARE(marks.lines(one).size(), 1U);
        QVERIFY(!marks.undo(other));
        marks.clear(one);
        QVERIFY(marks.lines(one).empty());
    }
};

QTEST_MAIN(TestDeck)
#include "tst_deck.moc"
