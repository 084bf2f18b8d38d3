// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace awaitscope {

struct Theme;

/// Draws a lesson of the sidebar, or the title of a group.
class LessonDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// Of a lesson: its id, and how many of its steps are done.
    enum Role { IdRole = Qt::UserRole, StepsRole };

    explicit LessonDelegate(QObject *parent = nullptr);
    void setTheme(const Theme &theme) { theme_ = &theme; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// px that a title needs in a list, with its mark.
    static int widthOf(const QWidget &list, const QString &title);
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    const Theme *theme_;
};

} // namespace awaitscope
