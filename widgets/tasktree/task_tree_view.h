// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/tasktree/task_tree_model.h"
#include "widgets/theme/theme.h"

#include <QTreeView>

namespace awaitscope {

class TaskTreeDelegate;

/// The tasks of the runs on screen as trees, at the playhead. A branch can be shown alone; what runs can be cancelled from its row.
class TaskTreeView : public QTreeView
{
    Q_OBJECT

public:
    explicit TaskTreeView(QWidget *parent = nullptr);

    TaskTreeModel &tasks() { return *model_; }
    const TaskTreeModel &tasks() const { return *model_; }
    /// What is shown from now on; with another lesson's runs, nothing that the reader has expanded or collapsed is kept.
    void setSubjects(const std::vector<Subject> &subjects, bool sameLesson);
    void setMoment(const Moment &moment);
    void setTheme(const Theme &theme);
    /// Size of the text in px, 12 and more.
    void setTextSize(double pixels);
    const Theme &colors() const { return *theme_; }
    double textSize() const { return textSize_; }

    /// The selected task; nothing where there is none, nor where the row of a run is selected.
    std::optional<TaskRef> selectedTask() const;
    /// Emits nothing.
    void selectTask(std::optional<TaskRef> task);

    /// The run whose tasks can be cancelled now, if there is one.
    void setCancellable(std::optional<std::size_t> subject);
    bool isCancellable(const QModelIndex &index) const;
    /// True where the row shows its button: under the cursor, and selected.
    bool showsButton(const QModelIndex &index) const;
    /// Where the button of a row is, in the viewport; empty where it has none.
    QRect buttonRect(const QModelIndex &index) const;
    /// The same within the row's first cell.
    QRect buttonIn(const QRect &cell) const;
    bool isButtonHovered(const QModelIndex &index) const { return onButton_ && hovered_ == index; }

    /// Shows a task with what is below it alone; everything for none.
    void showBranch(std::optional<TaskRef> root);
    std::optional<TaskRef> branch() const { return branch_; }
    /// True for a row that sums up what is below it.
    bool sumsUp(const QModelIndex &index) const;
    /// The width at which no column is cut but long names.
    int wantedWidth() const;

Q_SIGNALS:
    /// The reader has selected another task, or none: an invalid id.
    void taskSelected(awaitscope::TaskRef task);
    void cancelWanted(awaitscope::TaskRef task);
    void branchChanged();

protected:
    bool event(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void drawBranches(QPainter *painter, const QRect &area, const QModelIndex &index) const override;
    void drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;
    void reset() override;

private:
    QString keyOf(const QModelIndex &index) const;
    bool expandedAtFirst(const QModelIndex &index) const;
    void applyExpansion(const QModelIndex &index);
    void foldLargeTrees();
    void rememberExpansion(const QModelIndex &index, bool expanded);
    void hideSiblings();
    void fitColumns();
    void hoverAt(QPoint at);
    int columnWidthFor(int column) const;

    TaskTreeModel *model_;
    TaskTreeDelegate *delegate_;
    const Theme *theme_;
    double textSize_ = 13.0;
    std::optional<std::size_t> cancellable_;
    std::optional<TaskRef> branch_;
    QHash<QString, bool> chosen_; ///< what the reader has expanded and collapsed
    std::vector<bool> folded_; ///< runs with so many tasks that they begin collapsed
    QPersistentModelIndex hovered_;
    bool onButton_ = false;
    bool cancelling_ = false; ///< something is cancelled in these runs
    bool arranging_ = false; ///< what is expanded now is not the reader's doing
    bool selecting_ = false; ///< what is selected now neither
};

} // namespace awaitscope
