// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/practice/cancellation-cascade/reading.h"
#include "tests/lessons/lesson_test.h"
#include "tests/support/record_script.h"

#include <QTest>

#include <random>
#include <thread>

using namespace awaitscope;
using namespace awaitscope::lesson_cancellation_cascade;
using namespace std::chrono_literals;

namespace {

const Lesson &lesson()
{
    return lessonOf("cancellation-cascade");
}

QString broken(const Run &run)
{
    for (const ClaimResult &claim : run.claims) {
        if (!claim.holds)
            return claim.id + QStringLiteral(": ") + claim.measured;
    }
    return run.problems.empty() ? QString() : run.problems[0].sentence;
}

const TaskInfo &task(const Run &run, QStringView variant, QStringView name)
{
    return *run.variant(variant)->trace->find(name);
}

/// Plays a variant on the real clock while another thread cancels tasks, each at its time: numbers from the top.
Run playWithClicks(const char *variant, std::vector<std::pair<Ns, std::uint32_t>> clicks)
{
    RunControl control;
    std::jthread reader([&control, clicks = std::move(clicks)](const std::stop_token &stop) {
        for (const auto &[time, number] : clicks) {
            while (!stop.stop_requested()) {
                const auto live = control.live();
                if (!live.empty() && std::chrono::steady_clock::now() - live.back().zero >= time)
                    break;
                std::this_thread::sleep_for(1ms);
            }
            control.cancelTask(0, {TaskId(number)});
        }
    });
    return playOne(lesson(), variant, {{"cancelAt", "500ms"}, {"stubborn", "500ms"}}, ClockKind::Real, &control);
}

std::source_location answerInTime()
{
    return std::source_location::current();
}
std::source_location handleRequest()
{
    return std::source_location::current();
}
std::source_location brokenFetch()
{
    return std::source_location::current();
}
std::source_location openTab()
{
    return std::source_location::current();
}

/// The run, in which the only variant has a record that is written by hand.
Run forged(Run run, const test::RecordScript &script)
{
    run.variants.at(0).trace = script.trace();
    return run;
}

/// A root, a task in it and a leaf below that, cancelled by the user at 120 ms: asked and told in that order, the last at `end`.
test::RecordScript cancelled(
    std::initializer_list<std::uint32_t> asked, std::initializer_list<std::uint32_t> told, double end = 120)
{
    test::RecordScript s;
    s.turn(0).start(0, 1).start(0, 2).start(0, 3).timer(0, 3, 400).suspend(0, 2, WaitKind::Join, 1);
    s.suspend(0, 1, WaitKind::Join, 1).turnEnd(0).turn(120).requestCancel(120, 0, Canceller::User, "by hand", 1);
    for (const std::uint32_t number : asked)
        s.push(120, EventKind::Asked, number, packCancel(NameId(), CancelId(1)));
    double now = 120;
    for (const std::uint32_t number : told) {
        s.resume(now, number).interrupt(now, number, 1).cancelled(now, number, 1);
        now = end;
    }
    return s.turnEnd(now);
}

/// A tree of one leaf that fails, and whose caller hears at that time.
test::RecordScript failureHeardAt(double end)
{
    test::RecordScript s;
    s.turn(0).start(0, 1, handleRequest()).start(0, 2, brokenFetch()).timer(0, 2, 120).suspend(0, 1, WaitKind::Join, 1);
    s.turnEnd(0).turn(120).resume(120, 2).end(120, 2, EventKind::Failed, "lost");
    s.requestCancel(120, 2, Canceller::Task, "a sibling failed", 1).turnEnd(120);
    return s.turn(end).resume(end, 1).end(end, 1, EventKind::Failed, "lost").turnEnd(end);
}

/// A tree of one leaf under a deadline of 120 ms, or in a tab that is closed then; the last of it ends at that time.
test::RecordScript endedAt(std::source_location owner, Canceller by, double end)
{
    test::RecordScript s;
    s.turn(0).start(0, 1, owner).start(0, 2, handleRequest()).start(0, 3).timer(0, 3, 400).suspend(0, 2, WaitKind::Join, 1);
    s.suspend(0, 1, WaitKind::Task, 2).turnEnd(0).turn(120);
    if (by == Canceller::Closing)
        s.resume(120, 1);
    s.requestCancel(120, 0, by, "over", 1).push(120, EventKind::Asked, 2, packCancel(NameId(), CancelId(1)));
    s.push(120, EventKind::Asked, 3, packCancel(NameId(), CancelId(1)));
    if (by == Canceller::Closing)
        s.finish(120, 1);
    s.resume(120, 3).interrupt(120, 3, 1).cancelled(120, 3, 1).turnEnd(120).turn(end);
    s.resume(end, 2).interrupt(end, 2, 1).cancelled(end, 2, 1);
    if (by == Canceller::Deadline)
        s.resume(end, 1).end(end, 1, EventKind::TimedOut, "too late");
    return s.turnEnd(end);
}

} // namespace

