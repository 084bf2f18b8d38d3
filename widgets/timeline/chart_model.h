// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/moment.h"
#include "widgets/timeline/cues.h"

#include <optional>

namespace awaitscope {

/// One task of one of the subjects.
struct TaskRef
{
    std::size_t subject = 0;
    TaskId task;
    bool operator==(const TaskRef &) const = default;
};

/// A stretch of a lane.
struct ModelBar
{
    static constexpr std::size_t noSpan = SIZE_MAX;

    Cue cue = Cue::Running;
    Ns begin{0};
    Ns end{0};
    bool open = false; ///< still going on
    bool last = false; ///< the running stretch in which the task ended
    std::size_t span = noSpan; ///< index into the trace's spans; none for what lies between them
    QString label; ///< empty for the short stretches of running
    QString shortLabel; ///< where there is no room for the label
};

/// One lane: a task, or the event loop.
struct ModelRow
{
    enum class Kind { Task, Loop };

    Kind kind = Kind::Task;
    TaskId task;
    TaskId parent;
    int depth = 0;
    QString name;
    QString note; ///< of the loop: "9 turns"
    std::vector<ModelBar> bars; ///< in order of time
    std::optional<Cue> ending;
    QString endNote; ///< the error's name, who cancelled; empty where the mark says it all
    Ns start{0};
    Ns end{0};
};

/// A labelled number of a header.
struct HeaderFact
{
    enum class Tone { Plain, Good, Bad };
    QString text;
    Tone tone = Tone::Plain;
};

/// One variant.
struct ModelGroup
{
    QString letter;
    QString title;
    std::shared_ptr<const Trace> trace; ///< may be null before it has begun
    std::vector<HeaderFact> facts;
    std::vector<ModelRow> rows;
    std::vector<std::pair<Ns, Ns>> frozen; ///< when the loop was blocked
    Ns result{0}; ///< when the first root ended
    Ns end{0}; ///< when the last task ended; the last known time while live
    bool complete = false;
};

/// What a variant saves against the first one because its waits overlap.
struct Saving
{
    std::size_t group = 0;
    Ns from{0}; ///< the variant's end
    Ns to{0}; ///< the first one's end
    QString headline; ///< "212 ms saved"
    QString reason; ///< "the three waits overlap"
    QString reference; ///< "A ended"
};

/// What is to be drawn, without any pixel.
struct ChartModel
{
    std::vector<ModelGroup> groups;
    std::vector<Saving> savings;
    Ns end{0}; ///< the latest end of all
    bool complete = false;

    std::size_t rowCount() const;
    /// The row of a task, or null.
    const ModelRow *row(const TaskRef &ref) const;
};

/// Reads the runs. Cheap enough to be repeated once a frame for the runs of lessons.
ChartModel makeChartModel(std::span<const Subject> subjects);

/// What is known about one stretch of a lane: task, state, times to the µs, source line, what it waits for.
QStringList barDetails(const ModelGroup &group, const ModelRow &row, const ModelBar &bar);
/// The same for the end of a task.
QStringList endDetails(const ModelGroup &group, const ModelRow &row);
/// A time to the microsecond: "196.012 ms".
QString exactTime(Ns time);

} // namespace awaitscope
