// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"
#include "lessons/trace/recorder.h"

#include <atomic>
#include <mutex>

namespace awaitscope {

class ReaderActs;

/// What to play.
struct RunRequest
{
    const Lesson *lesson = nullptr;
    ParameterSet parameters;
    QStringList variants; ///< ids in the order to play; all must be available
    ClockKind clock = ClockKind::Real;
    quint64 seed = 1;
};

/// The link between a run on its thread and whoever watches it from another. All functions are thread-safe.
class RunControl
{
public:
    /// Asks the run to end: its root scope is cancelled, then joined. Returns at once.
    void cancel();
    bool cancelRequested() const { return cancelled_.load(); }
    /// Asks one task of a variant to end, with all that it spawned, in the name of the user; see Scope::cancelTask(). Returns at
    /// once; nothing happens where another variant plays by then.
    void cancelTask(int variant, std::vector<TaskId> chain);
    /// What the reader does, by its id; see ReaderActs. Returns at once; nothing happens where another variant plays by then.
    void act(int variant, const QString &act);

    /// A variant that has begun: its position in the request, its record so far, and the real time of its zero.
    struct LiveVariant
    {
        int index = 0;
        std::shared_ptr<const Recorder> recorder;
        std::chrono::steady_clock::time_point zero;
        bool ended = false;
    };
    /// All variants that have begun, in order.
    std::vector<LiveVariant> live() const;

private:
    friend class Runner;

    mutable std::mutex mutex_;
    std::vector<LiveVariant> live_;
    /// Calls a function on the loop of what plays now, with its root and what its reader may do.
    std::function<void(std::function<void(Scope &, ReaderActs &)>)> callCurrent_;
    std::atomic<bool> cancelled_{false};
};

/// Plays the variants one after another on the calling thread, which needs a QCoreApplication and may have an event
/// loop; returns when all have ended and everything that they spawned is joined. Claims are judged, the records
/// validated. Never throws: what a variant threw is in its outcome.
Run play(const RunRequest &request, RunControl *control = nullptr);

/// Adds to a run of that lesson what its claims say of it: of those whose variants it has, and that were not cancelled.
void judgeClaims(Run &run, const Lesson &lesson);

} // namespace awaitscope
