// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/recent_files.h"

#include "app/common/places.h"

#include <QFileInfo>
#include <QSettings>

namespace awaitscope {

namespace {

constexpr qsizetype longestPath = 4096;
const QString key = QStringLiteral("files/recent");

} // namespace

QStringList RecentFiles::files() const
{
    QStringList kept = QSettings(places().windowFile(), QSettings::IniFormat).value(key).toStringList();
    for (QString &file : kept)
        file = places().read(file);
    kept.removeDuplicates();
    kept.removeIf([](const QString &file) {
        return file.size() > longestPath || !QFileInfo(file).isAbsolute() || !QFileInfo(file).isFile();
    });
    return kept.mid(0, most);
}

void RecentFiles::add(const QString &file)
{
    QStringList kept = files();
    kept.removeAll(file);
    kept.prepend(file);
    for (QString &each : kept)
        each = places().written(each);
    if (makePrivateFolder(QFileInfo(places().windowFile()).path()))
        QSettings(places().windowFile(), QSettings::IniFormat).setValue(key, kept.mid(0, most));
}

void RecentFiles::clear()
{
    QSettings(places().windowFile(), QSettings::IniFormat).remove(key);
}

} // namespace awaitscope
