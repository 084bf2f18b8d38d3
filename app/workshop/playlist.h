// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/show_options.h"
#include "lessons/catalog/runner.h"

#include <QMap>

namespace awaitscope {

/// One lesson of a playlist, as it is to be played.
struct PlaylistEntry
{
    QString lesson; ///< its id
    QMap<QString, QString> parameters; ///< texts as ParameterSet::setText() takes them; those not named have their defaults
    QStringList variants; ///< ids in the order to play; empty: those that the lesson shows at first
    ClockKind clock = ClockKind::Real;
    quint64 seed = 1; ///< 0 to 9007199254740991
    QString trace; ///< file of a saved run that is shown as recorded, relative to the playlist's folder; empty: none

    bool operator==(const PlaylistEntry &) const = default;
};

/// Lessons in the order in which they are presented. The file's format is told in app/workshop/playlist-format.md.
struct Playlist
{
    QString title; ///< may be empty
    ShownRuns runs = ShownRuns::Recorded;
    std::vector<PlaylistEntry> entries;

    bool operator==(const Playlist &) const = default;
};

/// Reads a playlist of JSON, at most 1 MB. The problem tells line and column, or the member such as `lessons[1].seed`, and what is
/// accepted there. Lessons, parameters and variants are looked up in `course`.
Result<Playlist> parsePlaylist(const QByteArray &json, const std::vector<Lesson> &course);
/// The JSON that parsePlaylist() reads, with an end of line at its end.
QByteArray playlistJson(const Playlist &playlist);

/// Reads a playlist's file; files of saved runs become absolute. The problem names the file.
Result<Playlist> loadPlaylist(const QString &file, const std::vector<Lesson> &course);
/// Writes a playlist's file, which appears whole or not at all.
Result<Done> savePlaylist(const QString &file, const Playlist &playlist);

/// What to play for an entry of a playlist. The problem tells what of it the lesson does not accept.
Result<RunRequest> requestFor(const PlaylistEntry &entry, const std::vector<Lesson> &course);
/// The entry that plays what a request says.
PlaylistEntry entryFor(const RunRequest &request);

} // namespace awaitscope
