// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/parts/connection.h"
#include "lessons/parts/lesson_database.h"

namespace awaitscope::lesson_resources {

/// The file that all connections of this lesson read.
inline Result<QString> usersFile()
{
    return lessonDatabase(0);
}

/// The users' database in one run, and the connections to it that nobody owns.
class Users
{
public:
    /// Throws std::runtime_error where the file cannot be made.
    explicit Users(Scope &scope);
    /// Closes what was left open, so that nothing outlives a run. The record does not count that: no task has done it.
    ~Users();

    const QString path;
    Counter open;

    /// A connection that nobody's destructor closes before the end of the run.
    Connection *newConnection(Scope &scope);

private:
    std::vector<std::unique_ptr<Connection>> made_;
};

} // namespace awaitscope::lesson_resources
