// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/scope.h"

namespace awaitscope {

/// Something that is counted during a run, for the record: open connections, rows held, requests in flight.
/// `Tally open(scope, "open connections"); open.add(1);`. Lives on the scheduler's thread; the scheduler must outlive it.
class Tally
{
public:
    /// Begins at 0. `limit` is how many there are to be had, 0 where there is no such number; more than that is overuse, which
    /// the record shows and nobody prevents. Throws std::invalid_argument for a negative limit.
    Tally(Scope &scope, std::string_view name, int limit = 0);
    Tally(const Tally &) = delete;
    Tally &operator=(const Tally &) = delete;

    /// Changes the count by `change`, in the name of the task that runs now. Throws std::logic_error where it would be negative.
    void add(int change);
    int value() const { return value_; }

private:
    Scheduler &scheduler_;
    CounterId id_;
    int value_ = 0;
};

/// One unit of a tally, from now until its end.
class [[nodiscard]] Counted
{
public:
    explicit Counted(Tally &tally) : tally_(&tally) { tally.add(1); }
    Counted(Counted &&other) noexcept : tally_(std::exchange(other.tally_, nullptr)) { }
    Counted &operator=(Counted &&) = delete;
    ~Counted()
    {
        if (tally_)
            tally_->add(-1);
    }

private:
    Tally *tally_;
};

} // namespace awaitscope
