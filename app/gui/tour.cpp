// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/tour.h"

#include "widgets/theme/theme.h"

#include <QAccessible>
#include <QApplication>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace awaitscope {

namespace {

constexpr int gap = 18, aside = 10, pointer = 9, around = 4; // px
constexpr int letters = 46; // of average width, that a line of the text has
constexpr double radius = 10.0;

} // namespace

Tour::Tour(QWidget *window, std::vector<TourStop> stops) :
    QWidget(window),
    stops_(std::move(stops)),
    theme_(&theme(ThemeKind::Light)),
    bubble_(new QFrame(window)),
    title_(new QLabel),
    text_(new QLabel),
    count_(new QLabel),
    skip_(new QPushButton(tr("Skip the tour"))),
    back_(new QPushButton(tr("Back"))),
    next_(new QPushButton)
{
    setObjectName(QStringLiteral("tour"));
    setAttribute(Qt::WA_TransparentForMouseEvents);
    bubble_->setObjectName(QStringLiteral("tourBubble"));
    bubble_->setAccessibleName(tr("Tour"));
    title_->setProperty("kind", QStringLiteral("heading"));
    text_->setWordWrap(true);
    count_->setProperty("kind", QStringLiteral("small"));
    next_->setProperty("kind", QStringLiteral("primary"));
    skip_->setProperty("kind", QStringLiteral("link"));
    skip_->setToolTip(tr("End the tour (Escape)"));
    back_->setToolTip(tr("The stop before (Backspace)"));
    next_->setToolTip(tr("On (Enter)"));
    for (QPushButton *button : {skip_, back_, next_})
        button->setFocusPolicy(Qt::TabFocus);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(8);
    foot->addWidget(count_);
    foot->addStretch(1);
    foot->addWidget(skip_);
    foot->addWidget(back_);
    foot->addWidget(next_);
    auto *layout = new QVBoxLayout(bubble_);
    layout->setContentsMargins(18, 14, 18, 14);
    layout->setSpacing(6);
    layout->addWidget(title_);
    layout->addWidget(text_);
    layout->addSpacing(4);
    layout->addLayout(foot);
    connect(skip_, &QPushButton::clicked, this, &Tour::end);
    connect(back_, &QPushButton::clicked, this, &Tour::back);
    connect(next_, &QPushButton::clicked, this, &Tour::next);
    hide();
    bubble_->hide();
}

Tour::~Tour()
{
    qApp->removeEventFilter(this);
}

void Tour::setTheme(const Theme &theme)
{
    theme_ = &theme;
    update();
}

void Tour::start()
{
    if (stops_.empty())
        return;
    qApp->installEventFilter(this);
    QWidget::show();
    raise();
    bubble_->show();
    bubble_->raise();
    show(0);
}

void Tour::end()
{
    if (!isRunning())
        return;
    qApp->removeEventFilter(this);
    if (bubble_->isAncestorOf(window()->focusWidget()))
        parentWidget()->setFocus(Qt::OtherFocusReason);
    bubble_->hide();
    hide();
    Q_EMIT ended();
}

void Tour::next()
{
    if (stop_ + 1 < stops_.size())
        show(stop_ + 1);
    else
        end();
}

void Tour::back()
{
    if (stop_ > 0)
        show(stop_ - 1);
}

void Tour::show(std::size_t stop)
{
    stop_ = stop;
    const TourStop &shown = stops_[stop];
    title_->setText(shown.title);
    text_->setText(shown.text);
    count_->setText(tr("%1 of %2").arg(stop + 1).arg(stops_.size()));
    back_->setVisible(stop > 0);
    next_->setText(stop + 1 < stops_.size() ? tr("Next") : tr("Close the tour"));
    skip_->setVisible(stop + 1 < stops_.size());
    bubble_->setAccessibleDescription(QStringLiteral("%1. %2").arg(shown.title, shown.text));
    if (auto *page = window()->findChild<QScrollArea *>(QStringLiteral("page")); page && page->isAncestorOf(shown.target()))
        page->ensureWidgetVisible(shown.target(), 0, aside);
    place();
#if QT_CONFIG(accessibility)
    QAccessibleEvent told(bubble_, QAccessible::Alert);
    QAccessible::updateAccessibility(&told);
#endif
}

QRect Tour::pointedAt() const
{
    const QWidget *target = stops_[stop_].target();
    if (!target->isVisible())
        return {};
    const QRect seen = target->visibleRegion().boundingRect();
    return seen.isEmpty() ? QRect() : seen.translated(target->mapTo(parentWidget(), QPoint()));
}

/// Beside the target where there is room, on the side where reading goes on first; else on its lower end.
QRect Tour::bubblePlace(const QRect &target, QSize size) const
{
    const QRect whole = parentWidget()->rect().adjusted(aside, aside, -aside, -aside);
    const bool mirrored = layoutDirection() == Qt::RightToLeft;
    const int middle
        = std::clamp(target.center().y() - size.height() / 2, whole.top(), std::max(whole.top(), whole.bottom() - size.height()));
    const int left
        = std::clamp(target.center().x() - size.width() / 2, whole.left(), std::max(whole.left(), whole.right() - size.width()));
    const QRect right(QPoint(target.right() + gap, middle), size),
        leftOf(QPoint(target.left() - gap - size.width(), middle), size);
    const QRect below(QPoint(left, target.bottom() + gap), size), above(QPoint(left, target.top() - gap - size.height()), size);
    std::array places{mirrored ? leftOf : right, mirrored ? right : leftOf, below, above};
    if (stops_[stop_].below)
        std::ranges::rotate(places, places.begin() + 2);
    const auto free = std::ranges::find_if(places, [&whole](const QRect &place) { return whole.contains(place); });
    if (free != places.end() && !target.isEmpty())
        return *free;
    const int bottom
        = target.isEmpty() ? whole.center().y() + size.height() / 2 : std::min(target.bottom() - gap, whole.bottom());
    return {QPoint(left, std::max(whole.top(), bottom - size.height())), size};
}

