// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/chart_model.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace awaitscope {

class FlowLayout;
class Session;
class TaskTreeView;

/// The tasks of the runs on screen as trees, what can be done with the selected one, and who cancelled it, in words.
class TaskPanel : public QWidget
{
    Q_OBJECT

public:
    explicit TaskPanel(Session &session, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setTextSize(double px);
    /// Shows the runs on screen, then the session's moment. While the panel is hidden both wait until it is shown.
    void rebuild();
    void showMoment();
    /// The numbers at the ends of cancelled tasks are those of the chart.
    void showNumbers(const ChartModel &chart);

    /// Another task is selected elsewhere, or none. Emits nothing.
    void select(std::optional<TaskRef> task);

    TaskTreeView *tree() const { return tree_; }
    /// "query 2 was told by …", as it is shown; empty until it is asked for.
    QString story() const;

    void focusTree();
    /// Asks the selected task to end, or says why it cannot be asked.
    void cancelSelected();
    /// Selects who asked for the cancellation of the selected task, goes to the request, and says the chain in words.
    void tellWhoCancelled();
    /// Shows the branch of the selected task alone, and all again.
    void toggleBranch();

Q_SIGNALS:
    /// The reader has selected another task, or none: an invalid id.
    void taskSelected(awaitscope::TaskRef task);

protected:
    void showEvent(QShowEvent *event) override;

private:
    QPushButton *addButton(QLayout *layout, const QString &text, const QString &name);
    void refreshButtons();
    void refreshCrumbs();
    void say(const QString &words);

    Session &session_;
    QWidget *crumbs_;
    FlowLayout *crumbLayout_;
    TaskTreeView *tree_;
    QLabel *story_;
    QPushButton *cancel_;
    QPushButton *who_;
    QPushButton *branch_;
    std::optional<TaskRef> selected_; ///< may be of a task that has not begun yet
    QString lesson_; ///< whose tasks are shown
    bool stale_ = true; ///< hidden when the runs changed
};

} // namespace awaitscope
