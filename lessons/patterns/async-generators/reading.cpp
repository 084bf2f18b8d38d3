// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/patterns/async-generators/reading.h"

#include <QRegularExpression>

#include <algorithm>

namespace awaitscope::lesson_async_generators {

namespace {

/// The changes of the counter of that name; none where there is no such counter.
std::span<const CounterChange> changesOf(const Trace &trace, QStringView name)
{
    for (const CounterTrack &counter : trace.counters()) {
        if (trace.name(counter.name) == name)
            return counter.changes;
    }
    return {};
}

} // namespace

Reading::Reading(const Trace &trace) : trace_(trace), generator_(trace.find(u"streamLogs"))
{
    client_ = trace.find(u"readLogs");
    if (!client_)
        client_ = trace.find(u"takeLogs");
    if (generator_ && generator_->parent)
        consumer_ = &trace.task(generator_->parent);
    int held = 0;
    for (const CounterChange &change : changesOf(trace, u"rows held")) {
        const int now = static_cast<int>(change.value);
        if (now > held)
            read_.push_back(change.time);
        held = now;
        mostHeld_ = std::max(mostHeld_, held);
    }
    for (const CounterChange &change : changesOf(trace, u"rows received")) {
        if (rowsReceived_ == 0)
            firstReceived_ = change.time;
        rowsReceived_ = static_cast<int>(change.value);
    }
    for (const CounterChange &change : changesOf(trace, u"database connections")) {
        connectionsLeft_ = static_cast<int>(change.value);
        connectionClosed_ = change.time;
    }
}

int Reading::rowsReadAfter(Ns time) const
{
    return static_cast<int>(std::ranges::count_if(read_, [time](Ns read) { return read > time; }));
}

bool Reading::stoppedByConsumer() const
{
    const CancelRequest *request = trace_.cancelRequest(generator_->cancellation);
    return generator_->outcome == TaskState::Cancelled && request && request->by == Canceller::Closing;
}

bool Reading::closedAsItEnded() const
{
    if (generator_->spans.empty())
        return false;
    const Span &last = trace_.spans()[generator_->spans.back()];
    return last.state == TaskState::Running && connectionClosed_ >= last.begin && connectionClosed_ <= last.end;
}

Ns Reading::producerWaited() const
{
    return waited(*generator_, WaitKind::Consumer);
}

Ns Reading::consumerWorked() const
{
    return waited(*consumer_, WaitKind::Timer);
}

Ns Reading::waited(const TaskInfo &task, WaitKind kind) const
{
    Ns sum{0};
    for (const std::size_t index : task.spans) {
        if (const Span &span = trace_.spans()[index]; isSuspended(span.state) && span.wait.kind == kind)
            sum += span.length();
    }
    return sum;
}

std::pair<QString, QString> Reading::bytes() const
{
    static const QRegularExpression both(QStringLiteral("^sent (.*), read (.*)$"));
    for (const Note &note : trace_.notes()) {
        if (const auto match = both.match(trace_.name(note.text)); match.hasMatch())
            return {match.captured(1), match.captured(2)};
    }
    return {};
}

} // namespace awaitscope::lesson_async_generators
