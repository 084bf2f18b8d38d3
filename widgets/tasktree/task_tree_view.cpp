// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tasktree/task_tree_view.h"

#include "widgets/tasktree/task_tree_delegate.h"

#include <QAccessible>
#include <QHeaderView>
#include <QPainter>
#include <QResizeEvent>

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace awaitscope {

namespace {

constexpr std::size_t largeTree = 60; ///< tasks of a run from which on it begins collapsed
constexpr int openLevels = 2; ///< levels of tasks that are in sight then
constexpr int step = 12; ///< px of indentation a level

} // namespace

TaskTreeView::TaskTreeView(QWidget *parent) :
    QTreeView(parent),
    model_(new TaskTreeModel(this)),
    delegate_(new TaskTreeDelegate(*this)),
    theme_(&theme(ThemeKind::Light))
{
    setObjectName(QStringLiteral("taskTree"));
    setAccessibleName(tr("Tasks as a tree"));
    setModel(model_);
    setItemDelegate(delegate_);
    setFocusPolicy(Qt::StrongFocus);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setLayoutDirection(Qt::LeftToRight); // calls nest as in code, and times run to the right
    setAllColumnsShowFocus(false); // the row of the current task is marked as a whole
    setExpandsOnDoubleClick(false);
    setAnimated(false);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setIndentation(step);
    setFrameShape(QFrame::NoFrame);
    setAutoScroll(false);
    header()->setSectionsMovable(false);
    header()->setSectionResizeMode(QHeaderView::Fixed);
    header()->setStretchLastSection(false);
    header()->setMinimumSectionSize(20);
    connect(this, &QTreeView::expanded, this, [this](const QModelIndex &index) { rememberExpansion(index, true); });
    connect(this, &QTreeView::collapsed, this, [this](const QModelIndex &index) { rememberExpansion(index, false); });
    setTextSize(textSize_);
}

void TaskTreeView::setSubjects(const std::vector<Subject> &subjects, bool sameLesson)
{
    if (!sameLesson) {
        chosen_.clear();
        showBranch(std::nullopt);
    }
    model_->setSubjects(subjects);
}

void TaskTreeView::setMoment(const Moment &moment)
{
    foldLargeTrees();
    model_->setMoment(moment);
    const auto hasRequests = [](const Subject &subject) { return !subject.trace->cancelRequests().empty(); };
    const bool cancelling = std::ranges::any_of(model_->subjects(), hasRequests);
    if (std::exchange(cancelling_, cancelling) != cancelling)
        fitColumns();
}

void TaskTreeView::setTheme(const Theme &theme)
{
    theme_ = &theme;
    viewport()->update();
}

void TaskTreeView::setTextSize(double pixels)
{
    textSize_ = std::max(pixels, 12.0);
    QFont font(sansFamily());
    font.setPixelSize(static_cast<int>(std::lround(textSize_)));
    setFont(font);
    font.setPixelSize(static_cast<int>(std::lround(std::max(textSize_ - 1.0, 12.0))));
    header()->setFont(font);
    setIndentation(static_cast<int>(std::lround(step * textSize_ / 13.0)));
    fitColumns();
    scheduleDelayedItemsLayout();
}

std::optional<TaskRef> TaskTreeView::selectedTask() const
{
    const auto task = model_->taskAt(currentIndex());
    return task && task->task ? task : std::nullopt;
}

void TaskTreeView::selectTask(std::optional<TaskRef> task)
{
    if (task == selectedTask())
        return;
    selecting_ = true;
    const QModelIndex at = task ? model_->indexOf(*task) : QModelIndex();
    if (at.isValid() && branch_ && *task != *branch_) {
        QModelIndex above = at;
        while (above.isValid() && above != model_->indexOf(*branch_))
            above = above.parent();
        if (!above.isValid())
            showBranch(std::nullopt);
    }
    if (at.isValid()) {
        setCurrentIndex(at);
        scrollTo(at);
    } else {
        selectionModel()->clear();
    }
    selecting_ = false;
}

void TaskTreeView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    viewport()->update();
    if (!selecting_)
        Q_EMIT taskSelected(selectedTask().value_or(TaskRef()));
}

void TaskTreeView::setCancellable(std::optional<std::size_t> subject)
{
    if (cancellable_ == subject)
        return;
    cancellable_ = subject;
    viewport()->update();
}

bool TaskTreeView::isCancellable(const QModelIndex &index) const
{
    const auto task = model_->taskAt(index);
    return task && task->task && cancellable_ == task->subject && model_->isLiving(index);
}

bool TaskTreeView::showsButton(const QModelIndex &index) const
{
    return isCancellable(index)
        && (hovered_ == index.siblingAtColumn(0) || currentIndex().siblingAtColumn(0) == index.siblingAtColumn(0));
}

