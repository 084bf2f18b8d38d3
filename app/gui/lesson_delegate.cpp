// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/lesson_delegate.h"

#include "app/gui/lesson_steps.h"
#include "widgets/controls/icons.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QStyle>

namespace awaitscope {

namespace {

constexpr int inset = 8;

/// A ring whose left half is full.
void paintBegun(QPainter &painter, const QRect &area, const QColor &color)
{
    const double margin = area.height() * 0.24;
    const QRectF ring = QRectF(area).adjusted(margin, margin, -margin, -margin);
    painter.setPen(QPen(color, 1.3));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(ring);
    painter.setBrush(color);
    painter.drawPie(ring, 90 * 16, 180 * 16);
}

} // namespace

LessonDelegate::LessonDelegate(QObject *parent) : QStyledItemDelegate(parent), theme_(&theme(ThemeKind::Light)) { }

QSize LessonDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool header = index.data(IdRole).toString().isEmpty();
    return {0, option.fontMetrics.height() + (header ? 16 : 11)};
}

int LessonDelegate::widthOf(const QWidget &list, const QString &title)
{
    QFont font = list.font();
    font.setWeight(QFont::DemiBold);
    const QFontMetrics metrics(font);
    return metrics.horizontalAdvance(title) + metrics.height() + 2 * inset;
}

void LessonDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const bool header = index.data(IdRole).toString().isEmpty();
    const bool selected = option.state & QStyle::State_Selected;
    const bool hovered = option.state & QStyle::State_MouseOver;
    const QRectF area = QRectF(option.rect).adjusted(0, 1, 0, -1);
    QFont font = option.font;
    QColor color = theme_->text;
    if (header) {
        font.setPixelSize(font.pixelSize() - 1);
        font.setWeight(QFont::DemiBold);
        color = theme_->secondary;
    } else if (selected || hovered) {
        painter->setPen(option.state & QStyle::State_HasFocus && selected ? QPen(theme_->accent, 2) : QPen(Qt::NoPen));
        painter->setBrush(selected ? theme_->selection : theme_->hover);
        painter->drawRoundedRect(area.adjusted(1, 1, -1, -1), 6, 6);
        font.setWeight(selected ? QFont::DemiBold : QFont::Normal);
    }
    const int steps = index.data(StepsRole).toInt();
    const int side = QFontMetrics(font).height();
    const QRect place = option.rect.adjusted(inset, header ? 6 : 0, steps > 0 ? -inset - side : -inset, 0);
    const QRect text = QStyle::visualRect(option.direction, option.rect, place);
    painter->setFont(font);
    painter->setPen(color);
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeading,
        QFontMetrics(font).elidedText(index.data().toString(), Qt::ElideRight, text.width()));
    if (steps > 0) {
        const QRect mark(option.rect.right() - inset - side + 2, option.rect.center().y() - side / 2 + 1, side, side);
        const QRect placed = QStyle::visualRect(option.direction, option.rect, mark);
        if (steps == stepCount)
            glyphIcon(Glyph::Check, theme_->done).paint(painter, placed);
        else
            paintBegun(*painter, placed, theme_->deadline);
    }
    painter->restore();
}

} // namespace awaitscope
