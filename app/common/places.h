// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/result.h"
#include "lessons/trace/user_folders.h"

#include <QStandardPaths>

namespace awaitscope {

/// Where this program keeps what: in the user's folders, or all in one folder of its own. A value; decided once, by usePlaces().
class Places
{
public:
    /// In the user's folders; see standardFolders().
    static Places ofUser();

    /// All in one folder, in its subfolders config, data, state and cache. A relative path is one from the working folder. The
    /// folder is made where the one above it exists. The problem ("portable-folder") tells why it cannot be used; its
    /// sentence goes on after the folder's name.
    static Result<Places> portable(const QString &folder);

    /// With what earlier versions have kept elsewhere moved to its place: config/window.ini becomes settingsFile() and
    /// windowFile(). Where that cannot be done, the old file stays, and is read. Safe beside other processes.
    Places withOldFilesMoved() const;

    /// What the user has chosen.
    QString settingsFile() const { return settingsFile_; }
    /// How the window was left.
    QString windowFile() const { return windowFile_; }
    /// The saved runs; other files of the same kind may lie beside it.
    QString storeFile() const;
    /// What has been made of lessons' data, in folders by its version.
    QString lessonDataFolder() const { return folders_.cache; }
    /// The folder of storeFile(): what a user may want to copy.
    QString dataFolder() const { return folders_.data; }

    bool isPortable() const { return !root_.isEmpty(); }
    /// The folder that holds all, where there is one; else empty.
    QString portableFolder() const { return root_; }

    /// Where a dialog first offers to put what the user asks for: in portableFolder(), else in the user's folder of that kind,
    /// or at home where there is none.
    QString suggestedFolder(QStandardPaths::StandardLocation kind) const;

    /// A whole path as it is written down: relative to portableFolder() where it lies in there, so that the folder may be moved.
    QString written(const QString &path) const;
    /// The whole path of what was written down.
    QString read(const QString &path) const;

private:
    friend void usePlaces(const Places &places);
    explicit Places(const UserFolders &folders, const QString &root = {});

    UserFolders folders_;
    QString root_;
    QString settingsFile_, windowFile_;
};

/// Those of usePlaces(), else ofUser().
Places places();

/// Sets places() and userFolders() for the whole program, and where Qt keeps what it remembers of its own dialogs. Call it once,
/// before there is another thread.
void usePlaces(const Places &places);

/// Takes what Qt remembers of this computer's folders, for its own file dialogs, out of the portable folder. Done by usePlaces(),
/// and at the end of the program. Does nothing where all is in the user's folders.
void forgetVisitedFolders();

} // namespace awaitscope
