// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/job_queue.h"
#include "app/store/saved_run.h"
#include "lessons/trace/user_folders.h"

#include <QFuture>
#include <QThread>

namespace awaitscope {

class StoreWorker;

/// What the store gives: there as soon as it is on the disk, or read from it. Never cancelled. Continue on your own thread by
/// `then(object, …)`, or wait for it with waitFor().
template <class T> using Answer = QFuture<Result<T>>;

/// The saved runs, predictions, progress and notes of the user: an SQLite file, behind a thread of its own. No call blocks; requests are
/// answered in their order. Use from one thread; its signals come there.
///
/// Where the file cannot be written, saved runs stay in memory: they are listed with a negative number, save() answers with the problem,
/// and they are written as soon as that is possible. Where it is locked, answers come when it is free. Problems that concern the file
/// as a whole also go out by problem(), once.
class Store : public QObject
{
    Q_OBJECT

public:
    /// The file is opened at once, on the store's thread.
    explicit Store(
        const QString &path = standardPath(userFolders().data), const StoreTimes &times = {}, QObject *parent = nullptr);
    /// Writes what is still to be written; waits for a locked file as long as StoreTimes::atEnd says.
    ~Store() override;

    /// The user's own file, in the folder for data.
    static QString standardPath(const QString &dataFolder = userFolders().data);

    /// Saves a run. The number comes when it can no longer be lost.
    Answer<RunNumber> save(NewRun run);
    /// The same with a run that `make` gives, on the store's thread, where making it takes long.
    Answer<RunNumber> save(std::function<NewRun()> make);
    /// The newest first.
    Answer<std::vector<SavedRun>> list(const RunFilter &filter = {});
    Answer<SavedRun> find(RunNumber number);
    /// The trace, as it was saved; checked by its digest.
    Answer<QByteArray> loadTrace(RunNumber number);
    /// An empty name takes it away; at most 200 letters.
    Answer<Done> rename(RunNumber number, const QString &name);
    /// At most 20,000 letters; an empty one takes it away.
    Answer<Done> setRunNote(RunNumber number, const QString &note);
    /// Removes a run; restore() brings it back for a week.
    Answer<Done> remove(RunNumber number);
    Answer<Done> restore(RunNumber number);
    /// How long each variant of a lesson took, over its runs, the oldest first.
    Answer<std::vector<DurationPoint>> durations(const QString &lesson);

    Answer<std::vector<SavedPrediction>> predictions();
    /// Takes the place of an earlier one for that lesson; `content` is JSON.
    Answer<Done> keepPrediction(const QString &lesson, const QString &content);
    Answer<std::vector<SavedStep>> doneSteps();
    Answer<Done> keepStep(const QString &lesson, const QString &step);
    Answer<Done> dropStep(const QString &lesson, const QString &step);
    Answer<std::vector<SavedNote>> lessonNotes();
    /// At most 20,000 letters; an empty one takes it away.
    Answer<Done> setLessonNote(const QString &lesson, const QString &text);

    Answer<TraceLimits> traceLimits();
    /// Kept in the file. Traces beyond are let go at once; see tracesPruned().
    Answer<Done> setTraceLimits(const TraceLimits &limits);

    /// Writes all that is kept into one file, whole or not at all; a regular file is replaced.
    Answer<Transferred> exportTo(const QString &file);
    /// Adds what another file has and this one has not, all or nothing.
    Answer<Transferred> importFrom(const QString &file);

Q_SIGNALS:
    /// The file as a whole: told once while it lasts. A warning tells of something that is mended already.
    void problem(const awaitscope::Problem &problem);
    /// What problem() had told of is over.
    void recovered();
    /// Another list() would give something else.
    void runsChanged();
    /// A run whose saving had failed is on the disk.
    void runKept(awaitscope::RunNumber waiting, awaitscope::RunNumber number);
    /// So many traces went to stay within the limits; the runs' numbers are left.
    void tracesPruned(int count);

private:
    QThread thread_;
    StoreWorker *worker_; ///< lives on thread_, which ends it
};

/// Waits for an answer while the caller's event loop goes on, without input of the user; for the command line and tests. After `limit`,
/// the problem says that the store does not answer.
template <class T> Result<T> waitFor(Answer<T> answer, std::chrono::milliseconds limit);

} // namespace awaitscope

#include "app/store/wait_for.h"
