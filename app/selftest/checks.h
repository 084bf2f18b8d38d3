// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/selftest/check.h"

#include <QCoreApplication>

namespace awaitscope {

/// The context of all texts of the selftest.
struct Selftest
{
    Q_DECLARE_TR_FUNCTIONS(Selftest)
};

// The checks; see checks() for what each needs. None of them changes what the user keeps, or leaves a file behind.

CheckResult checkVersions(const CheckedPlaces &places);
CheckResult checkMachine(const CheckedPlaces &places);
CheckResult checkDisplay(const CheckedPlaces &places);
CheckResult checkFonts(const CheckedPlaces &places);
CheckResult checkPlugins(const CheckedPlaces &places);
CheckResult checkClock(const CheckedPlaces &places);
CheckResult checkLoop(const CheckedPlaces &places);
CheckResult checkProcesses(const CheckedPlaces &places);
CheckResult checkLoopback(const CheckedPlaces &places);
CheckResult checkDatabase(const CheckedPlaces &places);
CheckResult checkStore(const CheckedPlaces &places);
CheckResult checkPlaces(const CheckedPlaces &places);
CheckResult checkLesson(const CheckedPlaces &places);
CheckResult checkDrawing(const CheckedPlaces &places);

/// What is said where there is no display at all.
CheckResult noDisplayResult();
/// What is said of a display that is named and cannot be reached; `words` are Qt's.
CheckResult displayOutOfReach(const QString &words);

} // namespace awaitscope
