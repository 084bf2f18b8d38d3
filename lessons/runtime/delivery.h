// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/scheduler.h"

namespace awaitscope {

/// A wait for what another thread brings. On the real clock it ends when that has arrived. On the virtual clock it ends at a
/// time that is known before: a timer that fires only when its goods are there, and only when nothing else is to do.
class Delivery : public Waiter
{
public:
    explicit Delivery(Scheduler &scheduler) : Waiter(&scheduler), number_(scheduler.expectDelivery(*this)) { }
    Delivery(const Delivery &) = delete;
    Delivery &operator=(const Delivery &) = delete;

    /// For deliveryArrived() of the scheduler.
    std::uint64_t number() const { return number_; }
    /// Ends the wait. Only for the scheduler.
    void deliver()
    {
        scheduler().forgetDelivery(number_);
        delivered();
        wake();
    }

protected:
    ~Delivery() { scheduler().forgetDelivery(number_); }

private:
    /// The wait ends now, on the scheduler's thread; its coroutine runs in the next turn.
    virtual void delivered() = 0;

    const std::uint64_t number_;
};

} // namespace awaitscope
