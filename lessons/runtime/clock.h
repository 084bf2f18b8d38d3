// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace awaitscope {

/// Which time a run lives in: the machine's, or one that jumps to the next deadline as soon as nothing else is to do.
enum class ClockKind { Real, Virtual };

} // namespace awaitscope
