// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/scope.h"

namespace awaitscope {

/// Something that is counted during a run, for the reader of its record: open connections, rows held, requests in flight.
///
///     Counter open(scope, "open connections");
///     const Counted connection(open);     // one more, until it is destroyed
///
/// Each change is recorded in the name of the task that runs then. Lives on the scheduler's thread, not longer than the scheduler.
class Counter
{
public:
    /// Counts from 0. `name` is what the record calls it. `limit` is how many there are to be had, 0 where that is not limited; to count
    /// beyond it is allowed, and shown.
    Counter(Scope &scope, std::string_view name, std::uint32_t limit = 0);
    Counter(const Counter &) = delete;
    Counter &operator=(const Counter &) = delete;

    /// Changes the value by that much. Throws std::out_of_range where it would fall below 0 or rise above 2³² - 1; then it stays.
    void add(int change);
    std::uint32_t value() const { return value_; }

private:
    Scheduler &scheduler_;
    const CounterId id_;
    std::uint32_t value_ = 0;
};

/// One unit of a counter, from now until it is destroyed. The counter must outlive it.
class [[nodiscard]] Counted
{
public:
    explicit Counted(Counter &counter) : counter_(&counter) { counter.add(1); }
    Counted(Counted &&other) noexcept : counter_(std::exchange(other.counter_, nullptr)) { }
    Counted &operator=(Counted &&other) noexcept
    {
        Counted old(std::move(*this));
        counter_ = std::exchange(other.counter_, nullptr);
        return *this;
    }
    ~Counted()
    {
        if (counter_)
            counter_->add(-1);
    }

private:
    Counter *counter_;
};

/// Leaves a text in the record, in the name of the task that runs now.
void note(Scope &scope, std::string_view text);

} // namespace awaitscope