void Tour::place()
{
    setGeometry(parentWidget()->rect());
    const int width = std::min(bubble_->fontMetrics().averageCharWidth() * letters + 36, parentWidget()->width() - 2 * aside);
    bubble_->setFixedWidth(width);
    bubble_->layout()->activate();
    const int height
        = bubble_->layout()->hasHeightForWidth() ? bubble_->layout()->totalHeightForWidth(width) : bubble_->sizeHint().height();
    bubble_->setGeometry(bubblePlace(pointedAt(), QSize(width, height)));
    update();
}

bool Tour::takeKey(int key)
{
    switch (key) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return next(), true;
    case Qt::Key_Backspace:
        return back(), true;
    case Qt::Key_Escape:
        return end(), true;
    default:
        return false;
    }
}

bool Tour::eventFilter(QObject *watched, QEvent *event)
{
    const bool moved = event->type() == QEvent::Resize || event->type() == QEvent::Move || event->type() == QEvent::Show
        || event->type() == QEvent::Hide;
    if (moved && (watched == parentWidget() || watched == stops_[stop_].target()))
        QMetaObject::invokeMethod(this, &Tour::place, Qt::QueuedConnection); // once all have their new places
    const bool isKey = event->type() == QEvent::KeyPress || event->type() == QEvent::ShortcutOverride;
    if (!isKey || !watched->isWidgetType())
        return QWidget::eventFilter(watched, event);
    // Whatever else has the focus keeps all its keys, and a button of the bubble the one that presses it.
    auto *widget = static_cast<QWidget *>(watched);
    const bool inBubble = bubble_->isAncestorOf(widget);
    if (widget != parentWidget() && !inBubble)
        return false;
    auto *key = static_cast<QKeyEvent *>(event);
    const bool ours = key->key() == Qt::Key_Escape || key->key() == Qt::Key_Backspace || key->key() == Qt::Key_Return
        || key->key() == Qt::Key_Enter;
    if (!ours || (inBubble && (key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter)))
        return false;
    if (event->type() == QEvent::ShortcutOverride) {
        key->accept();
        return true;
    }
    return takeKey(key->key());
}

void Tour::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QRect target = pointedAt().adjusted(-around, -around, around, around);
    const QRectF bubble = bubble_->geometry();
    painter.setBrush(Qt::NoBrush);
    if (!pointedAt().isEmpty()) {
        QColor glow = theme_->accent;
        glow.setAlpha(50);
        painter.setPen(QPen(glow, 7));
        painter.drawRoundedRect(target, radius, radius);
        painter.setPen(QPen(theme_->accent, 2));
        painter.drawRoundedRect(target, radius, radius);
    }
    painter.setPen(Qt::NoPen);
    painter.setBrush(theme_->shadow);
    for (int depth = 12; depth > 0; depth -= 2)
        painter.drawRoundedRect(bubble.adjusted(-depth, -depth / 2.0, depth, depth + 3), radius + depth, radius + depth);
    QPainterPath shape;
    shape.addRoundedRect(bubble, radius, radius);
    // The pointer stands on the edge that faces the target; where they overlap, there is none.
    const QRectF facing(target);
    QPolygonF tip;
    const double x = std::clamp(facing.center().x(), bubble.left() + 24, bubble.right() - 24);
    const double y = std::clamp(facing.center().y(), bubble.top() + 24, bubble.bottom() - 24);
    if (facing.right() <= bubble.left())
        tip << QPointF(bubble.left() - pointer, y) << QPointF(bubble.left() + 1, y - pointer)
            << QPointF(bubble.left() + 1, y + pointer);
    else if (facing.left() >= bubble.right())
        tip << QPointF(bubble.right() + pointer, y) << QPointF(bubble.right() - 1, y - pointer)
            << QPointF(bubble.right() - 1, y + pointer);
    else if (facing.bottom() <= bubble.top())
        tip << QPointF(x, bubble.top() - pointer) << QPointF(x - pointer, bubble.top() + 1)
            << QPointF(x + pointer, bubble.top() + 1);
    else if (facing.top() >= bubble.bottom())
        tip << QPointF(x, bubble.bottom() + pointer) << QPointF(x - pointer, bubble.bottom() - 1)
            << QPointF(x + pointer, bubble.bottom() - 1);
    if (!tip.isEmpty()) {
        QPainterPath triangle;
        triangle.addPolygon(tip);
        triangle.closeSubpath();
        shape = shape.united(triangle);
    }
    painter.setPen(QPen(theme_->accent, 1.5));
    painter.setBrush(theme_->panel);
    painter.drawPath(shape);
}

} // namespace awaitscope
