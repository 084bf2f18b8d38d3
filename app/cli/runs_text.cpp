// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/runs_text.h"

#include "lessons/catalog/json_writer.h"
#include "lessons/trace/caption.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope {

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

QString timeText(const QDateTime &time)
{
    return time.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) + QStringLiteral(" UTC");
}

/// As a reader calls what a report calls "timedOut".
QString outcomeText(const QString &outcome)
{
    if (outcome == QLatin1String("timedOut"))
        return CommandLine::tr("timed out");
    if (outcome == QLatin1String("leftBehind"))
        return CommandLine::tr("left work behind");
    if (outcome == QLatin1String("failed"))
        return CommandLine::tr("failed");
    if (outcome == QLatin1String("cancelled"))
        return CommandLine::tr("cancelled");
    return outcome == QLatin1String("done") ? CommandLine::tr("done") : outcome;
}

QString claimsText(const RunFacts &facts)
{
    const auto held = std::ranges::count(facts.claims, true, &SavedClaim::holds);
    return CommandLine::tr("%1 of %2 claims held").arg(held).arg(facts.claims.size());
}

QString lineOf(const SavedRun &run, int numberWidth)
{
    QStringList variants;
    for (const SavedVariant &variant : run.facts.variants)
        variants << variant.id + QLatin1Char(' ') + readableLength(variant.duration);
    QString line
        = QStringLiteral("%1  %2  %3").arg(run.number.value(), numberWidth).arg(timeText(run.facts.time), run.facts.lesson);
    if (!run.name.isEmpty())
        line += QStringLiteral(" “%1”").arg(run.name);
    line += QStringLiteral(": ") + variants.join(QStringLiteral(", ")) + QStringLiteral("; ") + claimsText(run.facts);
    if (!run.hasTrace)
        line += QStringLiteral("; ") + CommandLine::tr("without its trace");
    return run.isDamaged ? line + QStringLiteral("; ") + CommandLine::tr("damaged") : line;
}

void write(JsonWriter &json, const SavedRun &run)
{
    const RunFacts &facts = run.facts;
    json.beginObject().field(u"number", run.number.value()).field(u"uid", run.uid);
    json.field(u"time", facts.time.toString(Qt::ISODateWithMs)).field(u"lesson", facts.lesson);
    json.field(u"name", run.name).field(u"note", run.note).field(u"clock", facts.clock).field(u"seed", facts.seed);
    json.key(u"parameters").beginObject();
    for (const QString &line : facts.parameters.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        json.field(line.section(QLatin1Char('='), 0, 0), line.section(QLatin1Char('='), 1));
    json.endObject().key(u"variants").beginArray();
    for (const SavedVariant &variant : facts.variants) {
        json.beginObject().field(u"id", variant.id).field(u"title", variant.title).field(u"outcome", variant.outcome);
        json.field(u"duration_ns", qint64(variant.duration.count())).endObject();
    }
    json.endArray().key(u"claims").beginArray();
    for (const SavedClaim &claim : facts.claims) {
        json.beginObject().field(u"id", claim.id).field(u"text", claim.text).field(u"holds", claim.holds);
        json.field(u"measured", claim.measured).endObject();
    }
    json.endArray().field(u"caption", facts.caption).field(u"awaitscope", facts.appVersion);
    json.field(u"trace", QStringView(run.hasTrace ? u"kept" : u"pruned")).field(u"damaged", run.isDamaged).endObject();
}

} // namespace

QString savedRunsText(const std::vector<SavedRun> &runs)
{
    if (runs.empty())
        return CommandLine::tr("No runs are saved. “run LESSON --save” saves one; the window saves each that ends.")
            + QLatin1Char('\n');
    int width = 0;
    for (const SavedRun &run : runs)
        width = std::max(width, int(QString::number(run.number.value()).size()));
    QString text;
    for (const SavedRun &run : runs)
        text += lineOf(run, width) + QLatin1Char('\n');
    return text;
}

QString savedRunText(const SavedRun &run)
{
    const RunFacts &facts = run.facts;
    QString text
        = CommandLine::tr("Run %1").arg(run.number.value()) + (run.name.isEmpty() ? QString() : QStringLiteral(": ") + run.name);
    text += QStringLiteral("\n  ") + facts.lesson + QStringLiteral(", ") + timeText(facts.time) + QStringLiteral("\n  ");
    text += (facts.clock == QLatin1String("virtual") ? CommandLine::tr("virtual clock, seed %1")
                                                     : CommandLine::tr("real clock, seed %1"))
                .arg(facts.seed)
        + QLatin1Char('\n');
    if (run.isDamaged)
        text += QStringLiteral("  ") + CommandLine::tr("This run is damaged: it is not as it was saved.") + QLatin1Char('\n');
    if (!run.hasTrace)
        text += QStringLiteral("  ") + CommandLine::tr("Its trace was let go to stay within the limit.") + QLatin1Char('\n');
    text += QLatin1Char('\n');
    for (const QString &line : facts.parameters.split(QLatin1Char('\n'), Qt::SkipEmptyParts))
        text += QStringLiteral("  ") + line + QLatin1Char('\n');
    text += QLatin1Char('\n');
    qsizetype width = 0;
    for (const SavedVariant &variant : facts.variants)
        width = std::max(width, variant.title.size());
    for (const SavedVariant &variant : facts.variants)
        text += QStringLiteral("  %1  %2  %3\n")
                    .arg(variant.title.leftJustified(width), readableLength(variant.duration).rightJustified(8),
                        outcomeText(variant.outcome));
    text += QLatin1Char('\n');
    for (const SavedClaim &claim : facts.claims) {
        text += claim.holds ? QStringLiteral("  ✓ ") + CommandLine::tr("holds")
                            : QStringLiteral("  ✕ ") + CommandLine::tr("does not hold");
        text += QStringLiteral(": ") + claim.text + QStringLiteral("\n      ") + claim.measured + QLatin1Char('\n');
    }
    if (!facts.caption.isEmpty())
        text += QLatin1Char('\n') + facts.caption + QLatin1Char('\n');
    if (!run.note.isEmpty())
        text += QLatin1Char('\n') + CommandLine::tr("Note: %1").arg(run.note) + QLatin1Char('\n');
    return text;
}

QByteArray savedRunReport(const SavedRun &run)
{
    JsonWriter json;
    write(json, run);
    return json.bytes();
}

QByteArray savedRunsReport(const std::vector<SavedRun> &runs)
{
    JsonWriter json;
    json.beginArray();
    for (const SavedRun &run : runs)
        write(json, run);
    json.endArray();
    return json.bytes();
}

} // namespace awaitscope
