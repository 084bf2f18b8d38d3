// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/run.h"

#include "tests/support/trace_text.h"

namespace awaitscope::test {

/// All that a run holds, a line each, to compare two of them.
inline QStringList runText(const Run &run)
{
    QStringList lines{run.lesson, QString::number(int(run.clock)), QString::number(run.seed), run.caption,
        QString::number(run.liveFrames), QString::number(run.cancelled)};
    for (const ParameterSpec &spec : run.parameters.specs()) {
        lines << spec.id << QString::number(int(spec.type)) << QString::number(spec.defaultValue) << QString::number(spec.minimum)
              << QString::number(spec.maximum) << QString::number(spec.step) << spec.choices
              << QString::number(run.parameters.value(spec.id)) << run.parameters.text(spec.id);
    }
    for (const ClaimResult &claim : run.claims)
        lines << QStringLiteral("claim") << claim.id << claim.text << QString::number(claim.holds) << claim.measured;
    for (const Problem &problem : run.problems)
        lines << QStringLiteral("problem") << problem.id << problem.sentence << problem.place
              << QString::number(int(problem.severity));
    for (const VariantRun &variant : run.variants) {
        lines << QStringLiteral("variant") << variant.id << variant.title << QString::number(int(variant.outcome))
              << QString::number(variant.asMeant) << variant.error;
        for (const Metric &metric : variant.metrics)
            lines << metric.name << QString::number(metric.value);
        for (const SubjectNote &note : variant.notes)
            lines << note.text << QString::number(note.good);
        for (const ResultRow &row : variant.results)
            lines << row.what << QString::number(int(row.kind)) << row.detail << row.word << QString::number(row.count);
        lines << traceText(*variant.trace);
    }
    return lines;
}

} // namespace awaitscope::test
