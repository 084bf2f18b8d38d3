// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/run.h"
#include "widgets/theme/theme.h"

#include <QString>

#include <memory>
#include <optional>

namespace awaitscope {

struct WindowOptions
{
    QString lesson; ///< its id; empty: sequential-vs-parallel
    QString file; ///< of the trace that is opened; empty: none
    std::shared_ptr<const Run> run; ///< what is in that file
    std::optional<ThemeKind> theme; ///< empty: as the desktop
};

/// Shows the window and returns the program's exit code when it is closed. Needs a QApplication.
int runWindow(const WindowOptions &options);

} // namespace awaitscope
