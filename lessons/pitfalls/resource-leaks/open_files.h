// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace awaitscope::lesson_resource_leaks {

/// How many open files of this process the system lists that are the file at `path`: the entries of /proc/self/fd, elsewhere of
/// /dev/fd, that lead there. What else the process has open, sockets and fonts say, is not counted, so that the number is the same
/// in every run. Throws std::runtime_error where the system lists none.
int openFilesAt(const QString &path);

} // namespace awaitscope::lesson_resource_leaks
