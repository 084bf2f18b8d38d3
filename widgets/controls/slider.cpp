// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/slider.h"

#include "widgets/theme/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

constexpr double knobRadius = 7.0;
constexpr double trackHeight = 4.0;
constexpr double margin = knobRadius + 3.0;

bool isSliderKey(int key)
{
    return key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Up || key == Qt::Key_Down || key == Qt::Key_Home
        || key == Qt::Key_End || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
}

} // namespace

Slider::Slider(QWidget *parent) : QSlider(Qt::Horizontal, parent), theme_(&theme(ThemeKind::Light))
{
    setFocusPolicy(Qt::TabFocus);
    setLayoutDirection(Qt::LeftToRight); // what it sets is a time, or compared with one, and time runs to the right
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void Slider::setSolidKnob(bool solid)
{
    solid_ = solid;
    update();
}

void Slider::setTheme(const Theme &theme)
{
    theme_ = &theme;
    update();
}

QSize Slider::sizeHint() const
{
    return {160, static_cast<int>(2 * margin)};
}

QSize Slider::minimumSizeHint() const
{
    return {60, static_cast<int>(2 * margin)};
}

bool Slider::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        auto *key = static_cast<QKeyEvent *>(event);
        if (isSliderKey(key->key()) && (key->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier) {
            key->accept();
            return true;
        }
    }
    return QSlider::event(event);
}

double Slider::knobCenter() const
{
    const double span = std::max(1, maximum() - minimum());
    return margin + (sliderPosition() - minimum()) / span * (width() - 2 * margin);
}

int Slider::valueAt(double x) const
{
    const double share = std::clamp((x - margin) / std::max(1.0, width() - 2 * margin), 0.0, 1.0);
    const int value = minimum() + static_cast<int>(std::lround(share * (maximum() - minimum())));
    return value;
}

void Slider::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const double y = height() / 2.0;
    const double knob = knobCenter();
    const QColor accent = isEnabled() ? theme_->accent : theme_->lineNumber;
    painter.setBrush(theme_->track);
    painter.drawRoundedRect(QRectF(margin, y - trackHeight / 2, width() - 2 * margin, trackHeight), 2, 2);
    painter.setBrush(accent);
    painter.drawRoundedRect(QRectF(margin, y - trackHeight / 2, std::max(0.0, knob - margin), trackHeight), 2, 2);
    if (hasFocus()) {
        QColor ring = accent;
        ring.setAlphaF(0.35F);
        painter.setBrush(ring);
        painter.drawEllipse(QPointF(knob, y), knobRadius + 3, knobRadius + 3);
    }
    painter.setPen(QPen(accent, 2));
    painter.setBrush(solid_ ? accent : theme_->panel);
    painter.drawEllipse(QPointF(knob, y), knobRadius - 1, knobRadius - 1);
}

void Slider::mousePressEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton)
        return event->ignore();
    setSliderDown(true);
    setSliderPosition(valueAt(event->position().x()));
    event->accept();
}

void Slider::mouseMoveEvent(QMouseEvent *event)
{
    if (isSliderDown())
        setSliderPosition(valueAt(event->position().x()));
}

void Slider::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton)
        setSliderDown(false);
}

} // namespace awaitscope
