// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/patterns/database-pool/pool.h"

#include "lessons/parts/lesson_database.h"

#include <algorithm>

namespace awaitscope::lesson_database_pool {

namespace {

constexpr int rowsOnTheRealClock = 100'000, rowsOnTheVirtualClock = 2'000;

QString pathFor(ClockKind clock)
{
    const auto path = databaseFor(clock);
    if (!path)
        throw std::runtime_error(path.problem().sentence.toStdString());
    return path.value();
}

} // namespace

Result<QString> databaseFor(ClockKind clock)
{
    return lessonDatabase(clock == ClockKind::Real ? rowsOnTheRealClock : rowsOnTheVirtualClock);
}

Pool::Pool(Scope &scope, Kind kind, int size) :
    open_(scope, "open connections"),
    permits_(scope, size, "connection"),
    inUse_(scope, "connection", static_cast<std::uint32_t>(size))
{
    const QString path = pathFor(scope.scheduler().clock());
    if (kind == Kind::OnLoop) {
        onLoop_.emplace(path, open_);
        return;
    }
    for (int i = 1; i <= size; ++i) {
        owned_.push_back(std::make_unique<Connection>(scope, path, open_, "connection " + std::to_string(i)));
        connections_.push_back(owned_.back().get());
    }
    users_.resize(connections_.size());
}

Connection *Pool::next()
{
    const bool anyFree = std::ranges::count(users_, 0) > 0;
    while (anyFree && users_[index_ % users_.size()] > 0)
        ++index_;
    return connections_[index_++ % connections_.size()];
}

Use::Use(Pool &pool, const Connection *connection) :
    counted_(pool.inUse_),
    users_(pool.users_[std::size_t(std::ranges::find(pool.connections_, connection) - pool.connections_.begin())])
{
    ++users_;
}

} // namespace awaitscope::lesson_database_pool
