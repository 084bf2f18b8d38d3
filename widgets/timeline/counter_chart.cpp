// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/model_parts.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace awaitscope::chart {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Timeline)
};

/// Changes within this of a run's end are its end.
constexpr Ns atTheEnd = std::chrono::microseconds(500);

/// The rule for what is drawn: a count that changes but once, or only when all is over, tells nothing over time.
bool tells(const StepLine &line)
{
    return line.steps.size() > 1 && line.steps.front().first + atTheEnd < line.end;
}

} // namespace

void addCounters(ModelGroup &group, const Trace &trace)
{
    for (const CounterTrack &counter : trace.counters()) {
        if (counter.limit > 0 || counter.changes.empty())
            continue; // what has a limit is drawn as seats
        StepLine line;
        line.end = trace.duration();
        for (const CounterChange &change : counter.changes) {
            if (change.value == line.at(change.time))
                continue;
            line.most = std::max(line.most, change.value);
            if (!line.steps.empty() && line.steps.back().first == change.time)
                line.steps.back().second = change.value;
            else
                line.steps.emplace_back(change.time, change.value);
        }
        if (!tells(line))
            continue;
        ModelStrip strip{ModelStrip::Kind::Counter, trace.name(counter.name), {}, {}};
        strip.rows.push_back({Words::tr("most %1").arg(line.most), {}, std::move(line)});
        group.strips.push_back(std::move(strip));
    }
}

void alignCounters(ChartModel &model)
{
    QHash<QString, std::uint32_t> most;
    const auto eachLine = [&model](auto use) {
        for (ModelGroup &group : model.groups) {
            for (ModelStrip &strip : group.strips) {
                if (strip.kind == ModelStrip::Kind::Counter)
                    use(strip.name, *strip.rows.front().line);
            }
        }
    };
    eachLine([&most](const QString &name, const StepLine &line) { most[name] = std::max(most.value(name), line.most); });
    eachLine([&most](const QString &name, StepLine &line) { line.scale = most.value(name); });
}

} // namespace awaitscope::chart
