// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/parts/sql_session.h"
#include "lessons/runtime/block_for.h"
#include "lessons/runtime/counter.h"

namespace awaitscope {

/// A connection that is used on the event loop itself: each query blocks the loop, and all that runs on it, until its rows are
/// there. That is what a synchronous database library does inside a coroutine. Lives on the scheduler's thread.
class LoopConnection
{
public:
    /// Opens the file for reading. Throws QueryError. `openConnections` counts it, and outlives it.
    LoopConnection(const QString &path, Counter &openConnections) : session_(path), counted_(openConnections) { }

    /// The rows of one statement; see SqlSession::query(). `cost` is what is charged to the virtual clock; see blockWith().
    Rows query(Scope &scope, Ns cost, const QString &sql, const QVariantList &values = {},
        const std::source_location &where = std::source_location::current())
    {
        return blockWith(
            scope, cost, [&] { return session_.query(sql, values); }, where);
    }

private:
    SqlSession session_;
    const Counted counted_;
};

} // namespace awaitscope
