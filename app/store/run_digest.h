// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/saved_run.h"

namespace awaitscope {

/// SHA-256 of some bytes.
QByteArray sha256(const QByteArray &bytes);

/// SHA-256 over all that is never changed of a saved run.
QByteArray factsDigest(const QString &uid, const RunFacts &facts, const QByteArray &traceDigest);

} // namespace awaitscope
