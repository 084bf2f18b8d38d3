// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/cli/output.h"
#include "app/store/store.h"

namespace awaitscope {

/// Keeps a run in the user's store and waits until it cannot be lost any more. Warnings of the store go to standard error.
Result<RunNumber> saveRun(const Run &run);

/// Does what the command `runs` asks for, and prints it. Needs a QCoreApplication.
ExitCode runsCommand(const ParsedArguments &arguments);

} // namespace awaitscope
