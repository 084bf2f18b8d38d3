// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/delivery.h"
#include "lessons/runtime/job_threads.h"
#include "lessons/runtime/scope.h"

namespace awaitscope {

class ThreadWait;

/// Jobs in line for some threads, seen from the scheduler's thread: who begins when on the virtual clock, and what the record says
/// of it. A job has a thread for as long as its declared cost, and none begins before one is free. Keep it in a shared_ptr.
class JobLine
{
public:
    JobLine(Scheduler &scheduler, std::size_t threads, std::string name);

    /// The job of that wait is done as soon as a thread is free. Throws std::logic_error after close().
    void enter(ThreadWait &wait);
    /// Nobody wants the job any more: true where it had not begun; then it will not.
    bool leave(ThreadWait &wait);
    /// The wait has ended: writes the work down, and lets the next one begin.
    void end(ThreadWait &wait);
    /// Asks all jobs to stop and returns when all have been done, but for those whose scopes are cancelled and that have not begun.
    /// Who waits for them gets what they give.
    void close();
    /// The number of a thread in the record.
    WorkerId worker(std::size_t thread);

private:
    void begin(ThreadWait &wait, Ns time);
    void retire();

    Scheduler &scheduler_;
    JobThreads threads_;
    std::vector<WorkerId> workers_;
    std::vector<bool> busy_; ///< on the virtual clock
    List<ThreadWait, JobLine> waits_; ///< of all jobs that have not ended, in order
    bool closed_ = false;
};

/// The wait for the end of a job.
class ThreadWait : public Delivery, public ListNode<JobLine>
{
public:
    /// `line` may be null where it is that of toThread(), which so is made when it is needed.
    ThreadWait(std::shared_ptr<ThreadJob> job, std::shared_ptr<JobLine> line, Scope &scope, Ns cost);

    bool await_ready() const { return scope_.cancelRequested(); }
    void await_suspend(std::coroutine_handle<> coroutine);
    WaitInfo waitsFor() const { return {WaitKind::Thread, 0}; }

protected:
    ~ThreadWait();
    /// Throws Cancelled or what the function threw.
    void throwIfFailed() const;

private:
    friend class JobLine;
    /// Asks the function to stop.
    class StopAlarm : public Alarm
    {
    public:
        explicit StopAlarm(ThreadWait &wait) : Alarm(wait.scheduler()), wait_(wait) { }

    private:
        void ring() override { wait_.stop(); }
        ThreadWait &wait_;
    };

    void delivered() override;
    void stop();

    const std::shared_ptr<ThreadJob> job_;
    std::shared_ptr<JobLine> line_;
    Scope &scope_;
    const Ns cost_;
    const TaskId task_;
    StopAlarm stopAlarm_;
    bool pushed_ = false; ///< the job is with the threads
    bool begun_ = false; ///< on the virtual clock
    bool given_ = false; ///< the result came before any cancellation
    std::size_t thread_ = 0;
    Ns entered_{0};
    Ns begin_{0};
    Ns end_{0};
};

} // namespace awaitscope
