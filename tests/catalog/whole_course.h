// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/runner.h"

#include <algorithm>

namespace awaitscope::test {

// What the tests of every lesson, whatever it is about, share.

/// All variants that there are for those parameters.
inline RunRequest wholeRequest(const Lesson &lesson, const ParameterSet &parameters, ClockKind clock = ClockKind::Virtual)
{
    return {&lesson, parameters, lesson.availableVariants(parameters, clock), clock, 1};
}

inline ParameterSet defaults(const Lesson &lesson)
{
    return ParameterSet(lesson.definition.parameters);
}

/// All flags on, so that variants which depend on one are there.
inline ParameterSet flagsOn(const Lesson &lesson)
{
    ParameterSet parameters = defaults(lesson);
    for (const ParameterSpec &spec : lesson.definition.parameters) {
        if (spec.type == ParameterType::Flag)
            (void)parameters.set(spec.id, 1);
    }
    return parameters;
}

/// What keeps a run from being sound, or nothing.
inline QString flaw(const Run &run)
{
    if (!run.problems.empty())
        return run.problems[0].place + u' ' + run.problems[0].sentence;
    for (const VariantRun &variant : run.variants) {
        if (!variant.asMeant && !(variant.outcome == RunOutcome::Cancelled))
            return variant.id + QStringLiteral(" did not end as meant: ") + variant.error;
    }
    return run.liveFrames == 0 ? QString() : QStringLiteral("%1 live frames").arg(run.liveFrames);
}

inline QString brokenClaim(const Run &run)
{
    for (const ClaimResult &claim : run.claims) {
        if (!claim.holds)
            return claim.id + QStringLiteral(": ") + claim.measured;
        if (claim.measured.isEmpty() || !std::ranges::any_of(claim.measured, [](QChar c) { return c.isDigit(); }))
            return claim.id + QStringLiteral(": no numbers in “%1”").arg(claim.measured);
    }
    return {};
}

} // namespace awaitscope::test
