// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/log/log_view.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <algorithm>
#include <array>

namespace awaitscope {

namespace {

/// Paints the marked line, and around the one that the keyboard is on.
class LineDelegate : public QStyledItemDelegate
{
public:
    explicit LineDelegate(LogView *view) : QStyledItemDelegate(view), view_(*view) { }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        // A column keeps a distance from the next one, a line from the one below it.
        const int letter = QFontMetrics(index.data(Qt::FontRole).value<QFont>()).averageCharWidth();
        const bool gap = index.column() != LogModel::Text;
        return QStyledItemDelegate::sizeHint(option, index) + QSize(gap ? letter : 0, letter / 2);
    }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        if (index.data(LogModel::MarkedRole).toBool())
            painter->fillRect(option.rect, view_.colors().selection);
        QStyleOptionViewItem plain = option;
        plain.state &= ~(QStyle::State_HasFocus | QStyle::State_Selected);
        QStyledItemDelegate::paint(painter, plain, index);
        if (!view_.hasFocus() || index.row() != view_.currentIndex().row())
            return;
        painter->setPen(view_.colors().accent);
        const bool last = index.column() == LogModel::columns - 1;
        const QRect box = option.rect.adjusted(0, 0, last ? -1 : 0, -1);
        painter->drawLine(box.topLeft(), box.topRight());
        painter->drawLine(box.bottomLeft(), box.bottomRight());
        if (index.column() == 0)
            painter->drawLine(box.topLeft(), box.bottomLeft());
        if (last)
            painter->drawLine(box.topRight(), box.bottomRight());
    }

private:
    const LogView &view_;
};

} // namespace

LogView::LogView(QWidget *parent) : QTableView(parent), theme_(&theme(ThemeKind::Light))
{
    setModel(&model_);
    setItemDelegate(new LineDelegate(this));
    setObjectName(QStringLiteral("log"));
    setAccessibleName(tr("Log of the run"));
    setAccessibleDescription(tr("Up and down go from line to line, Enter moves the playhead to it."));
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setSelectionMode(QAbstractItemView::NoSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setFocusPolicy(Qt::StrongFocus);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setCursor(Qt::PointingHandCursor);
    setMinimumHeight(40);
    horizontalHeader()->hide();
    horizontalHeader()->setMinimumSectionSize(8);
    horizontalHeader()->setStretchLastSection(true);
    verticalHeader()->hide();
    verticalHeader()->setMinimumSectionSize(8);
    connect(this, &QAbstractItemView::clicked, this, &LogView::choose);
}

void LogView::setRows(std::vector<LogRow> rows)
{
    const std::size_t before = model_.rows().size();
    model_.setRows(std::move(rows));
    fitRows();
    if (before > 0 && model_.rows().size() > before)
        scrollToBottom();
}

void LogView::setTheme(const Theme &theme)
{
    theme_ = &theme;
    model_.setTheme(theme);
    viewport()->update();
}

void LogView::setTextSize(double pixels)
{
    model_.setTextSize(pixels);
    fitRows();
}

void LogView::choose(const QModelIndex &index)
{
    const auto row = static_cast<std::size_t>(index.row());
    if (index.isValid() && row < model_.rows().size())
        Q_EMIT lineChosen(model_.rows()[row].time);
}

void LogView::keyPressEvent(QKeyEvent *event)
{
    constexpr std::array moves{Qt::Key_Up, Qt::Key_Down, Qt::Key_PageUp, Qt::Key_PageDown};
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!currentIndex().isValid())
        setCurrentIndex(model_.index(0, LogModel::Text));
    if (enter && event->modifiers() == Qt::NoModifier)
        choose(currentIndex());
    else if (std::ranges::count(moves, event->key()) > 0 && event->modifiers() == Qt::NoModifier)
        QTableView::keyPressEvent(event);
    else
        event->ignore(); // a key of the page
    viewport()->update();
}

void LogView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    fitRows();
}

void LogView::focusInEvent(QFocusEvent *event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid() && model_.rowCount() > 0)
        setCurrentIndex(model_.index(0, LogModel::Text));
    viewport()->update();
}

void LogView::focusOutEvent(QFocusEvent *event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void LogView::fitRows()
{
    for (int column = 0; column < LogModel::Text; ++column)
        resizeColumnToContents(column);
    resizeRowsToContents();
}

} // namespace awaitscope
