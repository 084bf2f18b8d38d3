// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tasktree/task_tree_view.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QToolTip>

namespace awaitscope {

namespace {

/// The keys that move within the tree, which the page has another use for.
bool movesInTree(int key)
{
    switch (key) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Home:
    case Qt::Key_End:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Plus:
    case Qt::Key_Minus:
    case Qt::Key_Asterisk:
        return true;
    default:
        return false;
    }
}

} // namespace

bool TaskTreeView::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool leaves = branch_ && (key->key() == Qt::Key_Escape || key->key() == Qt::Key_Backspace);
        const bool plain = (key->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
        if (plain && (leaves || (movesInTree(key->key()) && key->modifiers() != Qt::ShiftModifier))) {
            event->accept();
            return true;
        }
    }
    return QTreeView::event(event);
}

void TaskTreeView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex at = currentIndex().siblingAtColumn(0);
    switch (event->key()) {
    case Qt::Key_Escape:
    case Qt::Key_Backspace:
        if (branch_)
            return showBranch(std::nullopt);
        break;
    case Qt::Key_Delete:
        if (isCancellable(at))
            Q_EMIT cancelWanted(*model_->taskAt(at));
        return;
    case Qt::Key_Left:
        if (at.isValid() && model_->rowCount(at) > 0 && isExpanded(at))
            return collapse(at);
        if (at.parent().isValid() && at.parent() != rootIndex())
            setCurrentIndex(at.parent());
        return;
    case Qt::Key_Right:
        if (!at.isValid() || model_->rowCount(at) == 0)
            return;
        if (!isExpanded(at))
            return expand(at);
        return setCurrentIndex(model_->index(0, 0, at));
    default:
        break;
    }
    QTreeView::keyPressEvent(event);
}

void TaskTreeView::hoverAt(QPoint at)
{
    const QModelIndex index = indexAt(at).siblingAtColumn(0);
    const bool onButton = index.isValid() && buttonRect(index).contains(at);
    if (hovered_ == index && onButton_ == onButton)
        return;
    hovered_ = index;
    onButton_ = onButton;
    viewport()->setCursor(onButton ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void TaskTreeView::mousePressEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint();
    const QModelIndex index = indexAt(at).siblingAtColumn(0);
    if (event->button() == Qt::LeftButton && index.isValid() && buttonRect(index).contains(at)) {
        setCurrentIndex(index);
        Q_EMIT cancelWanted(*model_->taskAt(index));
        return;
    }
    QTreeView::mousePressEvent(event);
}

void TaskTreeView::mouseMoveEvent(QMouseEvent *event)
{
    hoverAt(event->position().toPoint());
    if (event->buttons() == Qt::NoButton)
        QTreeView::mouseMoveEvent(event);
}

void TaskTreeView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->position().toPoint()).siblingAtColumn(0);
    if (event->button() == Qt::LeftButton && index.isValid() && !buttonRect(index).contains(event->position().toPoint())
        && model_->rowCount(index) > 0)
        setExpanded(index, !isExpanded(index));
}

bool TaskTreeView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        hoverAt({-1, -1});
    if (event->type() == QEvent::ToolTip) {
        const auto *help = static_cast<QHelpEvent *>(event);
        const QModelIndex index = indexAt(help->pos()).siblingAtColumn(0);
        if (index.isValid() && buttonRect(index).contains(help->pos())) {
            QToolTip::showText(help->globalPos(),
                tr("Ask this task to end, with all below it (Delete). One that was called, not spawned, ends with its caller."),
                viewport());
            return true;
        }
    }
    return QTreeView::viewportEvent(event);
}

} // namespace awaitscope
