// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/scheduler.h"

#include "lessons/runtime/lost_failure.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QEvent>

#include <algorithm>

namespace awaitscope {

namespace {

constexpr auto turnEvent = QEvent::Type(QEvent::User + 1);
constexpr auto callsEvent = QEvent::Type(QEvent::User + 2);
/// How often in a row other events are looked for before the event loop gets its own turn again.
constexpr int looksInARow = 100;

} // namespace

Scheduler::Scheduler(ClockKind clock, std::shared_ptr<Recorder> recorder) :
    clock_(clock),
    recorder_(std::move(recorder)),
    log_(recorder_->attachThread())
{
    if (clock_ == ClockKind::Real)
        alarm_ = std::make_unique<WakeupTimer>([this] {
            armedFor_ = Ns::max();
            wakeUp();
        });
}

Scheduler::~Scheduler()
{
    for (const auto &[frame, watch] : failures_)
        watch->forget();
}

void Scheduler::postFromAnyThread(std::function<void()> call)
{
    // Posted under the lock: what the call leads to may be the end of the scheduler.
    const std::scoped_lock lock(callsMutex_);
    calls_.push_back(std::move(call));
    QCoreApplication::postEvent(this, new QEvent(callsEvent));
}

void Scheduler::wakeAt(Waiter &waiter, Ns deadline)
{
    stalled_ = false;
    timers_.insert(waiter, deadline);
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

void Scheduler::endExternalWork()
{
    if (externalWork_.fetch_sub(1) == 1)
        QCoreApplication::postEvent(this, new QEvent(callsEvent)); // time may go on
}

void Scheduler::countUnread(TaskId task, const std::exception_ptr &failure, std::uint64_t site)
{
    logLostFailure(failure, site);
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

std::uint64_t Scheduler::expectDelivery(std::function<void()> deliver)
{
    beginExternalWork();
    deliveries_.push_back({++lastDelivery_, false, std::move(deliver)});
    return lastDelivery_;
}

void Scheduler::deliveryReady(std::uint64_t number)
{
    postFromAnyThread([this, number] {
        std::ranges::find(deliveries_, number, &Delivery::number)->ready = true;
        if (clock_ == ClockKind::Real)
            deliverNext();
    });
}

/// Makes one delivery that is due; false where there is none. In virtual time only the oldest can be due.
bool Scheduler::deliverNext()
{
    const auto due = clock_ == ClockKind::Real ? std::ranges::find(deliveries_, true, &Delivery::ready) : deliveries_.begin();
    if (due == deliveries_.end() || !due->ready)
        return false;
    const std::function<void()> deliver = std::move(due->deliver);
    deliveries_.erase(due);
    externalWork_.fetch_sub(1);
    deliver();
    return true;
}

bool Scheduler::event(QEvent *event)
{
    if (event->type() == callsEvent) {
        std::vector<std::function<void()>> calls;
        {
            const std::scoped_lock lock(callsMutex_);
            calls.swap(calls_);
        }
        for (const auto &call : calls)
            call();
        if (clock_ == ClockKind::Virtual)
            requestTurn();
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

void Scheduler::wakeUp()
{
    fireDueTimers();
    if (!ready_.empty())
        runTurn();
    else if (clock_ == ClockKind::Virtual)
        jumpWhenIdle();
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
    ++turnDepth_;
    record(EventKind::TurnBegan, {});
    const std::uint64_t last = ready_.lastTicket();
    bool first = true;
    while (ReadyNode *node = ready_.takeUpTo(last)) {
        if (std::exchange(first, false))
            provideForNestedLoops();
        work(*static_cast<Waiter *>(node));
    }
    record(EventKind::TurnEnded, {});
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

void Scheduler::jumpWhenIdle()
{
    if (lookingForEvents_)
        return; // a call further up the stack is at it
    lookingForEvents_ = true;
    const bool pending = foreignEventsPending();
    lookingForEvents_ = false;
    if (pending || !ready_.empty()) {
        requestTurn();
        return;
    }
    if (deliverNext() || externalWork_.load() > 0)
        return; // its end will post
    if (timers_.empty()) {
        // Inside a turn a task runs, in an event loop of its own: it may wait for what only that loop brings.
        if (turnDepth_ == 0 && liveTasks_ > 0 && !std::exchange(stalled_, true) && stallHandler_)
            stallHandler_();
        return;
    }
    virtualNow_ = std::max(virtualNow_, timers_.head());
    fireDueTimers();
    runTurn();
}

/// Lets the thread's other events happen, until there are none. False where it came to that end.
bool Scheduler::foreignEventsPending()
{
    QAbstractEventDispatcher *dispatcher = QAbstractEventDispatcher::instance();
    for (int look = 0; look < looksInARow; ++look) {
        if (!dispatcher->processEvents(QEventLoop::AllEvents)) {
            if (look > 0)
                dispatcher->wakeUp(); // an outer loop may have been told to quit meanwhile: it must not sleep over it
            return false;
        }
    }
    return true;
}

} // namespace awaitscope
