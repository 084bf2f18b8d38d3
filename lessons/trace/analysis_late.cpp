// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/analysis.h"

#include <algorithm>

namespace awaitscope {

namespace {

/// What the loop had to wake up for.
struct Call
{
    Ns due{0};
    Ns heard{0}; ///< when the loop came to it
};

std::vector<Call> callsOf(const Trace &trace)
{
    std::vector<Call> calls;
    for (const Span &span : trace.spans()) {
        if (span.wait.kind == WaitKind::Timer && !span.open && span.length() >= span.wait.length)
            calls.push_back({span.begin + span.wait.length, span.end});
    }
    for (const Work &work : trace.works()) {
        for (const std::size_t index : trace.task(work.task).spans) {
            const Span &span = trace.spans()[index];
            if (span.wait.kind == WaitKind::Thread && !span.open && span.begin <= work.end && work.end <= span.end)
                calls.push_back({work.end, span.end});
        }
    }
    for (const Deadline &deadline : trace.deadlines()) {
        if (deadline.state == Deadline::State::Missed)
            calls.push_back({deadline.due, deadline.concluded});
    }
    for (const Beat &beat : trace.beats())
        calls.push_back({beat.due, beat.at});
    return calls;
}

/// For each turn when the loop, or the one that a task spins, had last done what there was to do.
std::vector<Ns> asleepBefore(const Trace &trace)
{
    std::vector<Ns> found;
    std::vector<const Turn *> open;
    auto nested = trace.nestedLoops().begin();
    Ns asleep{0};
    for (const Turn &turn : trace.turns()) {
        for (; !open.empty() && open.back()->end <= turn.begin; open.pop_back())
            asleep = std::max(asleep, open.back()->end);
        for (; nested != trace.nestedLoops().end() && nested->begin <= turn.begin; ++nested)
            asleep = std::max(asleep, nested->begin);
        open.push_back(&turn);
        found.push_back(asleep);
    }
    return found;
}

} // namespace

Ns overslept(const Trace &trace, Ns from, Ns to)
{
    const std::vector<Ns> asleep = asleepBefore(trace);
    std::vector<Ns> dues(trace.turns().size(), Ns::max());
    for (const Call &call : callsOf(trace)) {
        auto turn = std::ranges::upper_bound(trace.turns(), call.heard, {}, &Turn::begin) - trace.turns().begin() - 1;
        while (turn >= 0 && trace.turns()[static_cast<std::size_t>(turn)].end < call.heard)
            --turn;
        if (turn >= 0)
            dues[static_cast<std::size_t>(turn)] = std::min(dues[static_cast<std::size_t>(turn)], call.due);
    }

    Ns sum{0};
    for (std::size_t i = 0; i < dues.size(); ++i) {
        if (dues[i] == Ns::max())
            continue;
        const Ns woken = trace.turns()[i].begin;
        const Ns late = std::min(woken, to) - std::max({asleep[i], dues[i], from});
        sum += std::max(late, Ns(0));
    }
    return sum;
}

} // namespace awaitscope
