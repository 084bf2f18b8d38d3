// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/job_queue.h"

#include "app/store/store_problems.h"

#include <QDeadlineTimer>
#include <QThread>

#include <utility>

namespace awaitscope {

JobQueue::JobQueue(const QString &path, const StoreTimes &times) :
    path_(path),
    times_(times),
    lockTimer_(this),
    unwritableTimer_(this)
{
    lockTimer_.setInterval(times.lockRetry);
    unwritableTimer_.setInterval(times.unwritableRetry);
    connect(&lockTimer_, &QTimer::timeout, this, &JobQueue::retryLocked);
    connect(&unwritableTimer_, &QTimer::timeout, this, &JobQueue::retryUnwritable);
}

void JobQueue::submit(Job job)
{
    // Who only reads may be let in beside who holds the lock, but nothing is written out of its turn.
    const bool mayTry = waiting_.empty() || job.kind == Job::Kind::Read;
    if (mayTry && attempt(job) == Attempt::Over)
        return;
    if (waiting_.empty()) {
        lockedSince_.start();
        lockTimer_.start();
    }
    waiting_.push_back(std::move(job));
}

void JobQueue::open()
{
    if (database_)
        return;
    Opened opened = openDatabase(path_);
    database_ = std::move(opened.database);
    writable_ = opened.writable;
    for (const Problem &each : opened.problems) {
        // The last problem of a file that is not writable tells why.
        if (!writable_)
            whyNotWritable_ = each;
        tell(each);
    }
    if (writable_)
        Q_EMIT this->opened();
}

JobQueue::Attempt JobQueue::attempt(Job &job)
{
    for (bool reopened = false;; reopened = true) {
        try {
            perform(job);
            return Attempt::Over;
        } catch (const DatabaseError &error) {
            if (error.fault() == DatabaseFault::Locked)
                return Attempt::Locked;
            if (error.fault() != DatabaseFault::Damaged || !database_ || reopened) {
                handle(job, error);
                return Attempt::Over;
            }
            database_.reset(); // opened anew it is looked at as a whole, and where it is damaged, moved aside
        }
    }
}

void JobQueue::perform(Job &job)
{
    open();
    if (job.kind == Job::Kind::Read) {
        job.work(*database_);
        job.done();
        return;
    }
    if (!writable_) {
        job.fail(whyNotWritable_);
        if (job.kind == Job::Kind::Kept) {
            unwritten_.push_back(std::move(job));
            unwritableTimer_.start();
        }
        return;
    }
    {
        Transaction transaction(*database_);
        if (job.work(*database_))
            transaction.commit();
    }
    job.done();
    if (!told_.isEmpty()) {
        told_.clear();
        Q_EMIT recovered();
        if (!unwritten_.empty())
            unwritableTimer_.start(std::chrono::milliseconds(0));
    }
}

void JobQueue::handle(Job &job, const DatabaseError &error)
{
    const Problem problem = problemOf(path_, error);
    if (job.kind != Job::Kind::Read || !database_)
        tell(problem);
    job.fail(problem);
    if (job.kind == Job::Kind::Kept) {
        unwritten_.push_back(std::move(job));
        unwritableTimer_.start(times_.unwritableRetry);
    }
}

void JobQueue::retryLocked()
{
    while (!waiting_.empty()) {
        if (attempt(waiting_.front()) == Attempt::Locked) {
            if (told_.isEmpty() && lockedSince_.hasExpired(times_.lockTold.count()))
                tell(lockedProblem(path_));
            return;
        }
        waiting_.pop_front();
    }
    lockTimer_.stop();
}

void JobQueue::retryUnwritable()
{
    unwritableTimer_.setInterval(times_.unwritableRetry);
    if (!writable_ && whyNotWritable_.id != QLatin1String("store-newer"))
        database_.reset();
    // Those that fail again come back to the end.
    for (std::size_t left = unwritten_.size(); left > 0 && waiting_.empty(); --left) {
        Job job = std::move(unwritten_.front());
        unwritten_.pop_front();
        submit(std::move(job));
    }
    if (unwritten_.empty())
        unwritableTimer_.stop();
}

void JobQueue::tell(const Problem &problem)
{
    if (problem.id == told_)
        return;
    // What lasts is told once; what happened once, whenever it happens.
    if (problem.id != QLatin1String("store-damaged") && problem.id != QLatin1String("store-migrated"))
        told_ = problem.id;
    Q_EMIT this->problem(problem);
}

void JobQueue::finish()
{
    lockTimer_.stop();
    unwritableTimer_.stop();
    const QDeadlineTimer deadline(times_.atEnd);
    while (!waiting_.empty() && !deadline.hasExpired()) {
        retryLocked();
        if (!waiting_.empty())
            QThread::msleep(20); // the other program's lock is all that there is to wait for
    }
    for (Job &job : waiting_)
        job.fail(lockedProblem(path_));
    waiting_.clear();
    if (!unwritten_.empty())
        retryUnwritable();
    unwritten_.clear();
    lockTimer_.stop();
    unwritableTimer_.stop();
    database_.reset();
}

} // namespace awaitscope
