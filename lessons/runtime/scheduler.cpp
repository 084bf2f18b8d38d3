// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/scheduler.h"

#include "lessons/runtime/delivery.h"
#include "lessons/runtime/job_line.h"
#include "lessons/runtime/lost_failure.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

namespace awaitscope {

namespace {

constexpr auto turnEvent = QEvent::Type(QEvent::User + 1);
/// How many threads toThread() uses at most.
constexpr int mostThreads = 32;
/// How often in a row other events are looked for before the event loop gets its own turn again.
constexpr int looksInARow = 100;

} // namespace

Scheduler::Scheduler(ClockKind clock, std::shared_ptr<Recorder> recorder) :
    clock_(clock),
    recorder_(std::move(recorder)),
    log_(recorder_->attachThread()),
    gate_(std::make_shared<LoopGate>(static_cast<QObject *>(this)))
{
    if (clock_ == ClockKind::Real)
        alarm_ = std::make_unique<WakeupTimer>([this] {
            armedFor_ = Ns::max();
            wakeUp();
        });
}

Scheduler::~Scheduler()
{
    if (threads_)
        threads_->close();
    gate_->close();
    for (const auto &[frame, watch] : failures_)
        watch->forget();
}

void Scheduler::charge(Ns cost)
{
    if (clock_ == ClockKind::Virtual)
        virtualNow_ = cost < Ns::max() - virtualNow_ ? virtualNow_ + cost : Ns::max();
}

void Scheduler::wakeAt(Waiter &waiter, Ns deadline, TimerKind kind)
{
    stalled_ = false;
    timers_.insert(waiter, deadline, kind);
    if (clock_ == ClockKind::Virtual)
        requestTurn();
    else
        armTimer();
}

void Scheduler::wakeWhenIdle(Waiter &waiter)
{
    if (liveTasks_ == 0)
        waiter.wake();
    else
        idleWaiter_ = &waiter;
}

void Scheduler::countUnread(TaskId task, const std::exception_ptr &failure, std::uint64_t site)
{
    reportLostFailure(*recorder_, log_, now(), task, failure, site);
    ++unreadFailures_;
    if (unreadHook_)
        unreadHook_(task, failure);
}

void Scheduler::forgetFailure(const void *frame)
{
    const auto found = failures_.find(frame);
    if (found == failures_.end())
        return;
    found->second->forget();
    failures_.erase(found);
}

std::uint64_t Scheduler::expectDelivery(Delivery &delivery)
{
    deliveries_.emplace(++lastDelivery_, &delivery);
    return lastDelivery_;
}

void Scheduler::deliverAt(Delivery &delivery, Ns time)
{
    if (clock_ == ClockKind::Real)
        return;
    stalled_ = false;
    delivery.stopTimer();
    timers_.insert(delivery, time, TimerKind::Delivery);
    requestTurn();
}

void Scheduler::deliveryArrived(std::uint64_t number)
{
    const auto found = deliveries_.find(number);
    if (found == deliveries_.end())
        return;
    if (clock_ == ClockKind::Real)
        found->second->deliver();
    else
        found->second->markArrived();
}

/// Makes the delivery that is due at the virtual clock's time; false where there is none.
bool Scheduler::deliverNext()
{
    TimerNode *node = timers_.takeDelivery(virtualNow_);
    if (node)
        static_cast<Delivery *>(static_cast<Waiter *>(node))->deliver();
    return node;
}

const std::shared_ptr<JobLine> &Scheduler::threads()
{
    if (!threads_)
        threads_ = std::make_shared<JobLine>(*this, mostThreads, "toThread");
    return threads_;
}

WorkerId Scheduler::takeWorkerNumber()
{
    const auto lowest = std::ranges::find(workerTaken_, false);
    const auto index = static_cast<std::uint32_t>(lowest - workerTaken_.begin());
    if (lowest == workerTaken_.end())
        workerTaken_.push_back(true);
    else
        *lowest = true;
    return WorkerId(index + 1);
}

bool Scheduler::event(QEvent *event)
{
    if (event->type() == LoopGate::eventType) {
        for (const auto &call : gate_->take())
            call();
        if (clock_ == ClockKind::Virtual)
            requestTurn();
        return true;
    }
    if (event->type() == QEvent::Timer) {
        afterNestedLoop_.stop();
        wakeUp(true);
        return true;
    }
    if (event->type() == turnEvent) {
        turnRequested_ = false;
        wakeUp();
        return true;
    }
    return QObject::event(event);
}

void Scheduler::requestTurn()
{
    if (std::exchange(turnRequested_, true))
        return;
    QCoreApplication::postEvent(this, new QEvent(turnEvent));
}

void Scheduler::wakeUp(bool byTimer)
{
    fireDueTimers();
    if (!ready_.empty())
        runTurn();
    else if (clock_ == ClockKind::Virtual)
        jumpWhenIdle(byTimer);
    if (clock_ == ClockKind::Real)
        armTimer();
}

void Scheduler::fireDueTimers()
{
    if (timers_.empty())
        return;
    const Ns due = now();
    const bool requested = std::exchange(turnRequested_, true); // the turn follows at once
    while (TimerNode *node = timers_.takeDue(due))
        static_cast<Waiter *>(node)->wake();
    turnRequested_ = requested;
}

void Scheduler::runTurn()
{
    const bool looking = std::exchange(lookingForEvents_, false);
    const bool nested = ++turnDepth_ > 1;
    const LoopPosition below = nested ? enter({}) : LoopPosition(); // whose event loop this is does not call what runs in it
    record(EventKind::TurnBegan, {});
    const std::uint64_t last = ready_.lastTicket();
    bool first = true;
    while (ReadyNode *node = ready_.takeUpTo(last)) {
        if (std::exchange(first, false))
            provideForNestedLoops();
        work(*static_cast<Waiter *>(node));
    }
    record(EventKind::TurnEnded, {});
    if (nested)
        enter(below);
    --turnDepth_;
    lookingForEvents_ = looking;
    if (!ready_.empty() || (clock_ == ClockKind::Virtual && (!timers_.empty() || liveTasks_ > 0)))
        requestTurn();
}

void Scheduler::work(Waiter &waiter)
{
    for (LoopObserver *observer = observers_.front(); observer; observer = observers_.after(*observer))
        observer->workBegins();
    waiter.resume(); // it is gone then, and observers may have come and gone
    for (LoopObserver *observer = observers_.front(); observer; observer = observers_.after(*observer))
        observer->workEnds();
}

void Scheduler::tellLeft(const LoopPosition &left, std::uint64_t at)
{
    for (LoopObserver *observer = observers_.front(); observer; observer = observers_.after(*observer))
        observer->positionLeft(left, at);
}

/// A task may spin an event loop of its own: what is ready or runs out meanwhile must reach that.
void Scheduler::provideForNestedLoops()
{
    if (!ready_.empty() || (clock_ == ClockKind::Virtual && !timers_.empty()))
        requestTurn();
    if (clock_ == ClockKind::Real)
        armTimer();
}

void Scheduler::armTimer()
{
    if (timers_.empty() || timers_.head() >= armedFor_)
        return;
    armedFor_ = timers_.head();
    alarm_->arm(zero_ + std::min<Ns>(armedFor_, std::chrono::steady_clock::time_point::max() - zero_));
}

/// Lets virtual time go on where nothing is left to do at its present: to the next timer, or to the next delivery once that has
/// arrived. So neither how fast a thread is nor when the outside answers decides about the order.
void Scheduler::jumpWhenIdle(bool byTimer)
{
    if (lookingForEvents_)
        return; // a call further up the stack is at it
    if (turnDepth_ > 0 && !byTimer) {
        // What happened so far may have told the event loop that a task spins to quit: then that task goes on at this instant, and
        // so the event loop comes first. Not by a posted event, which would itself count as one that happens.
        afterNestedLoop_.start(0, this);
        return;
    }
    const bool wasExternal = gate_->workUnderWay(); // asked first: what it posted before its end is seen by the look
    lookingForEvents_ = true;
    const Foreign foreign = letForeignEventsHappen();
    lookingForEvents_ = false;
    if (turnDepth_ > 0 && foreign != Foreign::None) {
        afterNestedLoop_.start(0, this);
        return;
    }
    const bool external = gate_->workUnderWay();
    if (foreign == Foreign::Left || !ready_.empty() || (wasExternal && !external)) {
        requestTurn();
        return;
    }
    if (timers_.onlyDaemons()) {
        // Inside a turn a task runs, in an event loop of its own: it may wait for what only that loop brings.
        if (!external && turnDepth_ == 0 && liveTasks_ > 0 && !std::exchange(stalled_, true) && stallHandler_)
            stallHandler_();
        return;
    }
    if ((external && timers_.head() > virtualNow_) || timers_.headIsAwaited())
        return; // its end will post
    virtualNow_ = std::max(virtualNow_, timers_.head());
    deliverNext();
    fireDueTimers();
    runTurn();
}

/// Lets the thread's other events happen, until there are none.
Scheduler::Foreign Scheduler::letForeignEventsHappen()
{
    // What was posted when the sending began that this is part of is hidden from the dispatcher: it would come after this.
    QCoreApplication::sendPostedEvents();
    QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
    for (int look = 0; look < looksInARow; ++look) {
        if (dispatcher->processEvents(QEventLoop::AllEvents))
            continue;
        if (look == 0)
            return Foreign::None;
        if (turnDepth_ == 0)
            dispatcher->wakeUp(); // an outer loop may have been told to quit meanwhile: it must not sleep over it
        return Foreign::Happened;
    }
    return Foreign::Left;
}

} // namespace awaitscope
