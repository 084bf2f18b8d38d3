// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/source_map.h"

#include <QByteArray>
#include <QMap>

namespace awaitscope::cut {

/// The lesson's text by languages other than English, such as "de".
using Translations = QMap<QString, QString>;

/// C++ source that holds a lesson: its text, its source map, and the call of its define(). It defines the function
/// `awaitscope::lessonFolder_<id>()`, with _ for each - of the id. `group` is "patterns", "pitfalls" or "practice".
QByteArray generateLesson(const QString &id, const QString &group, const QString &markdown, const SourceMap &map,
    const Translations &translations = {});

} // namespace awaitscope::cut