QRect TaskTreeView::buttonIn(const QRect &cell) const
{
    const int size = std::max(22, fontMetrics().height() + 5);
    return {cell.right() - size - 1, cell.top() + (std::min(cell.height(), size + 4) - size) / 2, size, size};
}

QRect TaskTreeView::buttonRect(const QModelIndex &index) const
{
    return isCancellable(index) ? buttonIn(visualRect(index.siblingAtColumn(0))) : QRect();
}

bool TaskTreeView::sumsUp(const QModelIndex &index) const
{
    const QModelIndex first = index.siblingAtColumn(0);
    return model_->level(first) > 0 && model_->rowCount(first) > 0 && !isExpanded(first);
}

QString TaskTreeView::keyOf(const QModelIndex &index) const
{
    const TaskRef task = *model_->taskAt(index);
    return QStringLiteral("%1/%2").arg(model_->subjects()[task.subject].title).arg(task.task.number());
}

bool TaskTreeView::expandedAtFirst(const QModelIndex &index) const
{
    const std::size_t run = model_->taskAt(index)->subject;
    const bool large = run < folded_.size() && folded_[run];
    return chosen_.value(keyOf(index), !large || model_->level(index) < openLevels);
}

void TaskTreeView::applyExpansion(const QModelIndex &index)
{
    const bool wanted = expandedAtFirst(index);
    if (isExpanded(index) == wanted)
        return;
    arranging_ = true;
    setExpanded(index, wanted);
    arranging_ = false;
}

void TaskTreeView::rowsInserted(const QModelIndex &parent, int first, int last)
{
    QTreeView::rowsInserted(parent, first, last);
    if (parent.isValid() && first == 0) {
        applyExpansion(parent);
        if (sumsUp(parent))
            scheduleDelayedItemsLayout(); // it is higher now
    }
    hideSiblings();
}

/// What changes of a row is never its height: it is enough to paint anew, without looking for the place of each cell.
void TaskTreeView::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    if (QAccessible::isActive())
        QTreeView::dataChanged(topLeft, bottomRight, roles); // tells screen readers, too
    else
        viewport()->update();
}

/// A run that grows too large to be read whole is collapsed once; what the reader has chosen stays.
void TaskTreeView::foldLargeTrees()
{
    folded_.resize(model_->subjects().size(), false);
    for (std::size_t run = 0; run < folded_.size(); ++run) {
        if (folded_[run] || model_->subjects()[run].trace->tasks().size() <= largeTree)
            continue;
        folded_[run] = true;
        std::vector<QModelIndex> open{model_->indexOfRun(run)};
        while (!open.empty()) {
            const QModelIndex index = open.back();
            open.pop_back();
            for (int row = 0; row < model_->rowCount(index); ++row)
                open.push_back(model_->index(row, 0, index));
            if (model_->rowCount(index) > 0)
                applyExpansion(index);
        }
    }
}

void TaskTreeView::rememberExpansion(const QModelIndex &index, bool expanded)
{
    if (!arranging_)
        chosen_[keyOf(index)] = expanded;
    scheduleDelayedItemsLayout(); // a collapsed row is higher
}

void TaskTreeView::reset()
{
    QTreeView::reset();
    folded_.clear();
    hovered_ = QPersistentModelIndex();
    if (branch_) {
        branch_.reset();
        Q_EMIT branchChanged();
    }
    for (int run = 0; run < model_->rowCount(); ++run)
        setFirstColumnSpanned(run, {}, true);
}

void TaskTreeView::showBranch(std::optional<TaskRef> root)
{
    const QModelIndex at = root ? model_->indexOf(*root) : QModelIndex();
    if (root && !at.isValid())
        root.reset();
    if (root == branch_)
        return;
    if (branch_) {
        const QModelIndex above = rootIndex();
        for (int row = 0; row < model_->rowCount(above); ++row)
            setRowHidden(row, above, false);
    }
    branch_ = root;
    setRootIndex(at.parent());
    hideSiblings();
    if (at.isValid()) {
        arranging_ = true;
        expand(at);
        arranging_ = false;
    }
    if (currentIndex().isValid())
        scrollTo(currentIndex());
    Q_EMIT branchChanged();
}

void TaskTreeView::hideSiblings()
{
    const QModelIndex at = branch_ ? model_->indexOf(*branch_) : QModelIndex();
    for (int row = 0; at.isValid() && row < model_->rowCount(at.parent()); ++row)
        setRowHidden(row, at.parent(), row != at.row());
}

