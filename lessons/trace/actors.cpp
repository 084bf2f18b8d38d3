// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/actors.h"

#include "lessons/trace/wording.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("awaitscope", text);
}

qsizetype countOf(const Trace &trace, const QString &name)
{
    return std::ranges::count_if(trace.tasks(), [&](const TaskInfo &task) { return task.id && task.name == name; });
}

} // namespace

QString laneName(const Trace &trace, const TaskInfo &task)
{
    int number = 0, all = 0;
    for (const TaskInfo &other : trace.tasks()) {
        if (!other.id || other.name != task.name)
            continue;
        ++all;
        if (other.id == task.id)
            number = all;
    }
    return all > 1 ? QStringLiteral("%1 %2").arg(task.name).arg(number) : task.name;
}

QString namesOf(const Trace &trace, const std::vector<const TaskInfo *> &tasks)
{
    QStringList names;
    for (const TaskInfo *task : tasks) {
        if (!names.contains(task->name))
            names << task->name;
    }
    if (names.size() > 3)
        return tr("%1 tasks").arg(countWord(std::ssize(tasks)));
    QStringList counted;
    for (const QString &name : names) {
        const auto some = std::ranges::count(tasks, name, &TaskInfo::name);
        const qsizetype all = countOf(trace, name);
        if (some == 1)
            counted << laneName(trace, **std::ranges::find(tasks, name, &TaskInfo::name));
        else if (some == all)
            counted << (all == 2 ? tr("both %1").arg(name) : tr("all %1 %2").arg(countWord(all), name));
        else
            counted << tr("%1 of the %2 %3").arg(countWord(some), countWord(all), name);
    }
    return listed(counted);
}

std::vector<const TaskInfo *> rootsOf(const Trace &trace)
{
    std::vector<const TaskInfo *> roots;
    for (const TaskInfo &task : trace.tasks()) {
        if (task.id && !task.parent)
            roots.push_back(&task);
    }
    return roots;
}

bool isBelow(const Trace &trace, const TaskInfo &task, const TaskInfo &above)
{
    TaskId parent = task.parent;
    while (parent && parent != above.id)
        parent = trace.task(parent).parent;
    return bool(parent);
}

} // namespace awaitscope
