// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gui/trees.h"

#include <algorithm>

using namespace awaitscope;
using namespace awaitscope::test;

/// Moving about in the tree of the tasks.
class TestTaskTreeMoves : public QObject
{
    Q_OBJECT

private Q_SLOTS:
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
        open.key(Qt::Key_O);
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
        open.key(Qt::Key_O);
        const auto links = open.panel().findChildren<QPushButton *>();
        const auto link = std::ranges::find_if(links, [](QPushButton *button) { return button->text() == "handle"; });
        QVERIFY(link != links.end());
        QTest::mouseClick(*link, Qt::LeftButton);
        QCOMPARE(open.tree().branch(), std::optional(open.task("handle")));
        // Who is selected outside of the branch is seen all the same.
        open.select("service 1");
        open.key(Qt::Key_O); // all
        open.key(Qt::Key_O); // its branch
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

QTEST_MAIN(TestTaskTreeMoves)
#include "tst_task_tree_moves.moc"
