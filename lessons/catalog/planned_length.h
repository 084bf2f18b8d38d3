// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"

#include <optional>

namespace awaitscope {

/// All that the parameters let a run of these variants wait for, one after another: the longest that it is likely to take. Of
/// variants that are borrowed, the lender's parameters count. With `before`, only what has become longer since.
Ns plannedLength(
    const Lesson &lesson, const QStringList &variants, const ParameterSet &parameters, const ParameterSet *before = nullptr);

/// The length of an axis on which a question to draw can be answered too long as well: what it names as given, and half of that.
/// Nothing where it is no question to draw, or names no time.
std::optional<Ns> roomToDraw(const LessonQuestion &question, const ParameterSet &parameters);

} // namespace awaitscope
