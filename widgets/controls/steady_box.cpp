// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/steady_box.h"

#include <QEvent>

#include <algorithm>
#include <utility>

namespace awaitscope {

SteadyBox::SteadyBox(QWidget *content, QWidget *parent) : QWidget(parent), content_(content)
{
    content_->setParent(this);
    setSizePolicy(content_->sizePolicy());
}

QSize SteadyBox::sizeHint() const
{
    return content_->sizeHint().expandedTo(content_->minimumSize());
}

QSize SteadyBox::minimumSizeHint() const
{
    // Words that wrap fit any width; how high they are then is asked for by itself.
    const QSize least = hasHeightForWidth() ? QSize(0, 0) : content_->minimumSizeHint();
    return least.expandedTo(content_->minimumSize());
}

int SteadyBox::heightForWidth(int width) const
{
    return std::max(content_->heightForWidth(width), content_->minimumHeight());
}

SteadyBox::Wish SteadyBox::wish() const
{
    return {minimumSizeHint(), hasHeightForWidth() ? QSize() : sizeHint(), hasHeightForWidth() ? heightForWidth(width()) : 0};
}

bool SteadyBox::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest) {
        const Wish now = wish();
        if (std::exchange(wish_, now) != now)
            updateGeometry();
    }
    return QWidget::event(event);
}

void SteadyBox::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    content_->setGeometry(rect());
    wish_ = wish();
}

} // namespace awaitscope
