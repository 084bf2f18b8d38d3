// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/gui/window_entry.h"

namespace awaitscope {

/// What the words of the command line open: one lesson or trace a window.
struct WindowPlan
{
    WindowOptions window; ///< of this process
    QStringList further; ///< ids of lessons and whole paths of traces that get windows, and processes, of their own
};

constexpr qsizetype mostWindows = 12; ///< opened by one command

/// Reads what is named; a `file:` URL counts as its path. The problem tells what cannot be opened and what is accepted. Where a
/// desktop waits for the window, what cannot be opened is told in it instead (`WindowOptions::problem`), and the rest opens.
Result<WindowPlan> planWindow(const ParsedArguments &arguments, bool forDesktop);

/// Starts this program once more for each further window, with the same options. Returns at once; says on standard error what
/// could not be started. Main thread.
void openFurther(const WindowPlan &plan, const ParsedArguments &arguments);

} // namespace awaitscope
