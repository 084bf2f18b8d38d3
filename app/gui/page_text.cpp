// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/page_text.h"

#include <QLabel>
#include <QLayout>
#include <QStyle>

namespace awaitscope {

QLabel *wrapped(const QString &text, const char *kind)
{
    auto *label = new QLabel(text);
    label->setWordWrap(true);
    label->setProperty("kind", QLatin1String(kind));
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

void deleteAll(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QLayout *inner = item->layout())
            deleteAll(inner);
        if (QWidget *widget = item->widget()) {
            QWidget *focused = widget->window()->focusWidget();
            if (focused && (focused == widget || widget->isAncestorOf(focused)))
                widget->window()->setFocus(Qt::OtherFocusReason);
            widget->setObjectName({});
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
}

void restyle(QWidget *widget)
{
    widget->style()->unpolish(widget);
    widget->style()->polish(widget);
}

} // namespace awaitscope
