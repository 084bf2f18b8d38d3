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

constexpr std::size_t mostRows = 48;

QString text(const char *source)
{
    return QCoreApplication::translate("awaitscope::cancellation-cascade", source);
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

ResultRow rowOf(const Cascade &cascade, const TaskInfo &task, const QString &name)
{
    const CancelRequest *request = cascade.trace().cancelRequest(task.cancellation);
    const Ns told = request ? task.interruptedAt - request->time : Ns(0), after = task.end - task.interruptedAt;
    ResultRow row{name, ResultRow::Kind::Cancelled, text("told after %1").arg(readableLength(told))};
    if (task.outcome == TaskState::Done) {
        row.kind = ResultRow::Kind::Succeeded;
        row.word = text("ignored it");
        row.detail = text("%1, went on for %2").arg(row.detail, readableLength(after));
    } else if (cascade.ending(task) && cascade.ending(task)->shielded) {
        row.detail = text("%1, cleanup %2").arg(row.detail, readableLength(after));
    }
    return row;
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
        notes.push_back({text("cut off at %1 tasks").arg(mostTasks), true});
    const TaskInfo *owner = trace.find(u"openTab");
    const Ns last = Cascade(variant, parameters).lastEnd();
    if (owner && last > owner->end)
        notes.push_back({text("outlived its owner by %1").arg(readableLength(last - owner->end)), false});
    else if (!owner)
        notes.push_back({text("nothing left behind"), true});
    return notes;
}

ResultTable results(const VariantRun &variant, const ParameterSet &parameters)
{
    const Cascade cascade(variant, parameters);
    const QStringList names = laneNames(cascade.trace());
    Tasks told;
    for (const TaskInfo &task : cascade.trace().tasks()) {
        if (task.interrupted)
            told.push_back(&task);
    }
    std::ranges::sort(told, {}, &TaskInfo::endEvent);
    ResultTable table;
    for (const TaskInfo *task : told) {
        if (table.size() == mostRows && told.size() > mostRows + 1) {
            table.push_back({text("%1 more").arg(told.size() - mostRows), ResultRow::Kind::Cancelled, text("told as well")});
            break;
        }
        table.push_back(rowOf(cascade, *task, names[static_cast<qsizetype>(task->id.index())]));
    }
    return table;
}

} // namespace awaitscope::lesson_cancellation_cascade
