// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/ghost_lane.h"

#include "widgets/timeline/chart_ghosts.h"
#include "widgets/timeline/painter_canvas.h"
#include "widgets/timeline/text.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

using namespace std::chrono_literals;

constexpr double reach = 7.0, grip = 4.0; // px
constexpr Ns fine = 1ms, coarse = 10ms, leap = 100ms, shortest = 1ms;

/// The keys that move an end; all others are the page's.
bool moves(const QKeyEvent &event)
{
    switch (event.key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        return !(event.modifiers() & Qt::AltModifier);
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return !(event.modifiers() & ~Qt::KeypadModifier);
    default:
        return false;
    }
}

} // namespace

GhostLane::GhostLane(QWidget *parent) : QWidget(parent), theme_(&theme(ThemeKind::Light))
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setCursor(Qt::CrossCursor);
}

void GhostLane::present(const Ghost &ghost, const TimeAxis &axis, double textSize, const Theme &theme)
{
    const bool other = ghost.name != ghost_.name || ghost.drawn != ghost_.drawn;
    ghost_ = ghost;
    axis_ = axis;
    textSize_ = textSize;
    theme_ = &theme;
    if (other || accessibleName().isEmpty()) {
        setAccessibleName(ghost.drawn ? tr("%1: %2").arg(ghost.name, ghostLength(ghost, *ghost.drawn))
                                      : tr("%1: not drawn yet").arg(ghost.name));
        setAccessibleDescription(ghost.movesBegin
                ? tr("Left and right move its end by 10 ms, with Shift by 1 ms; with Ctrl its begin. Enter goes to the next.")
                : tr("Left and right make it shorter and longer by 10 ms, with Shift by 1 ms. Enter goes to the next."));
        QAccessibleEvent spoken(this, QAccessible::NameChanged);
        QAccessible::updateAccessibility(&spoken);
    }
    show();
    update();
}

Ns GhostLane::timeAt(double x) const
{
    const Ns time = std::chrono::round<std::chrono::milliseconds>(toTime(axis_, x));
    return std::clamp<Ns>(time, Ns(0), std::chrono::floor<std::chrono::milliseconds>(axis_.to));
}

GhostLane::Grip GhostLane::gripAt(double x) const
{
    if (!ghost_.drawn)
        return Grip::None;
    const double toEnd = std::abs(toX(axis_, ghost_.drawn->end) - x), toBegin = std::abs(toX(axis_, ghost_.drawn->begin) - x);
    if (toEnd <= reach && (toEnd <= toBegin || !ghost_.movesBegin))
        return Grip::End;
    return ghost_.movesBegin && toBegin <= reach ? Grip::Begin : Grip::None;
}

void GhostLane::put(GhostSpan span)
{
    if (ghost_.drawn != span)
        Q_EMIT drawn(span);
}

void GhostLane::move(Grip grip, Ns to)
{
    GhostSpan span = ghost_.drawn.value_or(GhostSpan());
    if (grip == Grip::Begin)
        span.begin = std::clamp<Ns>(to, Ns(0), span.end - shortest);
    else
        span.end = std::clamp<Ns>(to, span.begin + shortest, std::max<Ns>(timeAt(axis_.right), span.begin + shortest));
    put(span);
}

void GhostLane::showCursor(double x)
{
    setCursor(held_ != Grip::None || gripAt(x) != Grip::None ? Qt::SizeHorCursor : Qt::CrossCursor);
}

bool GhostLane::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && moves(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QWidget::event(event);
}

void GhostLane::keyPressEvent(QKeyEvent *event)
{
    if (!moves(*event))
        return QWidget::keyPressEvent(event);
    const GhostSpan span = ghost_.drawn.value_or(GhostSpan());
    const Ns step = event->modifiers() & Qt::ShiftModifier ? fine : coarse;
    const bool begin = ghost_.movesBegin && ghost_.drawn && event->modifiers() & Qt::ControlModifier;
    const Grip grip = begin ? Grip::Begin : Grip::End;
    const Ns from = begin ? span.begin : span.end;
    switch (event->key()) {
    case Qt::Key_Left:
        return move(grip, from - step);
    case Qt::Key_Right:
        return move(grip, from + step);
    case Qt::Key_PageDown:
        return move(Grip::End, span.end - leap);
    case Qt::Key_PageUp:
        return move(Grip::End, span.end + leap);
    case Qt::Key_Up:
        focusPreviousChild();
        return;
    default:
        focusNextChild();
        return;
    }
}

void GhostLane::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    const double x = event->position().x();
    held_ = gripAt(x);
    if (held_ != Grip::None)
        return;
    held_ = Grip::End;
    anchor_ = ghost_.movesBegin ? timeAt(x) : Ns(0);
    const Ns begin = std::min<Ns>(anchor_, std::max<Ns>(timeAt(axis_.right) - shortest, Ns(0)));
    put({begin, std::max(timeAt(x), begin + shortest)});
}

void GhostLane::mouseMoveEvent(QMouseEvent *event)
{
    const double x = event->position().x();
    if (held_ != Grip::None)
        move(held_, timeAt(x));
    showCursor(x);
}

void GhostLane::mouseReleaseEvent(QMouseEvent *event)
{
    held_ = Grip::None;
    showCursor(event->position().x());
}

void GhostLane::focusInEvent(QFocusEvent *event)
{
    QWidget::focusInEvent(event);
    update();
}

void GhostLane::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    update();
}

void GhostLane::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    PainterCanvas canvas(painter, devicePixelRatioF(), PainterCanvas::Edges::CrispAgain);
    const double unit = textSize_ / 12.0, middle = height() / 2.0;
    if (!ghost_.drawn) {
        const double left = toX(axis_, Ns(0));
        canvas.line({left, middle}, {std::min(axis_.right, width() - 6.0), middle}, {theme_->axis, 1.0, true});
        const TextStyle style{textSize_, 500, false, theme_->secondary, theme_->panel, Align::Left};
        canvas.text({left + 12 * unit, middle + baselineOffset(style)}, tr("drag here"), style);
    } else {
        const double half = std::max(height() * 0.2, 6.0);
        for (const Ns time : {ghost_.drawn->begin, ghost_.drawn->end}) {
            if (time == ghost_.drawn->begin && !ghost_.movesBegin)
                continue;
            const QRectF knob(toX(axis_, time) - grip / 2, middle - half, grip, 2 * half);
            canvas.rect(knob, {theme_->accent, Texture::Solid, Qt::transparent}, {}, grip / 2);
        }
    }
    if (hasFocus())
        canvas.rect(QRectF(rect()).adjusted(1, 1, -1, -1), {}, {theme_->accent, 1.5}, 4.0);
}

} // namespace awaitscope
