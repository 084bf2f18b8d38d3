// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/spinner.h"

#include "widgets/theme/motion.h"

#include <QPainter>
#include <QTimerEvent>

#include <algorithm>

namespace awaitscope {

namespace {

constexpr int tickLength = 16; // ms
constexpr int ticksPerRound = 56;
constexpr int ticksPerStep = 62; // a quarter turn a second, where motion is reduced
constexpr int sixteenthsPerDegree = 16; // as QPainter counts angles
constexpr double arcLength = 100.0; // degrees

} // namespace

Spinner::Spinner(QWidget *parent) : QWidget(parent), theme_(&theme(ThemeKind::Light))
{
    setAccessibleName(tr("Running"));
    setToolTip(tr("Turns as long as this window's own loop does"));
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void Spinner::setTheme(const Theme &theme)
{
    theme_ = &theme;
    update();
}

QSize Spinner::sizeHint() const
{
    const int side = std::max(22, fontMetrics().height() + 4);
    return {side, side};
}

void Spinner::showEvent(QShowEvent *)
{
    longestPause_ = Ns(0);
    ticks_ = 0;
    sinceTick_.start();
    timer_.start(tickLength, Qt::PreciseTimer, this);
}

void Spinner::hideEvent(QHideEvent *)
{
    timer_.stop();
}

void Spinner::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != timer_.timerId())
        return QWidget::timerEvent(event);
    longestPause_ = std::max(longestPause_, Ns(sinceTick_.nsecsElapsed()));
    sinceTick_.start();
    ++ticks_;
    if (!motionReduced() || ticks_ % ticksPerStep == 0)
        update();
}

void Spinner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double stroke = width() / 7.5;
    const QRectF ring = QRectF(rect()).adjusted(stroke, stroke, -stroke, -stroke);
    painter.setPen(QPen(theme_->border, stroke));
    painter.drawEllipse(ring);
    painter.setPen(QPen(theme_->accent, stroke, Qt::SolidLine, Qt::RoundCap));
    const double turned = motionReduced() ? 90.0 * (ticks_ / ticksPerStep % 4) : 360.0 * (ticks_ % ticksPerRound) / ticksPerRound;
    painter.drawArc(
        ring, static_cast<int>((90.0 - turned) * sixteenthsPerDegree), static_cast<int>(-arcLength * sixteenthsPerDegree));
}

} // namespace awaitscope
