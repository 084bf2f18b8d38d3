// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/caption.h"

#include "tests/support/record_script.h"

#include <QTest>

using namespace awaitscope;
using namespace awaitscope::test;

namespace {

// Tasks bear the names of these functions.
void handle(RecordScript &script, std::uint32_t task = 1)
{
    script.start(0, task);
}

void query(RecordScript &script, std::uint32_t task, double at = 0)
{
    script.start(at, task);
}

QString captionOf(const std::vector<const RecordScript *> &scripts)
{
    std::vector<Subject> subjects;
    for (const RecordScript *script : scripts)
        subjects.push_back({QString(QChar(u'A' + int(subjects.size()))), {}, script->trace()});
    return caption(subjects);
}

QString captionOf(const RecordScript &script)
{
    return captionOf(std::vector{&script});
}

/// A root that starts three queries of 80 ms and fails at 27 ms, with or without cancelling them.
RecordScript failing(bool cancels)
{
    RecordScript s;
    handle(s.turn(0));
    for (std::uint32_t task = 2; task <= 4; ++task) {
        query(s, task);
        s.timer(0, task, 80);
    }
    s.suspend(0, 1, WaitKind::Gather, 3).turnEnd(0);
    s.turn(27).resume(27, 2).end(27, 2, EventKind::Failed, "item 2 is invalid");
    if (cancels) {
        s.requestCancel(27, 2, Canceller::Task, "a sibling failed", 1);
        for (const std::uint32_t task : {3u, 4u})
            s.resume(27, task).interrupt(27, task, 1).cancelled(27, task, 1);
    }
    s.resume(27, 1).end(27, 1, EventKind::Failed, "item 2 is invalid").turnEnd(27);
    if (!cancels) {
        s.turn(80);
        for (const std::uint32_t task : {3u, 4u})
            s.resume(80, task).finish(80, task).unread(80, task);
        s.turnEnd(80);
    }
    return s;
}

/// A deadline of 200 ms cancels a query, which cleans up for a while.
RecordScript withDeadline(double cleanup, double blockedUntil = 0)
{
    const double at = std::max(200.0, blockedUntil);
    RecordScript s;
    handle(s.turn(0));
    s.deadline(0, 1, 200);
    query(s, 2);
    s.timer(0, 2, 380).suspend(0, 1, WaitKind::Task, 2).turnEnd(0);
    s.turn(at)
        .requestCancel(at, 0, Canceller::Deadline, "the deadline passed", 1)
        .concludeDeadline(at, EventKind::DeadlineMissed, 1);
    s.resume(at, 2).interrupt(at, 2, 1).timer(at, 2, cleanup).turnEnd(at);
    s.turn(at + cleanup).resume(at + cleanup, 2).cancelled(at + cleanup, 2, 1);
    return s.resume(at + cleanup, 1).finish(at + cleanup, 1).turnEnd(at + cleanup);
}

/// Queries that queue for the two seats of "connection", 25 ms each.
RecordScript queue()
{
    RecordScript s;
    handle(s.resource(0, "connection", 2).turn(0));
    for (std::uint32_t task = 2; task <= 5; ++task) {
        query(s, task);
        if (task <= 3)
            s.seat(0, task, SeatChange::Taken, 1, task - 1).timer(0, task, 25);
        else
            s.seat(0, task, SeatChange::Queued, 1, 2).suspend(0, task, WaitKind::Permit, packPair(1, task - 3));
    }
    s.suspend(0, 1, WaitKind::Gather, 4).turnEnd(0).turn(25);
    for (const std::uint32_t task : {2u, 3u}) {
        s.resume(25, task).seat(25, task, SeatChange::Released, 1, 1).seat(25, task + 2, SeatChange::Granted, 1, 2);
        s.finish(25, task).resume(25, task + 2).timer(25, task + 2, 25);
    }
    s.turnEnd(25).turn(50);
    for (const std::uint32_t task : {4u, 5u})
        s.resume(50, task).seat(50, task, SeatChange::Released, 1, 5 - task).finish(50, task);
    return s.resume(50, 1).finish(50, 1).turnEnd(50);
}

RecordScript counting(const std::vector<std::uint32_t> &values, std::uint32_t limit, bool lastByTask = true)
{
    RecordScript s;
    handle(s.counter(0, "connection", limit).turn(0));
    for (std::size_t i = 0; i < values.size(); ++i)
        s.count(0, lastByTask || i + 1 < values.size() ? 1 : 0, 1, values[i]);
    return s.timer(0, 1, 10).turnEnd(0).turn(10).resume(10, 1).finish(10, 1).turnEnd(10);
}

/// A generator that gives two values and is kept waiting for the time of its consumer.
RecordScript generator(double consumer, bool stopped)
{
    RecordScript s;
    handle(s.turn(0));
    query(s, 2);
    s.suspend(0, 2, WaitKind::Consumer, 1)
        .timer(0, 1, consumer)
        .turnEnd(0)
        .turn(consumer)
        .resume(consumer, 1)
        .resume(consumer, 2);
    s.suspend(consumer, 2, WaitKind::Consumer, 2);
    const double end = consumer + 1;
    s.timer(consumer, 1, 1).turnEnd(consumer).turn(end).resume(end, 1);
    if (stopped)
        s.requestCancel(end, 0, Canceller::Closing, "the consumer stopped", 1).resume(end, 2).cancelled(end, 2, 1);
    else
        s.resume(end, 2).finish(end, 2);
    return s.finish(end, 1).turnEnd(end);
}

} // namespace

class CaptionPointsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatOutlivesItsCallerAndWhoIsCancelled()
    {
        const RecordScript gather = failing(false), group = failing(true);
        QCOMPARE(captionOf({&gather, &group}),
            QStringLiteral(
                "Both failed at 27 ms: item 2 is invalid. A left two of the three query running; the last ended 53 ms later, "
                "and nobody read them. In B the failure of query 1 cancelled the other two query."));
    }

    void aDeadlineCancelsAndWaitsForTheCleanup()
    {
        QCOMPARE(captionOf(withDeadline(30)),
            QStringLiteral("A answered after 230 ms, 30 ms after the deadline of 200 ms. "
                           "In A the deadline of 200 ms cancelled query; its cleanup took 30 ms."));
    }

    void aRunThatTimesOutTellsItsDeadlineOnce()
    {
        RecordScript s;
        handle(s.turn(0));
        s.deadline(0, 1, 100).timer(0, 1, 400).turnEnd(0).turn(130);
        s.concludeDeadline(130, EventKind::DeadlineMissed, 1)
            .resume(130, 1)
            .end(130, 1, EventKind::TimedOut, "late")
            .turnEnd(130);
        QCOMPARE(captionOf(s), QStringLiteral("A timed out at 130 ms, 30 ms after the deadline of 100 ms."));
    }

    void verdictsFollowTheAnswer()
    {
        RecordScript s;
        handle(s.turn(0));
        s.deadline(0, 1, 200).timer(0, 1, 120).turnEnd(0).turn(120).resume(120, 1).concludeDeadline(
            120, EventKind::DeadlineMet, 1);
        s.finish(120, 1).turnEnd(120);
        QCOMPARE(captionOf(s), QStringLiteral("A answered after 120 ms, 80 ms before the deadline of 200 ms."));
        QVERIFY(captionOf(withDeadline(0.1)).startsWith(QStringLiteral("A answered after 200 ms, when the deadline came.")));
    }

    void aShieldKeepsACancellationOut()
    {
        RecordScript s;
        handle(s.turn(0));
        s.deadline(0, 1, 200);
        s.push(0, EventKind::Started, 2, toPayload(std::source_location::current()), WaitKind::None, startedShielded);
        s.timer(0, 2, 380).suspend(0, 1, WaitKind::Task, 2).turnEnd(0).turn(200);
        s.requestCancel(200, 0, Canceller::Deadline, "passed", 1)
            .concludeDeadline(200, EventKind::DeadlineMissed, 1)
            .turnEnd(200);
        s.turn(380).resume(380, 2).finish(380, 2).resume(380, 1).finish(380, 1).turnEnd(380);
        const QString text = captionOf(s);
        QVERIFY2(text.contains(QStringLiteral("the deadline of 200 ms did not reach ")), qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral(" under its shield, which went on for 180 ms.")), qPrintable(text));
    }

    void whoIgnoresACancellationIsNamed()
    {
        RecordScript s;
        handle(s.turn(0));
        query(s, 2);
        s.timer(0, 2, 80).timer(0, 1, 20).turnEnd(0).turn(20).resume(20, 1);
        s.requestCancel(20, 0, Canceller::User, "enough", 1).timer(20, 1, 80).resume(20, 2).interrupt(20, 2, 1).timer(20, 2, 40);
        s.turnEnd(20).turn(60).resume(60, 2).finish(60, 2).turnEnd(60).turn(100).resume(100, 1).finish(100, 1).turnEnd(100);
        QCOMPARE(captionOf(s),
            QStringLiteral("A took 100 ms. In A the user cancelled query; its cleanup took 40 ms; query ignored it."));
    }

    void aBranchIsToldByItsHead()
    {
        RecordScript s;
        handle(s.turn(0));
        query(s, 2);
        for (std::uint32_t task = 3; task <= 6; ++task)
            s.start(0, task).timer(0, task, 100);
        s.suspend(0, 2, WaitKind::Join, 4).suspend(0, 1, WaitKind::Task, 2).turnEnd(0).turn(20);
        s.requestCancel(20, 0, Canceller::User, "enough", 1);
        for (std::uint32_t task = 3; task <= 6; ++task)
            s.resume(20, task).interrupt(20, task, 1).cancelled(20, task, 1);
        s.resume(20, 2).interrupt(20, 2, 1).cancelled(20, 2, 1).resume(20, 1).finish(20, 1).turnEnd(20);
        const QString text = captionOf(s);
        QVERIFY2(text.contains(QStringLiteral("In A the user cancelled query and the 4 tasks below it.")), qPrintable(text));
    }

    void aBlockedLoopNamesItsCulpritAndTheLateTimer()
    {
        RecordScript s = withDeadline(30, 350);
        RecordScript blocked;
        handle(blocked.turn(0));
        blocked.deadline(0, 1, 200).timer(0, 1, 300);
        query(blocked, 2);
        blocked.finish(350, 2).requestCancel(350, 0, Canceller::Deadline, "passed", 1);
        blocked.concludeDeadline(350, EventKind::DeadlineMissed, 1)
            .resume(350, 1)
            .interrupt(350, 1, 1)
            .finish(350, 1)
            .turnEnd(350);
        QVERIFY2(captionOf(blocked).startsWith(
                     QStringLiteral("In A query held the loop from 0 ms to 350 ms; the timer due at 200 ms fired 150 ms late. "
                                    "A answered after 350 ms, 150 ms after the deadline of 200 ms.")),
            qPrintable(captionOf(blocked)));
        QVERIFY2(!captionOf(s).contains(QStringLiteral("held the loop")), "it only waited");
    }

    void queuesTellHowManyWaitedForWhom()
    {
        QCOMPARE(captionOf(queue()),
            QStringLiteral("A took 50 ms. In A two of four waited for one of two connections, the longest for 25 ms until query "
                           "1 gave it back."));
    }

    void whatFailsIsNotComparedWithWhatDoesNot()
    {
        const auto serving = [](double length, bool fails) {
            RecordScript s;
            handle(s.turn(0));
            query(s, 2);
            s.timer(0, 2, length).suspend(0, 1, WaitKind::Settle, 1).turnEnd(0).turn(length).resume(length, 2);
            if (fails)
                s.end(length, 2, EventKind::Failed, "refused");
            else
                s.finish(length, 2);
            return s.resume(length, 1).finish(length, 1).turnEnd(length);
        };
        const RecordScript shorter = serving(10, false), longer = serving(40, false), refused = serving(10, true);
        QVERIFY(captionOf({&shorter, &longer}).contains(QStringLiteral("B takes 30 ms longer than A.")));
        QVERIFY(!captionOf({&refused, &longer}).contains(QStringLiteral("longer")));
    }

    void overuseAndLeaksAreUnmistakable()
    {
        QCOMPARE(captionOf(counting({1, 2, 3, 4, 5, 2, 0}, 3)),
            QStringLiteral("A took 10 ms. In A five used three connections at once: two too many."));
        QCOMPARE(captionOf(counting({1, 2, 0}, 3)), QStringLiteral("A took 10 ms: one wait, handle 10 ms."));
        QVERIFY(captionOf(counting({1, 2, 0}, 0, false)).contains(QStringLiteral("In A two connections were left behind.")));
        QVERIFY2(!captionOf(counting({1, 2, 3}, 0)).contains(QStringLiteral("left behind")), "what only goes up is a sum");
        // What several counters tell of a leak is one sentence.
        RecordScript s;
        handle(s.counter(0, "open connections", 16).counter(0, "open files").turn(0));
        s.count(0, 1, 1, 1).count(0, 1, 2, 1).count(0, 1, 1, 2).count(0, 1, 2, 2).timer(0, 1, 10).turnEnd(0).turn(10);
        s.resume(10, 1).finish(10, 1).turnEnd(10).count(10, 0, 1, 0).count(10, 0, 2, 0);
        QCOMPARE(captionOf(s), QStringLiteral("A took 10 ms. In A two open connections and two open files were left behind."));
    }

    void countersAreComparedOverTheRuns()
    {
        const RecordScript many = counting({1, 2, 3, 0}, 0), one = counting({1, 0}, 0);
        QVERIFY(captionOf({&many, &one, &one}).contains(QStringLiteral("Most connections at once: three in A, one in B and C.")));
    }

    void generatorsTellWhatTheyGaveAndWhomTheyWaitedFor()
    {
        QCOMPARE(captionOf(generator(40, false)),
            QStringLiteral("A took 41 ms. In A query gave two values and waited 41 ms for its consumer."));
        QVERIFY(captionOf(generator(1, true))
                    .contains(QStringLiteral("In A query gave two values and was stopped by its consumer.")));
    }

    void workersNestedLoopsAndTasksThatNeverBegan()
    {
        RecordScript s;
        handle(s.turn(0));
        s.create(0, 2).push(0, EventKind::NeverStarted, 2).timer(0, 1, 30).turnEnd(0);
        s.turn(30).work(30, 1, 1, 0, 20).work(30, 1, 2, 10, 30).resume(30, 1).finish(30, 1).turnEnd(30);
        QCOMPARE(captionOf(s),
            QStringLiteral("A took 30 ms. In A workersNestedLoopsAndTasksThatNeverBegan never began: nobody awaited it. "
                           "In A two worker threads worked at once, and the loop stayed free."));
        RecordScript nested;
        handle(nested.turn(0));
        nested.nest(0, 1).turn(100).nest(100, 1).turn(500).turnEnd(500).nestEnd(500, 1).turnEnd(500).nestEnd(500, 1).finish(
            500, 1);
        const QString text = captionOf(nested.turnEnd(500));
        QVERIFY2(text.contains(QStringLiteral("stood in an event loop of its own for 500 ms; such loops nested two deep")),
            qPrintable(text));
        QVERIFY2(!text.contains(QStringLiteral("held the loop")), "its nested loop ran");
    }

    /// A leaf, 3, fails in the group of 2, and that in the group of 1, in which 5 is; 4 ignores it for 80 ms.
    static RecordScript climbing(const char *second)
    {
        RecordScript s;
        handle(s.turn(0));
        s.start(0, 2).start(0, 3).timer(0, 3, 20).start(0, 4).timer(0, 4, 400).suspend(0, 2, WaitKind::Join, 2).start(0, 5);
        s.timer(0, 5, 400)
            .suspend(0, 1, WaitKind::Join, 2)
            .turnEnd(0)
            .turn(20)
            .resume(20, 3)
            .end(20, 3, EventKind::Failed, "lost");
        s.requestCancel(20, 3, Canceller::Task, "a sibling failed", 1).resume(20, 4).interrupt(20, 4, 1).timer(20, 4, 80);
        s.turnEnd(20).turn(100).resume(100, 4).finish(100, 4).resume(100, 2).end(100, 2, EventKind::Failed, second);
        s.requestCancel(100, 2, Canceller::Task, "a sibling failed", 2).resume(100, 5).interrupt(100, 5, 2).cancelled(100, 5, 2);
        return s.resume(100, 1).end(100, 1, EventKind::Failed, second).turnEnd(100);
    }

    void aFailureThatClimbsIsToldOnce()
    {
        const QString text = captionOf(climbing("lost"));
        QVERIFY2(
            text.contains(QStringLiteral("climbed two levels and cancelled 2 tasks on its way; waiting for them took 80 ms")),
            qPrintable(text));
        QVERIFY2(text.contains(QStringLiteral("ignored it")), qPrintable(text));
        // Another error is another failure.
        QVERIFY2(!captionOf(climbing("of its own")).contains(QStringLiteral("climbed")), "two failures");
    }

    void captionsStayShort()
    {
        const RecordScript a = failing(false), b = failing(true), c = withDeadline(30), d = queue();
        const QString text = captionOf({&a, &b, &c, &d});
        QVERIFY2(text.size() <= 600, qPrintable(text));
        QCOMPARE(text, captionOf({&a, &b, &c, &d}));
        const QStringList sentences = text.split(QStringLiteral(". "));
        QCOMPARE(QSet<QString>(sentences.begin(), sentences.end()).size(), sentences.size());
    }

private:
    const QString rule = QStringLiteral(" On each loop one coroutine runs at a time; all else waits.");
};

QTEST_GUILESS_MAIN(CaptionPointsTest)
#include "tst_caption_points.moc"
