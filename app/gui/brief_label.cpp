// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/brief_label.h"

#include <QPainter>
#include <QStyle>

#include <algorithm>

namespace awaitscope {

void BriefLabel::setBrief(const QString &brief)
{
    brief_ = brief;
    updateGeometry();
    update();
}

QSize BriefLabel::minimumSizeHint() const
{
    const QSize whole = QLabel::minimumSizeHint();
    const int spared = fontMetrics().horizontalAdvance(text()) - fontMetrics().horizontalAdvance(brief_);
    return {std::max(0, whole.width() - std::max(0, spared)), whole.height()};
}

void BriefLabel::paintEvent(QPaintEvent *event)
{
    if (contentsRect().width() >= fontMetrics().horizontalAdvance(text())) {
        QLabel::paintEvent(event);
        return;
    }
    QPainter painter(this);
    style()->drawItemText(
        &painter, contentsRect(), static_cast<int>(alignment()), palette(), isEnabled(), brief_, foregroundRole());
}

} // namespace awaitscope
