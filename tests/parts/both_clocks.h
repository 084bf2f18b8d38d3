// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/runtime/runtime.h"

#include <QTest>

namespace awaitscope::test {

/// For a _data function: a row for each clock.
inline void addBothClocks()
{
    QTest::addColumn<bool>("real");
    QTest::newRow("virtual") << false;
    QTest::newRow("real") << true;
}

/// The clock of the row, where addBothClocks() made the rows of the function.
inline ClockKind clockOfRow()
{
    QFETCH(bool, real);
    return real ? ClockKind::Real : ClockKind::Virtual;
}

/// The clock of the row, where addBothClocks() made those of the whole test, in initTestCase_data().
inline ClockKind clockOfAll()
{
    QFETCH_GLOBAL(bool, real);
    return real ? ClockKind::Real : ClockKind::Virtual;
}

} // namespace awaitscope::test
