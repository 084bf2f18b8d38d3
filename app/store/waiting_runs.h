// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/store/saved_run.h"

#include <map>

namespace awaitscope {

/// A run that is held in memory until it is on the disk.
struct WaitingRun
{
    NewRun run;
    QString uid;
    QString note;
    qint64 traceSize = 0; ///< bytes, also where it was let go
    bool removed = false;

    SavedRun listed(RunNumber number) const;
};

/// The runs that are not on the disk yet, by their negative numbers.
class WaitingRuns
{
public:
    RunNumber add(NewRun run);
    /// Where it was written in the meantime: its number there. Any other number is given back as it is.
    RunNumber now(RunNumber number) const;
    /// Null where none waits under that number.
    WaitingRun *find(RunNumber number);
    /// Lets traces go, the oldest first and that of the newest run never, until they take so many bytes together; how many went.
    int limitTraces(qint64 most);
    /// It is on the disk.
    void written(RunNumber waiting, RunNumber number);

    /// Those that are not removed and pass the filter, the newest first.
    std::vector<SavedRun> list(const RunFilter &filter) const;
    /// All that are not removed.
    std::vector<WaitingRun> all() const;

private:
    std::map<RunNumber, WaitingRun> runs_;
    std::map<RunNumber, RunNumber> written_;
    qint64 last_ = 0;
};

} // namespace awaitscope
