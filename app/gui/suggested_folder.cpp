// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/suggested_folder.h"

#include <QDir>
#include <QFileInfo>

namespace awaitscope {

QString suggestedFolder(QStandardPaths::StandardLocation location, const QStringList &recent)
{
    if (!recent.isEmpty())
        return QFileInfo(recent.first()).path();
    const QString folder = QStandardPaths::writableLocation(location);
    return QFileInfo(folder).isDir() ? folder : QDir::homePath();
}

} // namespace awaitscope
