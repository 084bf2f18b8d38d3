// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace awaitscope {

class PaletteModel;
struct PaletteItem;
struct Theme;

/// Paints a row of the palette: its title with the matched letters marked, the detail, and the keys as caps.
class PaletteDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    explicit PaletteDelegate(const PaletteModel &model, QObject *parent = nullptr);

    void setTheme(const Theme &theme) { theme_ = &theme; }

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintHeading(QPainter &painter, const QStyleOptionViewItem &option, const QString &title) const;
    /// Paints the keys at the right end of the area, and gives what they leave of it.
    QRect paintKeys(
        QPainter &painter, const QRect &area, const QFont &font, const QString &keys, Qt::LayoutDirection direction) const;
    void paintTitle(
        QPainter &painter, const QRect &area, const QFont &font, const PaletteItem &item, Qt::LayoutDirection direction) const;

    const PaletteModel &model_;
    const Theme *theme_;
};

} // namespace awaitscope
