// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/result.h"

#include <QSet>

namespace awaitscope {

/// The files that a command is to write: each can be written where it is asked for, and none is meant twice. Nothing is created.
class Targets
{
public:
    /// Takes a file and gives it back; `option` is named in the problem.
    Result<QString> add(const char *option, const QString &file);
    /// The same of --export, whose ending tells the format.
    Result<QString> addFigure(const QString &file);
    /// The same of --trace.
    Result<QString> addTrace(const QString &file);

private:
    QSet<QString> taken_;
};

} // namespace awaitscope
