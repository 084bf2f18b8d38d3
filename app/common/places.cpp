// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/places.h"

#include "app/common/old_files.h"
#include "app/store/store.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSettings>

#include <optional>

namespace awaitscope {

namespace {

struct CommandLine
{
    Q_DECLARE_TR_FUNCTIONS(CommandLine)
};

std::optional<Places> &chosen()
{
    static std::optional<Places> places;
    return places;
}

Problem refused(const QString &reason)
{
    return {QStringLiteral("portable-folder"),
        CommandLine::tr("%1; accepted is a folder that can be written to, or the name of a new one in such a folder.")
            .arg(reason),
        QStringLiteral("--portable")};
}

bool canBeWrittenTo(const QString &folder)
{
    const QFileInfo info(folder);
    return info.isWritable() && info.isExecutable();
}

/// Why the folder cannot be used; empty where it can, and then it exists.
QString makeUsable(const QString &folder)
{
    const QFileInfo info(folder);
    if (info.exists() && !info.isDir())
        return CommandLine::tr("is not a folder");
    if (!info.exists()) {
        if (info.isSymLink())
            return CommandLine::tr("is a link that leads nowhere");
        if (!QFileInfo(info.path()).isDir())
            return CommandLine::tr("there is no folder above it");
        if (!makePrivateFolder(folder))
            return CommandLine::tr("cannot be made");
    }
    if (!canBeWrittenTo(folder))
        return CommandLine::tr("cannot be written to");
    return {};
}

} // namespace

Places::Places(const UserFolders &folders, const QString &root) :
    folders_(folders),
    root_(root),
    settingsFile_(folders.config + QStringLiteral("/settings.ini")),
    windowFile_(folders.state + QStringLiteral("/window.ini"))
{
}

Places Places::ofUser()
{
    return Places(standardFolders());
}

Result<Places> Places::portable(const QString &folder)
{
    if (folder.isEmpty())
        return refused(CommandLine::tr("names no folder"));
    const QString root = QDir::cleanPath(QDir::current().absoluteFilePath(folder));
    if (const QString reason = makeUsable(root); !reason.isEmpty())
        return refused(reason);
    const QDir in(root);
    const UserFolders folders{in.filePath(QStringLiteral("config")), in.filePath(QStringLiteral("data")),
        in.filePath(QStringLiteral("state")), in.filePath(QStringLiteral("cache")), in.filePath(QStringLiteral("cache"))};
    for (const QString &each : {folders.config, folders.data, folders.state, folders.cache}) {
        if (!makePrivateFolder(each) || !canBeWrittenTo(each))
            return refused(CommandLine::tr("%1 in it is no folder that can be written to").arg(QFileInfo(each).fileName()));
    }
    return Places(folders, root);
}

Places Places::withOldFilesMoved() const
{
    Places moved = *this;
    const QString old = folders_.config + QStringLiteral("/window.ini");
    if (!isPortable() && !splitOldWindowFile(old, settingsFile_, windowFile_))
        moved.settingsFile_ = moved.windowFile_ = old;
    return moved;
}

QString Places::storeFile() const
{
    return Store::standardPath(folders_.data);
}

QString Places::suggestedFolder(QStandardPaths::StandardLocation kind) const
{
    const QString usual = QStandardPaths::writableLocation(kind);
    return isPortable() ? root_ : QFileInfo(usual).isDir() ? usual : QDir::homePath();
}

QString Places::written(const QString &path) const
{
    return isPortable() && path.startsWith(root_ + u'/') ? path.mid(root_.size() + 1) : path;
}

QString Places::read(const QString &path) const
{
    return isPortable() && QDir::isRelativePath(path) ? QDir(root_).filePath(path) : path;
}

Places places()
{
    return chosen() ? *chosen() : Places::ofUser();
}

void usePlaces(const Places &places)
{
    chosen() = places;
    useFolders(places.folders_);
    if (places.isPortable())
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, places.folders_.config);
    forgetVisitedFolders();
}

void forgetVisitedFolders()
{
    if (!places().isPortable())
        return;
    QSettings dialogs(QSettings::UserScope, QStringLiteral("QtProject"));
    for (const QString &key : {QStringLiteral("lastVisited"), QStringLiteral("history"), QStringLiteral("shortcuts")})
        dialogs.remove(QStringLiteral("FileDialog/") + key);
}

} // namespace awaitscope
