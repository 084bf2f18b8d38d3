// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QString>

#include <functional>
#include <optional>

namespace awaitscope {

class Window;

struct WindowOptions
{
    QString lesson; ///< its id; empty: as the window was left, at first sequential-vs-parallel
    std::optional<ThemeKind> theme; ///< empty: as the desktop
    std::function<void(Window &)> furnish; ///< called once, before the window is shown; may be empty
};

/// Shows the window and returns the program's exit code when it is closed. Needs a QApplication.
int runWindow(const WindowOptions &options);

} // namespace awaitscope
