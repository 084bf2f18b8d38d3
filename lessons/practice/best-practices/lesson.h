// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"

namespace awaitscope::lesson_best_practices {

/// What became of the rule on type hints: in how many ways the compiler of this program took a task for its result. It holds where
/// in none.
Verdict refusedByTheCompiler();

} // namespace awaitscope::lesson_best_practices
