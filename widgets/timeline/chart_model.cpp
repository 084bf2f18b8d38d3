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

/// What a run's record alone tells of it, whatever the others are.
void readTrace(ModelGroup &group, std::vector<chart::ToldCascade> &cascades)
{
    const Trace *trace = group.trace.get();
    if (!trace) {
        group.rows.push_back(chart::emptyLoopRow());
        return;
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
    cascades = chart::tellCascades(*trace, names);
}

} // namespace

struct ChartReader::Reading
{
    ModelGroup group;
    std::vector<chart::ToldCascade> cascades;
};

ChartReader::ChartReader() = default;
ChartReader::~ChartReader() = default;

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
    return ChartReader().read(subjects);
}

ChartModel ChartReader::read(std::span<const Subject> subjects)
{
    ChartModel model;
    model.complete = !subjects.empty();
    readings_.resize(subjects.size());
    model.groups.reserve(subjects.size());
    for (std::size_t i = 0; i < subjects.size(); ++i) {
        Reading &reading = readings_[i];
        if (!reading.group.complete || reading.group.trace != subjects[i].trace) {
            reading = {};
            reading.group.trace = subjects[i].trace;
            readTrace(reading.group, reading.cascades);
        }
        model.groups.push_back(reading.group);
        model.groups.back().letter = subjects[i].letter;
        model.groups.back().title = subjects[i].title;
    }
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
    for (std::size_t i = 0; i < model.groups.size(); ++i)
        chart::addCascades(model.groups[i], readings_[i].cascades, model.end);
    return model;
}

} // namespace awaitscope
