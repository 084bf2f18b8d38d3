// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/result.h"

#include <QByteArray>

namespace awaitscope {

/// Whether a file can be written where it is asked for, before anything is: its folder exists and may be written to,
/// the file is not there yet or is a regular one. Nothing is created. `option` is named in the problem.
Result<Done> checkTarget(const QString &option, const QString &file);

/// Writes a file so that it appears whole or not at all; a regular file is replaced, a link or a folder refused.
Result<Done> writeWhole(const QString &option, const QString &file, const QByteArray &bytes);

} // namespace awaitscope
