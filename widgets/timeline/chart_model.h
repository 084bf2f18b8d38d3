// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/moment.h"
#include "widgets/timeline/chart_before.h"
#include "widgets/timeline/cues.h"
#include "widgets/timeline/ghost.h"

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
    int depth = 0; ///< of the loop's turns: 0 for its own, from 1 in nested loops; of a nested loop: from 1
    QString label; ///< empty for the short stretches of running
    QString shortLabel; ///< where there is no room for the label
    QString shortestLabel
        = {}; ///< where there is none for that either; of a block, which is never without a word, and of a nested loop
};

/// Something that stands at one time of a lane, above it.
struct ModelFlag
{
    enum class Kind {
        Deadline, ///< what is due then
        Stall, ///< a monitor says that the loop is blocked
        Note, ///< a text of the run
    };

    Kind kind = Kind::Deadline;
    Ns at{0};
    Ns since{0}; ///< of a deadline: when it was set. The budget is what lies between
    QString label; ///< "deadline 200 ms"
    QStringList details; ///< what more is known, a line a fact
};

/// Two marks of a lane that are too far apart.
struct ModelGap
{
    Ns begin{0};
    Ns end{0};
    QString label; ///< "310 ms between two beats"
    QString shortLabel; ///< "310 ms"
};

/// One lane: a task, a heartbeat, or the event loop; or the word for tasks that have none; or what the reader expects.
struct ModelRow
{
    enum class Kind { Task, Folded, Ghost, Beats, Loop };

    Kind kind = Kind::Task;
    TaskId task;
    TaskId parent;
    int depth = 0;
    QString name;
    QString note; ///< of the loop: "9 turns"
    std::vector<ModelBar> bars; ///< in order of time
    std::vector<ModelFlag> flags; ///< in order of time
    std::vector<ModelGap> gaps; ///< of a heartbeat
    std::optional<Ns> orphaned; ///< when its caller went, where the task outlived it
    std::optional<Cue> ending;
    QString endNote; ///< the error's name, who cancelled; empty where the mark says it all
    QString unreadNote; ///< "unread", of a task whose result nobody can read any more
    TaskId hides; ///< of a lane that stands for several tasks of one parent: the first of them
    std::size_t hidden = 0; ///< how many tasks it stands for that have no lane
    int order = 0; ///< of a task that a cancellation ended: its number in the order; 0: none
    std::optional<Ghost> ghost; ///< of the lane of one
    Ns start{0};
    Ns end{0};
};

/// A stretch of a strip's row.
struct StripBar
{
    Cue cue = Cue::SeatHeld;
    Ns begin{0};
    Ns end{0};
    bool open = false; ///< still going on
    TaskId task;
    QString label; ///< the task's name
    QString shortLabel = {}; ///< its number among those of one name; may be empty
};

/// How a number changes over time.
struct StepLine
{
    std::vector<std::pair<Ns, std::uint32_t>> steps; ///< from when on, which value; in order of time
    std::uint32_t most = 0;
    std::uint32_t limit = 0; ///< 0: none
    std::uint32_t scale = 0; ///< what the full height stands for; 0: the greater of `most` and `limit`
    Ns end{0}; ///< up to here the last value is known

    std::uint32_t at(Ns time) const;
};

/// One row of a strip: bars, or a step line.
struct StripRow
{
    QString note; ///< "seat 1"
    std::vector<StripBar> bars; ///< in order of time
    std::optional<StepLine> line;
};

/// What stands under the lanes of a variant, on the same axis: a pool's seats and its queue, the workers, a counter.
struct ModelStrip
{
    enum class Kind { Seats, Workers, Counter };

    Kind kind = Kind::Seats;
    QString name;
    QString word; ///< the worst of it, for the header: "20 in use, 3 seats"; empty where all is well
    std::vector<StripRow> rows;
};

/// One step of a cancellation.
struct CascadeStep
{
    Cue cue = Cue::Cancelled;
    Ns begin{0};
    Ns end{0}; ///< of the same time as `begin` where it took none
    std::vector<TaskId> tasks; ///< whose step; several that do the same at once, each with a number; none where it is no task's
    QString text; ///< "validate unwinds, by the group"
    int first = 0; ///< its number, or the first of its numbers
    int last = 0;
};

/// A cancellation that is too short for the axis, or that too many lanes take part in, to be drawn once more by itself.
struct ModelCascade
{
    Ns from{0};
    Ns to{0};
    std::vector<CascadeStep> steps; ///< in order; their numbers begin with 1
    bool brief = true; ///< it takes so little of the axis that it has to be enlarged
    std::size_t left = 0; ///< steps that are not listed, because there are too many
    std::size_t leftAfter = 0; ///< of those that are listed so many stand before them
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
    std::vector<ModelStrip> strips;
    std::vector<ModelCascade> cascades;
    Ns result{0}; ///< when the last of the roots ended that have ended
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
    std::vector<Difference> differences; ///< against the run before; none where it is compared with none
    Ns end{0}; ///< the latest end of all
    bool complete = false;

    std::size_t rowCount() const;
    /// The row of a task, or null.
    const ModelRow *row(const TaskRef &ref) const;
};

/// Reads the runs.
ChartModel makeChartModel(std::span<const Subject> subjects);

/// Reads runs again and again while one of them grows. What it has read of one that is complete it keeps.
class ChartReader
{
public:
    ChartReader();
    ~ChartReader();

    /// The same as makeChartModel().
    ChartModel read(std::span<const Subject> subjects);

private:
    struct Reading;
    std::vector<Reading> readings_; ///< by subject
};

/// So many lanes of tasks a variant shows without leaving out what repeats itself.
inline constexpr std::size_t mostLanes = 32;
/// The model, in which variants with more than `most` lanes of tasks leave out what only repeats what is there: a branch whose tasks
/// all went the same way is told by its uppermost lane, with the number of those below; siblings that went the same way by the first
/// and a word for the others. The lane of `kept`, those around it and those right below are there in any case.
ChartModel withoutRepetition(ChartModel model, std::size_t most, const std::optional<TaskRef> &kept = {});
/// The model with at most so many lanes, each variant losing its last tasks, and a lane that says how many are left out.
/// No variant gets less than four.
ChartModel folded(ChartModel model, std::size_t mostRows);
Cue cueOfFlag(ModelFlag::Kind kind);
/// What is known about a flag, and about a stretch of a strip.
QStringList flagDetails(const ModelRow &row, const ModelFlag &flag);
QStringList stripDetails(const ModelStrip &strip, const StripRow &row, const StripBar &bar);
/// What is known about one stretch of a lane: task, state, times to the µs, source line, what it waits for.
QStringList barDetails(const ModelGroup &group, const ModelRow &row, const ModelBar &bar);
/// The same for the end of a task.
QStringList endDetails(const ModelGroup &group, const ModelRow &row);
/// A time to the microsecond: "196.012 ms".
QString exactTime(Ns time);

} // namespace awaitscope
