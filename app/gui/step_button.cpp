// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/step_button.h"

#include "widgets/controls/icons.h"

#include <QPainter>
#include <QStyle>

namespace awaitscope {

namespace {

constexpr int side = 6, gap = 5; // px, at the ends and before the name

} // namespace

StepButton::StepButton(LessonStep step, QWidget *parent) : QAbstractButton(parent), step_(step), theme_(&theme(ThemeKind::Light))
{
    setObjectName(QStringLiteral("step-") + stepId(step));
    setText(stepName(step));
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setToolTip(tr("%1 (Ctrl+%2)").arg(text()).arg(stepNumber(step)));
    setState(false, false);
}

void StepButton::setTheme(const Theme &theme)
{
    theme_ = &theme;
    update();
}

void StepButton::setState(bool done, bool current)
{
    done_ = done;
    current_ = current;
    const QString name = tr("Step %1 of %2, %3").arg(stepNumber(step_)).arg(stepCount).arg(text());
    setAccessibleName(done ? tr("%1, done").arg(name) : current ? tr("%1, now").arg(name) : name);
    update();
}

void StepButton::setNamed(bool named)
{
    named_ = named;
    update();
}

int StepButton::ring() const
{
    return fontMetrics().height();
}

QFont StepButton::nameFont() const
{
    QFont result = font();
    result.setPixelSize(std::max(1, font().pixelSize() - 1));
    return result;
}

int StepButton::widthWith(bool name) const
{
    // As wide as it is at hand, in heavier letters: what changes moves nothing.
    QFont heavy = nameFont();
    heavy.setWeight(QFont::DemiBold);
    return ring() + 2 * side + (name ? gap + QFontMetrics(heavy).horizontalAdvance(text()) : 0);
}

QSize StepButton::sizeHint() const
{
    return {widthWith(named_), ring() + 8};
}

void StepButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRectF area = QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5);
    if (current_ || underMouse() || hasFocus()) {
        painter.setPen(hasFocus() ? QPen(theme_->accent, 2) : QPen(Qt::NoPen));
        painter.setBrush(current_ ? QBrush(theme_->selection) : underMouse() ? QBrush(theme_->hover) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(hasFocus() ? area.adjusted(0.5, 0.5, -0.5, -0.5) : area, 6, 6);
    }
    const QColor ink = current_ ? theme_->text : theme_->secondary;
    const QRect circle = QStyle::visualRect(layoutDirection(), rect(), QRect(side, (height() - ring()) / 2, ring(), ring()));
    if (done_) {
        glyphIcon(Glyph::Check, theme_->done).paint(&painter, circle);
    } else {
        painter.setPen(QPen(current_ ? theme_->accent : theme_->secondary, 1.2));
        painter.setBrush(current_ ? QBrush(theme_->accent) : QBrush(Qt::NoBrush));
        painter.drawEllipse(QRectF(circle).adjusted(0.6, 0.6, -0.6, -0.6));
        QFont number = font();
        number.setPixelSize(std::max(1, font().pixelSize() - 3));
        number.setWeight(QFont::DemiBold);
        painter.setFont(number);
        painter.setPen(current_ ? theme_->onAccent : theme_->secondary);
        painter.drawText(circle, Qt::AlignCenter, QString::number(stepNumber(step_)));
    }
    if (!named_)
        return;
    QFont name = nameFont();
    name.setWeight(current_ ? QFont::DemiBold : QFont::Normal);
    painter.setFont(name);
    painter.setPen(ink);
    const QRect words = QStyle::visualRect(
        layoutDirection(), rect(), QRect(side + ring() + gap, 0, width() - 2 * side - ring() - gap + 2, height()));
    painter.drawText(words, QStyle::visualAlignment(layoutDirection(), Qt::AlignLeft) | Qt::AlignVCenter, text());
}

void StepButton::enterEvent(QEnterEvent *event)
{
    QAbstractButton::enterEvent(event);
    update();
}

void StepButton::leaveEvent(QEvent *event)
{
    QAbstractButton::leaveEvent(event);
    update();
}

} // namespace awaitscope
