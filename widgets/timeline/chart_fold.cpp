// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/chart_model.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

void fold(ModelGroup &group, std::size_t mostRows)
{
    const auto firstOther
        = std::ranges::find_if(group.rows, [](const ModelRow &row) { return row.kind >= ModelRow::Kind::Beats; });
    const auto tasks = static_cast<std::size_t>(firstOther - group.rows.begin());
    if (group.rows.size() <= mostRows)
        return;
    const std::size_t left = group.rows.size() + 1 - mostRows; // one lane more is for the word
    if (left >= tasks)
        return;
    ModelRow word;
    word.kind = ModelRow::Kind::Folded;
    for (auto row = firstOther - static_cast<std::ptrdiff_t>(left); row != firstOther; ++row)
        word.hidden += row->hidden + (row->kind == ModelRow::Kind::Task ? 1 : 0);
    word.name = Words::tr("and %1 more tasks").arg(word.hidden);
    word.depth = 1;
    group.rows.erase(firstOther - static_cast<std::ptrdiff_t>(left), firstOther);
    group.rows.insert(group.rows.begin() + static_cast<std::ptrdiff_t>(tasks - left), std::move(word));
}

} // namespace

ChartModel folded(ChartModel model, std::size_t mostRows)
{
    constexpr std::size_t fewest = 4;
    // The longest variants give first: all share what is there up to one common height.
    std::size_t share = mostRows;
    const auto total = [&](std::size_t most) {
        std::size_t rows = 0;
        for (const ModelGroup &group : model.groups)
            rows += std::min(group.rows.size(), most);
        return rows;
    };
    while (share > fewest && total(share) > mostRows)
        --share;
    for (ModelGroup &group : model.groups)
        fold(group, share);
    return model;
}

} // namespace awaitscope
