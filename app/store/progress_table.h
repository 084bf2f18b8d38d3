// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"
#include "app/store/saved_run.h"

#include <optional>

namespace awaitscope {

/// What is kept of the user's way through the lessons, for the store's thread. All throw DatabaseError; what writes needs a
/// Transaction around it.

std::vector<SavedPrediction> predictions(Database &database);
/// Takes the place of an earlier one for that lesson.
void putPrediction(Database &database, const SavedPrediction &prediction);

std::vector<SavedStep> doneSteps(Database &database);
/// Keeps the time at which it was done first.
void putStep(Database &database, const SavedStep &step);
void dropStep(Database &database, const QString &lesson, const QString &step);

std::vector<SavedNote> lessonNotes(Database &database);
/// An empty text takes the note away.
void putNote(Database &database, const SavedNote &note);
std::optional<SavedNote> noteOn(Database &database, const QString &lesson);

} // namespace awaitscope
