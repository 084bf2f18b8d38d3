// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/job_line.h"

#include <algorithm>

namespace awaitscope {

JobLine::JobLine(Scheduler &scheduler, std::size_t threads, std::string name) :
    scheduler_(scheduler),
    threads_(scheduler, threads, std::move(name)),
    busy_(threads, false)
{
}

WorkerId JobLine::worker(std::size_t thread)
{
    if (workers_.size() <= thread)
        workers_.resize(thread + 1);
    if (!workers_[thread])
        workers_[thread] = scheduler_.takeWorkerNumber();
    return workers_[thread];
}

void JobLine::enter(ThreadWait &wait)
{
    if (closed_)
        throw std::logic_error("the worker was destroyed, and nobody can run anything on it any more");
    wait.entered_ = scheduler_.now();
    if (scheduler_.clock() == ClockKind::Real) {
        threads_.push(wait.job_, wait.number());
        wait.pushed_ = true;
    } else if (std::ranges::find(busy_, false) != busy_.end()) {
        begin(wait, wait.entered_);
    }
    waits_.pushBack(wait);
}

/// On the virtual clock: gives the job a thread at that time. A job that has not begun then is not run before, so that what it
/// changes is changed in the same order every time.
void JobLine::begin(ThreadWait &wait, Ns time)
{
    if (!wait.pushed_)
        threads_.push(wait.job_, wait.number());
    wait.pushed_ = wait.begun_ = true;
    const auto thread = std::ranges::find(busy_, false);
    *thread = true;
    wait.thread_ = static_cast<std::size_t>(thread - busy_.begin());
    wait.begin_ = time;
    wait.end_ = wait.cost_ < Ns::max() - time ? time + wait.cost_ : Ns::max();
    worker(wait.thread_);
    scheduler_.deliverAt(wait, wait.end_);
}

bool JobLine::leave(ThreadWait &wait)
{
    if (wait.begun_ || (wait.pushed_ && !threads_.takeBack(wait.number())))
        return false;
    wait.ListNode<JobLine>::unlink();
    retire();
    return true;
}

void JobLine::end(ThreadWait &wait)
{
    wait.ListNode<JobLine>::unlink();
    const bool real = scheduler_.clock() == ClockKind::Real;
    const ThreadJob &job = *wait.job_;
    const WorkerId number = worker(real ? job.thread : wait.thread_);
    const auto note = [&](EventKind kind, Ns time) {
        scheduler_.record(
            kind, wait.task_, static_cast<std::uint64_t>(time.count()), static_cast<std::uint16_t>(number.number()));
    };
    note(EventKind::WorkBegan, real ? job.began : wait.begin_);
    note(EventKind::WorkEnded, real ? job.ended : wait.end_);
    if (!real) {
        busy_[wait.thread_] = false;
        ThreadWait *next = waits_.front();
        while (next && next->begun_)
            next = waits_.after(*next);
        if (next)
            begin(*next, std::max(next->entered_, wait.end_));
    }
    retire();
}

void JobLine::close()
{
    closed_ = true;
    for (ThreadWait *wait = waits_.front(); wait; wait = waits_.after(*wait)) {
        wait->job_->stop.request_stop();
        if (!wait->pushed_ && !wait->scope_.cancelRequested()) {
            threads_.push(wait->job_, wait->number());
            wait->pushed_ = true;
        }
    }
    threads_.close();
    retire();
}

/// When nothing is left to be written down, others may have the numbers.
void JobLine::retire()
{
    if (!closed_ || !waits_.empty())
        return;
    for (const WorkerId worker : std::exchange(workers_, {})) {
        if (worker)
            scheduler_.giveBack(worker);
    }
}

ThreadWait::ThreadWait(std::shared_ptr<ThreadJob> job, std::shared_ptr<JobLine> line, Scope &scope, Ns cost) :
    Delivery(scope.scheduler()),
    job_(std::move(job)),
    line_(std::move(line)),
    scope_(scope),
    cost_(cost),
    task_(scope.scheduler().currentTask()),
    stopAlarm_(*this)
{
}

ThreadWait::~ThreadWait()
{
    if (waiting()) // the coroutine is destroyed while it waits
        job_->stop.request_stop();
}

void ThreadWait::await_suspend(std::coroutine_handle<> coroutine)
{
    if (!line_)
        line_ = scheduler().threads();
    line_->enter(*this);
    suspend(coroutine, nullptr);
    stopAlarm_.setForCancelOf(scope_);
}

void ThreadWait::delivered()
{
    stopAlarm_.stop();
    given_ = !scope_.cancelRequested();
    line_->end(*this);
}

/// The scope was cancelled. A job that has not begun is left out. On the virtual clock a function that heeds the token is taken to end
/// at once, as nobody can know how long it goes on.
void ThreadWait::stop()
{
    if (line_->leave(*this)) {
        wake();
        return;
    }
    job_->stop.request_stop();
    if (begun_ && job_->heedsStop() && scheduler().now() < end_) {
        end_ = scheduler().now();
        scheduler().deliverAt(*this, end_);
    }
}

void ThreadWait::throwIfFailed() const
{
    if (!given_)
        scope_.throwIfCancelled();
    if (job_->failure)
        std::rethrow_exception(job_->failure);
}

} // namespace awaitscope
