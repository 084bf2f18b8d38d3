// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace awaitscope {

/// Whether nothing may move by itself: no transition, no blinking, no turning. Main thread.
bool motionReduced();
void setMotionReduced(bool reduced);

} // namespace awaitscope
