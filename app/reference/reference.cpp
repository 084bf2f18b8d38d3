// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reference/reference.h"

namespace awaitscope {

Reference programReference(const QString &version, const QString &date)
{
    return {commands(), commonOptions(), lessons(), version, date};
}

} // namespace awaitscope
