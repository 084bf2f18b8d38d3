// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace awaitscope {

/// "two", "three" … up to twelve, digits beyond.
QString countWord(qsizetype count);
/// "a", "a and b", "a, b and c".
QString listed(const QStringList &items);

} // namespace awaitscope
