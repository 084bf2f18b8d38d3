// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"
#include "app/store/saved_run.h"
#include "lessons/trace/result.h"

namespace awaitscope {

/// The runs in the database, for the store's thread. All throw DatabaseError; what writes needs a Transaction around it.

/// Adds a run under a uid; the number is its own for ever. `note` is the user's.
RunNumber insertRun(Database &database, const NewRun &run, const QString &uid, const QString &note = {});
/// Those that were not removed, the newest first.
std::vector<SavedRun> listRuns(Database &database, const RunFilter &filter = {});
/// One that was not removed.
Result<SavedRun> findRun(Database &database, RunNumber number);
/// The trace as it was saved; the digest is checked.
Result<QByteArray> traceOf(Database &database, RunNumber number);

Result<Done> nameRun(Database &database, RunNumber number, const QString &name);
Result<Done> noteRun(Database &database, RunNumber number, const QString &note);
/// Hides a run, for restoreRun().
Result<Done> removeRun(Database &database, RunNumber number);
Result<Done> restoreRun(Database &database, RunNumber number);
/// Deletes for good what was removed before that time.
void purgeRemoved(Database &database, const QDateTime &before);

/// How long each variant of a lesson took, over its runs, the oldest first.
std::vector<DurationPoint> durationsOf(Database &database, const QString &lesson);

/// The limits that were set, or else the default ones.
TraceLimits traceLimits(Database &database);
void setTraceLimits(Database &database, const TraceLimits &limits);
/// Deletes traces until the limits are kept; how many.
int pruneTraces(Database &database, const TraceLimits &limits);

/// True where a run passes a filter, but for `most`.
bool passes(const SavedRun &run, const RunFilter &filter);

} // namespace awaitscope
