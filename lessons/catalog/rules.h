// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/runner.h"

#include <optional>

namespace awaitscope {

// A lesson with rules plays variants that it borrows from other lessons. What those lessons claim of them is the evidence.

/// The run of the lesson that a variant is borrowed from: that variant alone, under its own name and with its own parameters,
/// judged by that lesson's claims. Nothing where `run` has no such variant, or it is not borrowed.
std::optional<Run> lentRun(const Lesson &lesson, const Run &run, QStringView variant);

/// What a run of the evidence's lesson says: holds where all the claims do, with what was measured for each. Nothing where the run
/// did not play the variant to its end.
std::optional<Verdict> evidenceIn(const Run &run, const RuleEvidence &evidence);

/// The rule of that id, or null.
const RuleSpec *findRule(const Lesson &lesson, QStringView id);

/// A rule, judged by a run of its own lesson, and by what was found when the app was built.
Verdict judgeRule(const Lesson &lesson, const RuleSpec &rule, const Run &run);

/// A verdict on a run, and what was found when the app was built beside it.
Verdict withBuiltIn(const RuleSpec &rule, Verdict verdict);

} // namespace awaitscope
