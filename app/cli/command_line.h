// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/output.h"

namespace awaitscope {

/// Carries out a command other than the window. Needs no display. Makes the application object; none may exist yet.
ExitCode runCommand(int &argc, char **argv, const ParsedArguments &arguments);

} // namespace awaitscope
