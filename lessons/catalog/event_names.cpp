// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/event_names.h"
#include "lessons/trace/caption.h"

#include <QRegularExpression>

#include <algorithm>

namespace awaitscope {

namespace {

const QRegularExpression &pattern()
{
    static const QRegularExpression braces(QStringLiteral("\\{([A-Za-z][A-Za-z0-9_.#-]*)\\}"));
    return braces;
}

bool isMeant(const TraceEvent &event, QStringView what)
{
    switch (event.kind) {
    case EventKind::Started:
        return what == u"started";
    case EventKind::Suspended:
        return what == u"suspended";
    case EventKind::Resumed:
        return what == u"resumed";
    case EventKind::Failed:
        return what == u"ended" || what == u"failed";
    case EventKind::Cancelled:
        return what == u"ended" || what == u"cancelled";
    case EventKind::TimedOut:
        return what == u"ended" || what == u"timedOut";
    case EventKind::Interrupted:
        return what == u"interrupted";
    case EventKind::CancelRequested:
        return what == u"cancels";
    case EventKind::Returned:
        return what == u"ended";
    default:
        return false;
    }
}

std::optional<QString> parameterText(const ParameterSet &parameters, QStringView id)
{
    for (const ParameterSpec &spec : parameters.specs()) {
        if (spec.id == id)
            return spec.type == ParameterType::Duration ? readableLength(parameters.duration(id)) : parameters.text(id);
    }
    return {};
}

const QString durationSuffix = QStringLiteral(".duration"), lengthSuffix = QStringLiteral("_ns");

/// What stands behind "variant.metric"; or null.
const Metric *metricNamed(const Run &run, const QString &name)
{
    const qsizetype dot = name.indexOf(u'.');
    const VariantRun *variant = dot > 0 ? run.variant(QStringView(name).first(dot)) : nullptr;
    if (!variant)
        return {};
    const QString id = name.sliced(dot + 1);
    const auto found = std::ranges::find(variant->metrics, id, &Metric::name);
    return found != variant->metrics.end() ? &*found : nullptr;
}

/// The task that "function" or "function#2", the second of that name in order of start, means; or null.
const TaskInfo *taskNamed(const Trace &trace, QStringView name)
{
    const qsizetype hash = name.indexOf(u'#');
    if (hash < 0)
        return trace.find(name);
    int left = name.sliced(hash + 1).toInt();
    for (const TaskInfo &task : trace.tasks()) {
        if (task.name == name.first(hash) && --left == 0)
            return &task;
    }
    return nullptr;
}

std::optional<QString> runText(const Run &run, const QString &name)
{
    if (const auto parameter = parameterText(run.parameters, name))
        return parameter;
    if (const Metric *metric = metricNamed(run, name); metric && !name.endsWith(lengthSuffix))
        return QString::number(metric->value);
    const auto time = timeNamed(run, name);
    return time ? readableLength(*time) : std::optional<QString>();
}

/// Replaces each placeholder that `fill` has a text for.
template <class Fill> QString filled(const QString &text, Fill fill)
{
    QString result;
    qsizetype end = 0;
    auto matches = pattern().globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const std::optional<QString> content = fill(match.captured(1));
        result += QStringView(text).sliced(end, match.capturedStart() - end);
        result += content.value_or(match.captured());
        end = match.capturedEnd();
    }
    return result += QStringView(text).sliced(end);
}

} // namespace

std::optional<NamedEvent> findEvent(const Run &run, QStringView name)
{
    const auto parts = name.split(u'.');
    if (parts.size() != 3)
        return {};
    const VariantRun *variant = run.variant(parts[0]);
    const TaskInfo *task = variant ? taskNamed(*variant->trace, parts[1]) : nullptr;
    if (!task)
        return {};
    const std::vector<TraceEvent> &events = variant->trace->events();
    const auto found = std::ranges::find_if(
        events, [&](const TraceEvent &event) { return event.task == task->id && isMeant(event, parts[2]); });
    if (found == events.end())
        return {};
    return NamedEvent{std::size_t(variant - run.variants.data()), std::size_t(found - events.begin()), task->id, found->time};
}

std::optional<Ns> timeNamed(const Run &run, const QString &name)
{
    if (name.endsWith(durationSuffix)) {
        const VariantRun *variant = run.variant(QStringView(name).chopped(durationSuffix.size()));
        return variant ? variant->trace->duration() : std::optional<Ns>();
    }
    if (const Metric *metric = metricNamed(run, name))
        return name.endsWith(lengthSuffix) ? Ns(metric->value) : std::optional<Ns>();
    const auto event = findEvent(run, name);
    return event ? event->time : std::optional<Ns>();
}

QString fillPlaceholders(const QString &text, const ParameterSet &parameters)
{
    return filled(text, [&](const QString &name) { return parameterText(parameters, name); });
}

QString fillPlaceholders(const QString &text, const Run &run)
{
    return filled(text, [&](const QString &name) { return std::optional(runText(run, name).value_or(QStringLiteral("…"))); });
}

QStringList placeholders(const QString &text)
{
    QStringList names;
    auto matches = pattern().globalMatch(text);
    while (matches.hasNext())
        names.append(matches.next().captured(1));
    return names;
}

} // namespace awaitscope
