// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/task_panel.h"

#include "app/gui/session.h"
#include "lessons/trace/cascade.h"
#include "widgets/controls/flow_layout.h"
#include "widgets/tasktree/task_tree_view.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace awaitscope {

TaskPanel::TaskPanel(Session &session, QWidget *parent) :
    QWidget(parent),
    session_(session),
    crumbs_(new QWidget),
    crumbLayout_(new FlowLayout(2, 0)),
    tree_(new TaskTreeView),
    story_(new QLabel)
{
    auto *crumbMargin = new QVBoxLayout(crumbs_);
    crumbMargin->setContentsMargins(8, 4, 8, 2);
    crumbMargin->addLayout(crumbLayout_);
    crumbs_->hide();
    story_->setObjectName(QStringLiteral("taskStory"));
    story_->setWordWrap(true);
    story_->setContentsMargins(14, 8, 14, 0);
    story_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    story_->hide();

    auto *buttons = new FlowLayout(4, 4);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(8, 8, 8, 8);
    foot->addLayout(buttons);
    cancel_ = addButton(buttons, tr("Cancel"), QStringLiteral("cancelTask"));
    who_ = addButton(buttons, tr("Who cancelled this?"), QStringLiteral("whoCancelled"));
    branch_ = addButton(buttons, tr("Only branch"), QStringLiteral("onlyBranch"));
    branch_->setCheckable(true);
    cancel_->setAccessibleName(tr("Cancel the selected task"));
    branch_->setAccessibleName(tr("Show only the branch of the selected task"));
    connect(cancel_, &QPushButton::clicked, this, &TaskPanel::cancelSelected);
    connect(who_, &QPushButton::clicked, this, &TaskPanel::tellWhoCancelled);
    connect(branch_, &QPushButton::clicked, this, &TaskPanel::toggleBranch);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(crumbs_);
    layout->addWidget(tree_, 1);
    layout->addWidget(story_);
    layout->addLayout(foot);

    connect(tree_, &TaskTreeView::taskSelected, this, [this](const TaskRef &task) {
        selected_ = task.task ? std::optional(task) : std::nullopt;
        say({});
        refreshButtons();
        Q_EMIT taskSelected(task);
    });
    connect(
        tree_, &TaskTreeView::cancelWanted, this, [this](const TaskRef &task) { session_.cancelTask(task.subject, task.task); });
    connect(tree_, &TaskTreeView::branchChanged, this, [this] {
        refreshCrumbs();
        refreshButtons();
    });
    refreshButtons();
}

QPushButton *TaskPanel::addButton(QLayout *layout, const QString &text, const QString &name)
{
    auto *button = new QPushButton(text);
    button->setObjectName(name);
    button->setProperty("kind", QStringLiteral("chip"));
    button->setFocusPolicy(Qt::TabFocus);
    layout->addWidget(button);
    return button;
}

void TaskPanel::setTheme(const Theme &theme)
{
    tree_->setTheme(theme);
}

void TaskPanel::setTextSize(double px)
{
    tree_->setTextSize(px);
}

void TaskPanel::showEvent(QShowEvent *event)
{
    if (std::exchange(stale_, false))
        rebuild();
    QWidget::showEvent(event);
}

void TaskPanel::rebuild()
{
    const QString lesson = session_.lesson().id;
    if (!isVisible()) {
        stale_ = true;
        return;
    }
    const bool same = std::exchange(lesson_, lesson) == lesson;
    if (!same)
        say({});
    tree_->setSubjects(session_.playback().subjects(), same);
    showMoment();
}

void TaskPanel::showMoment()
{
    if (!isVisible() || tree_->tasks().subjects().size() != session_.playback().subjects().size()) {
        stale_ = true;
        return;
    }
    tree_->setMoment(session_.playback().moment());
    if (selected_ && tree_->tasks().indexOf(*selected_).isValid())
        tree_->selectTask(selected_);
    tree_->setCancellable(session_.cancellableSubject());
    refreshButtons();
}

void TaskPanel::showNumbers(const ChartModel &chart)
{
    if (isVisible())
        tree_->tasks().setNumbers(chart);
}