int TaskTreeView::columnWidthFor(int column) const
{
    const auto width = [this](const QString &text) { return fontMetrics().horizontalAdvance(text); };
    const int pad = 9;
    const int head = header()->fontMetrics().horizontalAdvance(model_->headerData(column, Qt::Horizontal).toString()) + 3;
    switch (column) {
    case TaskTreeModel::StateColumn:
        return width(tr("ignored it, done")) + static_cast<int>(std::lround(delegate_->glyphSpace())) + pad;
    case TaskTreeModel::NumberColumn:
        return std::max(head, width(QStringLiteral("999"))) + pad;
    case TaskTreeModel::ToldColumn:
        return std::max(head, width(tr("shielded"))) + pad;
    case TaskTreeModel::CleanupColumn:
        return std::max(head, width(QStringLiteral("888 ms…"))) + pad;
    case TaskTreeModel::EndedColumn:
        return std::max(head, width(QStringLiteral("888 ms"))) + pad + 2;
    default:
        return width(QStringLiteral("handleRequest 88")) + pad + 4 * indentation();
    }
}

int TaskTreeView::wantedWidth() const
{
    int sum = 16;
    for (int column = 0; column < TaskTreeModel::columns; ++column)
        sum += columnWidthFor(column);
    return sum;
}

/// The names get what the others leave. Where that is too little the states lose some of theirs, then columns go: first those
/// that say nothing of this run, else those that the timeline shows too. Tooltips and screen readers still have them.
void TaskTreeView::fitColumns()
{
    using Columns = std::array<int, 4>;
    constexpr Columns cancelled{
        TaskTreeModel::EndedColumn, TaskTreeModel::CleanupColumn, TaskTreeModel::ToldColumn, TaskTreeModel::NumberColumn};
    constexpr Columns uncancelled{
        TaskTreeModel::NumberColumn, TaskTreeModel::CleanupColumn, TaskTreeModel::ToldColumn, TaskTreeModel::EndedColumn};
    const int least = columnWidthFor(TaskTreeModel::TaskColumn) / 2;
    int room = viewport()->width();
    for (int column = TaskTreeModel::StateColumn; column < TaskTreeModel::columns; ++column)
        room -= columnWidthFor(column);
    int state = columnWidthFor(TaskTreeModel::StateColumn);
    if (room < least) {
        const int given = std::min(least - room, state * 3 / 10);
        state -= given;
        room += given;
    }
    for (const int column : cancelling_ ? cancelled : uncancelled) {
        const bool drop = room < least;
        setColumnHidden(column, drop);
        header()->resizeSection(column, columnWidthFor(column));
        room += drop ? columnWidthFor(column) : 0;
    }
    header()->resizeSection(TaskTreeModel::StateColumn, state);
    header()->resizeSection(TaskTreeModel::TaskColumn, std::max(room, 40));
}

void TaskTreeView::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitColumns();
    if (currentIndex().isValid() && event->size().height() < event->oldSize().height())
        scrollTo(currentIndex());
}

void TaskTreeView::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect row(0, option.rect.top(), viewport()->width(), option.rect.height());
    const bool current = currentIndex().siblingAtColumn(0) == index.siblingAtColumn(0);
    if (current)
        painter->fillRect(row, theme_->selection);
    else if (index.data(TaskTreeModel::RunRole).toBool())
        painter->fillRect(row, theme_->group);
    else if (hovered_ == index.siblingAtColumn(0))
        painter->fillRect(row, theme_->hover);
    QTreeView::drawRow(painter, option, index);
    if (current && hasFocus())
        painter->fillRect(QRect(row.left(), row.top(), 3, row.height()), theme_->accent);
    if (!sumsUp(index))
        return;
    const int line = fontMetrics().height();
    const int left = visualRect(index.siblingAtColumn(0)).left() + 2;
    const QRect area(left, row.bottom() - line - 3, row.right() - left - 6, line);
    painter->setFont(font());
    painter->setPen(theme_->secondary);
    const QString text = index.siblingAtColumn(0).data(TaskTreeModel::SummaryRole).toString();
    painter->drawText(area, Qt::AlignLeft | Qt::AlignVCenter, fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
}

void TaskTreeView::drawBranches(QPainter *painter, const QRect &area, const QModelIndex &index) const
{
    if (model_->rowCount(index) == 0)
        return;
    const double side = fontMetrics().height() * 0.24;
    const int line = std::max(fontMetrics().height() + 8, 22);
    const QPointF center(area.right() - indentation() / 2.0, area.top() + line / 2.0);
    const QPolygonF chevron = isExpanded(index)
        ? QPolygonF{{center + QPointF(-side, -side / 2), center + QPointF(0, side / 2), center + QPointF(side, -side / 2)}}
        : QPolygonF{{center + QPointF(-side / 2, -side), center + QPointF(side / 2, 0), center + QPointF(-side / 2, side)}};
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(theme_->secondary, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->setBrush(Qt::NoBrush);
    painter->drawPolyline(chevron);
    painter->restore();
}

} // namespace awaitscope
