// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/parameters.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope {

namespace {

QString tr(const char *source)
{
    return QCoreApplication::translate("awaitscope", source);
}

QString valueText(const ParameterSpec &spec, qint64 value)
{
    switch (spec.type) {
    case ParameterType::Duration:
        return durationText(Ns(value));
    case ParameterType::Flag:
        return value != 0 ? QStringLiteral("on") : QStringLiteral("off");
    case ParameterType::Choice:
        return spec.choices.value(value);
    case ParameterType::Count:
        break;
    }
    return QString::number(value);
}

/// What a parameter takes, as the end of a sentence.
QString accepted(const ParameterSpec &spec)
{
    switch (spec.type) {
    case ParameterType::Duration:
        return tr("a duration from %1 to %2, such as 250ms, 1.5s, 80us or bare milliseconds")
            .arg(durationText(Ns(spec.minimum)), durationText(Ns(spec.maximum)));
    case ParameterType::Flag:
        return tr("on or off");
    case ParameterType::Choice:
        return tr("one of %1").arg(spec.choices.join(QStringLiteral(", ")));
    case ParameterType::Count:
        break;
    }
    return tr("a whole number from %1 to %2").arg(spec.minimum).arg(spec.maximum);
}

Problem unknownParameter(QStringView id, const std::vector<ParameterSpec> &specs)
{
    QStringList known;
    for (const ParameterSpec &spec : specs)
        known.append(spec.id);
    const QString sentence = known.isEmpty()
        ? tr("There is no parameter “%1”; this lesson has none.").arg(id)
        : tr("There is no parameter “%1”; accepted are %2.").arg(id, known.join(QStringLiteral(", ")));
    return {QStringLiteral("parameter-unknown"), sentence, id.toString(), Severity::Error};
}

Problem outsideRange(const ParameterSpec &spec, QStringView given)
{
    return {QStringLiteral("parameter-range"),
        tr("%1 is outside its range with “%2”; accepted is %3.").arg(spec.id, given, accepted(spec)), spec.id, Severity::Error};
}

Problem notUnderstood(const ParameterSpec &spec, QStringView given)
{
    return {QStringLiteral("parameter-text"), tr("%1 cannot be “%2”; accepted is %3.").arg(spec.id, given, accepted(spec)),
        spec.id, Severity::Error};
}

Result<qint64> parseCount(const ParameterSpec &spec, QStringView given)
{
    const QStringView digits = given.startsWith(u'-') || given.startsWith(u'+') ? given.sliced(1) : given;
    if (digits.isEmpty() || !std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return notUnderstood(spec, given);
    bool fits = false;
    const qint64 value = given.toLongLong(&fits);
    if (!fits)
        return outsideRange(spec, given);
    return value;
}

Result<qint64> parseFlag(const ParameterSpec &spec, QStringView given)
{
    for (const auto *word : {u"on", u"true", u"1"}) {
        if (given.compare(QStringView(word), Qt::CaseInsensitive) == 0)
            return qint64(1);
    }
    for (const auto *word : {u"off", u"false", u"0"}) {
        if (given.compare(QStringView(word), Qt::CaseInsensitive) == 0)
            return qint64(0);
    }
    return notUnderstood(spec, given);
}

Result<qint64> parseValue(const ParameterSpec &spec, QStringView given)
{
    switch (spec.type) {
    case ParameterType::Duration: {
        const auto duration = parseDuration(given);
        if (duration)
            return qint64(duration.value().count());
        if (duration.problem().id == QLatin1String("parameter-range"))
            return outsideRange(spec, given);
        return notUnderstood(spec, given);
    }
    case ParameterType::Flag:
        return parseFlag(spec, given);
    case ParameterType::Choice: {
        const qsizetype position = spec.choices.indexOf(given.toString());
        if (position < 0)
            return notUnderstood(spec, given);
        return qint64(position);
    }
    case ParameterType::Count:
        break;
    }
    return parseCount(spec, given);
}

} // namespace

ParameterSet::ParameterSet(std::vector<ParameterSpec> specs) : specs_(std::move(specs))
{
    values_.reserve(specs_.size());
    for (const ParameterSpec &spec : specs_)
        values_.push_back(spec.defaultValue);
}

qint64 ParameterSet::value(QStringView id) const
{
    const ParameterSpec *found = spec(id);
    Q_ASSERT_X(found, "ParameterSet::value", "unknown parameter");
    return found ? values_[found - specs_.data()] : 0;
}

Result<Done> ParameterSet::set(QStringView id, qint64 value)
{
    const ParameterSpec *found = spec(id);
    if (!found)
        return unknownParameter(id, specs_);
    const bool isChoice = found->type == ParameterType::Choice;
    const qint64 maximum = isChoice ? found->choices.size() - 1 : found->maximum;
    if (value < found->minimum || value > maximum) {
        const bool isDuration = found->type == ParameterType::Duration && value >= 0;
        return outsideRange(*found, isDuration ? durationText(Ns(value)) : QString::number(value));
    }
    values_[found - specs_.data()] = value;
    return Done();
}

Result<Done> ParameterSet::setText(QStringView id, QStringView text)
{
    const ParameterSpec *found = spec(id);
    if (!found)
        return unknownParameter(id, specs_);
    const auto value = parseValue(*found, text.trimmed());
    if (!value)
        return value.problem();
    const auto done = set(id, value.value());
    if (!done)
        return outsideRange(*found, text.trimmed());
    return done;
}

QString ParameterSet::text(QStringView id) const
{
    const ParameterSpec *found = spec(id);
    Q_ASSERT_X(found, "ParameterSet::text", "unknown parameter");
    return found ? valueText(*found, values_[found - specs_.data()]) : QString();
}

const ParameterSpec *ParameterSet::spec(QStringView id) const
{
    for (const ParameterSpec &spec : specs_) {
        if (spec.id == id)
            return &spec;
    }
    return nullptr;
}

} // namespace awaitscope
