// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/run.h"

namespace awaitscope::lesson_database_pool {

/// One query, from the side of who asked for it.
struct Query
{
    TaskId task;
    Ns asked{0}; ///< when it was given to a connection
    Ns begin{0}; ///< when it began to run
    Ns end{0};

    Ns length() const { return end - begin; }
    Ns waitInHand() const { return begin - asked; }
};

/// What a variant's record says of its queries, its connections and its loop.
class Reading
{
public:
    explicit Reading(const Trace &trace);

    /// In order of their ends.
    const std::vector<Query> &queries() const { return queries_; }
    Ns sumOfQueries() const;
    Ns shortestQuery() const;
    Ns longestQuery() const;
    Ns meanQuery() const;
    /// From the begin of the first search to the end of the last.
    Ns searching() const { return lastEnd_ - firstStart_; }
    /// The longest turn of the loop: as long as that, nothing else could run on it.
    Ns longestStall() const;
    /// The longest time that a query, given to a connection, waited for that connection.
    Ns longestWaitInHand() const;
    /// How many users the connections had at most, all together.
    int mostInUse() const;
    /// Who queued for a permit, and who got one after queueing, in order.
    const std::vector<TaskId> &queued() const { return queued_; }
    const std::vector<TaskId> &granted() const { return granted_; }
    int mostQueued() const { return mostQueued_; }

private:
    const Trace &trace_;
    std::vector<Query> queries_;
    std::vector<TaskId> queued_;
    std::vector<TaskId> granted_;
    int mostQueued_ = 0;
    Ns firstStart_{0};
    Ns lastEnd_{0};
};

} // namespace awaitscope::lesson_database_pool
