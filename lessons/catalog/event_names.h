// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/run.h"

#include <optional>

namespace awaitscope {

/// Where in a run an event is that a lesson's text names.
struct NamedEvent
{
    std::size_t variant = 0; ///< position in Run::variants
    std::size_t event = 0; ///< position in Trace::events()
    TaskId task;
    Ns time{0};
};

/// The event that a name such as "gather.getUser.ended" means: variant, function, and what happened to the first task
/// of that function, or with "getUser#2" to the second: started, suspended, resumed, interrupted by a cancellation or
/// "cancels", asking for one (the first time), or ended; failed, cancelled and timedOut mean an end of that kind. Nothing
/// where the run has no such event.
std::optional<NamedEvent> findEvent(const Run &run, QStringView name);

/// The time or length that "variant.duration", "variant.metric_ns" or "variant.function.ended" means in this run; nothing where the
/// run does not have it.
std::optional<Ns> timeNamed(const Run &run, const QString &name);

/// Fills in `{parameter}`; what else stands in braces stays.
QString fillPlaceholders(const QString &text, const ParameterSet &parameters);

/// Fills in `{parameter}`, `{variant.duration}`, `{variant.metric}` and `{variant.function.ended}` with their values and
/// times in this run. What the run does not have, as a variant that was not played, becomes an ellipsis.
QString fillPlaceholders(const QString &text, const Run &run);

/// The names in braces in a text, without their braces, in order.
QStringList placeholders(const QString &text);

} // namespace awaitscope
