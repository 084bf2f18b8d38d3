// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStandardPaths>
#include <QStringList>

namespace awaitscope {

/// The folder in which a dialog for files begins: that of the latest of `recent`, else the desktop's for such files, and the home where
/// the desktop has none.
QString suggestedFolder(QStandardPaths::StandardLocation location, const QStringList &recent = {});

} // namespace awaitscope
