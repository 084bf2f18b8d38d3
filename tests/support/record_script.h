// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/recorder.h"
#include "lessons/trace/trace_builder.h"

#include <memory>
#include <source_location>

namespace awaitscope::test {

/// Writes a record by hand, event by event, for tests of what reads records. Times are in ms.
class RecordScript
{
public:
    RecordScript() : recorder_(std::make_shared<Recorder>()), log_(&recorder_->attachThread()) { }

    /// What follows is written by a thread of its own.
    RecordScript &onNewThread()
    {
        log_ = &recorder_->attachThread();
        return *this;
    }
    RecordScript &turn(double ms) { return push(ms, EventKind::TurnBegan, 0); }
    RecordScript &turnEnd(double ms) { return push(ms, EventKind::TurnEnded, 0); }
    RecordScript &start(double ms, std::uint32_t task, std::source_location where = std::source_location::current())
    {
        return push(ms, EventKind::Started, task, toPayload(where));
    }
    RecordScript &suspend(double ms, std::uint32_t task, WaitKind wait = WaitKind::None, std::uint64_t detail = 0,
        std::source_location where = std::source_location::current())
    {
        push(ms, EventKind::Suspended, task, toPayload(where));
        return wait == WaitKind::None ? *this : push(ms, EventKind::WaitsFor, task, detail, wait);
    }
    RecordScript &timer(
        double ms, std::uint32_t task, double length, std::source_location where = std::source_location::current())
    {
        return suspend(ms, task, WaitKind::Timer, static_cast<std::uint64_t>(length * 1e6), where);
    }
    RecordScript &resume(double ms, std::uint32_t task, std::source_location where = std::source_location::current())
    {
        return push(ms, EventKind::Resumed, task, toPayload(where));
    }
    RecordScript &finish(double ms, std::uint32_t task) { return push(ms, EventKind::Returned, task); }
    RecordScript &end(double ms, std::uint32_t task, EventKind kind, std::string_view text)
    {
        return push(ms, kind, task, recorder_->intern(text).number());
    }

    /// A resource of that many seats; they are numbered from 1.
    RecordScript &resource(double ms, std::string_view name, std::uint32_t seats)
    {
        return push(ms, EventKind::ResourceMade, 0, packPair(recorder_->intern(name).number(), seats));
    }
    RecordScript &seat(double ms, std::uint32_t task, SeatChange change, std::uint32_t resource, std::uint32_t inUse)
    {
        return push(ms, EventKind::SeatChanged, task, packPair(resource, inUse), WaitKind::None, std::uint16_t(change));
    }

