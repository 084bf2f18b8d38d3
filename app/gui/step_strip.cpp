// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/step_strip.h"

#include "app/gui/step_button.h"

#include <QEvent>
#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace awaitscope {

namespace {

constexpr int gap = 8; // px between two steps, for the line that joins them

} // namespace

StepStrip::StepStrip(QWidget *parent) : QWidget(parent), buttons_{}, theme_(&theme(ThemeKind::Light))
{
    setObjectName(QStringLiteral("steps"));
    setAccessibleName(tr("Steps of the lesson"));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    for (const LessonStep step : lessonSteps) {
        auto *button = new StepButton(step, this);
        buttons_[static_cast<std::size_t>(step)] = button;
        connect(button, &StepButton::clicked, this, [this, step] { Q_EMIT stepWanted(step); });
    }
}

void StepStrip::setTheme(const Theme &theme)
{
    theme_ = &theme;
    for (StepButton *button : buttons_)
        button->setTheme(theme);
    update();
}

void StepStrip::setAtEnd(bool atEnd)
{
    atEnd_ = atEnd;
    place();
}

void StepStrip::setSteps(const StepsDone &done, std::optional<LessonStep> current)
{
    for (StepButton *button : buttons_)
        button->setState(done.contains(button->step()), button->step() == current);
    place();
}

int StepStrip::widthWith(Names names) const
{
    int width = gap * (stepCount - 1), longest = 0;
    for (const StepButton *button : buttons_) {
        width += button->widthWith(names == Names::All);
        longest = std::max(longest, button->widthWith(true) - button->widthWith(false));
    }
    return width + (names == Names::Current ? longest : 0);
}

QSize StepStrip::sizeHint() const
{
    return {widthWith(Names::All), buttons_.front()->sizeHint().height()};
}

QSize StepStrip::minimumSizeHint() const
{
    return {widthWith(Names::None), buttons_.front()->sizeHint().height()};
}

void StepStrip::place()
{
    const Names names = width() >= widthWith(Names::All) ? Names::All
        : width() >= widthWith(Names::Current)           ? Names::Current
                                                         : Names::None;
    int total = gap * (stepCount - 1);
    for (StepButton *button : buttons_) {
        button->setNamed(names == Names::All || (names == Names::Current && button->isCurrent()));
        total += button->sizeHint().width();
    }
    int x = atEnd_ ? width() - total : 0;
    for (StepButton *button : buttons_) {
        const QSize size = button->sizeHint();
        button->setGeometry(
            QStyle::visualRect(layoutDirection(), rect(), QRect(x, (height() - size.height()) / 2, size.width(), size.height())));
        x += size.width() + gap;
    }
    update();
}

void StepStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place();
}

void StepStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(QPen(theme_->border, 1));
    for (std::size_t i = 1; i < buttons_.size(); ++i) {
        const QRect one = buttons_[i - 1]->geometry(), other = buttons_[i]->geometry();
        const int y = height() / 2, from = std::min(one.right(), other.right()) + 2, to = std::max(one.left(), other.left()) - 2;
        painter.drawLine(from, y, to, y);
    }
}

void StepStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::LayoutDirectionChange
        || event->type() == QEvent::StyleChange) {
        updateGeometry();
        place();
    }
}

} // namespace awaitscope
