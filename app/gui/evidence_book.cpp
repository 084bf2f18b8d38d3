// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/evidence_book.h"

namespace awaitscope {

namespace {

QString keyOf(const QString &lesson, const QString &variant)
{
    return lesson + u'/' + variant;
}

} // namespace

void EvidenceBook::add(const Lesson &lesson, const std::shared_ptr<const Run> &run, const QDateTime &when)
{
    if (!run->problems.empty() || run->liveFrames > 0)
        return;
    keep(run, when);
    for (const VariantRun &variant : run->variants) {
        if (auto lent = lentRun(lesson, *run, variant.id))
            keep(std::make_shared<const Run>(*std::move(lent)), when);
    }
}

void EvidenceBook::keep(const std::shared_ptr<const Run> &run, const QDateTime &when)
{
    for (const VariantRun &variant : run->variants) {
        if (variant.outcome != RunOutcome::Cancelled)
            latest_[keyOf(run->lesson, variant.id)] = {run, when};
    }
}

std::optional<KeptRun> EvidenceBook::latest(const RuleEvidence &evidence) const
{
    const auto found = latest_.constFind(keyOf(evidence.lesson, evidence.variant));
    if (found != latest_.constEnd() && evidenceIn(*found->run, evidence))
        return *found;
    auto older = older_ ? older_(evidence.lesson, evidence.variant) : std::nullopt;
    return older && older->run && evidenceIn(*older->run, evidence) ? older : std::nullopt;
}

} // namespace awaitscope
