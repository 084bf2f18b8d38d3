// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/loop_gate.h"
#include "lessons/trace/ids.h"

#include <condition_variable>
#include <deque>
#include <exception>
#include <memory>
#include <stop_token>
#include <string>
#include <thread>
#include <vector>

namespace awaitscope {

class Scheduler;

/// A function for a thread, as the scheduler's thread and the other one share it. The scheduler's thread reads it when its end was
/// announced.
class ThreadJob
{
public:
    virtual ~ThreadJob() = default;
    /// Calls the function; on the other thread.
    virtual void call() = 0;
    /// The function takes a stop token, and is expected to end soon when it is asked to.
    virtual bool heedsStop() const = 0;

    std::stop_source stop;
    std::exception_ptr failure;
    std::size_t thread = 0; ///< which one of its JobThreads called it, from 0
    Ns began{0}; ///< measured, since the run's zero
    Ns ended{0};
};

/// Threads that do jobs, first in first out; each is started when it is needed. Use from the scheduler's thread.
class JobThreads
{
public:
    /// `name` is what the system calls the threads; it may cut it short.
    JobThreads(Scheduler &scheduler, std::size_t most, std::string name);
    ~JobThreads() { close(); }
    JobThreads(const JobThreads &) = delete;
    JobThreads &operator=(const JobThreads &) = delete;

    /// Has a job done. Its end is announced by Scheduler::deliveryArrived() with that number. Throws std::system_error where not one
    /// thread can be started.
    void push(std::shared_ptr<ThreadJob> job, std::uint64_t delivery);
    /// True where that job has not begun; then it will not.
    bool takeBack(std::uint64_t delivery);
    /// Returns when all jobs are done and all threads have ended. No job can be pushed any more.
    void close();

private:
    struct Entry
    {
        std::shared_ptr<ThreadJob> job;
        std::uint64_t delivery;
    };
    void startThread();
    void serve(std::size_t index);
    void perform(Entry entry, std::size_t index) const;

    Scheduler &scheduler_; ///< not to be touched by the threads
    const std::shared_ptr<LoopGate> gate_;
    const std::chrono::steady_clock::time_point zero_;
    const std::size_t most_;
    const std::string name_;
    std::vector<std::thread> threads_;
    std::mutex mutex_;
    std::condition_variable changed_;
    std::deque<Entry> entries_;
    std::size_t idle_ = 0;
    bool closed_ = false;
};

} // namespace awaitscope
