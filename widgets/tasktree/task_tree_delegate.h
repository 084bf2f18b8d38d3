// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QStyledItemDelegate>

namespace awaitscope {

class TaskTreeView;

/// Paints the cells of a tree of tasks: states with the bars and marks of the lanes, a line below for what a collapsed row sums up.
class TaskTreeDelegate : public QStyledItemDelegate
{
public:
    explicit TaskTreeDelegate(TaskTreeView &view);

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

    /// What a state needs before its word, px.
    double glyphSpace() const;

private:
    void paintRun(QPainter &painter, const QRect &area, const QModelIndex &index) const;
    void paintName(QPainter &painter, const QRect &area, const QModelIndex &index) const;
    void paintState(QPainter &painter, const QRect &area, const QModelIndex &index) const;
    void paintText(QPainter &painter, const QRect &area, int alignment, const QString &text, const QColor &color) const;

    TaskTreeView &view_;
};

} // namespace awaitscope
