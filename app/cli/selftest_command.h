// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/output.h"

namespace awaitscope {

/// Does what the command `selftest` asks for, and prints it. Needs a QCoreApplication. NotHeld where this machine is not fit.
ExitCode selftestCommand(const ParsedArguments &arguments);

} // namespace awaitscope
