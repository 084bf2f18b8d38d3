// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/theme/motion.h"

namespace awaitscope {

namespace {

bool reducedNow = false;

} // namespace

bool motionReduced()
{
    return reducedNow;
}

void setMotionReduced(bool reduced)
{
    reducedNow = reduced;
}

} // namespace awaitscope
