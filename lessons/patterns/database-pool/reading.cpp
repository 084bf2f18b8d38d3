// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/patterns/database-pool/reading.h"

#include <algorithm>
#include <ranges>

namespace awaitscope::lesson_database_pool {

Reading::Reading(const Trace &trace) : trace_(trace)
{
    // The searches are what the root task has started.
    std::vector<bool> searches(trace.tasks().size());
    bool first = true;
    for (const TaskInfo &task : trace.tasks()) {
        if (task.depth != 1)
            continue;
        searches[task.id.index()] = true;
        firstStart_ = std::exchange(first, false) ? task.start : std::min(firstStart_, task.start);
        lastEnd_ = std::max(lastEnd_, task.end);
    }
    const auto isSearch = [&searches](TaskId task) { return task && searches[task.index()]; };
    for (const Block &block : trace.blocks()) {
        if (isSearch(block.task))
            queries_.push_back({block.task, block.begin, block.begin, block.end});
    }
    for (const Work &work : trace.works()) {
        if (!isSearch(work.task))
            continue;
        Query query{work.task, work.begin, work.begin, work.end};
        for (const std::size_t index : trace.task(work.task).spans) {
            if (const Span &span = trace.spans()[index]; span.state == TaskState::InFlight)
                query.asked = std::min(span.begin, query.begin);
        }
        queries_.push_back(query);
    }
    for (const Resource &resource : trace.resources()) {
        for (const SeatEvent &event : resource.changes) {
            if (event.change == SeatChange::Queued)
                queued_.push_back(event.task);
            if (event.change == SeatChange::Granted)
                granted_.push_back(event.task);
            mostQueued_ = std::max(mostQueued_, static_cast<int>(event.queued));
        }
    }
}

Ns Reading::sumOfQueries() const
{
    Ns sum{0};
    for (const Query &query : queries_)
        sum += query.length();
    return sum;
}

Ns Reading::shortestQuery() const
{
    return queries_.empty() ? Ns(0) : std::ranges::min(queries_ | std::views::transform(&Query::length));
}

Ns Reading::longestQuery() const
{
    return queries_.empty() ? Ns(0) : std::ranges::max(queries_ | std::views::transform(&Query::length));
}

Ns Reading::meanQuery() const
{
    return queries_.empty() ? Ns(0) : sumOfQueries() / static_cast<std::int64_t>(queries_.size());
}

Ns Reading::longestStall() const
{
    Ns longest{0};
    for (const Turn &turn : trace_.turns())
        longest = std::max(longest, turn.end - turn.begin);
    return longest;
}

Ns Reading::longestWaitInHand() const
{
    return queries_.empty() ? Ns(0) : std::ranges::max(queries_ | std::views::transform(&Query::waitInHand));
}

int Reading::mostInUse() const
{
    std::uint32_t most = 0;
    for (const CounterTrack &counter : trace_.counters()) {
        if (trace_.name(counter.name) != QLatin1String("connection"))
            continue;
        for (const CounterChange &change : counter.changes)
            most = std::max(most, change.value);
    }
    return static_cast<int>(most);
}

} // namespace awaitscope::lesson_database_pool
