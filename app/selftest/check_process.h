// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/selftest/check.h"

#include <QStringList>

#include <optional>

namespace awaitscope {

/// The arguments with which this program carries out one check alone; see runAsCheck().
QStringList checkArguments(const CheckSpec &check, const CheckedPlaces &places);

/// For the begin of main(), before there is an application: where this process was started with checkArguments(), carries out that
/// check, writes its result to standard output as one line of encodeResult(), and gives the exit code. `speak` is called as soon as
/// there is an application.
std::optional<int> runAsCheck(int argc, char **argv, void (*speak)());

} // namespace awaitscope
