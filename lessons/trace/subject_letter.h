// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstddef>

namespace awaitscope {

/// How the subject at that position, from 0, is called: "A" to "Z", and then from "A" again. All that speaks of the variants of a run
/// names them by it.
inline QString subjectLetter(std::size_t position)
{
    return QString(QChar(static_cast<char16_t>(u'A' + position % 26)));
}

} // namespace awaitscope
