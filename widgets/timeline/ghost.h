// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/ids.h"

#include <QString>

#include <optional>

namespace awaitscope {

/// A stretch of a variant's time, from its own zero on.
struct GhostSpan
{
    Ns begin{0};
    Ns end{0};
    bool operator==(const GhostSpan &) const = default;
};

/// A bar that the reader expects, and what it came to be. It has a lane of its own below its variant's header.
struct Ghost
{
    std::size_t subject = 0; ///< whose variant it is about
    QString name; ///< what it is about: "B's answer"
    bool movesBegin = false; ///< its begin is predicted, too; else it begins at zero
    std::optional<GhostSpan> drawn; ///< as predicted; nothing: not drawn yet
    std::optional<GhostSpan> truth; ///< as it was; nothing while that is not to be known
    bool operator==(const Ghost &) const = default;
};

} // namespace awaitscope
