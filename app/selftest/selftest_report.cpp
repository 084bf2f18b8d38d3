// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/selftest/selftest_report.h"

#include "app/selftest/checks.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace awaitscope {

namespace {

QString titlesOf(const std::vector<CheckedItem> &items, Fitness verdict)
{
    QStringList titles;
    for (const CheckedItem &item : items) {
        if (item.result.verdict == verdict)
            titles << checkTitle(*item.check);
    }
    return titles.join(QStringLiteral(", "));
}

qsizetype titleWidth()
{
    qsizetype width = 0;
    for (const CheckSpec &check : checks())
        width = std::max(width, checkTitle(check).size());
    return width;
}

QJsonValue valueWithoutHome(const QJsonValue &value, const QString &home)
{
    if (value.isString())
        return withoutHome(value.toString(), home);
    if (value.isArray()) {
        QJsonArray array = value.toArray();
        for (QJsonArray::iterator each = array.begin(); each != array.end(); ++each)
            *each = valueWithoutHome(QJsonValue(*each), home);
        return array;
    }
    if (!value.isObject())
        return value;
    QJsonObject object = value.toObject();
    for (QJsonObject::iterator each = object.begin(); each != object.end(); ++each)
        *each = valueWithoutHome(QJsonValue(*each), home);
    return object;
}

} // namespace

Fitness overallFitness(const std::vector<CheckedItem> &items)
{
    Fitness worst = Fitness::Fit;
    for (const CheckedItem &item : items)
        worst = std::max(worst, item.result.verdict);
    return worst;
}

QString reportHead()
{
    return Selftest::tr(
               "Is this machine fit for Awaitscope %1? Nothing is sent anywhere: this report is yours to keep or to pass on.")
               .arg(QStringLiteral(AWAITSCOPE_VERSION))
        + QLatin1Char('\n');
}

QString reportLine(const CheckedItem &item)
{
    const qsizetype width = titleWidth();
    QString line = QStringLiteral("%1 %2  %3\n")
                       .arg(fitnessMark(item.result.verdict), checkTitle(*item.check).leftJustified(width), item.result.sentence);
    if (!item.result.advice.isEmpty())
        line += QString(width + 4, QLatin1Char(' ')) + QStringLiteral("→ ") + item.result.advice + QLatin1Char('\n');
    return line;
}

QString reportEnd(const std::vector<CheckedItem> &items)
{
    switch (overallFitness(items)) {
    case Fitness::Fit:
        return Selftest::tr("This machine is fit for Awaitscope.") + QLatin1Char('\n');
    case Fitness::Limited:
        return Selftest::tr("This machine is fit for Awaitscope, with limits: %1.").arg(titlesOf(items, Fitness::Limited))
            + QLatin1Char('\n');
    case Fitness::Unfit:
        break;
    }
    return Selftest::tr("This machine is not fit for Awaitscope as it is: %1.").arg(titlesOf(items, Fitness::Unfit))
        + QLatin1Char('\n');
}

QString reportText(const std::vector<CheckedItem> &items)
{
    QString text = reportHead() + QLatin1Char('\n');
    for (const CheckedItem &item : items)
        text += reportLine(item);
    return text + QLatin1Char('\n') + reportEnd(items);
}

QByteArray reportJson(const std::vector<CheckedItem> &items)
{
    QJsonArray array;
    for (const CheckedItem &item : items) {
        const CheckResult &result = item.result;
        array.append(
            QJsonObject{{QStringLiteral("id"), QLatin1String(item.check->id)}, {QStringLiteral("title"), checkTitle(*item.check)},
                {QStringLiteral("verdict"), fitnessId(result.verdict)}, {QStringLiteral("sentence"), result.sentence},
                {QStringLiteral("advice"), result.advice}, {QStringLiteral("values"), result.values}});
    }
    const QJsonObject report{{QStringLiteral("awaitscope"), QStringLiteral(AWAITSCOPE_VERSION)},
        {QStringLiteral("verdict"), fitnessId(overallFitness(items))}, {QStringLiteral("checks"), array}};
    return QJsonDocument(report).toJson(QJsonDocument::Compact) + '\n';
}

QByteArray encodeResult(const CheckResult &result)
{
    const QJsonObject object{{QStringLiteral("verdict"), fitnessId(result.verdict)},
        {QStringLiteral("sentence"), result.sentence}, {QStringLiteral("advice"), result.advice},
        {QStringLiteral("values"), result.values}};
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

std::optional<CheckResult> decodeResult(QByteArrayView line)
{
    const QJsonObject object = QJsonDocument::fromJson(line.toByteArray()).object();
    for (const Fitness verdict : {Fitness::Fit, Fitness::Limited, Fitness::Unfit}) {
        if (object[QLatin1String("verdict")].toString() == fitnessId(verdict))
            return CheckResult{verdict, object[QLatin1String("sentence")].toString(), object[QLatin1String("advice")].toString(),
                object[QLatin1String("values")].toObject()};
    }
    return std::nullopt;
}

QString withoutHome(const QString &text, const QString &home)
{
    if (home.isEmpty() || home == QLatin1String("/"))
        return text;
    const QRegularExpression whole(
        QStringLiteral("(?<![\\w/.-])") + QRegularExpression::escape(home) + QStringLiteral("(?![\\w.-])"),
        QRegularExpression::UseUnicodePropertiesOption);
    return QString(text).replace(whole, QStringLiteral("~"));
}

CheckResult withoutHome(const CheckResult &result, const QString &home)
{
    return {result.verdict, withoutHome(result.sentence, home), withoutHome(result.advice, home),
        valueWithoutHome(QJsonValue(result.values), home).toObject()};
}

} // namespace awaitscope
