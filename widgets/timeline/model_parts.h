// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/timeline/chart_model.h"

namespace awaitscope::chart {

/// The steps of makeChartModel().

/// Tells tasks of one name apart: each with its number among them, in order of start.
class TaskNames
{
public:
    explicit TaskNames(const Trace &trace);

    /// The number as a text; empty where no other task has the name.
    QString number(TaskId task) const;
    /// "query 7", or just the name.
    QString label(TaskId task) const;
    /// "query 1, 3 and 4", in the order given.
    QString list(const std::vector<TaskId> &tasks) const;

private:
    const Trace &trace_;
    std::vector<int> numbers_; ///< 0: no other has the name
};

/// What a run's deadlines and notes are for each task, looked up without going through all of them.
class TaskMarks
{
public:
    explicit TaskMarks(const Trace &trace);

    /// In the order of the record. Those of no task are had by an invalid id.
    std::span<const Deadline *const> deadlines(TaskId task) const;
    std::span<const Note *const> notes(TaskId task) const;

private:
    std::vector<const Deadline *> deadlines_; ///< by task
    std::vector<const Note *> notes_;
};

/// A running stretch, or the part of it in which the task's frame waits for an event loop of its own.
struct RunningPart
{
    Ns begin{0};
    Ns end{0};
    const NestedLoop *nested = nullptr;
};
/// A running span with what it spends in nested loops told apart.
std::vector<RunningPart> runningParts(const Trace &trace, const Span &span);
/// True for a part on the loop's thread that keeps the loop from going on.
bool blocksLoop(const Span &span, const RunningPart &part);
/// Gives a stretch in which a turn holds the loop its words.
void nameHeldLoop(ModelBar &bar, const Trace &trace);

/// Gives a bar its words.
void nameBar(ModelBar &bar, const Trace &trace, const Span &span);
/// "checkout.cpp line 12"; empty for no site.
QString placeWords(const Trace &trace, SiteId site);
/// "1st", "2nd", "3rd", "4th".
QString ordinal(std::size_t number);
/// "returned 2nd": of event loops that lay nested on one stack, the task's among them; empty where there were no others.
QString returnWords(const Trace &trace, TaskId task);
/// Who cancelled a task: "the group", "the deadline", "enrich's scope", "handleRequest".
QString cancellerWords(const Trace &trace, const TaskInfo &task);

/// How long a cancelled task took to clean up; 0 where it just unwound, without a wait.
Ns cleanupLength(const Trace &trace, const TaskInfo &task);

ModelRow taskRow(
    const Trace &trace, const TaskInfo &task, std::optional<Ns> orphaned, const TaskNames &names, const TaskMarks &marks);
/// No bars where there was no heartbeat.
ModelRow beatsRow(const Trace &trace);
/// The lane of a variant that has begun.
ModelRow loopRow(const Trace &trace, const TaskMarks &marks);
/// The lane of one that has not.
ModelRow emptyLoopRow();

/// The labelled numbers of a header; `first` is the group that others are measured against.
void addFacts(ModelGroup &group, const ModelGroup &first);
void addSaving(ChartModel &model, std::size_t index);

void addWorkers(ModelGroup &group, const Trace &trace, const TaskNames &names);
void addSeats(ModelGroup &group, const Trace &trace, const TaskNames &names);
void addCounters(ModelGroup &group, const Trace &trace);
/// Gives what several variants count by one name one scale, so that their charts can be compared.
void alignCounters(ChartModel &model);

/// What a run tells of a cancellation, wherever it is drawn.
struct ToldCascade
{
    Ns from{0};
    Ns to{0};
    std::vector<TaskId> reached; ///< in the order of their ends
    std::vector<CascadeStep> steps;
};
std::vector<ToldCascade> tellCascades(const Trace &trace, const TaskNames &names);
/// Numbers the ends of cancelled tasks, and enlarges what takes too little of the `whole` axis to be read.
void addCascades(ModelGroup &group, const std::vector<ToldCascade> &cascades, Ns whole);

} // namespace awaitscope::chart
