// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/clock.h"
#include "lessons/runtime/frame_table.h"
#include "lessons/runtime/loop_gate.h"
#include "lessons/runtime/waiter.h"
#include "lessons/runtime/wakeup_timer.h"
#include "lessons/trace/recorder.h"

#include <QBasicTimer>
#include <QObject>

#include <atomic>
#include <functional>
#include <unordered_map>

namespace awaitscope {

class Delivery;
class FailureWatch;
class JobLine;
class TracedTask;

/// Who runs, and where it last went on (see toPayload()); no task and 0 outside of traced tasks.
struct LoopPosition
{
    TaskId task;
    std::uint64_t site = 0;
};

/// Told, on the loop's thread, of each piece of work that the scheduler gives the loop: a resumption, or an alarm that rings.
class LoopObserver : public ListNode<LoopObserver>
{
public:
    virtual void workBegins() = 0;
    virtual void workEnds() = 0;
    /// Another task is about to run, or none: who ran until now, and where it has come to; 0 where that is not known.
    virtual void positionLeft(const LoopPosition &, std::uint64_t) { }

protected:
    ~LoopObserver() = default;
};

/// Runs the coroutines of one run on the event loop of the thread that made it: a ready queue, a heap of timers and a
/// clock. Each visit of the event loop is a turn: it resumes what was ready when the turn began; what becomes ready
/// meanwhile is for the next turn. Works inside nested event loops too. One thread, except where noted.
class Scheduler final : private QObject
{
public:
    /// Time counts from here. Needs a QCoreApplication; the recorder must not be null.
    Scheduler(ClockKind clock, std::shared_ptr<Recorder> recorder);
    ~Scheduler() override;

    ClockKind clock() const { return clock_; }
    /// Time since the run's zero. Never runs backwards.
    Ns now() const { return clock_ == ClockKind::Virtual ? virtualNow_ : std::chrono::steady_clock::now() - zero_; }
    /// The real time of the run's zero.
    std::chrono::steady_clock::time_point zero() const { return zero_; }
    const std::shared_ptr<Recorder> &recorder() const { return recorder_; }
    /// The log of the scheduler's thread, for that thread.
    ThreadLog &log() { return log_; }

    /// On the virtual clock: moves time on by what something is taken to cost that really went by at once. Timers that become due
    /// thereby fire late, from the next turn on, in the order of their deadlines. Nothing on the real clock. Not negative.
    void charge(Ns cost);

    /// Calls a function on the scheduler's thread, from its event loop, in order of the calls. Thread-safe.
    void postFromAnyThread(std::function<void()> call) { gate_->post(std::move(call)); }
    /// The same for those who may outlive the scheduler. Thread-safe.
    const std::shared_ptr<LoopGate> &gate() const { return gate_; }
    /// Called from the event loop when tasks live, and yet nothing is ready, no timer runs and nothing external is
    /// under way: a deadlock. Noticed on the virtual clock only; the real one cannot know what may still come.
    void setStallHandler(std::function<void()> handler) { stallHandler_ = std::move(handler); }
    bool stalled() const { return stalled_; }

    /// Traced tasks that have begun and not ended.
    int liveTasks() const { return liveTasks_; }
    /// Coroutine frames of traced and of spawned tasks that are not yet destroyed.
    int liveFrames() const { return liveFrames_; }
    /// Failures that nobody read, and nobody can read any more. A cancellation is none.
    int unreadFailures() const { return unreadFailures_; }
    /// Called with each of them.
    void setUnreadFailureHook(std::function<void(TaskId, std::exception_ptr)> hook) { unreadHook_ = std::move(hook); }
    /// Lazy tasks that were dropped before anybody awaited them.
    int neverAwaited() const { return neverAwaited_; }
    void countNeverAwaited() { ++neverAwaited_; }
    /// The task that runs now; none outside of traced tasks.
    TaskId currentTask() const { return TaskId(currentTask_.load(std::memory_order_relaxed)); }
    /// Who runs now, and where it last went on. Thread-safe; seen from another thread, task and site may be of two moments.
    LoopPosition position() const { return {currentTask(), currentSite_.load(std::memory_order_relaxed)}; }
    /// The observer must be taken out again before it ends, by its unlink().
    void addObserver(LoopObserver &observer) { observers_.pushBack(observer); }

