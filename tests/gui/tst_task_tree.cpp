// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/trees.h"

#include <algorithm>

using namespace awaitscope;
using namespace awaitscope::test;
using namespace std::chrono_literals;

/// Tasks that are cancelled by hand while they run, and who cancelled them.
class TestTaskTree : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theTreeShowsWhoStartedWhom()
    {
        Trees open;
        open.runToEnd();
        QVERIFY(open.window.code()->tasksInFront());
        TaskTreeModel &tasks = open.tree().tasks();
        QCOMPARE(tasks.rowCount(), 1);
        QCOMPARE(tasks.index(0, 0).data().toString(), QString("A  All of them"));
        QCOMPARE(tasks.taskCount(0), 10);
        QCOMPARE(open.row("query 3").parent(), open.row("service 2"));
        QCOMPARE(open.row("service 2").parent(), open.row("handle"));
        QCOMPARE(open.cell("query 3", TaskTreeModel::StateColumn), QString("done"));
        QCOMPARE(tasks.index(0, 0).data(TaskTreeModel::SummaryRole).toString(), QString("10 tasks: 10 done"));
    }

    void theTreeIsAtThePlayhead()
    {
        Trees open;
        open.runToEnd();
        open.session().playback().toBegin();
        QCOMPARE(open.cell("query 3", TaskTreeModel::StateColumn), QString("not begun"));
        open.session().playback().toTime(15ms);
        QCOMPARE(open.cell("query 3", TaskTreeModel::StateColumn), QString("in flight"));
        QCOMPARE(open.cell("service 1", TaskTreeModel::StateColumn), QString("awaiting"));
        QCOMPARE(open.cell("query 3", TaskTreeModel::EndedColumn), QString());
        open.session().playback().toEnd();
        QVERIFY(!open.cell("query 3", TaskTreeModel::EndedColumn).isEmpty());
    }

    void aClickCancelsATaskInMidRun_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QStringList>("gone");
        QTest::addColumn<QStringList>("untouched");
        QTest::newRow("a leaf") << "query 1" << QStringList{"query 1"}
                                << QStringList{"query 2", "service 1", "query 3", "handle"};
        QTest::newRow("a branch") << "service 2" << QStringList{"service 2", "query 3", "query 4"}
                                  << QStringList{"service 1", "query 1", "service 3", "handle"};
        QTest::newRow("all") << "handle" << QStringList{"handle", "service 1", "query 1", "query 6"} << QStringList{};
    }

    void aClickCancelsATaskInMidRun()
    {
        QFETCH(QString, name);
        QFETCH(QStringList, gone);
        QFETCH(QStringList, untouched);
        Trees open;
        open.runOn();
        QSignalSpy finished(&open.session(), &Session::runFinished);
        const QRect button = open.tree().buttonRect(open.row(name));
        QVERIFY(button.width() >= 20 && button.height() >= 20);
        QTest::mouseMove(open.tree().viewport(), button.center());
        QTest::mouseClick(open.tree().viewport(), Qt::LeftButton, {}, button.center());
        for (const QString &each : gone)
            QTRY_VERIFY2(open.isOver(each), qPrintable(each));
        for (const QString &each : untouched)
            QVERIFY2(!open.isOver(each), qPrintable(each));
        if (!untouched.isEmpty())
            open.endRun();
        QTRY_COMPARE(finished.count(), 1);
        const CancelRequest &byHand = open.trace().cancelRequests().front();
        QCOMPARE(byHand.by, Canceller::User);
        for (const QString &each : gone) {
            QCOMPARE(open.info(each).outcome, TaskState::Cancelled);
            QCOMPARE(open.info(each).cancellation, byHand.id);
        }
        for (const QString &each : untouched)
            QVERIFY(open.info(each).cancellation != byHand.id);
        QVERIFY(open.session().latest()->problems.empty());
        QCOMPARE(open.session().latest()->liveFrames, 0);
    }

    void deleteCancelsTheSelectedTask_data()
    {
        QTest::addColumn<bool>("inTree");
        QTest::newRow("in the tree") << true;
        QTest::newRow("on the page") << false;
    }

    void deleteCancelsTheSelectedTask()
    {
        QFETCH(bool, inTree);
        Trees open;
        open.runOn();
        open.select("query 4");
        if (!inTree) {
            open.window.setFocus();
            QVERIFY(!open.tree().hasFocus());
        }
        QVERIFY(open.find<QPushButton>("cancelTask")->isEnabled());
        open.key(Qt::Key_Delete);
        QTRY_VERIFY(open.isOver("query 4"));
        QVERIFY(!open.isOver("query 3"));
        QTRY_VERIFY(!open.find<QPushButton>("cancelTask")->isEnabled());
        QCOMPARE(open.find<QPushButton>("cancelTask")->toolTip(), QString("It has ended."));
        open.endRun();
        QCOMPARE(open.info("query 4").outcome, TaskState::Cancelled);
    }

    void theButtonUnderTheTreeCancelsToo()
    {
        Trees open;
        open.runOn();
        open.select("service 3");
        QTest::mouseClick(open.find<QPushButton>("cancelTask"), Qt::LeftButton);
        QTRY_VERIFY(open.isOver("query 6"));
        QVERIFY(!open.isOver("query 1"));
        open.endRun();
    }

    void whatCannotBeCancelledSaysWhy()
    {
        Trees open;
        QPushButton *cancel = open.find<QPushButton>("cancelTask");
        QVERIFY(!cancel->isEnabled());
        open.runToEnd();
        open.select("query 1");
        QVERIFY(!cancel->isEnabled());
        QCOMPARE(cancel->toolTip(), QString("Nothing is running. Press Space to run, and cancel while it does."));
        QVERIFY(open.tree().buttonRect(open.row("query 1")).isEmpty());
        open.key(Qt::Key_Delete);
        QCOMPARE(open.panel().story(), cancel->toolTip());
        QSignalSpy finished(&open.session(), &Session::runFinished);
        open.session().setClock(ClockKind::Virtual);
        QTRY_COMPARE(finished.count(), 1);
        open.key(Qt::Key_Delete);
        QVERIFY(open.panel().story().startsWith("The virtual clock is done at once."));
        QVERIFY(open.trace().cancelRequests().empty());
    }

    void onlyTheVariantThatRunsCanBeCancelled()
    {
        Trees open;
        QVERIFY(open.session().choose(QStringLiteral("again"), true));
        open.runToEnd();
        open.runOn();
        QCOMPARE(open.session().cancellableSubject(), std::optional<std::size_t>(0));
        QCOMPARE(open.session().cannotCancel(1, TaskId(1)), QString("Its variant is not the one that is running now."));
        open.session().cancelTask(1, TaskId(1));
        QVERIFY(!open.isOver("handle"));
        open.endRun();
    }

    void whoCancelledThis()
    {
        Trees open;
        open.runOn();
        open.select("service 1");
        open.key(Qt::Key_Delete);
        QTRY_VERIFY(open.isOver("query 2"));
        open.endRun();
        open.select("query 2");
        open.key(Qt::Key_C);
        QVERIFY2(open.panel().story().startsWith("query 2 was told through service 1 by the user, who asked at"),
            qPrintable(open.panel().story()));
        const CancelRequest &request = open.trace().cancelRequests().front();
        QCOMPARE(open.session().playback().moment().applied[0], request.event + 1);
        QCOMPARE(open.cell("query 2", TaskTreeModel::ToldColumn), QString("not yet"));
        open.select("query 1");
        QCOMPARE(open.panel().story(), QString());
        QTest::mouseClick(open.find<QPushButton>("whoCancelled"), Qt::LeftButton);
        QVERIFY(open.panel().story().startsWith("query 1 was told through service 1"));
    }

    void theOneWhoAskedIsSelected()
    {
        OpenWindow open(*findLesson(QStringLiteral("batch-errors")), lessons());
        open.window.session().setClock(ClockKind::Virtual);
        open.runToEnd();
        const auto &subjects = open.window.session().playback().subjects();
        const Trace &group = *subjects[2].trace;
        const TaskInfo *cancelled = nullptr;
        for (const TaskInfo &task : group.tasks())
            cancelled = task.outcome == TaskState::Cancelled ? &task : cancelled;
        QVERIFY(cancelled);
        open.window.timeline()->selectTask(TaskRef{2, cancelled->id});
        open.key(Qt::Key_C); // on the page: the tree comes to the front
        QVERIFY(open.window.code()->tasksInFront());
        TaskPanel &panel = *open.window.code()->tasks();
        QVERIFY2(panel.story().contains("because processItem 2 failed at"), qPrintable(panel.story()));
        const CancelRequest &request = group.cancelRequests().front();
        QCOMPARE(panel.tree()->selectedTask(), std::optional(TaskRef{2, request.asker}));
        QCOMPARE(open.window.timeline()->selectedTask(), std::optional(TaskRef{2, request.asker}));
        QCOMPARE(open.window.session().playback().moment().applied[2], request.event + 1);
        open.key(Qt::Key_End);
        int numbered = 0;
        for (const ModelRow &row : open.window.timeline()->model().groups[2].rows) {
            if (row.order == 0)
                continue;
            ++numbered;
            QCOMPARE(panel.tree()->tasks().indexOf({2, row.task}, TaskTreeModel::NumberColumn).data().toInt(), row.order);
        }
        QVERIFY(numbered >= 4);
    }
};

QTEST_MAIN(TestTaskTree)
#include "tst_task_tree.moc"
