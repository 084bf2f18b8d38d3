// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"

namespace awaitscope {

/// The version that this program writes. It stands in the file as SQLite's user_version.
constexpr int newestSchema = 2;

/// The version of a file; 0 for one without tables. Throws DatabaseError, with DatabaseFault::Damaged for a file of another program.
int schemaOf(Database &database);

/// Brings the tables from the version that they have to a later one, step by step, all or nothing. Two programs may try at once.
void migrate(Database &database, int to = newestSchema);

/// Throws DatabaseError with DatabaseFault::Damaged where the tables are not those of their version, or SQLite finds the file broken.
/// Takes as long as reading the file does.
void checkSound(Database &database, int version);

} // namespace awaitscope
