// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/result.h"

namespace awaitscope {

/// The path of an SQLite file for lessons, the same rows on every machine: `users` (id, name, email), 10,000 of them with the
/// ids from 1, and `logs` (id, timestamp, level, message), `rows` of them, 0 to 1,000,000, the ids from 1. Messages name a user,
/// as in "user 77 "; nothing is indexed but the ids. Read it only.
///
/// It is made once and kept in the user's cache; a file that is not as it was made is made again. Where the cache cannot be
/// written, the file is a temporary one of this program. Takes a second at most; done before in this run of the program, no
/// time. Thread-safe, and safe beside other processes.
Result<QString> lessonDatabase(int rows);

/// The same with a folder of one's own in place of the cache.
Result<QString> lessonDatabase(int rows, const QString &folder);

} // namespace awaitscope
