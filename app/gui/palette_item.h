// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/text_match.h"

#include <QVector>

#include <functional>

namespace awaitscope {

/// What the palette finds; groups with equally good items stand in this order, texts always last.
enum class PaletteGroup { Recent, Lessons, Actions, Parameters, Runs, Files, Texts };

/// Something that the palette offers.
struct PaletteItem
{
    PaletteGroup group = PaletteGroup::Actions;
    QString title; ///< in composed form, see composed()
    TextMatch match; ///< against the title; its rank orders the items of a group
    QString detail; ///< what tells it from others of that title; may be empty
    QString keys; ///< how it is reached without the palette; may be empty
    bool detailBelow = false; ///< the detail has a line of its own
    /// Called when the palette has closed and given the focus back.
    std::function<void()> choose;
};

/// A kind of thing that the palette can find. Lives as long as the palette, and is asked on its thread.
class PaletteSource
{
public:
    virtual ~PaletteSource() = default;

    /// What fits, best first; at each key, so within 2 ms. The query is as typed, without spaces around it; an empty one asks
    /// for what is worth offering before anything is typed, which may be nothing.
    virtual QVector<PaletteItem> items(const QString &query) = 0;
};

} // namespace awaitscope
