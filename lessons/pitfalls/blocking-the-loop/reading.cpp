// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/pitfalls/blocking-the-loop/reading.h"

#include "lessons/pitfalls/blocking-the-loop/claims.h"
#include "lessons/trace/analysis.h"

#include <algorithm>

namespace awaitscope::lesson_blocking_the_loop {

Reading::Reading(const Trace &trace) : trace_(trace)
{
    for (const TaskInfo &task : trace.tasks()) {
        if (task.name == u"getUser" && requests_.size() < queries.size())
            requests_.push_back(&task);
    }
}

Ns dueOf(std::size_t request)
{
    return queries[request];
}

Ns Reading::longestStall() const
{
    const Turn *longest = longestTurn(trace_);
    return longest ? longest->end - longest->begin : Ns(0);
}

int Reading::beatsMissed() const
{
    const std::vector<Beat> &beats = trace_.beats();
    if (beats.empty())
        return 0;
    // The heart begins with the run, so the first beat is due after one interval, as are those that follow one in time.
    Ns interval = beats.front().due;
    for (std::size_t i = 1; i < beats.size(); ++i)
        interval = std::min(interval, beats[i].due - beats[i - 1].due);
    int missed = 0;
    for (std::size_t i = 1; i < beats.size() && interval > Ns(0); ++i)
        missed += static_cast<int>((beats[i].due - beats[i - 1].due + interval / 2) / interval) - 1;
    return missed;
}

bool Reading::beatWhile(const Block &block) const
{
    return std::ranges::any_of(trace_.beats(), [&](const Beat &beat) { return beat.at > block.begin && beat.at < block.end; });
}

Ns Reading::latest() const
{
    Ns latest{0};
    for (std::size_t i = 0; i < requests_.size(); ++i)
        latest = std::max(latest, requests_[i]->end - requests_[i]->start - dueOf(i));
    return latest;
}

int Reading::blockingLine(QStringView variant) const
{
    const SourceMap *map = trace_.sourceMap();
    for (const SourceBlock &shown : map ? map->blocks : std::vector<SourceBlock>()) {
        for (qsizetype i = 0; shown.id == variant && i < shown.lines.size(); ++i) {
            if (shown.lines[i].contains(QLatin1String("blockFor(")) || shown.lines[i].contains(QLatin1String("blockWith(")))
                return shown.firstLine + static_cast<int>(i);
        }
    }
    return 0;
}

bool Reading::blockedAt(int line) const
{
    if (trace_.blocks().size() != 1 || line == 0)
        return false;
    const Site &site = trace_.site(block()->site);
    return site.file == trace_.sourceMap()->file && trace_.sourceMap()->statementAt(site.line).contains(line);
}

} // namespace awaitscope::lesson_blocking_the_loop
