// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/session.h"

namespace awaitscope {

void Session::runOnly(const QString &variant)
{
    if (!lesson_->availableVariants(parameters(), ClockKind::Real).contains(variant))
        return;
    returnTo_.reset();
    start({lesson_, parameters(), {variant}, ClockKind::Real, state().seed}, PlayOn::OwnThread);
    goLive();
}

} // namespace awaitscope
