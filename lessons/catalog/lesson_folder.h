// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"

namespace awaitscope {

/// What the build makes out of a lesson's folder.
struct LessonFolder
{
    const char *id;
    LessonGroup group;
    LessonDefinition (*define)();
    const char *markdown; ///< UTF-8; the build has seen it parse
    SourceMap (*source)();
    std::vector<std::pair<const char *, const char *>> translations = {}; ///< language, Markdown that fits the English one
};

/// All folders of lessons, in order of their paths. The function is generated.
std::vector<LessonFolder> lessonFolders();

/// The lesson of a folder. Throws std::logic_error where definition and text do not name the same parameters,
/// variants and claims: a mistake of the lesson's author.
Lesson makeLesson(const LessonFolder &folder);

} // namespace awaitscope
