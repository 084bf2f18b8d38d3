// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/database.h"
#include "lessons/trace/result.h"

namespace awaitscope {

/// What the store says to a user. Each names the file, and what happens to what was to be kept.

Problem lockedProblem(const QString &path);
Problem unwritableProblem(const QString &path, const QString &words);
Problem readOnlyProblem(const QString &path);
Problem newerProblem(const QString &path, int version);
Problem damagedProblem(const QString &path, const QString &movedTo, const QString &words);
Problem migratedProblem(const QString &path, int version, const QString &backup);
Problem failedProblem(const QString &path, const QString &words);
/// Traces that wait in memory are let go, beyond so many bytes.
Problem waitingProblem(const QString &path, qint64 bytes);
/// A run whose trace was let go.
Problem prunedProblem(qint64 number);
/// What stopped a request that is not tried again.
Problem problemOf(const QString &path, const DatabaseError &error);

} // namespace awaitscope
