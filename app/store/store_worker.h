// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/answering.h"
#include "app/store/job_queue.h"
#include "app/store/waiting_runs.h"

namespace awaitscope {

/// Does what Store asks for, on the store's thread. Each call answers what it was given, sooner or later.
class StoreWorker : public QObject
{
    Q_OBJECT

public:
    StoreWorker(const QString &path, const StoreTimes &times);

    void save(NewRun run, const Reply<RunNumber> &reply);
    void list(const RunFilter &filter, const Reply<std::vector<SavedRun>> &reply);
    void find(RunNumber number, const Reply<SavedRun> &reply);
    void loadTrace(RunNumber number, const Reply<QByteArray> &reply);
    void rename(RunNumber number, const QString &name, const Reply<Done> &reply);
    void setNote(RunNumber number, const QString &note, const Reply<Done> &reply);
    void setRemoved(RunNumber number, bool removed, const Reply<Done> &reply);
    void setLimits(const TraceLimits &limits, const Reply<Done> &reply);
    void exportTo(const QString &file, const Reply<Transferred> &reply);
    void importFrom(const QString &file, const Reply<Transferred> &reply);

    /// A question or change that concerns the database alone.
    template <class T> void ask(Job::Kind kind, std::function<Result<T>(Database &)> question, const Reply<T> &reply)
    {
        queue_.submit(jobOf(kind, std::move(question), reply));
    }

    /// Opens the file, so that it is open when it is asked.
    void begin();
    /// The last call.
    void finish() { queue_.finish(); }

Q_SIGNALS:
    void problem(const awaitscope::Problem &problem);
    void recovered();
    void runsChanged();
    void runKept(awaitscope::RunNumber waiting, awaitscope::RunNumber number);
    void tracesPruned(int count);

private:
    /// Changes a run, in memory where it waits there, else in the database.
    void change(RunNumber number, const std::function<void(WaitingRun &)> &waiting,
        std::function<Result<Done>(Database &, RunNumber)> written, const Reply<Done> &reply);
    void prune();
    void limitWaiting();
    void tidyUp();

    const QString path_;
    const qint64 mostWaiting_; ///< bytes
    bool toldWaiting_ = false;
    WaitingRuns waiting_;
    JobQueue queue_;
};

} // namespace awaitscope
