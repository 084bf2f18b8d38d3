// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/define.h"

namespace awaitscope {

namespace {

ParameterSpec parameter(const char *id, ParameterType type, qint64 value)
{
    ParameterSpec spec;
    spec.id = QString::fromLatin1(id);
    spec.type = type;
    spec.defaultValue = value;
    return spec;
}

} // namespace

ParameterSpec durationParameter(const char *id, Ns value, Ns maximum, Ns minimum)
{
    ParameterSpec spec = parameter(id, ParameterType::Duration, value.count());
    spec.minimum = minimum.count();
    spec.maximum = maximum.count();
    spec.step = Ns(std::chrono::milliseconds(1)).count();
    return spec;
}

ParameterSpec countParameter(const char *id, int value, int maximum, int minimum)
{
    ParameterSpec spec = parameter(id, ParameterType::Count, value);
    spec.minimum = minimum;
    spec.maximum = maximum;
    return spec;
}

ParameterSpec flagParameter(const char *id, bool value)
{
    return parameter(id, ParameterType::Flag, value);
}

ClaimSpec claim(const char *id, Verdict (*judge)(const Run &), std::initializer_list<const char *> needs)
{
    ClaimSpec spec{QString::fromLatin1(id), judge, {}};
    for (const char *variant : needs)
        spec.needs.append(QString::fromLatin1(variant));
    return spec;
}

Metric metric(const char *name, qint64 value)
{
    return {QString::fromLatin1(name), value};
}

} // namespace awaitscope
