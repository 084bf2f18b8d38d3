// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/palette_model.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <map>

namespace awaitscope {

namespace {

constexpr int mostOfGroup = 20;

} // namespace

QString paletteGroupTitle(PaletteGroup group)
{
    const auto title = [](const char *text) { return QCoreApplication::translate("awaitscope::Palette", text); };
    switch (group) {
    case PaletteGroup::Recent:
        return title(QT_TRANSLATE_NOOP("awaitscope::Palette", "Recent lessons"));
    case PaletteGroup::Lessons:
        return title(QT_TRANSLATE_NOOP("awaitscope::Palette", "Lessons"));
    case PaletteGroup::Actions:
        return title(QT_TRANSLATE_NOOP("awaitscope::Palette", "Actions"));
    case PaletteGroup::Parameters:
        return title(QT_TRANSLATE_NOOP("awaitscope::Palette", "Settings of this lesson"));
    case PaletteGroup::Runs:
        return title(QT_TRANSLATE_NOOP("awaitscope::Palette", "Saved runs"));
    case PaletteGroup::Files:
        return title(QT_TRANSLATE_NOOP("awaitscope::Palette", "Recent files"));
    case PaletteGroup::Texts:
        return title(QT_TRANSLATE_NOOP("awaitscope::Palette", "In the lessons"));
    }
    return {};
}

PaletteModel::PaletteModel(QObject *parent) : QAbstractListModel(parent) { }

void PaletteModel::setItems(QVector<PaletteItem> items)
{
    const auto byRank = [](const PaletteItem &a, const PaletteItem &b) { return a.match.rank > b.match.rank; };
    std::ranges::stable_sort(items, byRank);
    std::map<PaletteGroup, std::vector<PaletteItem>> groups;
    for (PaletteItem &item : items) {
        auto &group = groups[item.group];
        if (group.size() < mostOfGroup)
            group.push_back(std::move(item));
    }
    std::vector<PaletteGroup> order;
    for (const auto &[group, members] : groups)
        order.push_back(group);
    const auto place = [&groups](PaletteGroup group) {
        // Within a kind of match the order of the groups stays as it is: it does not jump from key to key.
        const int kind = groups[group].front().match.rank / match_rank::letters;
        return group == PaletteGroup::Recent ? -100 : group == PaletteGroup::Texts ? 100 : -kind;
    };
    std::ranges::stable_sort(order, {}, place);

    beginResetModel();
    rows_.clear();
    count_ = 0;
    for (const PaletteGroup group : order) {
        PaletteItem heading;
        heading.group = group;
        heading.title = paletteGroupTitle(group);
        rows_.push_back({true, heading});
        for (PaletteItem &item : groups[group]) {
            rows_.push_back({false, std::move(item)});
            ++count_;
        }
    }
    endResetModel();
}

const PaletteItem *PaletteModel::item(int row) const
{
    if (row < 0 || row >= rowCount() || rows_[static_cast<std::size_t>(row)].heading)
        return nullptr;
    return &rows_[static_cast<std::size_t>(row)].item;
}

int PaletteModel::itemFrom(int row, int direction) const
{
    for (; row >= 0 && row < rowCount(); row += direction) {
        if (item(row))
            return row;
    }
    return -1;
}

int PaletteModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(rows_.size());
}

QVariant PaletteModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const Row &row = rows_[static_cast<std::size_t>(index.row())];
    const auto joined = [&row] {
        QStringList parts{row.item.title};
        for (const QString &part : {row.item.detail, row.item.keys}) {
            if (!part.isEmpty())
                parts += part;
        }
        return parts.join(QStringLiteral(", "));
    };
    switch (role) {
    case Qt::DisplayRole:
        return row.item.title;
    case Qt::AccessibleTextRole:
        return joined();
    case HeadingRole:
        return row.heading;
    default:
        return {};
    }
}

Qt::ItemFlags PaletteModel::flags(const QModelIndex &index) const
{
    return item(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
}

} // namespace awaitscope