    /// Makes a coroutine run in the next turn. The waiter must not be ready already.
    void makeReady(Waiter &waiter)
    {
        stalled_ = false;
        ready_.push(waiter);
        requestTurn();
    }
    /// Makes a waiter wake at a deadline; one that has passed is due in the next turn. Plain or Daemon.
    void wakeAt(Waiter &waiter, Ns deadline, TimerKind kind = TimerKind::Plain);
    /// Wakes the waiter as soon as no traced task is alive. One at a time.
    void wakeWhenIdle(Waiter &waiter);

    /// For the promise of traced tasks: the record, and who runs.
    void record(EventKind kind, TaskId task, std::uint64_t payload = 0, std::uint16_t detail = 0)
    {
        log_.push({now().count(), payload, task.number(), kind, WaitKind::None, detail});
    }
    void recordSuspended(TaskId task, std::uint64_t where, WaitInfo wait)
    {
        const std::int64_t time = now().count();
        log_.push({time, where, task.number(), EventKind::Suspended, WaitKind::None, 0});
        log_.push({time, wait.payload, task.number(), EventKind::WaitsFor, wait.kind, 0});
    }
    /// Sets who runs now; gives who did. `leftAt` is where that one has come to.
    LoopPosition enter(const LoopPosition &now, std::uint64_t leftAt = 0)
    {
        const LoopPosition before = position();
        if (!observers_.empty()) [[unlikely]]
            tellLeft(before, leftAt);
        currentTask_.store(now.task.number(), std::memory_order_relaxed);
        currentSite_.store(now.site, std::memory_order_relaxed);
        return before;
    }
    void frameMade() { ++liveFrames_; }
    void frameGone() { --liveFrames_; }
    void taskBegan() { ++liveTasks_; }
    void taskEnded()
    {
        if (--liveTasks_ == 0 && idleWaiter_) [[unlikely]]
            std::exchange(idleWaiter_, nullptr)->wake();
    }
    FrameTable<TracedTask *> &frames() { return frames_; }
    /// How many traced tasks run inside one another now.
    int &nesting() { return nesting_; }
    /// For the primitives: the next number of a cancellation, a deadline and a resource in the record.
    CancelId newCancel() { return CancelId(++lastCancel_); }
    /// The latest of those; none where nobody has asked for a cancellation yet.
    CancelId lastCancel() const { return CancelId(lastCancel_); }
    std::uint32_t newDeadline() { return ++lastDeadline_; }
    ResourceId newResource() { return ResourceId(++lastResource_); }
    CounterId newCounter() { return CounterId(++lastCounter_); }

    /// For Delivery: makes it known under a number that no other has; it is to be forgotten before it ends.
    std::uint64_t expectDelivery(Delivery &delivery);
    void forgetDelivery(std::uint64_t number) { deliveries_.erase(number); }
    /// The virtual clock delivers it at that time. Before its deliveryArrived() time does not pass that.
    void deliverAt(Delivery &delivery, Ns time);
    /// What was expected under that number is there; a number that has been forgotten is no mistake.
    void deliveryArrived(std::uint64_t number);
    /// The threads of toThread(), made at the first call.
    const std::shared_ptr<JobLine> &threads();
    /// The lowest number that no worker of the record has, until it is given back.
    WorkerId takeWorkerNumber();
    void giveBack(WorkerId worker) { workerTaken_[worker.index()] = false; }

    /// For what carries failures: counts one that nobody can read any more.
    /// `site` is where its function ends, see toPayload(); 0 where that is not known.
    void countUnread(TaskId task, const std::exception_ptr &failure, std::uint64_t site = 0);
    /// A failure in a frame that somebody may still read, and that somebody does read it.
    void watchFailure(const void *frame, FailureWatch &watch) { failures_.emplace(frame, &watch); }
    void unwatchFailure(const void *frame) { failures_.erase(frame); }
    void failureRead(const void *frame)
    {
        if (!failures_.empty())
            forgetFailure(frame);
    }

private:
    enum class Foreign { None, Happened, Left };

