// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/parameters.h"
#include "lessons/parts/connection.h"
#include "lessons/parts/loop_connection.h"
#include "lessons/runtime/semaphore.h"

namespace awaitscope::lesson_database_pool {

/// The file that a run searches: on the virtual clock, where a query's cost is declared, a small one of the same kind.
Result<QString> databaseFor(ClockKind clock);

/// The connections of one run.
class Pool
{
public:
    enum class Kind { OnLoop, OnThreads };

    /// Opens nothing but the connection on the loop, of that kind. Throws std::runtime_error without a database.
    Pool(Scope &scope, Kind kind, int size);

    /// Those on threads, each on its own.
    const std::vector<Connection *> &connections() const { return connections_; }
    /// That on the loop. Only of that kind.
    LoopConnection &onLoop() { return *onLoop_; }
    /// As many as there are connections.
    Semaphore &permits() { return permits_; }
    /// Goes round; passes over those in use as long as another one is free.
    Connection *next();

private:
    friend class Use;

    Counter open_;
    Semaphore permits_;
    Counter inUse_;
    std::optional<LoopConnection> onLoop_;
    std::vector<std::unique_ptr<Connection>> owned_;
    std::vector<Connection *> connections_;
    std::vector<int> users_; ///< of each connection
    std::size_t index_ = 0;
};

/// As long as it lives, somebody uses that connection.
class [[nodiscard]] Use
{
public:
    Use(Pool &pool, const Connection *connection);
    ~Use() { --users_; }
    Use(const Use &) = delete;
    Use &operator=(const Use &) = delete;

private:
    const Counted counted_;
    int &users_;
};

} // namespace awaitscope::lesson_database_pool
