// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/parts/loop_connection.h"
#include "lessons/trace/result.h"

#include <memory>
#include <vector>

namespace awaitscope::lesson_resource_leaks {

/// The file that this lesson's connections read. No other lesson opens it, so its open files are this lesson's.
Result<QString> usersFile();

/// The pool has no connection left.
struct PoolExhausted : std::runtime_error
{
    explicit PoolExhausted(std::uint32_t limit);
};

class Lease;

/// Hands out connections to an SQLite file, and refuses where as many are open as there may be. In the record it counts its open
/// connections, and, after each change, the open files that the system lists for them; see openFilesAt().
class Pool
{
public:
    /// Nothing is open yet. Throws std::runtime_error where the file cannot be made.
    Pool(Scope &scope, std::uint32_t limit);
    Pool(const Pool &) = delete;
    Pool &operator=(const Pool &) = delete;

    /// Opens a connection; open until close() is called for it. Throws PoolExhausted.
    LoopConnection *open();
    void close(LoopConnection *connection);
    /// Opens a connection that is closed when the lease is destroyed. Throws PoolExhausted.
    Lease lease();
    /// Closes what was left open.
    void closeAll();

    std::uint32_t openConnections() const { return connections_.value(); }

private:
    /// Asks the system.
    void countFiles();

    const QString path_;
    const std::uint32_t limit_;
    Counter connections_;
    Counter files_;
    std::vector<std::unique_ptr<LoopConnection>> open_;
};

/// A connection of a pool for as long as this lives.
class [[nodiscard]] Lease
{
public:
    explicit Lease(Pool &pool) : pool_(pool), connection_(pool.open()) { }
    ~Lease() { pool_.close(connection_); }
    Lease(const Lease &) = delete;
    Lease &operator=(const Lease &) = delete;

    LoopConnection *operator->() const { return connection_; }

private:
    Pool &pool_;
    LoopConnection *const connection_;
};

inline Lease Pool::lease()
{
    return Lease(*this);
}

} // namespace awaitscope::lesson_resource_leaks
