// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/model_parts.h"

#include <algorithm>

namespace awaitscope {

namespace {

/// A tree of tasks, parents before their children. What outlives its caller is an orphan, and so is all below it.
void addTree(ModelGroup &group, const Trace &trace, TaskId root, const chart::TaskNames &names, const chart::TaskMarks &marks)
{
    struct Open
    {
        TaskId task;
        std::optional<Ns> callerGone;
    };
    std::vector<Open> open{{root, std::nullopt}};
    while (!open.empty()) {
        const auto [id, callerGone] = open.back();
        open.pop_back();
        const TaskInfo &task = trace.task(id);
        group.rows.push_back(
            chart::taskRow(trace, task, callerGone && *callerGone < task.end ? callerGone : std::nullopt, names, marks));
        std::optional<Ns> gone = callerGone;
        if (isEnd(task.outcome))
            gone = std::min(gone.value_or(Ns::max()), task.end);
        for (auto child = task.children.rbegin(); child != task.children.rend(); ++child)
            open.push_back({*child, gone});
    }
}

ModelGroup makeGroup(const Subject &subject)
{
    ModelGroup group;
    group.letter = subject.letter;
    group.title = subject.title;
    group.trace = subject.trace;
    const Trace *trace = subject.trace.get();
    if (!trace) {
        group.rows.push_back(chart::emptyLoopRow());
        return group;
    }
    const chart::TaskNames names(*trace);
    const chart::TaskMarks marks(*trace);
    group.complete = trace->complete();
    group.end = group.complete ? Ns(0) : trace->duration();
    for (const TaskInfo &task : trace->tasks()) {
        if (!task.id)
            continue;
        group.end = std::max(group.end, task.end);
        if (task.parent)
            continue;
        if (isEnd(task.outcome))
            group.result = std::max(group.result, task.end);
        addTree(group, *trace, task.id, names, marks);
    }
    if (ModelRow beats = chart::beatsRow(*trace); !beats.bars.empty())
        group.rows.push_back(std::move(beats));
    chart::addWorkers(group, *trace, names);
    chart::addSeats(group, *trace, names);
    chart::addCounters(group, *trace);
    group.rows.push_back(chart::loopRow(*trace, marks));
    return group;
}

} // namespace

Cue cueOfFlag(ModelFlag::Kind kind)
{
    return kind == ModelFlag::Kind::Deadline ? Cue::Deadline : kind == ModelFlag::Kind::Stall ? Cue::Stall : Cue::Note;
}

std::uint32_t StepLine::at(Ns time) const
{
    const auto later = std::ranges::upper_bound(steps, time, {}, &std::pair<Ns, std::uint32_t>::first);
    return later == steps.begin() ? 0 : std::prev(later)->second;
}

std::size_t ChartModel::rowCount() const
{
    std::size_t count = 0;
    for (const ModelGroup &group : groups)
        count += group.rows.size();
    return count;
}

const ModelRow *ChartModel::row(const TaskRef &ref) const
{
    if (!ref.task || ref.subject >= groups.size())
        return nullptr;
    const auto &rows = groups[ref.subject].rows;
    const auto found = std::ranges::find(rows, ref.task, &ModelRow::task);
    return found == rows.end() ? nullptr : &*found;
}

ChartModel makeChartModel(std::span<const Subject> subjects)
{
    ChartModel model;
    model.complete = !subjects.empty();
    for (const Subject &subject : subjects)
        model.groups.push_back(makeGroup(subject));
    chart::alignCounters(model);
    for (std::size_t i = 0; i < model.groups.size(); ++i) {
        ModelGroup &group = model.groups[i];
        model.complete = model.complete && group.complete;
        model.end = std::max(model.end, group.end);
        chart::addFacts(group, model.groups.front());
        for (const SubjectNote &note : subjects[i].notes)
            group.facts.push_back({note.text, note.good ? HeaderFact::Tone::Good : HeaderFact::Tone::Bad});
        if (i > 0)
            chart::addSaving(model, i);
    }
    for (ModelGroup &group : model.groups) {
        if (group.trace)
            chart::addCascades(group, *group.trace, model.end);
    }
    return model;
}

} // namespace awaitscope
