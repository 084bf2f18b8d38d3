// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workshop/mark_layer.h"

#include <QCoreApplication>
#include <QMouseEvent>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

constexpr int restLength = 2500; // ms until the mouse is hidden
constexpr double penWidth = 0.0035, pointerRadius = 0.009; // shares of the larger side
constexpr double leastPen = 4.0, leastPointer = 9.0; // px

QPainterPath pathOf(const DrawnLine &line, QSizeF size)
{
    const auto place = [size](QPointF share) { return QPointF(share.x() * size.width(), share.y() * size.height()); };
    QPainterPath path(place(line.points.front()));
    for (const QPointF &point : line.points)
        path.lineTo(place(point));
    if (line.points.size() == 1)
        path.lineTo(place(line.points.front()) + QPointF(0.1, 0)); // a dot
    return path;
}

} // namespace

MarkLayer::MarkLayer(QWidget *parent) : QWidget(parent), theme_(&theme(ThemeKind::Light))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus);
    rest_.setSingleShot(true);
    rest_.setInterval(restLength);
    connect(&rest_, &QTimer::timeout, this, [this] {
        hidden_ = true;
        settle();
    });
    qApp->installEventFilter(this);
    rest_.start();
    settle();
}

std::vector<QColor> MarkLayer::colors(const Theme &theme)
{
    return {theme.failed, theme.accent, theme.cancelled};
}

void MarkLayer::setTheme(const Theme &theme)
{
    theme_ = &theme;
    update();
}

void MarkLayer::setSlide(const Slide &slide)
{
    slide_ = slide;
    drawing_ = false;
    update();
}

void MarkLayer::setPen(bool on)
{
    pen_ = on;
    drawing_ = false;
    settle();
}

void MarkLayer::nextColor()
{
    color_ = (color_ + 1) % static_cast<int>(colors(*theme_).size());
}

void MarkLayer::undo()
{
    marks_.undo(slide_);
    update();
}

void MarkLayer::clear()
{
    marks_.clear(slide_);
    drawing_ = false;
    update();
}

void MarkLayer::setPointer(bool on)
{
    pointer_ = on;
    at_ = mapFromGlobal(QPointF(QCursor::pos()));
    settle();
}

void MarkLayer::setCover(Cover cover)
{
    cover_ = cover;
    settle();
}

void MarkLayer::settle()
{
    const bool needsMouse = pen_ || pointer_ || hidden_ || cover_ != Cover::None;
    setAttribute(Qt::WA_TransparentForMouseEvents, !needsMouse);
    setCursor(hidden_ || pointer_ || cover_ != Cover::None ? Qt::BlankCursor : pen_ ? Qt::CrossCursor : Qt::ArrowCursor);
    update();
}

void MarkLayer::mouseMoved()
{
    rest_.start();
    if (std::exchange(hidden_, false))
        settle();
}

bool MarkLayer::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseMove && watched->isWidgetType() && static_cast<QWidget *>(watched)->window() == window())
        mouseMoved();
    return QWidget::eventFilter(watched, event);
}

QPointF MarkLayer::share(QPointF at) const
{
    return {std::clamp(at.x() / std::max(width(), 1), 0.0, 1.0), std::clamp(at.y() / std::max(height(), 1), 0.0, 1.0)};
}

void MarkLayer::mousePressEvent(QMouseEvent *event)
{
    if (!pen_ || event->button() != Qt::LeftButton)
        return;
    drawing_ = true;
    marks_.begin(slide_, color_, share(event->position()));
    update();
}

void MarkLayer::mouseMoveEvent(QMouseEvent *event)
{
    at_ = event->position();
    if (drawing_)
        marks_.extend(slide_, share(at_));
    if (drawing_ || pointer_)
        update();
}

void MarkLayer::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        drawing_ = false;
}

void MarkLayer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (cover_ != Cover::None)
        return painter.fillRect(rect(), coverColor(cover_ == Cover::White));
    painter.setRenderHint(QPainter::Antialiasing);
    const double side = std::max(width(), height());
    const double thick = std::max(leastPen, penWidth * side);
    const std::vector<QColor> pens = colors(*theme_);
    for (const DrawnLine &line : marks_.lines(slide_)) {
        const QPainterPath path = pathOf(line, size());
        // The halo parts the line from what it crosses.
        painter.setPen(QPen(theme_->window, thick + 4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(path);
        painter.setPen(QPen(pens[static_cast<std::size_t>(line.color)], thick, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
        painter.drawPath(path);
    }
    if (!pointer_)
        return;
    const double radius = std::max(leastPointer, pointerRadius * side);
    QColor glow = theme_->failed;
    glow.setAlphaF(0.3F);
    painter.setPen(Qt::NoPen);
    painter.setBrush(glow);
    painter.drawEllipse(at_, radius * 1.8, radius * 1.8);
    painter.setPen(QPen(theme_->window, 2));
    painter.setBrush(theme_->failed);
    painter.drawEllipse(at_, radius, radius);
}

} // namespace awaitscope
