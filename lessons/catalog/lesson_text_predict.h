// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson_text.h"
#include "lessons/catalog/lesson_text_lines.h"

namespace awaitscope::detail {

/// The most answers or items that a question has: each has a digit as its key.
inline constexpr std::size_t mostAnswers = 9;

/// Reads the section of the question. `variants` are those of the lesson, by id. Throws TextError.
LessonQuestion readQuestion(const TextLine &heading, std::vector<TextLine> lines, const QHash<QString, QString> &variants);

} // namespace awaitscope::detail
