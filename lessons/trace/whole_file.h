// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/result.h"

#include <QByteArray>

namespace awaitscope {

/// Writes a file so that it appears whole or not at all. A regular file is replaced; a link, a folder and a device are refused. The
/// problem's sentence goes on after the file's name and a colon. May be called on any thread.
Result<Done> writeWholeFile(const QString &file, const QByteArray &bytes);

} // namespace awaitscope
