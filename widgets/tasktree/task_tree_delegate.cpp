// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tasktree/task_tree_delegate.h"

#include "widgets/tasktree/task_tree_view.h"
#include "widgets/timeline/painter_canvas.h"

#include <QPainter>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

constexpr int side = 6; // px left and right of a cell's text
constexpr int rowPad = 8;

/// The height of a line of text.
int lineHeight(const TaskTreeView &view)
{
    return view.fontMetrics().height();
}

/// Tasks of one name are told apart by the number behind it, which is never cut off.
QString shortened(const QString &name, const QFontMetrics &metrics, int width)
{
    const qsizetype space = name.lastIndexOf(u' ');
    const bool numbered = space > 0 && std::all_of(name.begin() + space + 1, name.end(), [](QChar c) { return c.isDigit(); });
    if (!numbered || metrics.horizontalAdvance(name) <= width)
        return metrics.elidedText(name, Qt::ElideRight, width);
    const QString number = name.mid(space);
    return metrics.elidedText(name.first(space), Qt::ElideRight, width - metrics.horizontalAdvance(number)) + number;
}

} // namespace

TaskTreeDelegate::TaskTreeDelegate(TaskTreeView &view) : QStyledItemDelegate(&view), view_(view) { }

double TaskTreeDelegate::glyphSpace() const
{
    return view_.textSize() / 12.0 * 22.0;
}

QSize TaskTreeDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    const int line = lineHeight(view_);
    return {0, std::max(line + rowPad, 22) + (view_.sumsUp(index) ? line + 2 : 0)};
}

void TaskTreeDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setFont(view_.font());
    // What a collapsed row sums up stands in a line of its own, which is painted with the row.
    const QRect area = option.rect.adjusted(0, 0, 0, view_.sumsUp(index) ? -lineHeight(view_) - 2 : 0);
    if (index.data(TaskTreeModel::RunRole).toBool()) {
        if (index.column() == TaskTreeModel::TaskColumn)
            paintRun(*painter, area, index);
    } else if (index.column() == TaskTreeModel::TaskColumn) {
        paintName(*painter, area, index);
    } else if (index.column() == TaskTreeModel::StateColumn) {
        paintState(*painter, area, index);
    } else {
        const QRect inner = area.adjusted(side / 2, 0, -side, 0);
        paintText(*painter, inner, Qt::AlignRight, index.data().toString(), view_.colors().text);
    }
    painter->restore();
}

void TaskTreeDelegate::paintText(
    QPainter &painter, const QRect &area, int alignment, const QString &text, const QColor &color) const
{
    painter.setPen(color);
    painter.drawText(area, Qt::AlignVCenter | alignment, painter.fontMetrics().elidedText(text, Qt::ElideRight, area.width()));
}

void TaskTreeDelegate::paintRun(QPainter &painter, const QRect &area, const QModelIndex &index) const
{
    QFont bold = view_.font();
    bold.setWeight(QFont::DemiBold);
    painter.setFont(bold);
    const QRect inner = area.adjusted(2, 0, -side, 0);
    // The counts are news; the title stands above the lanes too.
    const QString summary = index.data(TaskTreeModel::SummaryRole).toString();
    const int counts = std::min(view_.fontMetrics().horizontalAdvance(summary) + 1, inner.width() * 7 / 10);
    paintText(painter, inner.adjusted(0, 0, -counts - 12, 0), Qt::AlignLeft, index.data().toString(), view_.colors().text);
    painter.setFont(view_.font());
    paintText(painter, inner.adjusted(inner.width() - counts, 0, 0, 0), Qt::AlignRight, summary, view_.colors().secondary);
}

void TaskTreeDelegate::paintName(QPainter &painter, const QRect &area, const QModelIndex &index) const
{
    const bool button = view_.showsButton(index);
    const QRect place = view_.buttonIn(area);
    const QRect inner = area.adjusted(2, 0, button ? place.left() - area.right() - 2 : -side / 2, 0);
    const bool begun = index.data(TaskTreeModel::CueRole).isValid();
    paintText(painter, inner, Qt::AlignLeft, shortened(index.data().toString(), painter.fontMetrics(), inner.width()),
        begun ? view_.colors().text : view_.colors().secondary);
    if (!button)
        return;
    const bool hovered = view_.isButtonHovered(index);
    const CueStyle style = cueStyle(Cue::Cancelled, view_.colors());
    painter.setPen(QPen(hovered ? style.color : view_.colors().border, 1));
    painter.setBrush(hovered ? style.color : view_.colors().panel);
    painter.drawRoundedRect(QRectF(place).adjusted(0.5, 0.5, -0.5, -0.5), 5, 5);
    PainterCanvas canvas(painter, painter.device()->devicePixelRatioF(), PainterCanvas::Edges::Crisp);
    drawMark(canvas, style.mark, QRectF(place).center(), view_.textSize() / 12.0 * 6.0,
        hovered ? view_.colors().panel : style.color, hovered ? style.color : view_.colors().panel);
}

void TaskTreeDelegate::paintState(QPainter &painter, const QRect &area, const QModelIndex &index) const
{
    const QVariant value = index.data(TaskTreeModel::CueRole);
    const double scale = view_.textSize() / 12.0;
    const QRect inner = area.adjusted(side / 2, 0, -side / 2, 0);
    const Theme &colors = view_.colors();
    QColor ink = colors.secondary;
    if (value.isValid()) {
        const Cue cue = static_cast<Cue>(value.toInt());
        const CueStyle style = cueStyle(cue, colors);
        PainterCanvas canvas(painter, painter.device()->devicePixelRatioF(), PainterCanvas::Edges::Crisp);
        const QPointF center(inner.left() + 8.0 * scale, inner.top() + inner.height() / 2.0);
        if (style.height > 0.0) {
            const double height = std::max(11.0 * scale * style.height, 2.0);
            const double width = cue == Cue::Running ? 3.0 * scale : 14.0 * scale;
            drawBar(canvas, cue, {center.x() - width / 2, center.y() - height / 2, width, height}, colors);
        } else {
            drawMark(canvas, style.mark, center, 6.5 * scale, style.color, colors.panel);
        }
        ink = style.height > 0.0 ? colors.text : style.color;
    }
    const int space = static_cast<int>(std::lround(glyphSpace()));
    paintText(painter, inner.adjusted(space, 0, 0, 0), Qt::AlignLeft, index.data().toString(), ink);
}

} // namespace awaitscope
