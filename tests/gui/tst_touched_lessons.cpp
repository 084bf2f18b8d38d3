// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/header.h"
#include "app/gui/live_controls.h"
#include "app/gui/task_panel.h"
#include "tests/gui/window_fixture.h"
#include "widgets/controls/spinner.h"
#include "widgets/log/log_model.h"
#include "widgets/log/log_view.h"
#include "widgets/tasktree/task_tree_view.h"

#include <algorithm>

using namespace awaitscope;
using namespace std::chrono_literals;
using awaitscope::test::OpenWindow;

namespace {

struct OpenLesson : OpenWindow
{
    explicit OpenLesson(const char *lesson) : OpenWindow(*findLesson(QString::fromLatin1(lesson)), lessons()) { }

    Session &session() { return window.session(); }
    void show(const QStringList &variants)
    {
        for (const VariantSpec &variant : session().lesson().definition.variants)
            session().choose(variant.id, variants.contains(variant.id));
        for (const VariantSpec &variant : session().lesson().definition.variants) // the last chosen one can go now
            session().choose(variant.id, variants.contains(variant.id));
        QCOMPARE(session().chosenVariants(), variants);
    }
    void verifySound()
    {
        const Run &run = *session().latest();
        QVERIFY2(run.problems.empty(), run.problems.empty() ? "" : qPrintable(run.problems[0].sentence));
        QCOMPARE(run.liveFrames, 0);
        QVERIFY(!run.claims.empty());
        for (const ClaimResult &claim : run.claims)
            QVERIFY2(claim.holds, qPrintable(claim.id + u' ' + claim.measured));
    }
};

} // namespace

/// The lessons that a reader can touch while they play, by real keys and clicks.
class TestTouchedLessons : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTaskOfTheCascadeIsCancelledByAClick()
    {
        OpenLesson open("cancellation-cascade");
        open.show({QStringLiteral("by-hand")});
        open.set("cancelAt", "2500ms");
        QVERIFY(open.window.code()->tasksInFront());
        TaskTreeView &tree = *open.window.code()->tasks()->tree();
        const auto row = [&tree](const char *name) {
            const auto found = tree.tasks().match(tree.tasks().index(0, 0), Qt::DisplayRole, QString::fromLatin1(name), 1,
                Qt::MatchExactly | Qt::MatchRecursive | Qt::MatchWrap);
            return found.isEmpty() ? QModelIndex() : found[0];
        };
        QSignalSpy finished(&open.session(), &Session::runFinished);
        open.key(Qt::Key_Space);
        QTRY_VERIFY(row("service 3").isValid() && tree.tasks().isLiving(row("service 3")));
        tree.scrollTo(row("service 3"));
        const QRect button = tree.buttonRect(row("service 3"));
        QVERIFY(!button.isEmpty());
        QTest::mouseMove(tree.viewport(), button.center());
        QTest::mouseClick(tree.viewport(), Qt::LeftButton, {}, button.center());
        QTRY_VERIFY(!tree.tasks().isLiving(row("service 3")));
        QVERIFY(tree.tasks().isLiving(row("service 2")));
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        open.verifySound();
        const Trace &trace = *open.session().latest()->variants[0].trace;
        const TaskId clicked = tree.tasks().taskAt(row("service 3")).value_or(TaskRef()).task;
        QCOMPARE(trace.task(clicked).outcome, TaskState::Cancelled);
        QCOMPARE(trace.cancelRequests().front().by, Canceller::User);
        QCOMPARE(trace.task(clicked).cancellation, trace.cancelRequests().front().id);
    }

    void aSecondClickEntersTheHandlerAgain()
    {
        OpenLesson open("nested-event-loops");
        open.show({QStringLiteral("nested")});
        open.set("first", "3s"); // long enough for four clicks on a busy machine
        open.set("second", "2s");
        open.set("secondClick", "10ms");
        QSignalSpy finished(&open.session(), &Session::runFinished);
        QPushButton *click = open.window.header()->live()->actButtons().at(0);
        open.key(Qt::Key_Space);
        QTRY_VERIFY(
            open.session().playback().subjects()[0].trace->nestedLoops().size() >= 2); // both clicks have come by themselves
        QTest::mouseClick(click, Qt::LeftButton);
        open.key(Qt::Key_B);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        open.verifySound();
        const Trace &trace = *open.session().latest()->variants[0].trace;
        QCOMPARE(trace.nestedLoops().size(), std::size_t(4));
        QCOMPARE(std::ranges::max(trace.nestedLoops(), {}, &NestedLoop::depth).depth, 4);
    }

    void aBlockedWindowStandsStill()
    {
        OpenLesson open("blocking-the-loop");
        open.set("block", "200ms");
        QSignalSpy finished(&open.session(), &Session::runFinished);
        QTest::mouseClick(open.window.header()->live()->feelButton(), Qt::LeftButton);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QVERIFY(open.window.header()->live()->spinner()->longestPause() >= 200ms);
        const Run &run = *open.session().latest();
        QVERIFY(run.problems.empty());
        QCOMPARE(run.variants.size(), std::size_t(1));
        QCOMPARE(run.variants[0].trace->blocks().size(), std::size_t(1));
        const Block &block = run.variants[0].trace->blocks()[0];
        QVERIFY(run.variants[0].trace->site(block.site).line > 0);
        QCOMPARE(open.window.timeline()->model().groups.size(), std::size_t(1));
    }

    void linesOfTheLogAppearWhileTheLessonPlays()
    {
        OpenLesson open("loop-monitoring");
        open.show({QStringLiteral("watchdog")});
        open.set("offLoop", "1s");
        bool seenLive = false;
        connect(&open.session(), &Session::recordGrew, this,
            [&] { seenLive = seenLive || (open.session().isLive() && open.window.findings()->log()->model()->rowCount() > 0); });
        QSignalSpy finished(&open.session(), &Session::runFinished);
        open.key(Qt::Key_Space);
        QTRY_COMPARE_WITH_TIMEOUT(finished.count(), 1, 20'000);
        QVERIFY(seenLive);
        const auto rows = logRows(open.session().playback().subjects());
        QCOMPARE(rows.size(), std::size_t(1));
        QCOMPARE(rows[0].source, LogSource::Watchdog);
        QVERIFY2(rows[0].text.contains("renderReport") || rows[0].text.contains("withWatchdog"), qPrintable(rows[0].text));
    }
};

QTEST_MAIN(TestTouchedLessons)
#include "tst_touched_lessons.moc"
