// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/catalog/planned_length.h"

#include "lessons/catalog/event_names.h"

#include <algorithm>

namespace awaitscope {

namespace {

Ns growth(const ParameterSet &parameters, const ParameterSet *before)
{
    Ns sum{0};
    for (const ParameterSpec &spec : parameters.specs()) {
        if (spec.type == ParameterType::Duration)
            sum += std::max(Ns(0), parameters.duration(spec.id) - (before ? before->duration(spec.id) : Ns(0)));
    }
    return sum;
}

} // namespace

Ns plannedLength(const Lesson &lesson, const QStringList &variants, const ParameterSet &parameters, const ParameterSet *before)
{
    Ns longest{0};
    for (const QString &id : variants) {
        const VariantSpec *variant = lesson.variant(id);
        if (!variant || !variant->borrow)
            continue;
        const BorrowedVariant borrowed = variant->borrow(parameters);
        const auto then = before ? std::optional(variant->borrow(*before)) : std::nullopt;
        longest = std::max(longest, growth(borrowed.parameters, then ? &then->parameters : nullptr));
    }
    return growth(parameters, before) + longest;
}

std::optional<Ns> roomToDraw(const LessonQuestion &question, const ParameterSet &parameters)
{
    if (question.kind != LessonQuestion::Kind::Draw)
        return {};
    Ns sum{0};
    for (const QString &name : placeholders(question.text)) {
        const auto spec = std::ranges::find(parameters.specs(), name, &ParameterSpec::id);
        if (spec != parameters.specs().end() && spec->type == ParameterType::Duration)
            sum += parameters.duration(name);
    }
    return sum > Ns(0) ? std::optional(sum + sum / 2) : std::nullopt;
}

} // namespace awaitscope
