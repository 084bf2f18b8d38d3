// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/chart_layout.h"
#include "widgets/timeline/text.h"

#include <algorithm>

namespace awaitscope::test {

/// What is wrong with the strips under the lanes.
inline QString faultOfStrips(const ChartLayout &layout)
{
    for (const StripShape &strip : layout.strips) {
        for (std::size_t i = 0; i < strip.labels.size(); ++i) {
            const QRectF box = strip.labels[i].box();
            const QString told = QStringLiteral("“%1” in a strip").arg(strip.labels[i].text);
            if (!strip.rect.contains(box) || box.left() < layout.clipLeft || box.right() > layout.right)
                return told + QStringLiteral(" leaves it");
            for (std::size_t j = 0; j < i; ++j) {
                if (box.intersects(strip.labels[j].box()))
                    return told + QStringLiteral(" meets ") + strip.labels[j].text;
            }
            for (const StripBarShape &bar : strip.bars) {
                if (box.intersects(bar.rect) && (box.left() < bar.rect.left() || box.right() > bar.rect.right()))
                    return told + QStringLiteral(" breaks a bar");
            }
        }
        for (const TextShape &note : strip.notes) {
            if (note.box().intersects(strip.name.box()) || note.box().right() > layout.clipLeft)
                return QStringLiteral("“%1” leaves its column").arg(note.text);
        }
    }
    for (const CascadeShape &cascade : layout.cascades) {
        for (const CascadeShape::Step &step : cascade.steps) {
            for (const TextShape &text : step.texts) {
                if (!text.text.isEmpty() && !cascade.frame.contains(text.box()))
                    return QStringLiteral("“%1” leaves the enlarged strip").arg(text.text);
            }
        }
    }
    return {};
}

/// What is wrong with a layout; empty for a good one.
inline QString faultOf(const ChartLayout &layout)
{
    const auto told = [](const TextShape &text) { return QStringLiteral("“%1” at %2").arg(text.text).arg(text.at.x()); };
    std::vector<TextShape> texts = layout.labels;
    for (const SavingShape &saving : layout.savings)
        texts.insert(texts.end(), saving.texts.begin(), saving.texts.end());
    for (const DifferenceShape &difference : layout.differences)
        texts.insert(texts.end(), difference.texts.begin(), difference.texts.end());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        const QRectF box = texts[i].box();
        if (box.left() < layout.clipLeft || box.right() > layout.right)
            return told(texts[i]) + QStringLiteral(" leaves the chart");
        if (texts[i].text.contains(u'…') && std::ranges::any_of(texts[i].text, [](QChar c) { return c.isDigit(); }))
            return told(texts[i]) + QStringLiteral(" hides digits");
        for (std::size_t j = 0; j < i; ++j) {
            if (box.intersects(texts[j].box()))
                return told(texts[i]) + QStringLiteral(" meets ") + told(texts[j]);
        }
        for (const EndShape &end : layout.ends) {
            if (box.intersects(end.badgeBox()) || box.intersects(end.numberBox()) || box.intersects(end.lineBox()))
                return told(texts[i]) + QStringLiteral(" meets an end mark");
        }
        for (const FlagShape &flag : layout.flags) {
            if (box.intersects(flag.mark))
                return told(texts[i]) + QStringLiteral(" meets a flag");
            const QRectF budget(flag.budgetFrom, flag.mark.center().y() - 1, flag.budgetTo - flag.budgetFrom, 2);
            if (flag.budgetTo > flag.budgetFrom && box.intersects(budget))
                return told(texts[i]) + QStringLiteral(" meets the line of a budget");
        }
        for (const BarShape &bar : layout.bars) {
            if (bar.tick() && box.intersects(bar.rect))
                return told(texts[i]) + QStringLiteral(" meets a tick");
            // A label lies on one bar as a whole, or on none.
            if (!bar.tick() && box.intersects(bar.rect) && (box.left() < bar.rect.left() || box.right() > bar.rect.right()))
                return told(texts[i]) + QStringLiteral(" breaks a bar");
        }
    }
    for (const EndShape &end : layout.ends) {
        if (end.badgeBox().left() < layout.clipLeft - 30 || end.badgeBox().right() > layout.right)
            return QStringLiteral("a badge leaves the chart");
    }
    for (const HeaderShape &header : layout.headers) {
        std::vector<TextShape> all = header.title;
        all.insert(all.end(), header.facts.begin(), header.facts.end());
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!header.rect.contains(all[i].box()))
                return told(all[i]) + QStringLiteral(" leaves its header");
            for (std::size_t j = 0; j < i; ++j) {
                if (all[i].box().intersects(all[j].box()))
                    return told(all[i]) + QStringLiteral(" meets ") + told(all[j]);
            }
        }
    }
    for (const RowShape &row : layout.rows) {
        if (row.name.box().right() > layout.clipLeft || row.note.box().right() > layout.clipLeft
            || row.name.box().intersects(row.note.box()))
            return told(row.name) + QStringLiteral(" leaves its column");
    }
    return faultOfStrips(layout);
}

inline ChartRequest wide(double width)
{
    ChartRequest request;
    request.width = width;
    return request;
}

} // namespace awaitscope::test
