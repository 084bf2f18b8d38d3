// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/palette_item.h"

#include <QAbstractListModel>

namespace awaitscope {

/// What the palette has found, a row an item, below a row with the title of its group.
class PaletteModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { HeadingRole = Qt::UserRole + 1 };

    explicit PaletteModel(QObject *parent = nullptr);

    /// Groups the items, best group first; texts stand last, recent ones first. Keeps the best of each group where there are very many.
    void setItems(QVector<PaletteItem> items);
    /// The item of a row, or null for a heading.
    const PaletteItem *item(int row) const;
    /// How many items are shown, without headings.
    int count() const { return count_; }
    /// The nearest row with an item at `row` or beyond it in a direction, 1 or -1; -1 where there is none.
    int itemFrom(int row, int direction) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row
    {
        bool heading = false;
        PaletteItem item; ///< of a heading, only its group and title count
    };

    std::vector<Row> rows_;
    int count_ = 0;
};

/// The group's title for a reader.
QString paletteGroupTitle(PaletteGroup group);

} // namespace awaitscope
