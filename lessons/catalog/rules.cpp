// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/rules.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope {

std::optional<Run> lentRun(const Lesson &lesson, const Run &run, QStringView variant)
{
    const VariantSpec *spec = lesson.variant(variant);
    const VariantRun *played = run.variant(variant);
    if (!spec || !spec->borrow || !played)
        return {};
    const BorrowedVariant borrowed = spec->borrow(run.parameters);
    Run lent;
    lent.lesson = borrowed.lesson->id;
    lent.clock = run.clock;
    lent.seed = run.seed;
    lent.parameters = borrowed.parameters;
    lent.variants = {*played};
    lent.variants.front().id = borrowed.id;
    lent.variants.front().title = borrowed.lesson->text.variantTitles.value(borrowed.id);
    judgeClaims(lent, *borrowed.lesson);
    return lent;
}

std::optional<Verdict> evidenceIn(const Run &run, const RuleEvidence &evidence)
{
    Verdict verdict{true, {}};
    QStringList measured;
    for (const QString &id : evidence.claims) {
        const auto claim = std::ranges::find(run.claims, id, &ClaimResult::id);
        if (claim == run.claims.end())
            return {};
        verdict.holds = verdict.holds && claim->holds;
        measured << claim->measured;
    }
    measured.removeDuplicates();
    verdict.measured = measured.join(u' ');
    return verdict;
}

const RuleSpec *findRule(const Lesson &lesson, QStringView id)
{
    const auto &rules = lesson.definition.rules;
    const auto found = std::ranges::find(rules, id, &RuleSpec::id);
    return found == rules.end() ? nullptr : &*found;
}

Verdict withBuiltIn(const RuleSpec &rule, Verdict verdict)
{
    if (!rule.builtIn)
        return verdict;
    const Verdict built = rule.builtIn();
    return {verdict.holds && built.holds, built.measured + u' ' + verdict.measured};
}

Verdict judgeRule(const Lesson &lesson, const RuleSpec &rule, const Run &run)
{
    const auto lent = lentRun(lesson, run, rule.id);
    const auto found = lent ? evidenceIn(*lent, rule.evidence.front()) : std::nullopt;
    if (!found)
        return {false, QCoreApplication::translate("awaitscope::Claims", "The record has 0 runs that could show it.")};
    return withBuiltIn(rule, *found);
}

} // namespace awaitscope
