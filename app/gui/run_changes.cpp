// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/run_changes.h"

#include "lessons/trace/caption.h"
#include "widgets/timeline/chart_model.h"

#include <QCoreApplication>

#include <algorithm>

namespace awaitscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(RunChanges)
};

using namespace std::chrono_literals;

QStringList parameterChanges(const Lesson &lesson, const Run &before, const Run &now)
{
    QStringList changes;
    for (const ParameterSpec &spec : now.parameters.specs()) {
        if (before.parameters.value(spec.id) == now.parameters.value(spec.id))
            continue;
        changes.append(Words::tr("%1 %2 → %3")
                           .arg(lesson.text.parameterLabels.value(spec.id, spec.id), shownValue(before.parameters, spec.id),
                               shownValue(now.parameters, spec.id)));
    }
    return changes;
}

QStringList endChanges(const Run &before, const Run &now)
{
    const ChartModel old = makeChartModel(before.subjects()), present = makeChartModel(now.subjects());
    const auto differences = differencesBetween(old, present, unnoticed(now.clock));
    QStringList ends, unchanged;
    for (std::size_t i = 0; i < present.groups.size(); ++i) {
        const ModelGroup &group = present.groups[i];
        bool differs = false;
        for (const Difference &difference : differences) {
            if (difference.group != i)
                continue;
            differs = true;
            const QString words = difference.kind == Difference::Kind::Result ? Words::tr("%1 %2 → %3, %4")
                                                                              : Words::tr("%1 last work ends %2 → %3, %4");
            ends.append(
                words.arg(group.letter, readableLength(difference.before), readableLength(difference.now), difference.headline));
        }
        const bool compared = std::ranges::count(old.groups, group.title, &ModelGroup::title) > 0;
        if (compared && !differs)
            unchanged.append(group.letter);
    }
    if (!unchanged.isEmpty())
        ends.append(Words::tr("%1: as long as before").arg(unchanged.join(QStringLiteral(", "))));
    return ends;
}

QStringList claimChanges(const Run &before, const Run &now)
{
    QStringList changes;
    for (const ClaimResult &claim : now.claims) {
        const auto old = std::ranges::find(before.claims, claim.id, &ClaimResult::id);
        if (old == before.claims.end() || old->holds == claim.holds)
            continue;
        changes.append((claim.holds ? Words::tr("✓ Holds now: %1") : Words::tr("✕ Held before: %1")).arg(claim.text));
    }
    return changes;
}

} // namespace

Ns unnoticed(ClockKind clock)
{
    return clock == ClockKind::Real ? Ns(3ms) : Ns(500us);
}

QString shownValue(const ParameterSet &parameters, const QString &id)
{
    const QString text = parameters.text(id);
    qsizetype unit = text.size();
    while (unit > 0 && text[unit - 1].isLetter())
        --unit;
    return unit > 0 && unit < text.size() ? text.left(unit) + QChar(0xa0) + text.mid(unit) : text;
}

QStringList runChanges(const Lesson &lesson, const Run &before, const Run &now)
{
    return parameterChanges(lesson, before, now) + endChanges(before, now) + claimChanges(before, now);
}

} // namespace awaitscope
