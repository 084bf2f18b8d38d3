// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

namespace awaitscope::cut {

/// C++ source in which only code is left: comments, preprocessor lines and what stands inside literals are blanks.
/// Line ends and positions are those of the source.
struct MaskedSource
{
    QString text;
    /// For each line: true where it begins inside a block comment or a raw string.
    std::vector<bool> beginsInside;
};

/// Knows line and block comments, plain, prefixed and raw strings, characters, digit separators and preprocessor lines.
MaskedSource maskSource(const QString &source);

} // namespace awaitscope::cut
