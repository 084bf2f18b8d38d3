// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/validator.h"

#include "tests/support/record_script.h"

#include <QTest>

using namespace awaitscope;
using namespace awaitscope::test;

namespace {

QStringList idsOf(const std::vector<Problem> &problems)
{
    QStringList ids;
    for (const Problem &problem : problems)
        ids << problem.id;
    return ids;
}

} // namespace

class ValidatorTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void soundRecordsPass()
    {
        QCOMPARE(idsOf(validate(*sequentialScript().trace())), QStringList());
        QCOMPARE(idsOf(validate(*gatherScript().trace())), QStringList());
        QCOMPARE(idsOf(validate(*RecordScript().trace())), QStringList());
    }

    void everyTransitionIsDecided()
    {
        int legal = 0;
        for (int state = 0; state <= int(TaskState::TimedOut); ++state) {
            for (int event = 0; event <= int(EventKind::SeatChanged); ++event) {
                const auto next = transition(TaskState(state), EventKind(event));
                legal += next.has_value();
                if (isEnd(TaskState(state)) && EventKind(event) == EventKind::CancelRequested)
                    QCOMPARE(next, TaskState(state));
                else if (isEnd(TaskState(state)))
                    QVERIFY2(!next, "nothing follows an end but a request to cancel others");
            }
        }
        QCOMPARE(legal, 15);
        QCOMPARE(transition(TaskState::Running, EventKind::Suspended, WaitKind::Timer), TaskState::InFlight);
        QCOMPARE(transition(TaskState::Running, EventKind::Suspended, WaitKind::Gather), TaskState::Awaiting);
        QCOMPARE(transition(TaskState::Running, EventKind::Suspended, WaitKind::Settle), TaskState::Awaiting);
    }

    void plantedFaultsAreRefused_data()
    {
        QTest::addColumn<RecordScript>("script");
        QTest::addColumn<QString>("id");
        RecordScript s;
        s.turn(0).start(0, 1).start(1, 1).finish(2, 1).turnEnd(2);
        QTest::newRow("started twice") << std::exchange(s, {}) << "record-transition";
        s.turn(0).start(0, 1).resume(1, 1).finish(2, 1).turnEnd(2);
        QTest::newRow("resumed while running") << std::exchange(s, {}) << "record-transition";
        s.turn(0).start(0, 1).timer(1, 1, 5).finish(2, 1).turnEnd(2);
        QTest::newRow("ended while suspended") << std::exchange(s, {}) << "record-transition";
        s.turn(0).start(0, 1).finish(1, 1).finish(2, 1).turnEnd(2);
        QTest::newRow("ended twice") << std::exchange(s, {}) << "record-transition";
        s.turn(0).start(0, 1).start(1, 2).finish(2, 1).finish(3, 2).turnEnd(3);
        QTest::newRow("ended below another") << std::exchange(s, {}) << "record-transition";
        s.turn(0).start(0, 1).finish(1, 1).timer(1, 7, 5).turnEnd(3);
        QTest::newRow("never started") << std::exchange(s, {}) << "record-task";
        s.turn(0).start(0, 1).timer(1, 1, 5).turnEnd(3);
        QTest::newRow("never ended") << std::exchange(s, {}) << "record-end";
        s.turn(0).start(5, 1).finish(4, 1).turnEnd(6);
        QTest::newRow("time runs backwards") << std::exchange(s, {}) << "record-time";
        s.turn(0).start(0, 1).end(2, 1, EventKind::Cancelled, "user").turnEnd(3);
        QTest::newRow("cancelled by nobody") << std::exchange(s, {}) << "record-cause";
        s.turn(0).start(0, 1).push(1, EventKind::CancelRequested, 1, packCancel(NameId(1), CancelId(1)));
        s.push(2, EventKind::Cancelled, 1, packCancel(NameId(1), CancelId(2))).turnEnd(3);
        QTest::newRow("cancelled by another request") << std::exchange(s, {}) << "record-cause";
        s.turn(0).start(0, 1).push(1, EventKind::Interrupted, 1, packCancel(NameId(1), CancelId(1))).finish(2, 1).turnEnd(3);
        QTest::newRow("interrupted by nobody") << std::exchange(s, {}) << "record-cause";
        s.turn(0).start(0, 1).push(0, EventKind::DeadlineSet, 1, 5'000'000).push(4, EventKind::DeadlineMissed, 0, 1);
        s.finish(5, 1).turnEnd(5);
        QTest::newRow("deadline missed too early") << std::exchange(s, {}) << "record-deadline";
        s.turn(0).start(0, 1).push(0, EventKind::DeadlineSet, 1, 5'000'000).finish(9, 1).turnEnd(9);
        QTest::newRow("deadline never concluded") << std::exchange(s, {}) << "record-deadline";
        s.turn(0).start(0, 1).resource(0, "seats", 1).seat(1, 1, SeatChange::Taken, 1, 2).finish(9, 1).turnEnd(9);
        QTest::newRow("more seats in use than there are") << std::exchange(s, {}) << "record-seats";
        s.turn(0).start(0, 1).resource(0, "seats", 1).seat(1, 1, SeatChange::Queued, 1, 1).finish(9, 1).turnEnd(9);
        QTest::newRow("in line for ever") << std::exchange(s, {}) << "record-seats";
        s.turn(0).turnEnd(1).start(2, 1).finish(3, 1).turn(4).turnEnd(5);
        QTest::newRow("ran outside a turn") << std::exchange(s, {}) << "record-turn";
        s.turn(0).turnEnd(5).turn(3).turnEnd(6);
        QTest::newRow("turns overlap") << std::exchange(s, {}) << "record-turn";
        s.turn(0).start(0, 1).start(5, 2).finish(3, 2).finish(6, 1).turnEnd(6);
        QTest::newRow("two ran at once") << std::exchange(s, {}) << "record-overlap";
        s.turn(0).start(0, 1).finish(1, 1);
        QTest::newRow("turn never ended") << std::exchange(s, {}) << "record-turn";
        s.turn(0).start(0, 1).turnEnd(9).onNewThread().finish(1, 1);
        QTest::newRow("ended on another thread") << std::exchange(s, {}) << "record-thread";
        s.log(1, 0, LogSource::Watchdog, "");
        QTest::newRow("logged nothing") << std::exchange(s, {}) << "record-log";
        s.log(1, 0, LogSource(9), "busy");
        QTest::newRow("logged by nobody") << std::exchange(s, {}) << "record-log";
        s.log(2, 0, LogSource::Watchdog, "busy").log(1, 0, LogSource::Watchdog, "busy");
        QTest::newRow("logged before the line in front of it") << std::exchange(s, {}) << "record-log";
    }

    void plantedFaultsAreRefused()
    {
        QFETCH(RecordScript, script);
        QFETCH(QString, id);
        const QStringList found = idsOf(validate(*script.trace()));
        QVERIFY2(found.contains(id), qPrintable(found.join(u' ')));
    }

    void aLogPasses()
    {
        RecordScript s;
        s.log(1, 0, LogSource::SlowCallback, "busy").log(1, 0, LogSource::LostFailure, "lost");
        QCOMPARE(idsOf(validate(*s.trace())), QStringList());
    }

    void aCancellationWithACausePasses()
    {
        RecordScript s;
        s.turn(0).start(0, 1).timer(1, 1, 50).turnEnd(1);
        s.push(5, EventKind::CancelRequested, 0, s.recorder()->intern("user").number());
        s.turn(6).resume(6, 1).end(6, 1, EventKind::Cancelled, "user").turnEnd(7);
        QCOMPARE(idsOf(validate(*s.trace())), QStringList());
    }

    void theSentenceNamesTheEvent()
    {
        RecordScript s;
        s.turn(0).start(0, 1).finish(1, 1).finish(2, 1).turnEnd(2);
        const auto problems = validate(*s.trace());
        QCOMPARE(problems.size(), 1u);
        QCOMPARE(problems[0].place, QStringLiteral("3"));
        QVERIFY(problems[0].sentence.contains(QStringLiteral("Event 3")));
        QVERIFY(problems[0].sentence.contains(QStringLiteral("2.0 ms")));
    }
};

QTEST_GUILESS_MAIN(ValidatorTest)
#include "tst_validator.moc"
