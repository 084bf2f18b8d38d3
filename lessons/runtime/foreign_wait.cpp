// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/runtime/foreign_wait.h"

namespace awaitscope {

WaitInfo ForeignWait::waitsFor() const
{
    return {WaitKind::Foreign, scheduler().recorder()->intern(name_).number()};
}

void ForeignWait::wakeWhenDestroyed(const QObject *sender)
{
    QObject::connect(sender, &QObject::destroyed, receiver(), [this] { wake(); });
}

} // namespace awaitscope
