// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/task_panel.h"
#include "tests/gui/branches.h"
#include "tests/gui/window_fixture.h"
#include "widgets/tasktree/task_tree_view.h"

#include <algorithm>

using namespace awaitscope;
using namespace awaitscope::test;
using namespace std::chrono_literals;

namespace {

/// A window on a lesson with a tree, whose runs take as long as told.
struct Trees : OpenWindow
{
    explicit Trees(const char *wait = "30ms") : OpenWindow(branchCourse()[0], branchCourse()) { set("wait", wait); }

    TaskPanel &panel() { return *window.code()->tasks(); }
    TaskTreeView &tree() { return *panel().tree(); }
    Session &session() { return window.session(); }
    const Trace &trace() { return *session().playback().subjects()[0].trace; }

    QModelIndex row(const QString &name)
    {
        const auto found = tree().tasks().match(
            tree().tasks().index(0, 0), Qt::DisplayRole, name, 1, Qt::MatchExactly | Qt::MatchRecursive | Qt::MatchWrap);
        return found.isEmpty() ? QModelIndex() : found[0];
    }
    TaskRef task(const QString &name) { return tree().tasks().taskAt(row(name)).value_or(TaskRef()); }
    const TaskInfo &info(const QString &name) { return trace().task(task(name).task); }
    QString cell(const QString &name, int column) { return row(name).siblingAtColumn(column).data().toString(); }

