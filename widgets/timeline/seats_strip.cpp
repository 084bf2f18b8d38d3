// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/model_parts.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope::chart {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

constexpr std::size_t mostSeatRows = 8, mostPlaces = 6, usualPlaces = 4; ///< a longer line shows its first few

/// Rows in which tasks stand for a while: seats, or places in a line.
class Places
{
public:
    Places(Cue cue, std::size_t rows, const TaskNames &names) : cue_(cue), rows_(rows), names_(names) { }

    /// From a time on these tasks stand in the rows, an invalid id where nobody does.
    void stand(Ns time, const std::vector<TaskId> &tasks)
    {
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            const TaskId task = i < tasks.size() ? tasks[i] : TaskId();
            StripBar *last = rows_[i].empty() ? nullptr : &rows_[i].back();
            if (last && last->open && last->task == task)
                continue;
            if (last && last->open) {
                last->end = time;
                last->open = false;
                if (last->begin == last->end)
                    rows_[i].pop_back();
            }
            if (task)
                rows_[i].push_back({cue_, time, time, true, task, names_.label(task), names_.number(task)});
        }
    }

    /// What stands at the end of the record stands until then; it is open only while the record is live.
    std::vector<std::vector<StripBar>> finish(const Trace &trace)
    {
        for (std::vector<StripBar> &row : rows_) {
            if (row.empty() || !row.back().open)
                continue;
            row.back().end = std::max(row.back().begin, trace.duration());
            row.back().open = !trace.complete();
        }
        return std::move(rows_);
    }

private:
    Cue cue_;
    std::vector<std::vector<StripBar>> rows_;
    const TaskNames &names_;
};

/// Follows who holds what is to be had, and how many hold something although nothing is left.
class SeatBook
{
public:
    SeatBook(std::uint32_t seats, const TaskNames &names) :
        seats_(seats),
        shown_(std::min<std::size_t>(seats, mostSeatRows)),
        places_(Cue::SeatHeld, shown_, names),
        holders_(seats)
    {
        line_.limit = seats;
    }

    void take(TaskId task)
    {
        const auto free = std::ranges::find(holders_, TaskId());
        if (free == holders_.end())
            standing_.push_back(task);
        else
            *free = task;
    }

    void giveBack(TaskId task)
    {
        if (const auto standing = std::ranges::find(standing_, task); standing != standing_.end()) {
            standing_.erase(standing);
            return;
        }
        auto seat = std::ranges::find(holders_, task);
        if (seat == holders_.end()) // given back by another than who took it
            seat = std::ranges::find_if(holders_, [](TaskId holder) { return bool(holder); });
        if (seat == holders_.end())
            return;
        *seat = TaskId();
        if (!standing_.empty()) {
            *seat = standing_.front();
            standing_.erase(standing_.begin());
        }
    }

    void note(Ns time, std::uint32_t inUse)
    {
        places_.stand(time, holders_);
        if (!line_.steps.empty() && line_.steps.back().first == time)
            line_.steps.back().second = inUse;
        else
            line_.steps.emplace_back(time, inUse);
        line_.most = std::max(line_.most, inUse);
        if (inUse > seats_ && !over_)
            over_ = Over{time, inUse};
        else if (inUse > seats_)
            over_->most = std::max(over_->most, inUse);
        else if (over_)
            closeOver(time);
    }

    void addRows(ModelStrip &strip, const Trace &trace)
    {
        line_.end = trace.duration();
        if (over_)
            closeOver(trace.duration());
        if (seats_ > mostSeatRows) {
            strip.rows.push_back({Words::tr("%1 in use at most").arg(line_.most), {}, line_});
        } else {
            std::size_t number = 0;
            for (std::vector<StripBar> &row : places_.finish(trace))
                strip.rows.push_back({Words::tr("seat %1").arg(++number), std::move(row), std::nullopt});
        }
        if (overused_.empty())
            return;
        strip.rows.push_back({Words::tr("no seat left"), overused_, std::nullopt});
        strip.word = words(line_.most);
    }

private:
    struct Over
    {
        Ns since;
        std::uint32_t most;
    };

    QString words(std::uint32_t inUse) const
    {
        return seats_ == 1 ? Words::tr("%1 in use, 1 seat").arg(inUse) : Words::tr("%1 in use, %2 seats").arg(inUse).arg(seats_);
    }

    void closeOver(Ns time)
    {
        if (time > over_->since)
            overused_.push_back({Cue::Overused, over_->since, time, false, {}, words(over_->most)});
        over_.reset();
    }

