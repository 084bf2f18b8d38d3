// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/lesson.h"

#include <QTest>

namespace awaitscope::test {

/// For a _data function: a row for each lesson, with its id in the column "id".
inline void addEachLesson()
{
    QTest::addColumn<QString>("id");
    for (const Lesson &lesson : lessons())
        QTest::newRow(qPrintable(lesson.id)) << lesson.id;
}

} // namespace awaitscope::test