    /// A deadline that is due at a time; they are numbered from 1.
    RecordScript &deadline(double ms, std::uint32_t task, double due)
    {
        return push(ms, EventKind::DeadlineSet, task, static_cast<std::uint64_t>(due * 1e6));
    }
    RecordScript &concludeDeadline(double ms, EventKind how, std::uint32_t number) { return push(ms, how, 0, number); }
    RecordScript &block(double ms, std::uint32_t task, std::source_location where = std::source_location::current())
    {
        return push(ms, EventKind::BlockBegan, task, toPayload(where));
    }
    RecordScript &blockEnd(double ms, std::uint32_t task) { return push(ms, EventKind::BlockEnded, task); }
    RecordScript &nest(double ms, std::uint32_t task, std::source_location where = std::source_location::current())
    {
        return push(ms, EventKind::NestedBegan, task, toPayload(where));
    }
    RecordScript &nestEnd(double ms, std::uint32_t task) { return push(ms, EventKind::NestedEnded, task); }
    /// What a worker did for a task, written at the delivery.
    RecordScript &work(double ms, std::uint32_t task, std::uint16_t worker, double from, double to)
    {
        push(ms, EventKind::WorkBegan, task, static_cast<std::uint64_t>(from * 1e6), WaitKind::None, worker);
        return push(ms, EventKind::WorkEnded, task, static_cast<std::uint64_t>(to * 1e6), WaitKind::None, worker);
    }
    /// Something to be counted, with a limit where there is one; they are numbered from 1.
    RecordScript &counter(double ms, std::string_view name, std::uint32_t limit = 0)
    {
        return push(ms, EventKind::CounterMade, 0, packPair(recorder_->intern(name).number(), limit));
    }
    RecordScript &count(double ms, std::uint32_t task, std::uint32_t counter, std::uint32_t value)
    {
        return push(ms, EventKind::CounterChanged, task, packPair(counter, value));
    }
    RecordScript &beat(double ms, double due) { return push(ms, EventKind::Beat, 0, static_cast<std::uint64_t>(due * 1e6)); }
    RecordScript &stall(double ms, Monitor monitor, std::uint32_t task, double blocked,
        std::source_location where = std::source_location::current())
    {
        push(ms, EventKind::StallSeen, task, toPayload(where), WaitKind::None, std::uint16_t(monitor));
        return push(ms, EventKind::StallLength, 0, static_cast<std::uint64_t>(blocked * 1e6));
    }
    RecordScript &note(double ms, std::uint32_t task, std::string_view text)
    {
        return push(ms, EventKind::Noted, task, recorder_->intern(text).number());
    }
    RecordScript &log(double ms, std::uint32_t task, LogSource source, std::string_view line)
    {
        return push(ms, EventKind::Logged, task, recorder_->intern(line).number(), WaitKind::None, std::uint16_t(source));
    }
    RecordScript &unread(double ms, std::uint32_t task) { return push(ms, EventKind::Unread, task); }
    /// A request to cancel; `request` is its number.
    RecordScript &requestCancel(double ms, std::uint32_t asker, Canceller by, std::string_view reason, std::uint32_t request)
    {
        return push(ms, EventKind::CancelRequested, asker, packCancel(recorder_->intern(reason), CancelId(request)),
            WaitKind::None, std::uint16_t(by));
    }
    RecordScript &interrupt(double ms, std::uint32_t task, std::uint32_t request)
    {
        return push(ms, EventKind::Interrupted, task, packCancel(NameId(), CancelId(request)));
    }
    RecordScript &cancelled(double ms, std::uint32_t task, std::uint32_t request)
    {
        return push(ms, EventKind::Cancelled, task, packCancel(NameId(), CancelId(request)));
    }
    /// A lazy task is made.
    RecordScript &create(double ms, std::uint32_t task, std::source_location where = std::source_location::current())
    {
        return push(ms, EventKind::Created, task, toPayload(where));
    }

    RecordScript &push(double ms, EventKind kind, std::uint32_t task, std::uint64_t payload = 0, WaitKind wait = WaitKind::None,
        std::uint16_t detail = 0)
    {
        RawEvent event;
        event.time = static_cast<std::int64_t>(ms * 1e6);
        event.payload = payload;
        event.task = task;
        event.kind = kind;
        event.wait = wait;
        event.detail = detail;
        log_->push(event);
        return *this;
    }

    const std::shared_ptr<Recorder> &recorder() const { return recorder_; }
    std::shared_ptr<const Trace> trace(std::shared_ptr<const SourceMap> map = nullptr) const
    {
        return std::make_shared<const Trace>(TraceBuilder::build(recorder_, std::move(map)));
    }

private:
    std::shared_ptr<Recorder> recorder_;
    ThreadLog *log_;
};

/// A root that awaits three timers one after another (196, 120 and 90 ms), each in a task of its own.
inline RecordScript sequentialScript()
{
    RecordScript s;
    s.turn(0).start(0.0, 1);
    double now = 0.1;
    const double lengths[]{196, 120, 90};
    for (std::uint32_t child = 2; child <= 4; ++child) {
        s.start(now, child).timer(now + 0.01, child, lengths[child - 2]).suspend(now + 0.02, 1, WaitKind::Task, child);
        s.turnEnd(now + 0.03);
        now += lengths[child - 2] + 0.3;
        s.turn(now).resume(now + 0.01, child).finish(now + 0.02, child).resume(now + 0.03, 1);
        now += 0.05;
    }
    s.finish(now, 1).turnEnd(now + 0.01);
    return s;
}

/// A root that gathers the same three timers.
inline RecordScript gatherScript()
{
    RecordScript s;
    s.turn(0).start(0.0, 1);
    const double lengths[]{196, 120, 90};
    double now = 0.05;
    for (std::uint32_t child = 2; child <= 4; ++child, now += 0.05)
        s.start(now, child).timer(now + 0.02, child, lengths[child - 2]);
    s.suspend(now, 1, WaitKind::Gather, 3).turnEnd(now + 0.01);
    for (const std::uint32_t child : {4u, 3u, 2u}) {
        const double at = lengths[child - 2] + 0.4;
        s.turn(at).resume(at + 0.01, child).finish(at + 0.02, child);
        if (child != 2)
            s.turnEnd(at + 0.03);
    }
    s.resume(196.45, 1).finish(196.46, 1).turnEnd(196.47);
    return s;
}

} // namespace awaitscope::test
