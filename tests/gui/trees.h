// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/task_panel.h"
#include "tests/gui/branches.h"
#include "tests/gui/window_fixture.h"
#include "widgets/tasktree/task_tree_view.h"

namespace awaitscope::test {

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

} // namespace awaitscope::test
