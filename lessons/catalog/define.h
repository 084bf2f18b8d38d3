// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"

#include <initializer_list>

namespace awaitscope {

// What lessons are put together from in their define().

/// A duration in steps of 1 ms.
ParameterSpec durationParameter(const char *id, Ns value, Ns maximum, Ns minimum = Ns(0));
/// A whole number.
ParameterSpec countParameter(const char *id, int value, int maximum, int minimum = 0);
/// On or off.
ParameterSpec flagParameter(const char *id, bool value);

/// A claim about the variants that it needs.
ClaimSpec claim(const char *id, Verdict (*judge)(const Run &), std::initializer_list<const char *> needs);

/// A number for the report; the unit is in its name.
Metric metric(const char *name, qint64 value);
inline Metric metric(const char *name, Ns value)
{
    return metric(name, value.count());
}

} // namespace awaitscope