QString TaskPanel::story() const
{
    return story_->text();
}

void TaskPanel::say(const QString &words)
{
    story_->setText(words);
    story_->setAccessibleName(words);
    story_->setVisible(!words.isEmpty());
}

void TaskPanel::refreshButtons()
{
    const auto selected = tree_->selectedTask();
    const QString why = session_.isOpen()
        ? session_.cannotCancel(selected ? selected->subject : 0, selected ? selected->task : TaskId())
        : QString();
    const QString helps = why.isEmpty() ? tr("Ask the selected task to end, with all below it (Delete)") : why;
    cancel_->setEnabled(why.isEmpty() && selected);
    if (cancel_->toolTip() != helps) {
        cancel_->setToolTip(helps);
        cancel_->setAccessibleDescription(helps);
    }
    who_->setEnabled(selected.has_value());
    who_->setToolTip(selected ? tr("Go to the request, and to who made it (C)") : tr("Select a task first."));
    branch_->setEnabled(selected || tree_->branch());
    branch_->setChecked(tree_->branch().has_value());
    branch_->setToolTip(tr("Show the selected task with what is below it alone, and all again (O)"));
}

void TaskPanel::refreshCrumbs()
{
    crumbLayout_->clear();
    const auto branch = tree_->branch();
    crumbs_->setVisible(branch.has_value());
    if (!branch)
        return;
    const TaskTreeModel &tasks = tree_->tasks();
    QList<QModelIndex> way;
    for (QModelIndex at = tasks.indexOf(*branch); at.isValid(); at = at.parent())
        way.prepend(at);
    for (const QModelIndex &at : std::as_const(way)) {
        if (crumbLayout_->count() > 0)
            crumbLayout_->addWidget(new QLabel(QStringLiteral("›")));
        const TaskRef ref = *tasks.taskAt(at);
        if (ref == *branch) {
            auto *here = new QLabel(at.data().toString());
            here->setProperty("kind", QStringLiteral("heading"));
            crumbLayout_->addWidget(here);
            continue;
        }
        auto *link = new QPushButton(at.data().toString());
        link->setProperty("kind", QStringLiteral("link"));
        link->setFocusPolicy(Qt::TabFocus);
        link->setToolTip(ref.task ? tr("Show this branch") : tr("Show all tasks (Escape)"));
        connect(
            link, &QPushButton::clicked, this, [this, ref] { tree_->showBranch(ref.task ? std::optional(ref) : std::nullopt); });
        crumbLayout_->addWidget(link);
    }
}

void TaskPanel::focusTree()
{
    tree_->setFocus(Qt::ShortcutFocusReason);
}

void TaskPanel::cancelSelected()
{
    const auto selected = tree_->selectedTask();
    const QString why = session_.cannotCancel(selected ? selected->subject : 0, selected ? selected->task : TaskId());
    if (!why.isEmpty() || !selected)
        return say(why);
    session_.cancelTask(selected->subject, selected->task);
}

void TaskPanel::tellWhoCancelled()
{
    const auto selected = tree_->selectedTask();
    if (!selected)
        return say(tr("Select a task first."));
    const Trace &trace = *session_.playback().subjects()[selected->subject].trace;
    const std::vector<CascadeFact> &facts = tree_->tasks().facts(selected->subject);
    const QString words = cascadeStory(trace, facts, selected->task);
    const auto asker = askerOf(trace, facts[selected->task.index()]);
    if (asker && asker->task) {
        select(TaskRef{selected->subject, asker->task});
        Q_EMIT taskSelected(*selected_);
    }
    if (asker) {
        session_.playback().pause();
        if (const auto there = session_.playback().stepOf(selected->subject, asker->event))
            session_.playback().toStep(*there);
    }
    say(words);
}

void TaskPanel::select(std::optional<TaskRef> task)
{
    if (task == selected_)
        return;
    selected_ = task;
    say({});
    if (isVisible())
        tree_->selectTask(task);
    refreshButtons();
}

void TaskPanel::toggleBranch()
{
    tree_->showBranch(tree_->branch() ? std::nullopt : tree_->selectedTask());
    refreshButtons();
}

} // namespace awaitscope
