// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workshop/playlist.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QPushButton;

namespace awaitscope {

/// Puts the lessons of a playlist in order, opens it and saves it.
class PlaylistDialog : public QDialog
{
    Q_OBJECT

public:
    PlaylistDialog(Playlist playlist, const std::vector<Lesson> &course, QWidget *parent = nullptr);

    const Playlist &playlist() const { return playlist_; }
    /// True where the dialog was left to present it.
    bool presentWanted() const { return presentWanted_; }
    /// Saves to a file; where that fails the dialog says why. True where it was written.
    bool saveTo(const QString &file);
    /// Opens a file in place of what is there; where that fails the dialog says why.
    bool openFrom(const QString &file);
    QString status() const;

private:
    void fill(int current);
    void move(int by);
    void remove();
    void refresh();
    void askToSave();
    void askToOpen();

    Playlist playlist_;
    const std::vector<Lesson> &course_;
    bool presentWanted_ = false;
    QListWidget *list_;
    QLabel *status_;
    QPushButton *up_, *down_, *remove_, *save_, *present_;
};

} // namespace awaitscope
