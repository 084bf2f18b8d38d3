// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reference/shell_tables.h"

#include <algorithm>

namespace awaitscope {

namespace {

QString rangeText(const ParameterSpec &spec)
{
    ParameterSet ends({spec});
    const QString usual = ends.text(spec.id);
    if (!spec.choices.isEmpty() || spec.type == ParameterType::Flag)
        return usual;
    const auto textOf = [&ends, &spec](qint64 end) { return ends.set(spec.id, end) ? ends.text(spec.id) : QString(); };
    return QStringLiteral("%1, %2 to %3").arg(usual, textOf(spec.minimum), textOf(spec.maximum));
}

template <class Described> Described *find(std::vector<Described> &all, const QString &id)
{
    const auto found = std::ranges::find(all, id, &Described::id);
    return found == all.end() ? nullptr : &*found;
}

LessonWords wordsOf(const Lesson &lesson)
{
    LessonWords words{lesson.id, {}, {}};
    for (const VariantSpec &variant : lesson.definition.variants)
        words.variants.push_back({variant.id, lesson.text.variantTitles.value(variant.id)});
    for (const ParameterSpec &spec : lesson.definition.parameters) {
        QStringList values = spec.choices;
        if (spec.type == ParameterType::Flag)
            values = {QStringLiteral("on"), QStringLiteral("off")};
        words.parameters.push_back(
            {{spec.id, QStringLiteral("%1 (%2)").arg(lesson.text.parameterLabels.value(spec.id), rangeText(spec))}, values});
    }
    return words;
}

} // namespace

std::vector<LessonWords> lessonTables(const std::vector<Lesson> &lessons)
{
    std::vector<LessonWords> tables;
    LessonWords all;
    for (const Lesson &lesson : lessons) {
        tables.push_back(wordsOf(lesson));
        for (const DescribedId &variant : tables.back().variants) {
            if (!find(all.variants, variant.id))
                all.variants.push_back(variant);
        }
        for (const ParameterWords &parameter : tables.back().parameters) {
            if (ParameterWords *known = find(all.parameters, parameter.id)) {
                for (const QString &value : parameter.values) {
                    if (!known->values.contains(value))
                        known->values << value;
                }
            } else {
                all.parameters.push_back({{parameter.id, lesson.text.parameterLabels.value(parameter.id)}, parameter.values});
            }
        }
    }
    tables.push_back(all);
    return tables;
}

} // namespace awaitscope
