// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/run_report.h"
#include "lessons/catalog/json_writer.h"

namespace awaitscope {

namespace {

RunOutcome outcomeOf(const TaskInfo &task)
{
    switch (task.outcome) {
    case TaskState::Done:
        return RunOutcome::Done;
    case TaskState::Failed:
        return RunOutcome::Failed;
    case TaskState::Cancelled:
        return RunOutcome::Cancelled;
    case TaskState::TimedOut:
        return RunOutcome::TimedOut;
    default:
        return RunOutcome::LeftBehind;
    }
}

QString typeId(ParameterType type)
{
    switch (type) {
    case ParameterType::Duration:
        return QStringLiteral("duration");
    case ParameterType::Count:
        return QStringLiteral("count");
    case ParameterType::Flag:
        return QStringLiteral("flag");
    case ParameterType::Choice:
        break;
    }
    return QStringLiteral("choice");
}

void writeParameterValue(JsonWriter &json, const ParameterSpec &spec, qint64 value)
{
    if (spec.type == ParameterType::Flag)
        json.value(value != 0);
    else if (spec.type == ParameterType::Choice)
        json.value(spec.choices.value(value));
    else
        json.value(value);
}

void writeTask(JsonWriter &json, const Trace &trace, const TaskInfo &task)
{
    json.beginObject().field(u"id", qint64(task.id.number())).key(u"parent");
    if (task.parent)
        json.value(qint64(task.parent.number()));
    else
        json.null();
    json.field(u"name", task.name).field(u"start_ns", qint64(task.start.count())).field(u"end_ns", qint64(task.end.count()));
    json.field(u"outcome", outcomeId(outcomeOf(task))).key(u"cancelled_by");
    const QString canceller = cancelledBy(trace, task);
    bool isTask = false;
    const qint64 taskId = canceller.toLongLong(&isTask);
    if (canceller.isEmpty())
        json.null();
    else if (isTask)
        json.value(taskId);
    else
        json.value(canceller);
    json.endObject();
}

void writeVariant(JsonWriter &json, const VariantRun &variant)
{
    json.beginObject().field(u"id", variant.id).field(u"title", variant.title).field(u"outcome", outcomeId(variant.outcome));
    json.field(u"duration_ns", qint64(variant.trace->duration().count())).key(u"tasks").beginArray();
    for (const TaskInfo &task : variant.trace->tasks())
        writeTask(json, *variant.trace, task);
    json.endArray().key(u"metrics").beginObject();
    for (const Metric &metric : variant.metrics)
        json.field(metric.name, metric.value);
    json.endObject().endObject();
}

void writeParameterSpec(JsonWriter &json, const ParameterSpec &spec)
{
    json.beginObject().field(u"name", spec.id).field(u"type", typeId(spec.type)).key(u"default");
    writeParameterValue(json, spec, spec.defaultValue);
    const bool hasRange = spec.type == ParameterType::Duration || spec.type == ParameterType::Count;
    if (hasRange)
        json.field(u"min", spec.minimum).field(u"max", spec.maximum);
    else
        json.key(u"min").null().key(u"max").null();
    if (spec.type == ParameterType::Duration)
        json.field(u"unit", QStringView(u"ns"));
    else
        json.key(u"unit").null();
    if (spec.type == ParameterType::Choice) {
        json.key(u"choices").beginArray();
        for (const QString &choice : spec.choices)
            json.value(choice);
        json.endArray();
    }
    json.endObject();
}

void writeLesson(JsonWriter &json, const Lesson &lesson)
{
    json.beginObject().field(u"id", lesson.id).field(u"title", lesson.text.title).field(u"group", groupId(lesson.group));
    json.field(u"point", lesson.text.point).key(u"parameters").beginArray();
    for (const ParameterSpec &spec : lesson.definition.parameters)
        writeParameterSpec(json, spec);
    json.endArray().key(u"variants").beginArray();
    for (const VariantSpec &variant : lesson.definition.variants)
        json.beginObject().field(u"id", variant.id).field(u"title", lesson.text.variantTitles.value(variant.id)).endObject();
    json.endArray().key(u"claims").beginArray();
    for (const ClaimSpec &claim : lesson.definition.claims)
        json.beginObject().field(u"id", claim.id).field(u"text", lesson.text.claims.value(claim.id)).endObject();
    json.endArray().endObject();
}

} // namespace

QString outcomeId(RunOutcome outcome)
{
    switch (outcome) {
    case RunOutcome::Done:
        return QStringLiteral("done");
    case RunOutcome::Failed:
        return QStringLiteral("failed");
    case RunOutcome::Cancelled:
        return QStringLiteral("cancelled");
    case RunOutcome::TimedOut:
        return QStringLiteral("timedOut");
    case RunOutcome::LeftBehind:
        break;
    }
    return QStringLiteral("leftBehind");
}

QString cancelledBy(const Trace &trace, const TaskInfo &task)
{
    if (task.outcome == TaskState::TimedOut)
        return QStringLiteral("deadline");
    if (task.outcome != TaskState::Cancelled)
        return {};
    const std::vector<TraceEvent> &events = trace.events();
    const NameId reason = events[task.endEvent].name;
    for (std::size_t i = task.endEvent; i-- > 0;) {
        if (events[i].kind != EventKind::CancelRequested || events[i].name != reason)
            continue;
        if (events[i].task)
            return QString::number(events[i].task.number());
        break;
    }
    for (const char *word : {"deadline", "closing"}) {
        if (task.error.contains(QLatin1String(word)))
            return QLatin1String(word);
    }
    return QStringLiteral("user");
}

QByteArray runReport(const Run &run)
{
    JsonWriter json;
    json.beginObject().field(u"awaitscope", QStringLiteral(AWAITSCOPE_VERSION)).field(u"lesson", run.lesson);
    json.field(u"clock", QStringView(run.clock == ClockKind::Virtual ? u"virtual" : u"real")).field(u"seed", run.seed);
    json.key(u"parameters").beginObject();
    for (const ParameterSpec &spec : run.parameters.specs()) {
        json.key(spec.id);
        writeParameterValue(json, spec, run.parameters.value(spec.id));
    }
    json.endObject().key(u"variants").beginArray();
    for (const VariantRun &variant : run.variants)
        writeVariant(json, variant);
    json.endArray().key(u"claims").beginArray();
    for (const ClaimResult &claim : run.claims)
        json.beginObject()
            .field(u"id", claim.id)
            .field(u"text", claim.text)
            .field(u"holds", claim.holds)
            .field(u"measured", claim.measured)
            .endObject();
    json.endArray().field(u"caption", run.caption).endObject();
    return json.bytes();
}

QByteArray listReport(std::span<const Lesson> lessons)
{
    JsonWriter json;
    json.beginArray();
    for (const Lesson &lesson : lessons)
        writeLesson(json, lesson);
    return json.endArray().bytes();
}

} // namespace awaitscope
