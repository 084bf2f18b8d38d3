// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"

namespace awaitscope {

/// An id that a shell completes, and what is told beside it.
struct DescribedId
{
    QString id;
    QString told;
};

/// A parameter as --set takes it.
struct ParameterWords : DescribedId
{
    QStringList values; ///< where there are few: on and off, or the choices
};

/// What --variant and --set may name for a lesson.
struct LessonWords
{
    QString lesson; ///< empty: where no lesson is named, or all are, all that there are
    std::vector<DescribedId> variants;
    std::vector<ParameterWords> parameters;
};

/// The tables of all lessons, and at the end the one for no lesson.
std::vector<LessonWords> lessonTables(const std::vector<Lesson> &lessons);

/// The ids alone, in order.
template <class Described> QStringList idsOf(const std::vector<Described> &all)
{
    QStringList ids;
    for (const auto &each : all)
        ids << each.id;
    return ids;
}

} // namespace awaitscope
