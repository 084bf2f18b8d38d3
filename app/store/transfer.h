// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/waiting_runs.h"
#include "lessons/trace/result.h"

namespace awaitscope {

class Database;

/// The file of a whole progress. Four lines of text, then the database:
///
///     awaitscope-progress 1
///     sha256 <64 hexadecimal digits, of what follows the empty line>
///     bytes <how many these are>
///     <empty>
///     <an SQLite database with the tables of schema.cpp, in any version up to this program's>

/// Writes everything of the database, where there is one, with the runs that wait for it; what was removed stays out. The file is
/// there whole or not at all; a regular file is replaced, a link or a folder refused. Throws DatabaseError for the database.
Result<Transferred> exportProgress(Database *database, const std::vector<WaitingRun> &waiting, const QString &file);

/// Adds what such a file holds: runs that the database has not under their uid or has removed, predictions of lessons without one, steps, and notes that
/// are newer. The problem says what is wrong with the file; nothing is added then. Throws DatabaseError for the database; needs a
/// Transaction around it.
Result<Transferred> importProgress(Database &database, const QString &file);

} // namespace awaitscope
