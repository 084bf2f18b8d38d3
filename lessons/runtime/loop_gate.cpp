// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/loop_gate.h"

#include <QCoreApplication>

#include <utility>

namespace awaitscope {

void LoopGate::post(std::function<void()> call)
{
    // The event is posted under the lock: what the call leads to may be the end of the loop.
    const std::scoped_lock lock(mutex_);
    if (!loop_)
        return;
    calls_.push_back(std::move(call));
    QCoreApplication::postEvent(loop_, new QEvent(eventType));
}

void LoopGate::endWork()
{
    const std::scoped_lock lock(mutex_);
    if (work_.fetch_sub(1) == 1 && loop_)
        QCoreApplication::postEvent(loop_, new QEvent(eventType)); // time may go on
}

std::vector<std::function<void()>> LoopGate::take()
{
    const std::scoped_lock lock(mutex_);
    return std::exchange(calls_, {});
}

void LoopGate::close()
{
    std::vector<std::function<void()>> dropped; // what they hold may use the gate when it goes
    const std::scoped_lock lock(mutex_);
    loop_ = nullptr;
    dropped.swap(calls_);
}

} // namespace awaitscope
