// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/switch.h"

#include "widgets/theme/theme.h"

#include <QPainter>

namespace awaitscope {

namespace {

constexpr double pillWidth = 32.0, pillHeight = 18.0, margin = 3.0, gap = 8.0;

} // namespace

Switch::Switch(const QString &label, QWidget *parent) : QAbstractButton(parent), theme_(&theme(ThemeKind::Light))
{
    setText(label);
    setAccessibleName(label);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Switch::setTheme(const Theme &theme)
{
    theme_ = &theme;
    update();
}

QSize Switch::sizeHint() const
{
    const QFontMetrics metrics(font());
    return {static_cast<int>(pillWidth + 2 * margin + gap) + metrics.horizontalAdvance(text()) + 4,
        std::max(static_cast<int>(pillHeight + 2 * margin), metrics.height() + 6)};
}

void Switch::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor accent = theme_->accent;
    const bool mirrored = isRightToLeft();
    const QRectF pill(mirrored ? width() - margin - pillWidth : margin, (height() - pillHeight) / 2.0, pillWidth, pillHeight);
    if (hasFocus()) {
        painter.setPen(QPen(accent, 2));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(pill.adjusted(-2, -2, 2, 2), pillHeight / 2 + 2, pillHeight / 2 + 2);
    }
    const QColor off = theme_->secondary;
    painter.setPen(isChecked() ? Qt::NoPen : QPen(off, 1.5));
    painter.setBrush(isChecked() ? accent : theme_->panel);
    painter.drawRoundedRect(pill.adjusted(0.75, 0.75, -0.75, -0.75), pillHeight / 2, pillHeight / 2);
    const double knob = isChecked() != mirrored ? pill.right() - pillHeight / 2 : pill.left() + pillHeight / 2;
    painter.setPen(Qt::NoPen);
    painter.setBrush(isChecked() ? theme_->onAccent : off);
    painter.drawEllipse(QPointF(knob, pill.center().y()), 5.5, 5.5);
    painter.setPen(isChecked() ? theme_->text : theme_->secondary);
    const double words = width() - margin - pillWidth - gap;
    painter.drawText(QRectF(mirrored ? 0 : pill.right() + gap, 0, words, height()), Qt::AlignVCenter | Qt::AlignLeading, text());
}

} // namespace awaitscope
