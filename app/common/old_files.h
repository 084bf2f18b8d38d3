// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace awaitscope {

/// Until version 0.1, settings and what the window remembers stood in one file, `old`. Where there is one, its content becomes
/// `settings` and `memory`; a file that is there already stays as it is. `old` goes when both are there. Each file appears whole
/// or not at all; may be broken off, repeated, and done by several processes at once. False where `old` is still what counts,
/// since the new files cannot be made.
bool splitOldWindowFile(const QString &old, const QString &settings, const QString &memory);

} // namespace awaitscope
