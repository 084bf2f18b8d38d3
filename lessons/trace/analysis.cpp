// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/analysis.h"

#include <algorithm>

namespace awaitscope {

std::vector<const Span *> waitsInFlight(const Trace &trace)
{
    std::vector<const Span *> waits;
    for (const Span &span : trace.spans()) {
        if (span.state == TaskState::InFlight)
            waits.push_back(&span);
    }
    std::ranges::stable_sort(waits, {}, &Span::begin);
    return waits;
}

Ns sumOfWaits(const Trace &trace)
{
    Ns sum{0};
    for (const Span *wait : waitsInFlight(trace))
        sum += wait->length();
    return sum;
}

Ns timeInFlight(const Trace &trace)
{
    Ns total{0}, covered{0};
    for (const Span *wait : waitsInFlight(trace)) {
        total += std::max(Ns(0), wait->end - std::max(covered, wait->begin));
        covered = std::max(covered, wait->end);
    }
    return total;
}

bool ofSameCode(const Trace &one, const Trace &other)
{
    const auto file = [](const Trace &trace) { return trace.sourceMap() ? trace.sourceMap()->file : QString(); };
    return file(one) == file(other);
}

Ns savedByOverlap(const Trace &trace)
{
    return sumOfWaits(trace) - timeInFlight(trace);
}

int mostInFlight(const Trace &trace)
{
    std::vector<std::pair<Ns, int>> changes; // at equal times an end (−1) sorts before a begin (+1)
    for (const Span *wait : waitsInFlight(trace)) {
        if (wait->length() > Ns(0)) {
            changes.emplace_back(wait->begin, +1);
            changes.emplace_back(wait->end, -1);
        }
    }
    std::ranges::sort(changes);
    int now = 0, most = 0;
    for (const auto &[time, change] : changes)
        most = std::max(most, now += change);
    return most;
}

std::ptrdiff_t failedTasks(const Trace &trace)
{
    return std::ranges::count(trace.tasks(), TaskState::Failed, &TaskInfo::outcome);
}

Ns timeRunning(const Trace &trace)
{
    Ns sum{0};
    for (const Span &span : trace.spans()) {
        if (span.state == TaskState::Running)
            sum += span.length();
    }
    return sum;
}

const Span *longestRunning(const Trace &trace)
{
    const Span *longest = nullptr;
    for (const Span &span : trace.spans()) {
        if (span.state == TaskState::Running && (!longest || span.length() > longest->length()))
            longest = &span;
    }
    return longest;
}

std::vector<const Span *> criticalWaits(const Trace &trace)
{
    std::vector<const Span *> byEnd = waitsInFlight(trace);
    std::erase_if(byEnd, [](const Span *wait) { return wait->length() == Ns(0); });
    std::ranges::stable_sort(byEnd, {}, &Span::end);
    std::vector<const Span *> chain;
    Ns until = trace.duration();
    for (auto wait = byEnd.rbegin(); wait != byEnd.rend(); ++wait) {
        if ((*wait)->end <= until) {
            chain.push_back(*wait);
            until = (*wait)->begin;
        }
    }
    std::ranges::reverse(chain);
    return chain;
}

} // namespace awaitscope
