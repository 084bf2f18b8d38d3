// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/timeline_view.h"

#include <QApplication>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QNativeGestureEvent>
#include <QScrollBar>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

constexpr double zoomStep = 1.25, panStep = 0.1, notch = 120.0, pixelsPerNotch = 48.0;

/// What a wheel or touchpad turned by, in px; its coarse steps count where it has no fine ones.
QPointF turnedBy(const QWheelEvent &event)
{
    if (!event.pixelDelta().isNull())
        return event.pixelDelta();
    return QPointF(event.angleDelta()) / notch * pixelsPerNotch;
}

} // namespace

void TimelineView::fit()
{
    fitted_ = true;
    if (model_.complete)
        liveTo_ = Ns(0);
    invalidate();
    Q_EMIT viewChanged();
}

void TimelineView::showRange(Ns from, Ns to)
{
    layOut();
    if (to > from)
        setAxis(fitted(from, to, layout_.axis.left, layout_.axis.right, 0.0, 0.0));
}

void TimelineView::zoom(double factor, double x)
{
    layOut();
    setAxis(zoomed(layout_.axis, factor, std::clamp(x, layout_.axis.left, layout_.axis.right)));
}

void TimelineView::pan(double dx)
{
    layOut();
    setAxis(panned(layout_.axis, dx));
}

double TimelineView::zoomCenter() const
{
    if (cursor_ && cursor_->x() >= layout_.clipLeft)
        return cursor_->x();
    if (moment_) {
        const double x = toX(layout_.axis, *moment_);
        if (x >= layout_.clipLeft && x <= layout_.right)
            return x;
    }
    return (layout_.axis.left + layout_.axis.right) / 2;
}

void TimelineView::zoomIn()
{
    layOut();
    zoom(zoomStep, zoomCenter());
}

void TimelineView::zoomOut()
{
    layOut();
    zoom(1 / zoomStep, zoomCenter());
}

void TimelineView::panLeft()
{
    layOut();
    pan((layout_.axis.right - layout_.axis.left) * panStep);
}

void TimelineView::panRight()
{
    layOut();
    pan(-(layout_.axis.right - layout_.axis.left) * panStep);
}

void TimelineView::scrollTo(double offset)
{
    const double before = scroll_;
    scroll_ = offset;
    invalidate();
    layOut();
    if (scroll_ != before && cursor_)
        hover(*cursor_);
}

void TimelineView::moveSelection(int step)
{
    std::vector<TaskRef> tasks;
    for (std::size_t g = 0; g < model_.groups.size(); ++g) {
        for (const ModelRow &row : model_.groups[g].rows) {
            if (row.kind == ModelRow::Kind::Task)
                tasks.push_back({g, row.task});
        }
    }
    if (tasks.empty())
        return;
    const auto now = selected_ ? std::ranges::find(tasks, *selected_) : tasks.end();
    if (now == tasks.end()) {
        selectTask(step > 0 ? tasks.front() : tasks.back());
        return;
    }
    const auto last = std::ssize(tasks) - 1;
    selectTask(tasks[static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(now - tasks.begin() + step, 0, last))]);
}

void TimelineView::selectNextTask()
{
    moveSelection(+1);
}

void TimelineView::selectPreviousTask()
{
    moveSelection(-1);
}

bool TimelineView::overRuler(QPointF at) const
{
    return at.y() >= legendBottom() && at.y() < rulerBottom();
}

void TimelineView::askForMoment(double x)
{
    layOut();
    const Ns time = toTime(layout_.axis, std::clamp(x, layout_.axis.left, layout_.right));
    Q_EMIT momentWanted(std::clamp(time, Ns(0), std::max(model_.end, Ns(0))));
}

void TimelineView::hover(QPointF at)
{
    layOut();
    const bool wasShown = !hitDetails(model_, hovered_).isEmpty();
    cursor_ = at;
    hovered_ = at.y() >= rulerBottom() ? hitTest(layout_, at) : ChartHit();
    const bool pointable = at.x() >= layout_.clipLeft && (overRuler(at) || hovered_.kind == ChartHit::Kind::Bar);
    setCursor(drag_ == Drag::Pan              ? Qt::ClosedHandCursor
            : pointable && !subjects_.empty() ? Qt::PointingHandCursor
                                              : Qt::ArrowCursor);
    if (wasShown || !hitDetails(model_, hovered_).isEmpty())
        update();
}

void TimelineView::fitSpan(const ChartHit &hit)
{
    const ModelRow &row = model_.groups[hit.group].rows[hit.row];
    const ModelBar &bar = row.bars[hit.bar];
    const double room = layout_.axis.right - layout_.axis.left;
    setAxis(
        fitted(bar.begin, std::max(bar.end, bar.begin + Ns(1)), layout_.axis.left, layout_.axis.right, room * 0.08, room * 0.12));
}

