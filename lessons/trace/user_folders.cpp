// SPDX-License-Identifier: GPL-3.0-or-later
#include "lessons/trace/user_folders.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <optional>

#ifdef Q_OS_UNIX
#include <pwd.h>
#include <unistd.h>
#endif

namespace awaitscope {

namespace {

const QString ownName = QStringLiteral("/awaitscope");

std::optional<UserFolders> &chosen()
{
    static std::optional<UserFolders> folders;
    return folders;
}

/// QStandardPaths of Qt 6.4 does not know it.
QString stateHome()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    if (QStandardPaths::isTestModeEnabled())
        return QDir::homePath() + QStringLiteral("/.qttest/state");
    const QString named = qEnvironmentVariable("XDG_STATE_HOME");
    return QDir::isAbsolutePath(named) ? named : QDir::homePath() + QStringLiteral("/.local/state");
#else
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation);
#endif
}

} // namespace

UserFolders standardFolders()
{
    const auto in
        = [](QStandardPaths::StandardLocation location) { return QStandardPaths::writableLocation(location) + ownName; };
    return {in(QStandardPaths::GenericConfigLocation), in(QStandardPaths::GenericDataLocation), stateHome() + ownName,
        in(QStandardPaths::GenericCacheLocation), QDir::tempPath()};
}

UserFolders userFolders()
{
    return chosen() ? *chosen() : standardFolders();
}

void useFolders(const UserFolders &folders)
{
    chosen() = folders;
}

void settleEnvironment()
{
#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
    for (const char *name : {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"}) {
        if (!qgetenv(name).startsWith('/'))
            qunsetenv(name);
    }
#endif
#ifdef Q_OS_UNIX
    if (qEnvironmentVariableIsEmpty("HOME")) {
        if (const passwd *user = ::getpwuid(::getuid()); user && user->pw_dir && *user->pw_dir)
            qputenv("HOME", user->pw_dir);
    }
#endif
}

bool makePrivateFolder(const QString &folder)
{
    if (QFileInfo(folder).isDir())
        return true;
    const QString above = QFileInfo(folder).path();
    if (above == folder || !makePrivateFolder(above))
        return false;
    constexpr auto owner = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    return QDir().mkdir(folder, owner) || QFileInfo(folder).isDir(); // another program may have been faster
}

} // namespace awaitscope
