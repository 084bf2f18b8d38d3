// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/define.h"
#include "lessons/practice/cancellation-cascade/claims.h"
#include "lessons/practice/cancellation-cascade/reading.h"
#include "lessons/trace/caption.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace awaitscope::lesson_cancellation_cascade {

namespace {

static_assert(mostTasks == 1000, "the texts say so");
/// Tasks of one name share a row where they are more, in a table that has more rows than the other.
constexpr qsizetype mostOfAName = 6, shortTable = 16;

QString tr(const char *source)
{
    return QCoreApplication::translate("awaitscope::lesson_cancellation_cascade", source);
}

/// The tasks' names as their lanes have them.
QStringList laneNames(const Trace &trace)
{
    QHash<QString, int> all, seen;
    for (const TaskInfo &task : trace.tasks())
        ++all[task.name];
    QStringList names;
    for (const TaskInfo &task : trace.tasks())
        names << (all[task.name] > 1 ? QStringLiteral("%1 %2").arg(task.name).arg(++seen[task.name]) : task.name);
    return names;
}

/// How long after the request a task was told of it.
Ns latency(const Trace &trace, const TaskInfo &task)
{
    const CancelRequest *request = trace.cancelRequest(task.cancellation);
    return request ? task.interruptedAt - request->time : Ns(0);
}

/// With which resumption it was told.
std::size_t toldWith(const Trace &trace, const TaskInfo &task)
{
    const auto first = std::ranges::find_if(task.spans, [&](std::size_t span) { return trace.spans()[span].cleanup; });
    return first == task.spans.end() ? task.endEvent : trace.spans()[*first].firstEvent;
}

ResultRow rowOf(const Cascade &cascade, const TaskInfo &task, const QString &name, qsizetype number)
{
    const QString told = readableLength(latency(cascade.trace(), task)), after = readableLength(task.end - task.interruptedAt);
    ResultRow row{name, ResultRow::Kind::Cancelled, tr("told as no. %1, after %2").arg(number).arg(told)};
    if (task.outcome == TaskState::Done) {
        row.kind = ResultRow::Kind::Succeeded;
        row.word = tr("ignored it");
        row.detail = tr("%1; went on for %2").arg(row.detail, after);
    } else if (cascade.ending(task) && cascade.ending(task)->shielded) {
        row.detail = tr("%1; cleanup %2").arg(row.detail, after);
    }
    return row;
}

ResultRow rowOfMany(const Trace &trace, const Tasks &tasks)
{
    std::vector<Ns> latencies;
    for (const TaskInfo *task : tasks)
        latencies.push_back(latency(trace, *task));
    const auto [least, most] = std::ranges::minmax(latencies);
    const QString from = readableLength(least), to = readableLength(most);
    return {tr("%1 %2").arg(tasks.size()).arg(tasks.front()->name), ResultRow::Kind::Cancelled,
        from == to ? tr("told after %1").arg(to) : tr("told after %1 to %2").arg(from, to), {}, std::ssize(tasks)};
}

} // namespace

std::vector<Metric> metrics(const VariantRun &variant)
{
    const Trace &trace = *variant.trace;
    Ns answer{0}, last{0}, asking{0};
    qint64 asked = 0;
    for (const TaskInfo &task : trace.tasks()) {
        last = std::max(last, task.end);
        if (!task.parent)
            answer = std::max(answer, task.end);
        if (!task.asked)
            continue;
        ++asked;
        if (const CancelRequest *request = trace.cancelRequest(task.asked))
            asking = std::max(asking, task.askedAt - request->time);
    }
    return {metric("answer_ns", answer), metric("last_work_ns", last), metric("requests", std::ssize(trace.cancelRequests())),
        metric("asked", asked), metric("asking_ns", asking)};
}

std::vector<SubjectNote> notes(const VariantRun &variant, const ParameterSet &parameters)
{
    const Trace &trace = *variant.trace;
    std::vector<SubjectNote> notes;
    if (isCutOff(sizeOf(parameters)))
        notes.push_back({tr("cut off at 1,000 tasks"), true});
    const TaskInfo *owner = trace.find(u"openTab");
    const Ns last = Cascade(variant, parameters).lastEnd();
    if (owner && last > owner->end)
        notes.push_back({tr("outlived its owner by %1").arg(readableLength(last - owner->end)), false});
    else if (!owner)
        notes.push_back({tr("nothing left behind"), true});
    return notes;
}

ResultTable results(const VariantRun &variant, const ParameterSet &parameters)
{
    const Cascade cascade(variant, parameters);
    const Trace &trace = cascade.trace();
    const QStringList names = laneNames(trace);
    Tasks told;
    QHash<QString, Tasks> cancelled; // by name
    for (const TaskInfo &task : trace.tasks()) {
        if (!task.interrupted)
            continue;
        told.push_back(&task);
        if (task.outcome == TaskState::Cancelled)
            cancelled[task.name].push_back(&task);
    }
    std::ranges::sort(told, {}, [&trace](const TaskInfo *task) { return toldWith(trace, *task); });
    ResultTable table;
    for (std::size_t i = 0; i < told.size(); ++i) {
        const TaskInfo &task = *told[i];
        Tasks &same = cancelled[task.name];
        if (std::ssize(told) <= shortTable || std::ssize(same) <= mostOfAName)
            table.push_back(rowOf(cascade, task, names[static_cast<qsizetype>(task.id.index())], qsizetype(i) + 1));
        else if (same.front())
            table.push_back(rowOfMany(trace, same));
        if (std::ssize(same) > mostOfAName)
            same.front() = nullptr; // told
    }
    return table;
}

} // namespace awaitscope::lesson_cancellation_cascade
