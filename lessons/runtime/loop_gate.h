// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QEvent>
#include <QObject>

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <vector>

namespace awaitscope {

/// The way of other threads to a scheduler's event loop. Shared: who holds it may use it at any time, also after the scheduler
/// has ended; then it does nothing. Thread-safe, except where noted.
class LoopGate
{
public:
    static constexpr auto eventType = QEvent::Type(QEvent::User + 2);

    /// `loop` gets an event of that type whenever there is something to be taken, until close().
    explicit LoopGate(QObject *loop) : loop_(loop) { }

    /// Has a function called from the event loop, in order of the calls. After the scheduler's end it is dropped.
    void post(std::function<void()> call);
    /// Says that work is under way which the scheduler cannot see; see ExternalWork.
    void beginWork() { work_.fetch_add(1); }
    void endWork();
    bool workUnderWay() const { return work_.load() > 0; }

    /// What was posted since the last call. Only on the loop's thread.
    std::vector<std::function<void()>> take();
    /// The loop ends. Only on its thread.
    void close();

private:
    std::mutex mutex_;
    QObject *loop_; ///< null when it has ended
    std::vector<std::function<void()>> calls_;
    std::atomic<int> work_{0};
};

} // namespace awaitscope
