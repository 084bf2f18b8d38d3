// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/flow_layout.h"

#include <QStyle>
#include <QWidget>

#include <algorithm>

namespace awaitscope {

namespace {

int heightAt(const QLayoutItem &item, int width)
{
    return item.hasHeightForWidth() ? item.heightForWidth(width) : item.sizeHint().height();
}

} // namespace

FlowLayout::FlowLayout(int gapX, int gapY, int columnWidth) : gapX_(gapX), gapY_(gapY), columnWidth_(columnWidth)
{
    setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout()
{
    for (QLayoutItem *item : items_)
        delete item;
}

void FlowLayout::clear()
{
    while (QLayoutItem *item = takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater();
        }
        delete item;
    }
    invalidate();
}

void FlowLayout::addItem(QLayoutItem *item)
{
    items_.push_back(item);
    invalidate();
}

QLayoutItem *FlowLayout::itemAt(int index) const
{
    return index >= 0 && index < count() ? items_[static_cast<std::size_t>(index)] : nullptr;
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    QLayoutItem *item = itemAt(index);
    if (item)
        items_.erase(items_.begin() + index);
    return item;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const
{
    QSize size;
    for (const QLayoutItem *item : items_)
        size = size.expandedTo(item->minimumSize());
    return size;
}

QSize FlowLayout::sizeHint() const
{
    return {minimumSize().width(), heightForWidth(std::max(geometry().width(), minimumSize().width()))};
}

QRect FlowLayout::placed(const QRect &rect, const QRect &area) const
{
    return QStyle::visualRect(parentWidget() ? parentWidget()->layoutDirection() : Qt::LeftToRight, area, rect);
}

void FlowLayout::setGeometry(const QRect &area)
{
    QLayout::setGeometry(area);
    arrange(area, true);
}

int FlowLayout::arrange(const QRect &area, bool apply) const
{
    if (columnWidth_ > 0)
        return arrangeColumns(area, apply);
    int x = area.x(), y = area.y(), lineHeight = 0;
    std::vector<std::pair<QLayoutItem *, QRect>> line;
    const auto flush = [&] {
        for (auto &[item, rect] : line) {
            if (apply)
                item->setGeometry(placed(rect.translated(0, (lineHeight - rect.height()) / 2), area));
        }
        line.clear();
    };
    for (QLayoutItem *item : items_) {
        if (item->isEmpty())
            continue;
        const QSize size(std::min(item->sizeHint().width(), area.width()), item->sizeHint().height());
        if (x > area.x() && x + size.width() > area.x() + area.width()) {
            flush();
            x = area.x();
            y += lineHeight + gapY_;
            lineHeight = 0;
        }
        line.emplace_back(item, QRect(QPoint(x, y), size));
        x += size.width() + gapX_;
        lineHeight = std::max(lineHeight, size.height());
    }
    flush();
    return y + lineHeight - area.y();
}

/// Each as wide as it must be and the room that is left shared alike; nothing where they do not fit.
std::optional<int> FlowLayout::arrangeInOneLine(const QRect &area, bool apply) const
{
    std::vector<std::pair<QLayoutItem *, int>> needs;
    int spare = area.width() + gapX_;
    for (QLayoutItem *item : items_) {
        if (item->isEmpty())
            continue;
        needs.emplace_back(item, std::max(item->minimumSize().width(), columnWidth_ * 3 / 5));
        spare -= needs.back().second + gapX_;
    }
    if (spare < 0 || needs.empty())
        return {};
    int x = area.x(), height = 0;
    for (auto left = static_cast<int>(needs.size()); const auto &[item, least] : needs) {
        const int share = spare / left--, width = least + share;
        const int own = heightAt(*item, width);
        if (apply)
            item->setGeometry(placed(QRect(x, area.y(), width, own), area));
        spare -= share;
        x += width + gapX_;
        height = std::max(height, own);
    }
    return height;
}

int FlowLayout::arrangeColumns(const QRect &area, bool apply) const
{
    const int total = static_cast<int>(std::count_if(items_.begin(), items_.end(), [](auto *item) { return !item->isEmpty(); }));
    int least = columnWidth_;
    for (const QLayoutItem *item : items_)
        least = item->isEmpty() ? least : std::max(least, item->minimumSize().width());
    const int fitting = std::clamp((area.width() + gapX_) / (least + gapX_), 1, std::max(1, total));
    const auto oneLine = fitting < total ? arrangeInOneLine(area, apply) : std::nullopt;
    if (oneLine)
        return *oneLine;
    const int width = (area.width() - (fitting - 1) * gapX_) / fitting;
    int column = 0, y = area.y(), lineHeight = 0;
    for (QLayoutItem *item : items_) {
        if (item->isEmpty())
            continue;
        if (column == fitting) {
            column = 0;
            y += lineHeight + gapY_;
            lineHeight = 0;
        }
        const int height = heightAt(*item, width);
        if (apply)
            item->setGeometry(placed(QRect(area.x() + column * (width + gapX_), y, width, height), area));
        lineHeight = std::max(lineHeight, height);
        ++column;
    }
    return y + lineHeight - area.y();
}

} // namespace awaitscope
