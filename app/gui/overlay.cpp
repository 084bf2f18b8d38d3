// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/overlay.h"

#include "widgets/theme/theme.h"

#include <QApplication>
#include <QFrame>
#include <QKeyEvent>
#include <QPainter>
#include <QWheelEvent>

namespace awaitscope {

namespace {

constexpr int shadowDepth = 14; // px
constexpr int panelRadius = 10; // px, as in the style sheet

} // namespace

Overlay::Overlay(QWidget *window) : QWidget(window), panel_(new QFrame(this)), theme_(&theme(ThemeKind::Light))
{
    setObjectName(QStringLiteral("overlay"));
    panel_->setObjectName(QStringLiteral("overlayPanel"));
    hide();
}

Overlay::~Overlay()
{
    qApp->removeEventFilter(this);
}

void Overlay::open()
{
    if (isOpen())
        return;
    before_ = window()->focusWidget();
    prepare();
    qApp->installEventFilter(this);
    place();
    show();
    place(); // now that the style sheet has given all their sizes
    raise();
    if (QWidget *target = focusTarget())
        target->setFocus(Qt::PopupFocusReason);
}

void Overlay::dismiss()
{
    if (!isOpen())
        return;
    qApp->removeEventFilter(this);
    QWidget *back = before_ && before_->isVisible() ? before_.data() : parentWidget();
    back->setFocus(Qt::PopupFocusReason);
    hide();
    Q_EMIT dismissed();
}

void Overlay::place()
{
    setGeometry(parentWidget()->rect());
    panel_->setGeometry(panelPlace());
    update();
}

bool Overlay::isInside(QObject *object) const
{
    return object->isWidgetType() && (object == this || isAncestorOf(static_cast<QWidget *>(object)));
}

bool Overlay::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize)
        place();
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || !watched->isWidgetType() || static_cast<QWidget *>(watched)->window() != window())
        return QWidget::eventFilter(watched, event);
    auto *key = static_cast<QKeyEvent *>(event);
    if (event->type() == QEvent::ShortcutOverride) { // none of the window's own keys
        key->accept();
        return true;
    }
    if (!isInside(watched)) // the focus has left: it comes back with the next key
        focusTarget()->setFocus(Qt::PopupFocusReason);
    else if (watched != window()->focusWidget())
        return false; // on its way up from a widget that had no use for it
    if (key->key() == Qt::Key_Escape)
        dismiss();
    else if (key->key() == Qt::Key_Tab || key->key() == Qt::Key_Backtab)
        moveFocus(key->key() == Qt::Key_Tab);
    else
        return takeKey(*key);
    return true;
}

void Overlay::moveFocus(bool forward)
{
    QWidgetList stops;
    for (QWidget *widget : panel_->findChildren<QWidget *>()) {
        if ((widget->focusPolicy() & Qt::TabFocus) && widget->isVisible() && widget->isEnabled())
            stops.append(widget);
    }
    if (stops.isEmpty())
        return;
    const qsizetype here = stops.indexOf(window()->focusWidget());
    const qsizetype next = forward ? here + 1 : here <= 0 ? stops.size() - 1 : here - 1;
    stops[next % stops.size()]->setFocus(forward ? Qt::TabFocusReason : Qt::BacktabFocusReason);
}

void Overlay::setTheme(const Theme &theme)
{
    theme_ = &theme;
    update();
}

void Overlay::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), theme_->scrim);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme_->shadow);
    for (int depth = shadowDepth; depth > 0; depth -= 2) {
        const QRect around = panel_->geometry().adjusted(-depth, -depth / 2, depth, depth + 4);
        painter.drawRoundedRect(around, panelRadius + depth, panelRadius + depth);
    }
}

void Overlay::mousePressEvent(QMouseEvent *event)
{
    if (!panel_->geometry().contains(event->pos()))
        dismiss();
}

void Overlay::wheelEvent(QWheelEvent *event)
{
    event->accept(); // nothing below scrolls
}

} // namespace awaitscope
