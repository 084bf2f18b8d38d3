// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/timeline/model_parts.h"

#include "lessons/trace/wording.h"

#include <QHash>

#include <algorithm>

namespace awaitscope::chart {

namespace {

/// Those of a task, of what is sorted by task.
template <class Mark> std::span<const Mark *const> marksOf(const std::vector<const Mark *> &marks, TaskId task)
{
    const auto own = std::ranges::equal_range(marks, task, {}, &Mark::task);
    return {own.begin(), own.end()};
}

template <class Mark> std::vector<const Mark *> byTask(const std::vector<Mark> &marks)
{
    std::vector<const Mark *> sorted;
    sorted.reserve(marks.size());
    for (const Mark &mark : marks)
        sorted.push_back(&mark);
    std::ranges::stable_sort(sorted, {}, &Mark::task);
    return sorted;
}

} // namespace

TaskNames::TaskNames(const Trace &trace) : trace_(trace), numbers_(trace.tasks().size(), 0)
{
    QHash<QString, int> count;
    for (const TaskInfo &task : trace.tasks()) {
        if (task.id)
            numbers_[task.id.index()] = ++count[task.name];
    }
    for (const TaskInfo &task : trace.tasks()) {
        if (task.id && count[task.name] == 1)
            numbers_[task.id.index()] = 0;
    }
}

QString TaskNames::number(TaskId task) const
{
    const int number = task && task.index() < numbers_.size() ? numbers_[task.index()] : 0;
    return number > 0 ? QString::number(number) : QString();
}

QString TaskNames::label(TaskId task) const
{
    if (!task || task.index() >= numbers_.size())
        return {};
    const QString own = number(task), name = trace_.task(task).name;
    return own.isEmpty() ? name : name + u' ' + own;
}

QString TaskNames::list(const std::vector<TaskId> &tasks) const
{
    QStringList names;
    for (std::size_t i = 0; i < tasks.size(); ++i) {
        const bool again = i > 0 && trace_.task(tasks[i - 1]).name == trace_.task(tasks[i]).name;
        names += again ? number(tasks[i]) : label(tasks[i]);
    }
    return listed(names);
}

TaskMarks::TaskMarks(const Trace &trace) : deadlines_(byTask(trace.deadlines())), notes_(byTask(trace.notes())) { }

std::span<const Deadline *const> TaskMarks::deadlines(TaskId task) const
{
    return marksOf(deadlines_, task);
}

std::span<const Note *const> TaskMarks::notes(TaskId task) const
{
    return marksOf(notes_, task);
}

} // namespace awaitscope::chart
