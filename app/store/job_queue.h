// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/opening.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <chrono>
#include <deque>
#include <functional>

namespace awaitscope {

/// How long the store waits for what, and how much waits with it.
struct StoreTimes
{
    std::chrono::milliseconds lockTold{2000}; ///< a locked file is told of after this
    std::chrono::milliseconds lockRetry{100};
    std::chrono::milliseconds unwritableRetry{15'000};
    std::chrono::milliseconds atEnd{700}; ///< at most, for a locked file, when the store ends
    qint64 waitingBytes = 256 * 1024 * 1024; ///< of traces that wait in memory, at most; beyond it the oldest go
};

/// One request to the database.
struct Job
{
    enum class Kind {
        Read,
        Write, ///< in a transaction of its own
        Kept ///< the same, and where the file cannot be written, tried again later until it can
    };

    Kind kind = Kind::Read;
    /// Does it; may be called again after DatabaseError. False: refused, and nothing of it is to be kept.
    std::function<bool(Database &)> work;
    /// It is done, or was refused. What was written is on the disk.
    std::function<void()> done;
    /// It is not done; may be called once for each try of a job that is Kept.
    std::function<void(const Problem &)> fail;
};

/// Opens the database when it is first needed, does jobs in their order, and copes with a file that is locked, damaged or cannot be
/// written. Lives on the store's thread.
class JobQueue : public QObject
{
    Q_OBJECT

public:
    JobQueue(const QString &path, const StoreTimes &times);

    void submit(Job job);
    /// Tries for the last time what is left, and lets all that still fails know; then closes the database.
    void finish();
    bool isLocked() const { return !waiting_.empty(); }

Q_SIGNALS:
    void problem(const awaitscope::Problem &problem);
    /// What a problem had told of is over.
    void recovered();
    /// The database was opened, and can be written to.
    void opened();

private:
    enum class Attempt { Over, Locked };

    void open();
    Attempt attempt(Job &job);
    void perform(Job &job);
    void handle(Job &job, const DatabaseError &error);
    void retryLocked();
    void retryUnwritable();
    void tell(const Problem &problem);

    const QString path_;
    const StoreTimes times_;
    std::unique_ptr<Database> database_;
    bool writable_ = false;
    Problem whyNotWritable_;
    std::deque<Job> waiting_; ///< for the lock to be gone, in their order
    std::deque<Job> unwritten_; ///< for the file to take them
    QElapsedTimer lockedSince_;
    QString told_; ///< id of the problem that the user knows of and that lasts
    QTimer lockTimer_, unwritableTimer_;
};

} // namespace awaitscope
