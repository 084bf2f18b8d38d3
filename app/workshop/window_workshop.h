// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workshop/presenter.h"

namespace awaitscope {

class Window;
class PlaylistDialog;

/// What the window can do for a workshop: present its lesson, and put playlists together. Lives as long as the window, whose child
/// it is.
class WindowWorkshop : public QObject
{
    Q_OBJECT

public:
    /// Adds its actions to the window.
    explicit WindowWorkshop(Window &window);

    /// The open lesson as it is set, with its latest run where that still fits.
    ShowRequest openLesson() const;
    /// Null while nothing is presented.
    Presenter *presenter() const { return presenter_; }
    const Playlist &playlist() const { return playlist_; }

public Q_SLOTS:
    void presentLesson();
    void addToPlaylist();
    /// The dialog with the playlist.
    void editPlaylist();

private:
    void present(const ShowRequest &request);

    Window &window_;
    Playlist playlist_;
    Presenter *presenter_ = nullptr;
};

/// Gives a window what it can do for a workshop.
void installWorkshop(Window &window);

} // namespace awaitscope
