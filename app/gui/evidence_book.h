// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/rules.h"

#include <QDateTime>
#include <QHash>

#include <functional>
#include <memory>
#include <optional>

namespace awaitscope {

/// A run that was played to its end, and when.
struct KeptRun
{
    std::shared_ptr<const Run> run;
    QDateTime when;
};

/// The latest runs of all lessons that rules take their evidence from. Use from one thread.
class EvidenceBook
{
public:
    /// Gives the latest older run of a lesson that has played that variant, where it was kept; nothing where none was.
    using Older = std::function<std::optional<KeptRun>(const QString &lesson, const QString &variant)>;

    /// Where to ask for runs that were played before this window was opened.
    void setOlder(Older older) { older_ = std::move(older); }
    /// Takes down a run of a lesson, as evidence for all variants that it has played to their ends; a run that is not sound is none.
    /// What is borrowed in it is evidence for the lesson that lent it.
    void add(const Lesson &lesson, const std::shared_ptr<const Run> &run, const QDateTime &when);
    /// The latest run that shows it, whether it holds there or not.
    std::optional<KeptRun> latest(const RuleEvidence &evidence) const;

private:
    void keep(const std::shared_ptr<const Run> &run, const QDateTime &when);

    QHash<QString, KeptRun> latest_; ///< by lesson and variant
    Older older_;
};

} // namespace awaitscope
