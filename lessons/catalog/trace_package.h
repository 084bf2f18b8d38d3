// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/run_file.h"

namespace awaitscope {

/// The outside of a trace file: head, packed content, digest.
QByteArray packTrace(const QString &lesson, const QByteArray &content);

struct UnpackedTrace
{
    RunFileHead head;
    QByteArray content;
};
/// Checks head and digest, and unpacks. The stated size is a bound, never trusted.
Result<UnpackedTrace> unpackTrace(QByteArrayView bytes);

} // namespace awaitscope
