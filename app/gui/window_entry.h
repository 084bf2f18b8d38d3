// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/run.h"
#include "widgets/theme/theme.h"

#include <QString>

#include <functional>
#include <memory>
#include <optional>

namespace awaitscope {

class Window;

struct WindowOptions
{
    QString lesson; ///< its id; empty: as the window was left, at first sequential-vs-parallel
    QString file; ///< of the trace that is opened; empty: none
    std::shared_ptr<const Run> run; ///< what is in that file
    std::optional<Problem> problem; ///< told in the window; what else was to be opened, and could not be
    std::optional<ThemeKind> theme; ///< empty: as the desktop
    std::function<void(Window &)> furnish; ///< called once, before the window is shown; may be empty
};

/// Shows the window and returns the program's exit code when it is closed. Needs a QApplication.
int runWindow(const WindowOptions &options);

} // namespace awaitscope
