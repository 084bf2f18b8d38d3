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

    void oneLineIsMarkedForEachThingThatGoesOnThere()
    {
        const auto here = std::source_location::current();
        auto map = std::make_shared<SourceMap>();
        map->file = QString::fromUtf8(here.file_name());
        const int line = static_cast<int>(here.line());
        map->functions.push_back({QStringLiteral("load"), {line, line}, {}});
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
        auto map = std::make_shared<SourceMap>();
        map->file = QString::fromUtf8(end.file_name());
        map->functions.push_back({QStringLiteral("load"), {line - 6, line}, {{line - 4, line - 1}}});
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
        auto map = std::make_shared<SourceMap>();
        map->file = QString::fromUtf8(here.file_name());
        const int line = static_cast<int>(here.line());
        map->functions.push_back({QStringLiteral("load"), {line, line + 30}, {{line + 1, line + 3}}});
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
};

QTEST_GUILESS_MAIN(MomentTest)
#include "tst_moment.moc"
