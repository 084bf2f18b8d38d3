// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

namespace awaitscope {

/// When a run was made, on this machine's clock: "today 14:32", "yesterday 9:05", else with its date.
QString whenInWords(const QDateTime &time);

} // namespace awaitscope
