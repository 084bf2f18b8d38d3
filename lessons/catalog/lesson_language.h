// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson_text.h"

#include <functional>

namespace awaitscope {

/// The language of the lessons' texts, such as "de"; empty: English. A lesson that has no text in it keeps its English one.
/// `reword`, where there is one, is given each text that readers see. Call it before the first lessons().
void setLessonLanguage(const QString &code, std::function<QString(const QString &)> reword = {});
QString lessonLanguage();

/// Gives each text of the lesson that readers see to what setLessonLanguage() was told; code and ids stay.
void reword(LessonText &text);

} // namespace awaitscope