    void select(const QString &name)
    {
        tree().scrollTo(row(name));
        const QRect place = tree().visualRect(row(name));
        QTest::mouseClick(tree().viewport(), Qt::LeftButton, {}, place.center());
        QCOMPARE(tree().selectedTask(), std::optional(task(name)));
    }
    /// Starts a run that goes on for a minute unless it is cancelled.
    void runOn()
    {
        set("wait", "60s");
        key(Qt::Key_Space);
        QTRY_VERIFY(row("query 6").isValid() && tree().tasks().isLiving(row("query 6")));
    }
    void endRun()
    {
        QSignalSpy finished(&session(), &Session::runFinished);
        QTest::mouseClick(find<QPushButton>("run"), Qt::LeftButton);
        QTRY_COMPARE(finished.count(), 1);
    }
    bool isOver(const QString &name) { return !tree().tasks().isLiving(row(name)); }
};

} // namespace

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

    void theSelectionIsShared()
    {
        Trees open;
        open.runToEnd();
        open.select("query 3");
        QCOMPARE(open.window.timeline()->selectedTask(), std::optional(open.task("query 3")));
        open.window.timeline()->selectTask(open.task("service 2"));
        QCOMPARE(open.tree().selectedTask(), std::optional(open.task("service 2")));
        open.key(Qt::Key_Down);
        QCOMPARE(open.window.timeline()->selectedTask(), std::optional(open.task("query 3")));
        open.window.timeline()->selectTask(std::nullopt);
        QVERIFY(!open.tree().selectedTask());
    }

    void theTreeKeepsItsKeys()
    {
        Trees open;
        open.runToEnd();
        open.select("service 1");
        const Ns before = open.session().playback().moment().time;
        open.key(Qt::Key_Left);
        QVERIFY(!open.tree().isExpanded(open.row("service 1")));
        QVERIFY(open.tree().sumsUp(open.row("service 1")));
        QCOMPARE(open.row("service 1").data(TaskTreeModel::SummaryRole).toString(), QString("2 tasks below: 2 done"));
        open.key(Qt::Key_Left);
        QCOMPARE(open.tree().selectedTask(), std::optional(open.task("handle")));
        open.key(Qt::Key_Down);
        open.key(Qt::Key_Right);
        QVERIFY(open.tree().isExpanded(open.row("service 1")));
        open.key(Qt::Key_Right);
        QCOMPARE(open.tree().selectedTask(), std::optional(open.task("query 1")));
        open.key(Qt::Key_Home);
        QCOMPARE(open.session().playback().moment().time, before);
        open.window.setFocus();
        open.key(Qt::Key_Home);
        QVERIFY(open.session().playback().moment().time < before);
    }

    void whatTheReaderCollapsedStays()
    {
        Trees open;
        open.runToEnd();
        open.select("service 2");
        open.key(Qt::Key_Left);
        QSignalSpy finished(&open.session(), &Session::runFinished);
        open.key(Qt::Key_R, Qt::ControlModifier);
        QTRY_COMPARE(finished.count(), 1);
        QVERIFY(!open.tree().isExpanded(open.row("service 2")));
        QVERIFY(open.tree().isExpanded(open.row("service 1")));
        QCOMPARE(open.tree().selectedTask(), std::optional(open.task("service 2")));
    }

    void aLargeTreeBeginsCollapsed()
    {
        Trees open;
        open.set("services", "20");
        open.set("queries", "4");
        open.runToEnd();
        QCOMPARE(open.tree().tasks().taskCount(0), 101);
        QVERIFY(open.tree().isExpanded(open.row("handle")));
        QVERIFY(!open.tree().isExpanded(open.row("service 7")));
        QCOMPARE(open.row("service 7").data(TaskTreeModel::SummaryRole).toString(), QString("4 tasks below: 4 done"));
        // Who is selected elsewhere comes into sight.
        open.window.timeline()->selectTask(open.task("query 30"));
        QVERIFY(open.tree().isExpanded(open.row("query 30").parent()));
    }

    void aBranchAlone()
    {
        Trees open;
        open.runToEnd();
        open.select("service 2");
        open.key(Qt::Key_B);
        QCOMPARE(open.tree().branch(), std::optional(open.task("service 2")));
        QVERIFY(open.tree().visualRect(open.row("service 1")).isEmpty());
        QVERIFY(!open.tree().visualRect(open.row("query 3")).isEmpty());
        QVERIFY(open.find<QPushButton>("onlyBranch")->isChecked());
        open.key(Qt::Key_Escape);
        QVERIFY(!open.tree().branch());
        QVERIFY(!open.tree().visualRect(open.row("service 1")).isEmpty());
        QCOMPARE(open.tree().selectedTask(), std::optional(open.task("service 2")));
        QTest::mouseClick(open.find<QPushButton>("onlyBranch"), Qt::LeftButton);
        QVERIFY(open.tree().branch());
        open.select("query 4");
        open.key(Qt::Key_Backspace);
        QVERIFY(!open.tree().branch());
        // A crumb leads back.
        open.select("service 3");
        open.key(Qt::Key_B);
        const auto links = open.panel().findChildren<QPushButton *>();
        const auto link = std::ranges::find_if(links, [](QPushButton *button) { return button->text() == "handle"; });
        QVERIFY(link != links.end());
        QTest::mouseClick(*link, Qt::LeftButton);
        QCOMPARE(open.tree().branch(), std::optional(open.task("handle")));
        // Who is selected outside of the branch is seen all the same.
        open.select("service 1");
        open.key(Qt::Key_B); // all
        open.key(Qt::Key_B); // its branch
        QCOMPARE(open.tree().branch(), std::optional(open.task("service 1")));
        open.window.timeline()->selectTask(open.task("query 6"));
        QVERIFY(!open.tree().branch());
        QVERIFY(!open.tree().visualRect(open.row("query 6")).isEmpty());
    }

    void theChoiceOfThePageIsKeptForEachLesson()
    {
        Trees open;
        CodePanel *code = open.window.code();
        QVERIFY(code->tasksInFront());
        open.session().open(branchCourse()[1]);
        QVERIFY(!code->tasksInFront());
        QTest::mouseClick(open.find<QPushButton>("tasksTab"), Qt::LeftButton);
        QVERIFY(code->tasksInFront());
        open.runToEnd();
        QVERIFY(code->tasksInFront());
        QCOMPARE(open.tree().tasks().taskCount(0), 10);
        open.session().open(branchCourse()[0]);
        QCOMPARE(open.tree().tasks().taskCount(0), 0);
        open.session().open(branchCourse()[1]);
        QVERIFY(code->tasksInFront());
    }

    void theTreeIsReachedByKeys()
    {
        Trees open;
        open.session().open(branchCourse()[1]);
        open.runToEnd();
        open.window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&open.window));
        // Of the tabs, Tab goes to the one in front; from there Right goes to the next.
        auto *tab = open.find<QPushButton>("tasksTab");
        const QWidget *code = open.window.code();
        for (int i = 0; i < 40 && !code->isAncestorOf(open.window.focusWidget()); ++i)
            open.key(Qt::Key_Tab);
        const std::size_t step = open.session().playback().moment().step;
        open.key(Qt::Key_Right);
        open.key(Qt::Key_Right);
        QCOMPARE(open.window.focusWidget(), tab);
        QCOMPARE(open.session().playback().moment().step, step);
        open.key(Qt::Key_Space);
        QVERIFY(open.window.code()->tasksInFront());
        open.key(Qt::Key_Tab);
        QCOMPARE(open.window.focusWidget(), &open.tree());
        open.key(Qt::Key_End);
        QCOMPARE(open.tree().selectedTask(), std::optional(open.task("query 6")));
    }

    void aKeyBringsTheTreeToTheFront()
    {
        Trees open;
        open.session().open(branchCourse()[1]);
        open.runToEnd();
        open.key(Qt::Key_T);
        QVERIFY(open.window.code()->tasksInFront());
        QCOMPARE(open.window.focusWidget(), &open.tree());
    }

    void nothingIsCutAtTheUsualWidth()
    {
        Trees open;
        open.runToEnd();
        for (int column = 0; column < TaskTreeModel::columns; ++column) {
            QVERIFY(!open.tree().isColumnHidden(column));
            for (const char *name : {"handle", "service 1", "query 1"}) {
                const QString text = open.cell(name, column);
                QVERIFY2(open.tree().fontMetrics().horizontalAdvance(text)
                        < open.tree().visualRect(open.row(name).siblingAtColumn(column)).width(),
                    qPrintable(text));
            }
        }
        QVERIFY(open.tree().fontInfo().pixelSize() >= 12);
        open.window.resize(900, 700);
        int right = 0;
        for (int column = 0; column < TaskTreeModel::columns; ++column)
            right = std::max(right, open.tree().visualRect(open.row("handle").siblingAtColumn(column)).right());
        QVERIFY(right <= open.tree().viewport()->width());
    }
};

QTEST_MAIN(TestTaskTree)
#include "tst_task_tree.moc"
