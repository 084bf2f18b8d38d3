// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/store_worker.h"

#include "app/store/run_table.h"
#include "app/store/store_problems.h"
#include "app/store/transfer.h"

#include <utility>

namespace awaitscope {

namespace {

constexpr int daysRemoved = 7; // that a removed run can be brought back

} // namespace

StoreWorker::StoreWorker(const QString &path, const StoreTimes &times) :
    path_(path),
    mostWaiting_(times.waitingBytes),
    queue_(path, times)
{
    queue_.setParent(this); // goes to the store's thread with it
    connect(&queue_, &JobQueue::problem, this, &StoreWorker::problem);
    connect(&queue_, &JobQueue::recovered, this, &StoreWorker::recovered);
    connect(&queue_, &JobQueue::recovered, this, [this] { toldWaiting_ = false; });
    connect(&queue_, &JobQueue::opened, this, &StoreWorker::tidyUp, Qt::QueuedConnection);
}

void StoreWorker::begin()
{
    queue_.submit({Job::Kind::Read, [](Database &) { return true; }, [] {}, [](const Problem &) {}});
}

void StoreWorker::tidyUp()
{
    const auto purge = [](Database &database) {
        purgeRemoved(database, QDateTime::currentDateTimeUtc().addDays(-daysRemoved));
        return true;
    };
    queue_.submit({Job::Kind::Write, purge, [] {}, [](const Problem &) {}});
}

void StoreWorker::save(NewRun run, const Reply<RunNumber> &reply)
{
    const RunNumber waiting = waiting_.add(std::move(run));
    auto number = std::make_shared<RunNumber>();
    const auto work = [this, waiting, number](Database &database) {
        const WaitingRun *held = waiting_.find(waiting);
        *number = insertRun(database, held->run, held->uid, held->note);
        return !held->removed || removeRun(database, *number).ok();
    };
    const auto done = [this, waiting, number, reply] {
        waiting_.written(waiting, *number);
        if (reply.isGiven())
            Q_EMIT runKept(waiting, *number);
        prune();
        Q_EMIT runsChanged();
        reply.give(*number);
    };
    const auto fail = [this, reply](const Problem &problem) {
        if (!reply.isGiven())
            Q_EMIT runsChanged();
        reply.give(problem);
    };
    queue_.submit({Job::Kind::Kept, work, done, fail});
    limitWaiting();
}

void StoreWorker::limitWaiting()
{
    if (waiting_.limitTraces(mostWaiting_) == 0)
        return;
    if (!std::exchange(toldWaiting_, true))
        Q_EMIT problem(waitingProblem(path_, mostWaiting_));
    Q_EMIT runsChanged();
}

void StoreWorker::list(const RunFilter &filter, const Reply<std::vector<SavedRun>> &reply)
{
    const auto runs = std::make_shared<std::vector<SavedRun>>();
    const auto give = [this, filter, runs, reply] {
        std::vector<SavedRun> all = waiting_.list(filter);
        all.insert(all.end(), std::make_move_iterator(runs->begin()), std::make_move_iterator(runs->end()));
        if (filter.most > 0 && all.size() > std::size_t(filter.most))
            all.resize(std::size_t(filter.most));
        reply.give(std::move(all));
    };
    const auto work = [filter, runs](Database &database) {
        *runs = listRuns(database, filter);
        return true;
    };
    const auto fail = [this, give, reply](const Problem &problem) { waiting_.list({}).empty() ? reply.give(problem) : give(); };
    queue_.submit({Job::Kind::Read, work, give, fail});
}

void StoreWorker::find(RunNumber number, const Reply<SavedRun> &reply)
{
    number = waiting_.now(number);
    if (const WaitingRun *held = waiting_.find(number); held && !held->removed)
        return reply.give(held->listed(number));
    ask<SavedRun>(
        Job::Kind::Read, [number](Database &database) { return findRun(database, number); }, reply);
}

void StoreWorker::loadTrace(RunNumber number, const Reply<QByteArray> &reply)
{
    number = waiting_.now(number);
    if (const WaitingRun *held = waiting_.find(number); held && !held->removed) {
        const bool isLetGo = held->run.trace.isEmpty() && held->traceSize > 0;
        return reply.give(isLetGo ? Result<QByteArray>(prunedProblem(number.value())) : Result<QByteArray>(held->run.trace));
    }
    ask<QByteArray>(
        Job::Kind::Read, [number](Database &database) { return traceOf(database, number); }, reply);
}

void StoreWorker::change(RunNumber number, const std::function<void(WaitingRun &)> &waiting,
    std::function<Result<Done>(Database &, RunNumber)> written, const Reply<Done> &reply)
{
    number = waiting_.now(number);
    if (WaitingRun *held = waiting_.find(number)) {
        waiting(*held);
        Q_EMIT runsChanged();
        return reply.give(Done());
    }
    Job job = jobOf<Done>(
        Job::Kind::Write, [number, written = std::move(written)](Database &database) { return written(database, number); },
        reply);
    job.done = [this, then = std::move(job.done)] {
        Q_EMIT runsChanged();
        then();
    };
    queue_.submit(std::move(job));
}

void StoreWorker::rename(RunNumber number, const QString &name, const Reply<Done> &reply)
{
    change(
        number, [name](WaitingRun &held) { held.run.name = name; },
        [name](Database &database, RunNumber now) { return nameRun(database, now, name); }, reply);
}

void StoreWorker::setNote(RunNumber number, const QString &note, const Reply<Done> &reply)
{
    change(
        number, [note](WaitingRun &held) { held.note = note; },
        [note](Database &database, RunNumber now) { return noteRun(database, now, note); }, reply);
}

void StoreWorker::setRemoved(RunNumber number, bool removed, const Reply<Done> &reply)
{
    change(
        number, [removed](WaitingRun &held) { held.removed = removed; },
        [removed](Database &database, RunNumber now) { return removed ? removeRun(database, now) : restoreRun(database, now); },
        reply);
}

void StoreWorker::setLimits(const TraceLimits &limits, const Reply<Done> &reply)
{
    const auto set = [limits](Database &database) {
        setTraceLimits(database, limits);
        return Result<Done>(Done());
    };
    Job job = jobOf<Done>(Job::Kind::Write, set, reply);
    job.done = [this, then = std::move(job.done)] {
        prune();
        then();
    };
    queue_.submit(std::move(job));
}

void StoreWorker::prune()
{
    const auto count = std::make_shared<int>(0);
    const auto work = [count](Database &database) {
        *count = pruneTraces(database, traceLimits(database));
        return *count > 0;
    };
    const auto done = [this, count] {
        if (*count == 0)
            return;
        Q_EMIT tracesPruned(*count);
        Q_EMIT runsChanged();
    };
    queue_.submit({Job::Kind::Write, work, done, [](const Problem &) {}});
}

void StoreWorker::exportTo(const QString &file, const Reply<Transferred> &reply)
{
    Job job = jobOf<Transferred>(
        Job::Kind::Read, [this, file](Database &database) { return exportProgress(&database, waiting_.all(), file); }, reply);
    job.fail = [this, file, reply](const Problem &problem) {
        const std::vector<WaitingRun> held = waiting_.all();
        reply.give(held.empty() ? Result<Transferred>(problem) : exportProgress(nullptr, held, file));
    };
    queue_.submit(std::move(job));
}

void StoreWorker::importFrom(const QString &file, const Reply<Transferred> &reply)
{
    Job job = jobOf<Transferred>(
        Job::Kind::Write, [file](Database &database) { return importProgress(database, file); }, reply);
    job.done = [this, then = std::move(job.done)] {
        prune();
        Q_EMIT runsChanged();
        then();
    };
    queue_.submit(std::move(job));
}

} // namespace awaitscope
