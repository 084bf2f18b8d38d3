// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QString>

#include <optional>

namespace awaitscope {

struct WindowOptions
{
    QString lesson; ///< its id; empty: as the window was left, at first sequential-vs-parallel
    std::optional<ThemeKind> theme; ///< empty: as the desktop
};

/// Shows the window and returns the program's exit code when it is closed. Needs a QApplication.
int runWindow(const WindowOptions &options);

} // namespace awaitscope
