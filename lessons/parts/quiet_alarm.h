// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/delivery.h"

#include <optional>

namespace awaitscope {

/// Calls a function from a turn of the event loop, once for all announcements until then. On the virtual clock that is when nothing
/// else is to do at the present, so that all sockets have had their say and the order in which they did so decides nothing; on
/// the real clock it is the next turn.
class QuietAlarm
{
public:
    QuietAlarm(Scheduler &scheduler, std::function<void()> ring) : scheduler_(scheduler), bell_(scheduler, std::move(ring)) { }

    void announce();

private:
    class Bell : public Alarm
    {
    public:
        Bell(Scheduler &scheduler, std::function<void()> ring) : Alarm(scheduler), ring_(std::move(ring)) { }
        void ringInTurn() { suspendForTurn({}, nullptr); }

        bool announced = false;

    private:
        void ring() override
        {
            announced = false;
            ring_();
        }
        const std::function<void()> ring_;
    };
    class Quiet : public Delivery
    {
    public:
        explicit Quiet(Bell &bell) : Delivery(bell.scheduler()), bell_(bell) { }

    private:
        void delivered() override { bell_.ringInTurn(); }
        Bell &bell_;
    };

    Scheduler &scheduler_;
    Bell bell_;
    std::optional<Quiet> quiet_;
};

} // namespace awaitscope
