// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/palette_delegate.h"

#include "app/gui/palette_model.h"
#include "widgets/theme/theme.h"

#include <QPainter>
#include <QStyle>
#include <QTextCharFormat>
#include <QTextLayout>

#include <algorithm>

namespace awaitscope {

namespace {

constexpr int inset = 14, margin = 6, capPadding = 6; // px

/// As much of a long text as fits, with the first matched letters in it, and where they are then.
struct Cutting
{
    QString text;
    int shift = 0; ///< what is to be added to a place in the whole text
};

Cutting cutFor(const PaletteItem &item, const QFontMetrics &metrics, int width)
{
    if (metrics.horizontalAdvance(item.title) <= width)
        return {item.title, 0};
    const int first = item.match.letters.empty() ? 0 : item.match.letters.front().from;
    // What stands before the match gives way once the match would lie in the last third.
    if (first > 0 && metrics.horizontalAdvance(item.title.left(first)) > width * 2 / 3) {
        int from = std::max(0, first - 24);
        const int space = static_cast<int>(item.title.indexOf(u' ', from));
        from = space >= 0 && space < first ? space + 1 : from;
        const QString text = QStringLiteral("… ") + item.title.mid(from);
        return {metrics.elidedText(text, Qt::ElideRight, width), 2 - from};
    }
    return {metrics.elidedText(item.title, Qt::ElideRight, width), 0};
}

} // namespace

PaletteDelegate::PaletteDelegate(const PaletteModel &model, QObject *parent) :
    QStyledItemDelegate(parent),
    model_(model),
    theme_(&theme(ThemeKind::Light))
{
}

QSize PaletteDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int line = option.fontMetrics.height();
    const PaletteItem *item = model_.item(index.row());
    if (!item)
        return {0, line + 13};
    return {0, item->detailBelow ? line * 2 + 13 : line + 13};
}

void PaletteDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const PaletteItem *item = model_.item(index.row());
    if (!item) {
        paintHeading(*painter, option, index.data().toString());
        painter->restore();
        return;
    }
    const bool selected = option.state & QStyle::State_Selected;
    if (selected || option.state & QStyle::State_MouseOver) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(selected ? theme_->selection : theme_->hover);
        painter->drawRoundedRect(QRectF(option.rect).adjusted(margin, 1, -margin, -1), 6, 6);
    }
    QRect area = option.rect.adjusted(inset, 0, -inset, 0);
    if (!item->keys.isEmpty())
        area = paintKeys(*painter, area, option.font, item->keys, option.direction);
    QFont small = option.font;
    small.setPixelSize(std::max(12, small.pixelSize() - 1));
    const QFontMetrics metrics(small);
    const auto paintDetail = [&](const QRect &place, Qt::Alignment side) {
        painter->setFont(small);
        painter->setPen(theme_->secondary);
        painter->drawText(
            place, static_cast<int>(Qt::AlignVCenter | side), metrics.elidedText(item->detail, Qt::ElideRight, place.width()));
    };
    if (item->detailBelow) {
        const int half = area.height() / 2;
        paintTitle(*painter, area.adjusted(0, 4, 0, -half), option.font, *item, option.direction);
        paintDetail(area.adjusted(0, half, 0, -4), QStyle::visualAlignment(option.direction, Qt::AlignLeft));
    } else {
        const int title = QFontMetrics(option.font).horizontalAdvance(item->title) + 8;
        const int detail = item->detail.isEmpty() ? 0 : metrics.horizontalAdvance(item->detail) + 20;
        const int titleWidth = std::min(title, std::max(area.width() - detail, area.width() * 3 / 5));
        const QRect titleArea
            = QStyle::visualRect(option.direction, area, QRect(area.left(), area.top(), titleWidth, area.height()));
        paintTitle(*painter, titleArea, option.font, *item, option.direction);
        const QRect rest(area.left() + titleWidth + 4, area.top(), area.width() - titleWidth - 4, area.height());
        paintDetail(QStyle::visualRect(option.direction, area, rest), QStyle::visualAlignment(option.direction, Qt::AlignRight));
    }
    painter->restore();
}

void PaletteDelegate::paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QString &title) const
{
    QFont font = option.font;
    font.setPixelSize(std::max(12, font.pixelSize() - 1));
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(theme_->secondary);
    const QRect area = option.rect.adjusted(inset, 6, -inset, 0);
    painter.drawText(area, static_cast<int>(Qt::AlignVCenter | QStyle::visualAlignment(option.direction, Qt::AlignLeft)), title);
}

QRect PaletteDelegate::paintKeys(
    QPainter &painter, const QRect &area, const QFont &font, const QString &keys, Qt::LayoutDirection direction) const
{
    QFont small = font;
    small.setPixelSize(std::max(12, small.pixelSize() - 2));
    const QFontMetrics metrics(small);
    const int width = std::max(metrics.horizontalAdvance(keys) + 2 * capPadding, metrics.height() + 4);
    const int height = metrics.height() + 4;
    const QRect cap(area.right() - width + 1, area.center().y() - height / 2 + 1, width, height);
    const QRect there = QStyle::visualRect(direction, area, cap);
    painter.setPen(theme_->border);
    painter.setBrush(theme_->window);
    painter.drawRoundedRect(QRectF(there).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.setPen(theme_->secondary);
    painter.setFont(small);
    painter.drawText(there, Qt::AlignCenter, keys);
    const QRect rest(area.left(), area.top(), area.width() - width - 12, area.height());
    return QStyle::visualRect(direction, area, rest);
}

void PaletteDelegate::paintTitle(
    QPainter &painter, const QRect &area, const QFont &font, const PaletteItem &item, Qt::LayoutDirection direction) const
{
    const Cutting cut = cutFor(item, QFontMetrics(font), area.width());
    QTextLayout layout(cut.text, font);
    QList<QTextLayout::FormatRange> formats;
    for (const LetterRange &range : item.match.letters) {
        QTextLayout::FormatRange format;
        format.start = std::max(0, range.from + cut.shift);
        const int end = std::min(static_cast<int>(cut.text.size()), range.from + cut.shift + range.length);
        format.length = end - format.start;
        format.format.setForeground(theme_->accent);
        format.format.setFontUnderline(true); // colour alone tells nothing to many
        if (format.length > 0)
            formats.append(format);
    }
    layout.setFormats(formats);
    QTextOption option;
    // Code reads from left to right in every language.
    option.setTextDirection(cut.text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    option.setAlignment(QStyle::visualAlignment(direction, Qt::AlignLeft) | Qt::AlignAbsolute);
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    layout.beginLayout();
    QTextLine line = layout.createLine();
    if (line.isValid())
        line.setLineWidth(area.width());
    layout.endLayout();
    painter.setPen(theme_->text);
    layout.draw(&painter, QPointF(area.left(), area.center().y() - line.height() / 2 + 1));
}

} // namespace awaitscope
