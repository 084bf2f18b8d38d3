// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/moment.h"

#include "tests/support/record_script.h"

#include <QTest>

using namespace awaitscope;
using namespace awaitscope::test;
using namespace std::chrono_literals;

namespace {

// Tasks bear the names of these functions.
void outer(RecordScript &script)
{
    script.turn(0).start(0, 1);
}

void middle(RecordScript &script)
{
    script.start(1, 2);
}

void inner(RecordScript &script)
{
    script.start(2, 3);
}

QString sentenceOn(const RecordScript &script, std::size_t step)
{
    const std::vector<Subject> subjects{{QStringLiteral("A"), {}, script.trace()}};
    return momentSentence(subjects, Steps(subjects).after(step));
}

/// A source with one function, `load`.
std::shared_ptr<const SourceMap> mapOfLoad(
    const std::source_location &where, LineRange lines, std::vector<LineRange> statements = {})
{
    auto map = std::make_shared<SourceMap>();
    map->file = QString::fromUtf8(where.file_name());
    map->functions.push_back({QStringLiteral("load"), lines, std::move(statements)});
    return map;
}

std::vector<Subject> both()
{
    return {{QStringLiteral("A"), QStringLiteral("Sequential"), sequentialScript().trace()},
        {QStringLiteral("B"), QStringLiteral("Parallel"), gatherScript().trace()}};
}

} // namespace

class MomentTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stepsGoThroughAllEventsInOrder()
    {
        const auto subjects = both();
        const Steps steps(subjects);
        QCOMPARE(steps.count(), subjects[0].trace->events().size() + subjects[1].trace->events().size());
        Moment before = steps.after(0);
        QCOMPARE(before.applied, (std::vector<std::size_t>{0, 0}));
        for (std::size_t step = 1; step <= steps.count(); ++step) {
            const Moment moment = steps.after(step);
            QCOMPARE(moment.step, step);
            QVERIFY(moment.time >= before.time);
            QCOMPARE(moment.applied[0] + moment.applied[1], step);
            before = moment;
        }
        QCOMPARE(steps.after(10'000).step, steps.count());
    }

    void aTimeAndItsStepAgree()
    {
        const auto subjects = both();
        const Steps steps(subjects);
        for (const Ns time : {-1ms, 0ms, 50ms, 150ms, 197ms, 1000ms}) {
            const Moment moment = steps.at(time);
            QCOMPARE(moment.time, time);
            for (std::size_t i = 0; i < subjects.size(); ++i) {
                const auto &events = subjects[i].trace->events();
                const auto upTo = std::ranges::count_if(events, [&](const TraceEvent &event) { return event.time <= time; });
                QCOMPARE(moment.applied[i], std::size_t(upTo));
            }
        }
    }

    void theSentenceSaysWhoWaitsForWhom()
    {
        const auto subjects = both();
        const Steps steps(subjects);
        const QString at150 = momentSentence(subjects, steps.at(150ms));
        QVERIFY2(at150.contains(QStringLiteral("A waits on line")), qPrintable(at150));
        QVERIFY2(at150.contains(QStringLiteral("of its three calls only")), qPrintable(at150));
        const QString begin = momentSentence(subjects, steps.after(0));
        QCOMPARE(begin, QStringLiteral("A has not begun. B has not begun."));
        const QString end = momentSentence(subjects, steps.after(steps.count()));
        QVERIFY2(end.contains(QStringLiteral("B was done at 196 ms.")), qPrintable(end));
    }

    void theSentenceNamesWhatRunsAtTheBottom()
    {
        RecordScript s;
        outer(s);
        middle(s);
        inner(s);
        s.finish(3, 3).finish(4, 2).finish(5, 1).turnEnd(5);
        QCOMPARE(sentenceOn(s, 1), QStringLiteral("A runs outer."));
        QCOMPARE(sentenceOn(s, 3), QStringLiteral("A runs inner."));
        QCOMPARE(sentenceOn(s, 4), QStringLiteral("A runs middle."));
    }

    void theSentenceTellsOfOrphansOnceTheirCallerHasGone()
    {
        RecordScript s;
        outer(s);
        middle(s);
        s.timer(1, 2, 50).finish(2, 1).turnEnd(2).turn(51).resume(51, 2).finish(52, 2).turnEnd(52);
        QCOMPARE(sentenceOn(s, 3), QStringLiteral("A runs outer."));
        QCOMPARE(sentenceOn(s, 4), QStringLiteral("A was done at 2.0 ms, yet middle is still out."));
        QCOMPARE(sentenceOn(s, 6), QStringLiteral("A was done at 2.0 ms."));
    }

    void aQueueTellsThePlaceAndTheHolder()
    {
        RecordScript s;
        outer(s.resource(0, "connection", 1));
        s.seat(0, 1, SeatChange::Taken, 1, 1);
        middle(s);
        s.seat(1, 2, SeatChange::Queued, 1, 1).suspend(1, 2, WaitKind::Permit, packPair(1, 1));
        s.suspend(1, 1, WaitKind::Gather, 1).turnEnd(1);
        QVERIFY2(sentenceOn(s, 4).endsWith(QStringLiteral(" for middle, in line.")), qPrintable(sentenceOn(s, 4)));
        RecordScript alone;
        outer(alone.resource(0, "connection", 1));
        alone.seat(0, 1, SeatChange::Queued, 1, 1).suspend(0, 1, WaitKind::Permit, packPair(1, 2)).turnEnd(0);
        QVERIFY2(sentenceOn(alone, 2).endsWith(QStringLiteral(" in place 2 for connection.")), qPrintable(sentenceOn(alone, 2)));
    }

    void aBlockedLoopAndADeadlineAreTold()
    {
        RecordScript s;
        outer(s);
        s.deadline(0, 1, 20).block(10, 1).blockEnd(60, 1).concludeDeadline(60, EventKind::DeadlineMissed, 1).timer(60, 1, 5);
        s.turnEnd(60).turn(65).resume(65, 1).finish(65, 1).turnEnd(65);
        const std::vector<Subject> subjects{{QStringLiteral("A"), {}, s.trace()}};
        const Steps steps(subjects);
        QCOMPARE(momentSentence(subjects, steps.at(Ns(5'000'000))),
            QStringLiteral("A runs outer, 15 ms before the deadline of 20 ms."));
        QVERIFY(momentSentence(subjects, steps.at(Ns(50'000'000))).startsWith(QStringLiteral("A blocks the loop on line ")));
        QVERIFY(
            momentSentence(subjects, steps.at(Ns(62'000'000))).endsWith(QStringLiteral(", 42 ms after the deadline of 20 ms.")));
        QCOMPARE(momentSentence(subjects, steps.at(Ns(65'000'000))), QStringLiteral("A was done at 65 ms."));
    }

    void aGeneratorWaitsForItsConsumer()
    {
        RecordScript s;
        outer(s);
        middle(s);
        s.suspend(1, 2, WaitKind::Consumer, 3).timer(1, 1, 30).turnEnd(1).turn(31).resume(31, 1).resume(31, 2).finish(31, 2);
        s.finish(31, 1).turnEnd(31);
        QVERIFY2(sentenceOn(s, 4).endsWith(QStringLiteral("; middle waits for its consumer, three given so far.")),
            qPrintable(sentenceOn(s, 4)));
    }

    void oneLineIsMarkedForEachThingThatGoesOnThere()
    {
        const auto here = std::source_location::current();
        const int line = static_cast<int>(here.line());
        const auto map = mapOfLoad(here, {line, line});
        RecordScript s;
        s.turn(0).start(0, 1, here).timer(1, 1, 50, here).start(2, 2, here).timer(3, 2, 50, here).start(4, 3, here);
        const auto marks = markedStatements(*s.trace(map), 5);
        QCOMPARE(marks.size(), 2u);
        QCOMPARE(marks[0].kind, MarkedStatement::Kind::Suspended);
        QCOMPARE(marks[0].note, QStringLiteral("suspended ×2"));
        QCOMPARE(marks[1].kind, MarkedStatement::Kind::Running);
        QCOMPARE(marks[1].tasks, std::vector{TaskId(3)});
    }

    void aTaskThatHasOnlyBegunIsMarkedAtItsName()
    {
        const auto end = std::source_location::current();
        const int line = static_cast<int>(end.line());
        const auto map = mapOfLoad(end, {line - 6, line}, {{line - 4, line - 1}});
        RecordScript s;
        s.turn(0).start(0, 1, end).timer(1, 1, 50).turnEnd(1);
        const auto trace = s.trace(map);
        const auto marks = markedStatements(*trace, 1);
        QCOMPARE(marks.size(), 1u);
        QCOMPARE(marks[0].lines, (LineRange{line - 6, line - 6}));
        QCOMPARE(marks[0].kind, MarkedStatement::Kind::Running);
    }

    void marksFollowTheState()
    {
        const auto here = std::source_location::current();
        const int line = static_cast<int>(here.line());
        const auto map = mapOfLoad(here, {line, line + 30}, {{line + 1, line + 3}});
        RecordScript s;
        s.turn(0).start(0, 1);
        s.timer(1, 1, 50, here).turnEnd(1);
        s.turn(51).resume(51, 1, here).end(52, 1, EventKind::Failed, "boom").turnEnd(52);
        const auto trace = s.trace(map);
        const auto suspended = markedStatements(*trace, 2);
        QCOMPARE(suspended.size(), 1u);
        QCOMPARE(suspended[0].kind, MarkedStatement::Kind::Suspended);
        QCOMPARE(suspended[0].lines, (LineRange{line, line}));
        QCOMPARE(suspended[0].note, QStringLiteral("suspended"));
        QCOMPARE(markedStatements(*trace, 3)[0].kind, MarkedStatement::Kind::Running);
        const auto threw = markedStatements(*trace, 4);
        QCOMPARE(threw[0].kind, MarkedStatement::Kind::Threw);
        QCOMPARE(threw[0].note, QStringLiteral("threw at 52 ms"));
        QVERIFY(markedStatements(*trace, 0).empty());
    }

    void aTaskInANestedLoopIsMarkedWhereItSpinsIt()
    {
        const auto here = std::source_location::current();
        const int line = static_cast<int>(here.line());
        const auto map = mapOfLoad(here, {line, line + 30});
        RecordScript s;
        s.turn(0).start(0, 1).nest(0, 1, here).turn(5).start(5, 2).nest(5, 2, here).turnEnd(9).nestEnd(9, 2).finish(9, 2);
        s.turnEnd(9).nestEnd(9, 1).finish(9, 1).turnEnd(9);
        const auto trace = s.trace(map);
        const auto first = markedStatements(*trace, 1);
        QCOMPARE(first.size(), 1u);
        QCOMPARE(first[0].kind, MarkedStatement::Kind::Nested);
        QCOMPARE(first[0].lines, (LineRange{line, line}));
        QCOMPARE(first[0].note, QStringLiteral("nested, depth 1"));
        QCOMPARE(markedStatements(*trace, 2)[0].note, QStringLiteral("nested ×2"));
        const std::vector<Subject> subjects{{QStringLiteral("A"), {}, trace}};
        const QString sentence = momentSentence(subjects, Steps(subjects).after(2));
        QVERIFY2(
            sentence.contains(QStringLiteral("of its own, depth 1")) && sentence.contains(QStringLiteral("of its own, depth 2")),
            qPrintable(sentence));
        QCOMPARE(markedStatements(*trace, 3)[0].note, QStringLiteral("nested, depth 1"));
        QVERIFY(markedStatements(*trace, 4).empty());
    }

    void aLazyTaskThatNeverBeganThrewNothing()
    {
        const auto here = std::source_location::current();
        const int line = static_cast<int>(here.line());
        const auto map = mapOfLoad(here, {line, line + 30});
        RecordScript s;
        s.turn(0).create(0, 1, here).push(1, EventKind::NeverStarted, 1).turnEnd(1);
        QVERIFY(markedStatements(*s.trace(map), 2).empty());
    }
};

QTEST_GUILESS_MAIN(MomentTest)
#include "tst_moment.moc"
