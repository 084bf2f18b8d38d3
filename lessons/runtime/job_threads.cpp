// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/job_threads.h"

#include "lessons/runtime/scheduler.h"

#include <algorithm>
#include <system_error>

#ifdef Q_OS_LINUX
#include <pthread.h>
#endif

namespace awaitscope {

namespace {

void nameThisThread([[maybe_unused]] const std::string &name)
{
#ifdef Q_OS_LINUX
    constexpr std::size_t longest = 15;
    pthread_setname_np(pthread_self(), name.substr(0, longest).c_str());
#endif
}

} // namespace

JobThreads::JobThreads(Scheduler &scheduler, std::size_t most, std::string name) :
    scheduler_(scheduler),
    gate_(scheduler.gate()),
    zero_(scheduler.zero()),
    most_(most),
    name_(std::move(name))
{
}

void JobThreads::push(std::shared_ptr<ThreadJob> job, std::uint64_t delivery)
{
    bool another = false;
    {
        const std::scoped_lock lock(mutex_);
        another = entries_.size() >= idle_ && threads_.size() < most_;
    }
    if (another)
        startThread();
    const std::scoped_lock lock(mutex_);
    entries_.push_back({std::move(job), delivery});
    changed_.notify_one();
}

void JobThreads::startThread()
{
    try {
        threads_.emplace_back(&JobThreads::serve, this, threads_.size());
    } catch (const std::system_error &) {
        if (threads_.empty())
            throw;
    }
}

bool JobThreads::takeBack(std::uint64_t delivery)
{
    const std::scoped_lock lock(mutex_);
    const auto found = std::ranges::find(entries_, delivery, &Entry::delivery);
    if (found == entries_.end())
        return false;
    entries_.erase(found);
    return true;
}

void JobThreads::close()
{
    {
        const std::scoped_lock lock(mutex_);
        closed_ = true;
    }
    changed_.notify_all();
    for (std::thread &thread : threads_)
        thread.join();
    threads_.clear();
}

void JobThreads::serve(std::size_t index)
{
    nameThisThread(name_);
    std::unique_lock lock(mutex_);
    for (;;) {
        ++idle_;
        changed_.wait(lock, [this] { return closed_ || !entries_.empty(); });
        --idle_;
        if (entries_.empty())
            return;
        Entry entry = std::move(entries_.front());
        entries_.pop_front();
        lock.unlock();
        perform(std::move(entry), index);
        lock.lock();
    }
}

void JobThreads::perform(Entry entry, std::size_t index) const
{
    ThreadJob &job = *entry.job;
    job.thread = index;
    job.began = std::chrono::steady_clock::now() - zero_;
    try {
        job.call();
    } catch (...) {
        job.failure = std::current_exception();
    }
    job.ended = std::chrono::steady_clock::now() - zero_;
    entry.job.reset(); // the function ends on the scheduler's thread
    gate_->post([scheduler = &scheduler_, delivery = entry.delivery] { scheduler->deliveryArrived(delivery); });
}

} // namespace awaitscope
