// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/old_files.h"

#include "lessons/trace/user_folders.h"

#include <QFile>
#include <QFileInfo>
#include <QSettings>
#include <QTemporaryDir>

#include <functional>

namespace awaitscope {

namespace {

bool isSetting(const QString &key)
{
    static const QStringList settings{QStringLiteral("window/theme"), QStringLiteral("window/contrast"),
        QStringLiteral("window/motion"), QStringLiteral("window/textScale"), QStringLiteral("app/language"),
        QStringLiteral("store/savedTraces")};
    return settings.contains(key);
}

/// Writes those values to a file that is not there yet.
bool copyTo(const QString &target, const QSettings &from, const std::function<bool(const QString &)> &wanted)
{
    if (QFileInfo(target).isFile())
        return true;
    const QString folder = QFileInfo(target).path();
    if (!makePrivateFolder(folder))
        return false;
    const QTemporaryDir workshop(folder + QStringLiteral("/moving-XXXXXX"));
    const QString made = workshop.filePath(QStringLiteral("new.ini"));
    {
        QFile begun(made); // also where no value is wanted
        if (!workshop.isValid() || !begun.open(QIODevice::WriteOnly))
            return false;
    }
    QSettings to(made, QSettings::IniFormat);
    for (const QString &key : from.allKeys()) {
        if (wanted(key))
            to.setValue(key, from.value(key));
    }
    to.sync();
    return to.status() == QSettings::NoError && (QFile::rename(made, target) || QFileInfo(target).isFile());
}

} // namespace

bool splitOldWindowFile(const QString &old, const QString &settings, const QString &memory)
{
    if (!QFileInfo(old).isFile())
        return true;
    const QSettings from(old, QSettings::IniFormat);
    if (!QFileInfo(old).isReadable() || !copyTo(settings, from, isSetting)
        || !copyTo(memory, from, [](const QString &key) { return !isSetting(key); }))
        return QFileInfo(settings).isFile() && QFileInfo(memory).isFile();
    if (QFileInfo(memory) != QFileInfo(old))
        QFile::remove(old);
    return true;
}

} // namespace awaitscope