    std::uint32_t seats_;
    std::size_t shown_;
    Places places_;
    std::vector<TaskId> holders_; ///< of each seat
    std::vector<TaskId> standing_; ///< who holds something beyond the seats
    std::optional<Over> over_;
    std::vector<StripBar> overused_;
    StepLine line_;
};

/// Seats and who sits on them by the changes of a resource.
void readResource(SeatBook &book, const Resource &resource)
{
    for (const SeatEvent &event : resource.changes) {
        if (event.change == SeatChange::Granted || event.change == SeatChange::Taken)
            book.take(event.task);
        else if (event.change == SeatChange::Released)
            book.giveBack(event.task);
        else
            continue;
        book.note(event.time, event.inUse);
    }
}

/// The same by a counter of what is really in use: each unit up is a task that takes, each unit down one that gives back.
void readCounter(SeatBook &book, const CounterTrack &counter)
{
    std::uint32_t before = 0;
    for (const CounterChange &change : counter.changes) {
        for (; before < change.value; ++before)
            book.take(change.task);
        for (; before > change.value; --before)
            book.giveBack(change.task);
        book.note(change.time, change.value);
    }
}

void addQueue(ModelStrip &strip, const Resource &resource, const Trace &trace, const TaskNames &names)
{
    std::vector<TaskId> line;
    std::size_t longest = 0;
    for (const SeatEvent &event : resource.changes)
        longest = std::max<std::size_t>(longest, event.queued);
    Places places(Cue::Queued, longest <= mostPlaces ? longest : usualPlaces, names);
    StepLine length{.steps = {}, .most = static_cast<std::uint32_t>(longest), .limit = 0, .end = trace.duration()};
    for (const SeatEvent &event : resource.changes) {
        const auto own = std::ranges::find(line, event.task);
        if (event.change == SeatChange::Queued)
            line.push_back(event.task);
        else if ((event.change == SeatChange::Granted || event.change == SeatChange::Left) && own != line.end())
            line.erase(own);
        else
            continue;
        places.stand(event.time, line);
        length.steps.emplace_back(event.time, event.queued);
    }
    std::size_t place = 0;
    for (std::vector<StripBar> &row : places.finish(trace))
        strip.rows.push_back({Words::tr("%1 in line").arg(ordinal(++place)), std::move(row), std::nullopt});
    if (longest > mostPlaces)
        strip.rows.push_back({Words::tr("%1 in line at most").arg(longest), {}, std::move(length)});
}

/// The rule for what is drawn: one seat for which nobody ever stood in line, and which nobody took who had none, tells nothing.
bool tells(const ModelStrip &strip)
{
    return strip.rows.size() > 1 || std::ranges::any_of(strip.rows, [](const StripRow &row) { return row.line.has_value(); });
}

void addStrip(ModelGroup &group, ModelStrip strip)
{
    if (tells(strip))
        group.strips.push_back(std::move(strip));
}

} // namespace

void addSeats(ModelGroup &group, const Trace &trace, const TaskNames &names)
{
    const auto counterNamed = [&](NameId name) {
        return std::ranges::find_if(
            trace.counters(), [&](const CounterTrack &counter) { return counter.limit > 0 && counter.name == name; });
    };
    for (const Resource &resource : trace.resources()) {
        if (resource.seats == 0 || resource.changes.empty())
            continue;
        ModelStrip strip{ModelStrip::Kind::Seats, trace.name(resource.name), {}, {}};
        // Where what is in use is counted, that is the truth: a permit given back too early does not make room.
        const auto counter = counterNamed(resource.name);
        SeatBook book(counter == trace.counters().end() ? resource.seats : counter->limit, names);
        if (counter == trace.counters().end())
            readResource(book, resource);
        else
            readCounter(book, *counter);
        book.addRows(strip, trace);
        addQueue(strip, resource, trace, names);
        addStrip(group, std::move(strip));
    }
    for (const CounterTrack &counter : trace.counters()) {
        const bool drawn = std::ranges::any_of(trace.resources(), [&](const Resource &resource) {
            return resource.name == counter.name && resource.seats > 0 && !resource.changes.empty();
        });
        if (counter.limit == 0 || drawn || counter.changes.empty())
            continue;
        ModelStrip strip{ModelStrip::Kind::Seats, trace.name(counter.name), {}, {}};
        SeatBook book(counter.limit, names);
        readCounter(book, counter);
        book.addRows(strip, trace);
        addStrip(group, std::move(strip));
    }
}

} // namespace awaitscope::chart