bool TimelineView::event(QEvent *event)
{
    if (event->type() == QEvent::NativeGesture) {
        const auto *gesture = static_cast<QNativeGestureEvent *>(event);
        if (gesture->gestureType() == Qt::ZoomNativeGesture) {
            zoom(std::clamp(1.0 + gesture->value(), 0.2, 5.0), gesture->position().x());
            return true;
        }
    }
    return QWidget::event(event);
}

void TimelineView::resizeEvent(QResizeEvent *)
{
    invalidate();
    Q_EMIT viewChanged();
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    if (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) {
        QWidget::keyPressEvent(event);
        return;
    }
    switch (event->key()) {
    case Qt::Key_W:
    case Qt::Key_Plus:
        return zoomIn();
    case Qt::Key_S:
    case Qt::Key_Minus:
        return zoomOut();
    case Qt::Key_A:
        return panLeft();
    case Qt::Key_D:
        return panRight();
    case Qt::Key_0:
        return fit();
    case Qt::Key_Down:
        return selectNextTask();
    case Qt::Key_Up:
        return selectPreviousTask();
    case Qt::Key_PageDown:
        return scrollTo(scroll_ + height() - rulerBottom());
    case Qt::Key_PageUp:
        return scrollTo(scroll_ - height() + rulerBottom());
    case Qt::Key_Escape:
        if (selected_)
            return selectTask(std::nullopt);
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void TimelineView::mousePressEvent(QMouseEvent *event)
{
    layOut();
    const QPointF at = event->position();
    if (subjects_.empty() || (event->button() != Qt::LeftButton && event->button() != Qt::MiddleButton)) {
        event->ignore();
        return;
    }
    dragFrom_ = dragLast_ = at;
    if (event->button() == Qt::MiddleButton) {
        drag_ = Drag::Pan;
    } else if (overRuler(at) && at.x() >= layout_.clipLeft - 8) {
        drag_ = Drag::Moment;
        askForMoment(at.x());
    } else if (at.y() >= rulerBottom()) {
        drag_ = Drag::Undecided;
    }
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    // From near the playhead one drags the playhead, from anywhere else the chart.
    if (drag_ == Drag::Undecided && (at - dragFrom_).manhattanLength() >= QApplication::startDragDistance()) {
        const bool onPlayhead = moment_ && std::abs(toX(layout_.axis, *moment_) - dragFrom_.x()) <= 5;
        drag_ = onPlayhead ? Drag::Moment : Drag::Pan;
    }
    if (drag_ == Drag::Moment)
        askForMoment(at.x());
    if (drag_ == Drag::Pan) {
        pan(at.x() - dragLast_.x());
        if (!scrollBar_->isHidden())
            scrollTo(scroll_ - (at.y() - dragLast_.y()));
    }
    dragLast_ = at;
    hover(at);
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    const Drag ended = std::exchange(drag_, Drag::None);
    if (ended == Drag::Undecided && event->button() == Qt::LeftButton) {
        layOut();
        const ChartHit hit = hitTest(layout_, dragFrom_);
        const bool onRow = hit.kind == ChartHit::Kind::Row || hit.kind == ChartHit::Kind::Bar || hit.kind == ChartHit::Kind::End;
        const ModelRow *row = onRow ? &model_.groups[hit.group].rows[hit.row] : nullptr;
        const TaskId task = !row ? TaskId() : row->task ? row->task : row->hides;
        selectTask(task ? std::optional(TaskRef{hit.group, task}) : std::nullopt);
        if (onRow && dragFrom_.x() >= layout_.clipLeft)
            askForMoment(dragFrom_.x());
    }
    hover(event->position());
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    layOut();
    const ChartHit hit = event->button() == Qt::LeftButton && event->position().y() >= rulerBottom()
        ? hitTest(layout_, event->position())
        : ChartHit();
    drag_ = Drag::None;
    if (hit.kind == ChartHit::Kind::Bar)
        fitSpan(hit);
    else if (hit.kind == ChartHit::Kind::Row || hit.kind == ChartHit::Kind::Header)
        fit();
}

void TimelineView::wheelEvent(QWheelEvent *event)
{
    if (subjects_.empty()) {
        event->ignore();
        return;
    }
    layOut();
    QPointF turned = turnedBy(*event);
    event->accept();
    if (event->modifiers() & Qt::ControlModifier) {
        zoom(std::pow(zoomStep, turned.y() / pixelsPerNotch), event->position().x());
        return;
    }
    if (event->modifiers() & Qt::ShiftModifier && turned.x() == 0)
        turned = turned.transposed();
    if (turned.x() != 0)
        pan(turned.x());
    if (turned.y() != 0 && !scrollBar_->isHidden())
        scrollTo(scroll_ - turned.y());
}

void TimelineView::leaveEvent(QEvent *)
{
    cursor_.reset();
    hovered_ = {};
    update();
}

} // namespace awaitscope
