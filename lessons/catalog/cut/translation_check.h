// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson_text.h"

#include <optional>

namespace awaitscope::cut {

/// What is wrong with a lesson's text in another language: it does not parse, or it does not name the same things as the English
/// one, in the same number and order where that matters. Nothing where it fits. The place is "line N".
std::optional<Problem> translationProblem(const QString &markdown, const LessonText &english);

} // namespace awaitscope::cut
