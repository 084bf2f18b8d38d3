// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/result.h"

namespace awaitscope {

/// Of the tables and rows that writeLessonDatabase() makes: goes up with each change of them.
inline constexpr int lessonDatabaseVersion = 1;
inline constexpr int lessonUsers = 10'000;

/// Writes the database that lessonDatabase() describes to a file that does not exist yet. Blocks.
Result<Done> writeLessonDatabase(const QString &path, int rows);

} // namespace awaitscope