class TestCancellationCascade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void treesGrowLevelByLevelUpToTheirLimit()
    {
        QCOMPARE(countTasks({1, 1}), 2);
        QCOMPARE(countTasks({3, 3}), 40);
        QCOMPARE(countTasks({6, 1}), 7);
        QCOMPARE(countTasks({6, 8}), 1000);
        QCOMPARE(countTasks({3, 8}), 585);
        QVERIFY(!isCutOff({3, 8}) && isCutOff({4, 8}) && isCutOff({6, 8}));
        QVERIFY(!isCutOff({4, 5}) && countTasks({4, 5}) == 781);
        std::vector<int> levels(7);
        int leaves = 0;
        const Node tree = growTree({6, 8}, [&](int level, bool leaf) {
            ++levels[std::size_t(level)];
            leaves += leaf ? 1 : 0;
            return Node();
        });
        QCOMPARE(levels, std::vector<int>({1, 8, 64, 512, 415, 0, 0}));
        QCOMPARE(tree.children.size(), 8u);
        // 415 tasks fill 51 parents and one with seven; the rest of the level above are leaves.
        QCOMPARE(leaves, 415 + 512 - 52);
    }

    void theStoryOfTheDefaults()
    {
        const Run run = playAll(lesson());
        QVERIFY2(broken(run).isEmpty(), qPrintable(broken(run)));
        const auto ms = [&](QStringView variant, QStringView name) { return metricOf(run, variant, name) / 1'000'000; };
        QCOMPARE(ms(u"failure", u"answer_ns"), 240);
        QCOMPARE(metricOf(run, u"failure", u"requests"), 3);
        QCOMPARE(ms(u"timeout", u"answer_ns"), 220);
        QCOMPARE(metricOf(run, u"timeout", u"asked"), 40);
        QCOMPARE(metricOf(run, u"by-hand", u"asked"), 13); // the first service with all below it
        QCOMPARE(ms(u"by-hand", u"answer_ns"), 1820);
        QCOMPARE(ms(u"closing", u"answer_ns"), 120);
        QCOMPARE(ms(u"closing", u"last_work_ns"), 220);
        QCOMPARE(run.variant(u"failure")->outcome, RunOutcome::Failed);
        QCOMPARE(run.variant(u"timeout")->outcome, RunOutcome::TimedOut);
        QCOMPARE(run.variant(u"by-hand")->outcome, RunOutcome::Done);
        QCOMPARE(run.variant(u"closing")->outcome, RunOutcome::Done);
    }

    void theReportIgnoresItAndTheFileIsShielded()
    {
        const Run run = playAll(lesson());
        const TaskInfo &report = task(run, u"timeout", u"stubbornReport"), &file = task(run, u"timeout", u"writeFile");
        QVERIFY(report.interrupted && report.outcome == TaskState::Done && report.end == 220ms);
        QVERIFY(file.interrupted && file.outcome == TaskState::Cancelled && file.end == 140ms);
        // In the failure the file is told only when the report's level is through.
        QCOMPARE(task(run, u"failure", u"writeFile").interruptedAt, Ns(220ms));
        QCOMPARE(task(run, u"failure", u"handleRequest").error, QStringLiteral("connection lost"));
    }

    void theTableTellsWhoWasTold()
    {
        const Run run = playAll(lesson(), {{"depth", "2"}, {"fanOut", "2"}});
        const ResultTable &table = run.variant(u"timeout")->results;
        QCOMPARE(table.size(), 7u);
        QCOMPARE(table[0].what + u' ' + table[0].detail, QStringLiteral("fetchRows 1 told as no. 1, after 0 ms"));
        const auto row = [](const ResultTable &rows, const char *name) {
            return *std::ranges::find(rows, QString::fromLatin1(name), &ResultRow::what);
        };
        QCOMPARE(row(table, "stubbornReport").word, QStringLiteral("ignored it"));
        QCOMPARE(row(table, "stubbornReport").detail, QStringLiteral("told as no. 2, after 0 ms; went on for 100 ms"));
        QCOMPARE(row(table, "writeFile").detail, QStringLiteral("told as no. 4, after 0 ms; cleanup 20 ms"));
        QCOMPARE(row(table, "handleRequest").detail, QStringLiteral("told as no. 7, after 100 ms"));
        // Of a large tree, those of one name in one row.
        const ResultTable large = playOne(lesson(), "timeout", {{"fanOut", "8"}}).variants[0].results;
        QCOMPARE(large.size(), 6u);
        QCOMPARE(row(large, "510 fetchRows").detail, QStringLiteral("told after 0 ms"));
        QCOMPARE(row(large, "510 fetchRows").count, 510);
        QCOMPARE(row(large, "64 query").detail, QStringLiteral("told after 0 ms to 100 ms"));
    }

    void aTreeThatIsCutOffSaysSo()
    {
        const Run run = playOne(lesson(), "timeout", {{"fanOut", "8"}, {"depth", "6"}});
        QVERIFY2(broken(run).isEmpty(), qPrintable(broken(run)));
        QCOMPARE(metricOf(run, u"timeout", u"asked"), 1000);
        QCOMPARE(run.variants[0].notes.front().text, QStringLiteral("cut off at 1,000 tasks"));
        const Run small = playOne(lesson(), "timeout");
        for (const SubjectNote &note : small.variants[0].notes)
            QVERIFY(!note.text.contains(QStringLiteral("cut off")));
    }

    void holdsWhateverNodeIsCancelledByHand()
    {
        for (int node = 1; node <= 42; ++node) {
            ParameterSet parameters = parametersOf(lesson());
            QVERIFY(parameters.set(u"node", node).ok());
            const Run run = play({&lesson(), parameters, {QStringLiteral("by-hand")}, ClockKind::Virtual, 1});
            QVERIFY2(broken(run).isEmpty(), qPrintable(QString::number(node) + u' ' + broken(run)));
            QCOMPARE(run.variants[0].outcome, node == 1 ? RunOutcome::Cancelled : RunOutcome::Done);
        }
    }

    void holdsWhateverIsClickedOnTheRealClock()
    {
        struct Clicks
        {
            const char *variant;
            std::vector<std::pair<Ns, std::uint32_t>> clicks;
            std::size_t requests;
        };
        // A branch; the report and later all above it; a task that has ended; two at once; the reader in other variants.
        const std::vector<Clicks> all{{"by-hand", {{30ms, 15}}, 1}, {"by-hand", {{20ms, 5}, {60ms, 1}}, 2},
            {"by-hand", {{10ms, 4}, {40ms, 4}, {50ms, 3}}, 2}, {"by-hand", {{0ms, 2}, {0ms, 15}}, 2}, {"failure", {{40ms, 2}}, 1},
            {"timeout", {{40ms, 2}}, 1}, {"closing", {{40ms, 1}}, 1}};
        for (const auto &[variant, clicks, requests] : all) {
            const Run run = playWithClicks(variant, clicks);
            const Trace &trace = *run.variants[0].trace;
            const QString place = QStringLiteral("%1, task %2: %3").arg(QLatin1String(variant)).arg(clicks[0].second);
            QVERIFY2(broken(run).isEmpty(), qPrintable(place.arg(broken(run))));
            QCOMPARE(run.liveFrames, 0);
            QVERIFY2(run.variants[0].asMeant, qPrintable(place.arg(run.variants[0].error)));
            const auto byUser = std::ranges::count(trace.cancelRequests(), Canceller::User, &CancelRequest::by);
            QVERIFY2(byUser >= 1 && std::size_t(byUser) <= requests, qPrintable(place.arg(byUser)));
            if (QLatin1String(variant) == u"by-hand")
                QVERIFY(trace.task(TaskId(clicks[0].second)).interrupted);
        }
    }

    void aClickOnWhatIsShieldedEndsThat()
    {
        // 120 ms on, the report is wrapping up: that is task 42, the second that was not there from the start.
        const Run run = playWithClicks("timeout", {{150ms, 42}});
        const TaskInfo &report = task(run, u"timeout", u"stubbornReport");
        QVERIFY2(broken(run).isEmpty(), qPrintable(broken(run)));
        QVERIFY(!report.children.empty());
        QCOMPARE(run.variants[0].trace->task(TaskId(42)).outcome, TaskState::Cancelled);
    }

    void stoppingTheRunLeavesNothing()
    {
        for (const char *variant : {"failure", "timeout", "by-hand", "closing"}) {
            RunControl control;
            std::jthread reader([&control](const std::stop_token &stop) {
                while (control.live().empty() && !stop.stop_requested())
                    std::this_thread::sleep_for(1ms);
                std::this_thread::sleep_for(30ms);
                control.cancel();
            });
            const Run run = playOne(lesson(), variant, {}, ClockKind::Real, &control);
            QVERIFY(run.cancelled && run.problems.empty() && run.liveFrames == 0);
            QCOMPARE(run.variants[0].outcome, RunOutcome::Cancelled);
        }
    }

    void aClaimDoesNotHoldOfAnotherRecord_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QString>("variant");
        QTest::addColumn<QString>("other");
        QTest::newRow("it reaches all at once") << "failure-climbs"
                                                << "failure"
                                                << "timeout";
        QTest::newRow("nobody failed") << "failure-adds-up"
                                       << "failure"
                                       << "closing";
        QTest::newRow("one request a level") << "timeout-at-once"
                                             << "timeout"
                                             << "failure";
        QTest::newRow("nobody's hand") << "by-hand-branch"
                                       << "by-hand"
                                       << "timeout";
        QTest::newRow("the owner waits") << "closing-outlived"
                                         << "closing"
                                         << "timeout";
    }
    void aClaimDoesNotHoldOfAnotherRecord()
    {
        QFETCH(QString, claim);
        QFETCH(QString, variant);
        QFETCH(QString, other);
        const Run run = playAll(lesson());
        QVERIFY(holds(lesson(), run, qPrintable(claim)));
        QVERIFY(!holds(lesson(), withRecord(run, variant, run, other), qPrintable(claim)));
    }

    void aClaimDoesNotHoldOfOtherTimes_data()
    {
        QTest::addColumn<QString>("claim");
        QTest::addColumn<QString>("variant");
        QTest::newRow("ignored") << "ignored"
                                 << "timeout";
        QTest::newRow("shielded") << "shielded"
                                  << "timeout";
    }
    void aClaimDoesNotHoldOfOtherTimes()
    {
        QFETCH(QString, claim);
        QFETCH(QString, variant);
        // The record of a tree whose report and file take longer than this run's parameters say.
        const Run run = playAll(lesson()), slower = playAll(lesson(), {{"stubborn", "130ms"}, {"cleanup", "50ms"}});
        QVERIFY(holds(lesson(), run, qPrintable(claim)));
        QVERIFY(!holds(lesson(), withRecord(run, variant, slower, variant), qPrintable(claim)));
    }

    void aRequestThatGoesUpOrLeavesSomebodyOutIsNoticed()
    {
        const Run run = playOne(lesson(), "by-hand");
        QVERIFY(holds(lesson(), forged(run, cancelled({1, 2, 3}, {3, 2, 1})), "goes-down"));
        QVERIFY(!holds(lesson(), forged(run, cancelled({2, 1, 3}, {3, 2, 1})), "goes-down"));
        QVERIFY(!holds(lesson(), forged(run, cancelled({1, 2}, {3, 2, 1})), "goes-down"));
    }

    void whoEndsBeforeItsChildrenOrTooLateIsNoticed()
    {
        const Run run = playOne(lesson(), "by-hand");
        QVERIFY(holds(lesson(), forged(run, cancelled({1, 2, 3}, {3, 2, 1})), "comes-up"));
        QVERIFY(!holds(lesson(), forged(run, cancelled({1, 2, 3}, {2, 3, 1})), "comes-up"));
        QVERIFY(holds(lesson(), forged(run, cancelled({1, 2, 3}, {3, 2, 1})), "slowest"));
        QVERIFY(!holds(lesson(), forged(run, cancelled({1, 2, 3}, {3, 2, 1}, 150)), "slowest"));
        QVERIFY(!holds(lesson(), forged(run, cancelled({1, 2, 3}, {3, 2})), "nothing-left"));
        Run left = run;
        left.liveFrames = 1;
        QVERIFY(holds(lesson(), run, "nothing-left") && !holds(lesson(), left, "nothing-left"));
    }

    void aCallerThatHearsTooLateIsNoticed()
    {
        const Run failure = playOne(lesson(), "failure", {{"depth", "1"}, {"fanOut", "1"}});
        QVERIFY(holds(lesson(), forged(failure, failureHeardAt(120)), "failure-adds-up"));
        QVERIFY(!holds(lesson(), forged(failure, failureHeardAt(150)), "failure-adds-up"));
        const Run timeout = playOne(lesson(), "timeout", {{"depth", "1"}, {"fanOut", "1"}});
        QVERIFY(holds(lesson(), forged(timeout, endedAt(answerInTime(), Canceller::Deadline, 120)), "timeout-at-once"));
        QVERIFY(!holds(lesson(), forged(timeout, endedAt(answerInTime(), Canceller::Deadline, 150)), "timeout-at-once"));
        const Run closing = playOne(lesson(), "closing", {{"depth", "1"}, {"fanOut", "1"}});
        QVERIFY(holds(lesson(), forged(closing, endedAt(openTab(), Canceller::Closing, 120)), "closing-outlived"));
        QVERIFY(!holds(lesson(), forged(closing, endedAt(openTab(), Canceller::Closing, 150)), "closing-outlived"));
    }

    void theWrongBranchIsNoticed()
    {
        const Run run = playOne(lesson(), "by-hand"), other = playOne(lesson(), "by-hand", {{"node", "15"}});
        QVERIFY(holds(lesson(), run, "by-hand-branch"));
        QVERIFY(!holds(lesson(), withRecord(run, u"by-hand", other, u"by-hand"), "by-hand-branch"));
    }

    void theChallengeTakesTwoThatAreSlow()
    {
        const auto met = [](std::initializer_list<Setting> settings) {
            return lesson().definition.challenge(playAll(lesson(), settings)).holds;
        };
        QVERIFY(!met({{"stubborn", "500ms"}}));
        QVERIFY(!met({{"cleanup", "149ms"}, {"stubborn", "500ms"}}));
        QVERIFY(met({{"cleanup", "150ms"}, {"stubborn", "150ms"}}));
        QVERIFY(!met({{"cleanup", "500ms"}, {"stubborn", "500ms"}, {"depth", "1"}}));
    }
};

QTEST_GUILESS_MAIN(TestCancellationCascade)
#include "tst_cancellation_cascade.moc"
