// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/source_map.h"

#include <QByteArray>

namespace awaitscope::cut {

/// C++ source that holds a lesson: its text, its source map, and the call of its define(). It defines the function
/// `awaitscope::lessonFolder_<id>()`, with _ for each - of the id. `group` is "patterns", "pitfalls" or "practice".
QByteArray generateLesson(const QString &id, const QString &group, const QString &markdown, const SourceMap &map);

} // namespace awaitscope::cut
