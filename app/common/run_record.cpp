// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/run_record.h"

#include "lessons/catalog/run_file.h"
#include "lessons/catalog/run_report.h"

namespace awaitscope {

NewRun recordOf(const Run &run, const QDateTime &time)
{
    NewRun record;
    RunFacts &facts = record.facts;
    facts.lesson = run.lesson;
    facts.time = time.toUTC();
    facts.clock = run.clock == ClockKind::Virtual ? QStringLiteral("virtual") : QStringLiteral("real");
    facts.seed = run.seed;
    facts.parameters = parameterLines(run.parameters);
    facts.caption = run.caption;
    facts.appVersion = QStringLiteral(AWAITSCOPE_VERSION);
    for (const VariantRun &variant : run.variants)
        facts.variants.push_back({variant.id, variant.title, outcomeId(variant.outcome), variant.trace->duration()});
    for (const ClaimResult &claim : run.claims)
        facts.claims.push_back({claim.id, claim.text, claim.holds, claim.measured});
    record.trace = encodeRun(run);
    return record;
}

QString parameterLines(const ParameterSet &parameters)
{
    QStringList lines;
    for (const ParameterSpec &spec : parameters.specs())
        lines << spec.id + QLatin1Char('=') + parameters.text(spec.id);
    return lines.join(QLatin1Char('\n'));
}

} // namespace awaitscope
