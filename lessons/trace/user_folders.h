// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace awaitscope {

/// The folders of this program in which a user's files are. Whole paths; a folder need not exist yet: who writes makes it, by
/// makePrivateFolder().
struct UserFolders
{
    QString config; ///< what the user has chosen
    QString data; ///< what must not be lost
    QString state; ///< what may be lost, but outlives a start
    QString cache; ///< what can be made again
    QString temporary; ///< what goes with the program

    bool operator==(const UserFolders &) const = default;
};

/// Where they are by the XDG Base Directory Specification 0.8, and on macOS and Windows by QStandardPaths. For relative paths in
/// the environment, and for a user without HOME, call settleEnvironment() first.
UserFolders standardFolders();

/// Those of useFolders(), else the standard ones.
UserFolders userFolders();

/// Sets userFolders() for the whole program. Call it once, before there is another thread.
void useFolders(const UserFolders &folders);

/// Has Qt, and each program that is started, go by the specification: a relative path in XDG_CONFIG_HOME, XDG_DATA_HOME,
/// XDG_STATE_HOME or XDG_CACHE_HOME is taken away, and HOME, where it is not set, is what the system's list of users says.
/// For the begin of main().
void settleEnvironment();

/// Makes a folder and those above it where they are missing, each for its owner only. False where that is not possible.
bool makePrivateFolder(const QString &folder);

} // namespace awaitscope
