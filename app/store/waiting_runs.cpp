// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/store/waiting_runs.h"

#include "app/store/run_table.h"

#include <QUuid>

#include <utility>

namespace awaitscope {

SavedRun WaitingRun::listed(RunNumber number) const
{
    SavedRun listed;
    listed.number = number;
    listed.uid = uid;
    listed.facts = run.facts;
    listed.name = run.name;
    listed.note = note;
    listed.traceSize = traceSize;
    listed.hasTrace = !run.trace.isEmpty();
    return listed;
}

RunNumber WaitingRuns::add(NewRun run)
{
    const RunNumber number(--last_);
    const qint64 traceSize = run.trace.size();
    runs_.emplace(number, WaitingRun{std::move(run), QUuid::createUuid().toString(QUuid::WithoutBraces), {}, traceSize, false});
    return number;
}

RunNumber WaitingRuns::now(RunNumber number) const
{
    const auto found = written_.find(number);
    return found == written_.end() ? number : found->second;
}

WaitingRun *WaitingRuns::find(RunNumber number)
{
    const auto found = runs_.find(number);
    return found == runs_.end() ? nullptr : &found->second;
}

int WaitingRuns::limitTraces(qint64 most)
{
    int gone = 0;
    qint64 bytes = 0;
    for (auto &[number, waiting] : runs_) { // from the newest on
        bytes += waiting.run.trace.size();
        if (bytes <= most || &waiting == &runs_.begin()->second || waiting.run.trace.isEmpty())
            continue;
        bytes -= waiting.run.trace.size();
        waiting.run.trace = QByteArray();
        ++gone;
    }
    return gone;
}

void WaitingRuns::written(RunNumber waiting, RunNumber number)
{
    runs_.erase(waiting);
    written_.emplace(waiting, number);
}

std::vector<SavedRun> WaitingRuns::list(const RunFilter &filter) const
{
    std::vector<SavedRun> listed;
    for (const auto &[number, waiting] : runs_) { // the newest has the lowest number
        SavedRun run = waiting.listed(number);
        if (!waiting.removed && passes(run, filter))
            listed.push_back(std::move(run));
    }
    return listed;
}

std::vector<WaitingRun> WaitingRuns::all() const
{
    std::vector<WaitingRun> all;
    for (const auto &[number, waiting] : runs_) {
        if (!waiting.removed)
            all.push_back(waiting);
    }
    return all;
}

} // namespace awaitscope
