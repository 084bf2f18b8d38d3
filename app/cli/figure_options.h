// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/cli/arguments.h"
#include "widgets/timeline/figure.h"

namespace awaitscope {

/// What --theme, --size and --scale say; the problem names the option, what was wrong and what is accepted.
Result<FigureOptions> figureOptionsFrom(const ParsedArguments &arguments);

} // namespace awaitscope
