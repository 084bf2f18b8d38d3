// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "app/common/show_options.h"

namespace awaitscope {

/// Checks the options of a `present` command; its operands are looked up by who presents.
Result<ShowOptions> planPresent(const ParsedArguments &arguments);

} // namespace awaitscope
