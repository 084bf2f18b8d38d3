// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/step_button.h"

#include <QAbstractButton>
#include <QAbstractScrollArea>
#include <QLabel>
#include <QLayout>
#include <QLineEdit>
#include <QScrollBar>
#include <QTest>
#include <QTextDocument>
#include <QWidget>

namespace awaitscope::test {

/// px that the text of a label needs in its width; rich text included.
inline QSize neededBy(const QLabel &label)
{
    if (label.wordWrap())
        return {label.minimumSizeHint().width(), label.heightForWidth(label.width())};
    return label.minimumSizeHint();
}

/// px that a button's text needs beside its icon. A line break in it counts.
inline QSize neededBy(const QAbstractButton &button)
{
    if (qobject_cast<const StepButton *>(&button)) // paints its text only where it is named
        return button.sizeHint();
    const QFontMetrics metrics(button.fontMetrics());
    const QSize text = metrics.size(Qt::TextShowMnemonic, button.text());
    const int icon = button.icon().isNull() || button.text().isEmpty() ? 0 : button.iconSize().width();
    return {text.width() + icon, button.text().isEmpty() ? 0 : metrics.height()};
}

/// Where a widget is cut by one of those around it, of which none scrolls.
inline QString whoCuts(const QWidget &widget)
{
    const auto told = [](const QWidget &outer, const QRect &area) {
        return QStringLiteral(", cut by %1 “%2” of %3×%4: it is at %5, %6")
            .arg(QLatin1String(outer.metaObject()->className()), outer.objectName())
            .arg(outer.width())
            .arg(outer.height())
            .arg(area.x())
            .arg(area.y());
    };
    QRect area = widget.rect();
    for (const QWidget *inner = &widget; !inner->isWindow() && inner->parentWidget(); inner = inner->parentWidget()) {
        area.translate(inner->pos());
        const QWidget *outer = inner->parentWidget();
        if (const auto *scroll = qobject_cast<const QAbstractScrollArea *>(outer->parentWidget());
            scroll && scroll->viewport() == outer) {
            // Up and down there is always a scroll bar; to the sides only where it may show.
            const bool scrolls = scroll->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff;
            return !scrolls && (area.left() < -1 || area.right() > outer->width()) ? told(*outer, area) : QString();
        }
        if (!outer->rect().adjusted(-1, -1, 1, 1).contains(area))
            return told(*outer, area);
    }
    return {};
}

/// What of a window's texts has no room: each as "class “name” (w×h of w×h): text". Widgets that paint for themselves answer by
/// their least size.
inline QStringList cutOff(const QWidget &window)
{
    QStringList found;
    for (const QWidget *widget : window.findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->size().isEmpty())
            continue;
        QSize needed;
        QString text;
        if (const auto *label = qobject_cast<const QLabel *>(widget); label && !label->text().isEmpty()) {
            needed = neededBy(*label);
            text = label->text();
        } else if (const auto *button = qobject_cast<const QAbstractButton *>(widget)) {
            needed = neededBy(*button);
            text = button->text();
        } else if (const auto *field = qobject_cast<const QLineEdit *>(widget);
                   field && field->property("kind") == QStringLiteral("value")) {
            needed = {field->fontMetrics().horizontalAdvance(field->text()), field->fontMetrics().height()};
            text = field->text();
        } else if (QByteArray(widget->metaObject()->className()).startsWith("awaitscope::")) {
            needed = widget->minimumSizeHint();
            if (const QLayout *layout = widget->layout(); layout && layout->hasHeightForWidth())
                needed.setHeight(std::min(needed.height(), layout->minimumHeightForWidth(widget->width())));
            if (widget->minimumHeight() > 0) // whoever placed it knows better
                needed.setHeight(widget->minimumHeight());
        }
        const bool tooSmall = needed.width() > widget->width() + 1 || needed.height() > widget->height() + 1;
        const QString cut = text.isEmpty() ? QString() : whoCuts(*widget);
        if (tooSmall || !cut.isEmpty())
            found << QStringLiteral("%1 “%2” (%3×%4 of %5×%6%7): %8")
                         .arg(QLatin1String(widget->metaObject()->className()), widget->objectName())
                         .arg(widget->width())
                         .arg(widget->height())
                         .arg(needed.width())
                         .arg(needed.height())
                         .arg(cut, text.left(80));
    }
    found.removeDuplicates();
    return found;
}

/// The same once the layouts have settled, which takes some turns of the loop: at most `patience` ms for what stays cut.
inline QStringList cutOffForGood(const QWidget &window, int patience = 3000)
{
    QStringList found;
    const bool settled = QTest::qWaitFor([&] { return (found = cutOff(window)).isEmpty(); }, patience);
    return settled ? QStringList() : found;
}

} // namespace awaitscope::test