    bool event(QEvent *event) override;
    void requestTurn();
    void wakeUp(bool byTimer = false);
    void fireDueTimers();
    void runTurn();
    void work(Waiter &waiter);
    void tellLeft(const LoopPosition &left, std::uint64_t at);
    void provideForNestedLoops();
    void armTimer();
    void jumpWhenIdle(bool byTimer);
    Foreign letForeignEventsHappen();
    void forgetFailure(const void *frame);
    bool deliverNext();

    const ClockKind clock_;
    const std::chrono::steady_clock::time_point zero_ = std::chrono::steady_clock::now();
    const std::shared_ptr<Recorder> recorder_;
    ThreadLog &log_;
    Ns virtualNow_{0};
    std::atomic<std::uint32_t> currentTask_{0};
    std::atomic<std::uint64_t> currentSite_{0};
    List<LoopObserver, LoopObserver> observers_;
    int liveTasks_ = 0;
    int liveFrames_ = 0;
    int unreadFailures_ = 0;
    int neverAwaited_ = 0;
    bool turnRequested_ = false;
    bool lookingForEvents_ = false;
    QBasicTimer afterNestedLoop_;
    int turnDepth_ = 0; ///< above 1 inside nested event loops
    bool stalled_ = false;
    ReadyQueue ready_;
    TimerHeap timers_;
    FrameTable<TracedTask *> frames_;
    int nesting_ = 0;
    std::unique_ptr<WakeupTimer> alarm_;
    Ns armedFor_ = Ns::max();
    Waiter *idleWaiter_ = nullptr;
    std::function<void()> stallHandler_;
    std::function<void(TaskId, std::exception_ptr)> unreadHook_;
    std::unordered_map<const void *, FailureWatch *> failures_;
    std::uint32_t lastCancel_ = 0;
    std::uint32_t lastDeadline_ = 0;
    std::uint32_t lastResource_ = 0;
    std::uint32_t lastCounter_ = 0;
    std::uint64_t lastDelivery_ = 0;
    std::unordered_map<std::uint64_t, Delivery *> deliveries_;
    std::vector<bool> workerTaken_;
    const std::shared_ptr<LoopGate> gate_;
    std::shared_ptr<JobLine> threads_;
};

/// As long as it lives, work is under way that the scheduler cannot see, and of which nobody knows how long it takes (a process, a
/// thread): virtual time stands still, and nothing counts as a deadlock. May be destroyed on any thread, and after the scheduler.
/// What its thread posts must be posted before.
class ExternalWork
{
public:
    explicit ExternalWork(const Scheduler &scheduler) : gate_(scheduler.gate()) { gate_->beginWork(); }
    ExternalWork(ExternalWork &&other) noexcept = default;
    ExternalWork &operator=(ExternalWork &&) = delete;
    ~ExternalWork()
    {
        if (gate_)
            gate_->endWork();
    }

private:
    std::shared_ptr<LoopGate> gate_;
};

/// Stands beside a task's result, as long as somebody may read it, and reports a failure that nobody did.
class FailureWatch
{
public:
    FailureWatch() = default;
    /// Only a watch that has nothing to report yet is moved.
    FailureWatch(FailureWatch &&) noexcept { }
    FailureWatch &operator=(FailureWatch &&) = delete;
    ~FailureWatch()
    {
        if (!scheduler_)
            return;
        scheduler_->unwatchFailure(frame_);
        scheduler_->record(EventKind::Unread, task_);
        scheduler_->countUnread(task_, failure_, site_);
    }

    /// There is a failure, to be read from that frame.
    void begin(Scheduler &scheduler, const void *frame, const LoopPosition &task, std::exception_ptr failure)
    {
        scheduler_ = &scheduler;
        frame_ = frame;
        task_ = task.task;
        site_ = task.site;
        failure_ = std::move(failure);
        scheduler.watchFailure(frame, *this);
    }
    /// It was read, or the scheduler is gone.
    void forget() { scheduler_ = nullptr; }

private:
    Scheduler *scheduler_ = nullptr;
    const void *frame_ = nullptr;
    TaskId task_;
    std::uint64_t site_ = 0;
    std::exception_ptr failure_;
};

} // namespace awaitscope
