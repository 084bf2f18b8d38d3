// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/patterns/resources/users.h"

namespace awaitscope::lesson_resources {

namespace {

QString pathOfUsers()
{
    const auto path = usersFile();
    if (!path)
        throw std::runtime_error(path.problem().sentence.toStdString());
    return path.value();
}

} // namespace

Users::Users(Scope &scope) : path(pathOfUsers()), open(scope, "open connections") { }

Users::~Users()
{
    for (const auto &connection : made_)
        connection->stopCounting();
}

Connection *Users::newConnection(Scope &scope)
{
    made_.push_back(std::make_unique<Connection>(scope, path, open));
    return made_.back().get();
}

} // namespace awaitscope::lesson_resources
