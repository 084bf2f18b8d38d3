// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/prediction.h"
#include "lessons/catalog/json_writer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <array>

namespace awaitscope {

namespace {

using Kind = LessonQuestion::Kind;

constexpr std::array<std::pair<Kind, const char *>, 3> kinds{
    {{Kind::Choose, "choose"}, {Kind::Order, "order"}, {Kind::Draw, "draw"}}};
constexpr int mostItems = 9;
constexpr qint64 longest = 3'600'000'000'000; // ns; no lesson takes an hour

std::optional<int> position(const QJsonValue &value)
{
    const int number = value.toInt(-1);
    return number >= 0 && number < mostItems ? std::optional(number) : std::nullopt;
}

std::optional<PredictedSpan> span(const QJsonObject &object)
{
    const qint64 begin = object.value(QLatin1String("begin_ns")).toInteger(-1);
    const qint64 end = object.value(QLatin1String("end_ns")).toInteger(-1);
    return begin >= 0 && begin <= end && end <= longest ? std::optional(PredictedSpan{Ns(begin), Ns(end)}) : std::nullopt;
}

} // namespace

QMap<QString, QString> settingsOf(const ParameterSet &parameters)
{
    QMap<QString, QString> settings;
    for (const ParameterSpec &spec : parameters.specs())
        settings.insert(spec.id, parameters.text(spec.id));
    return settings;
}

QByteArray toJson(const Prediction &prediction)
{
    JsonWriter json;
    const auto kind = std::ranges::find(kinds, prediction.kind, [](const auto &each) { return each.first; });
    json.beginObject().field(u"kind", QString::fromLatin1(kind->second)).field(u"choice", qint64(prediction.choice));
    json.key(u"order").beginArray();
    for (const int item : prediction.order)
        json.value(qint64(item));
    json.endArray().key(u"spans").beginArray();
    for (const auto &[item, span] : prediction.spans)
        json.beginObject()
            .field(u"item", qint64(item))
            .field(u"begin_ns", qint64(span.begin.count()))
            .field(u"end_ns", qint64(span.end.count()))
            .endObject();
    json.endArray().key(u"skipped").value(prediction.skipped).key(u"settings").beginObject();
    for (auto setting = prediction.settings.begin(); setting != prediction.settings.end(); ++setting)
        json.field(setting.key(), setting.value());
    json.endObject().endObject();
    return json.bytes();
}

Prediction predictionFromJson(const QByteArray &json)
{
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    Prediction prediction;
    const QString kind = object.value(QLatin1String("kind")).toString();
    for (const auto &[known, name] : kinds) {
        if (kind == QLatin1String(name))
            prediction.kind = known;
    }
    prediction.choice = position(object.value(QLatin1String("choice"))).value_or(-1);
    for (const QJsonValue &value : object.value(QLatin1String("order")).toArray()) {
        const auto item = position(value);
        if (item && !std::ranges::count(prediction.order, *item))
            prediction.order.push_back(*item);
    }
    for (const QJsonValue &value : object.value(QLatin1String("spans")).toArray()) {
        const auto item = position(value.toObject().value(QLatin1String("item")));
        const auto drawn = span(value.toObject());
        if (item && drawn)
            prediction.spans.emplace(*item, *drawn);
    }
    prediction.skipped = object.value(QLatin1String("skipped")).toBool();
    const QJsonObject settings = object.value(QLatin1String("settings")).toObject();
    for (auto setting = settings.begin(); setting != settings.end(); ++setting) {
        if (setting.value().isString())
            prediction.settings.insert(setting.key(), setting.value().toString());
    }
    return prediction;
}

} // namespace awaitscope
