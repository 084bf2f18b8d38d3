// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/runtime.h"

#include <algorithm>

namespace awaitscope {

/// What the coroutines of a test noted down, in order.
struct Seen
{
    std::vector<int> numbers;
    std::vector<Ns> times;
    std::vector<std::string> texts;
};

/// A run for a test: its own scheduler and root, and afterwards the raw record.
class RecordedRun
{
public:
    using Play = std::function<QCoro::Task<void>(Scope &)>;

    explicit RecordedRun(ClockKind clock = ClockKind::Virtual) : scheduler(clock, recorder), root(scheduler) { }

    /// Plays to the end; gives the text of the exception that it ended with, or an empty one.
    std::string play(const Play &play)
    {
        const std::exception_ptr error = runToEnd(root, play);
        RecordReader(recorder).read(Ns::max(), [this](const RawEvent &event, auto) { events.push_back(event); });
        try {
            if (error)
                std::rethrow_exception(error);
        } catch (const std::exception &exception) {
            return exception.what();
        }
        return {};
    }

    std::vector<RawEvent> of(TaskId task) const
    {
        return select([task](const RawEvent &e) { return e.task == task.number(); });
    }
    std::vector<RawEvent> of(EventKind kind) const
    {
        return select([kind](const RawEvent &e) { return e.kind == kind; });
    }
    std::string text(const RawEvent &event) const { return recorder->name(NameId(static_cast<std::uint32_t>(event.payload))); }

    std::shared_ptr<Recorder> recorder = std::make_shared<Recorder>();
    Scheduler scheduler;
    Scope root;
    std::vector<RawEvent> events;

private:
    template <class Predicate> std::vector<RawEvent> select(Predicate predicate) const
    {
        std::vector<RawEvent> chosen;
        std::ranges::copy_if(events, std::back_inserter(chosen), predicate);
        return chosen;
    }
};

} // namespace awaitscope
