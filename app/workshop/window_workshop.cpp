// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workshop/window_workshop.h"

#include "app/gui/header.h"
#include "app/gui/window.h"
#include "app/workshop/playlist_dialog.h"
#include "app/workshop/show_entry.h"

#include <QAction>

namespace awaitscope {

WindowWorkshop::WindowWorkshop(Window &window) : QObject(&window), window_(window)
{
    window.addAct(ActionGroup::Lessons, tr("Present the lesson"), {Qt::Key_F5}, [this] { presentLesson(); });
    window.addAct(ActionGroup::Lessons, tr("Add to playlist"), {Qt::CTRL | Qt::Key_L}, [this] { addToPlaylist(); });
    window.addAct(
        ActionGroup::Files, tr("Playlist: order, save, present"), {Qt::CTRL | Qt::SHIFT | Qt::Key_L}, [this] { editPlaylist(); });
    connect(window.header(), &Header::presentWanted, this, &WindowWorkshop::presentLesson);
}

ShowRequest WindowWorkshop::openLesson() const
{
    Session &session = window_.session();
    ShowRequest show;
    show.theme = window_.themeKind();
    show.lessons = {{&session.lesson(), session.parameters(), session.chosenVariants(), session.clock(), 1}};
    const auto run = session.latest();
    const bool fits = run && !run->cancelled && !session.isOutdated() && !session.wasFelt() && !session.isRunning();
    show.records = {fits ? run : nullptr};
    return show;
}

void WindowWorkshop::presentLesson()
{
    present(openLesson());
}

void WindowWorkshop::present(const ShowRequest &request)
{
    if (presenter_)
        return;
    window_.session().cancel();
    window_.session().playback().pause();
    presenter_ = new Presenter(request, this);
    connect(presenter_, &Presenter::ended, this, [this] {
        presenter_->deleteLater();
        presenter_ = nullptr;
        window_.activateWindow();
    });
    presenter_->start();
}

void WindowWorkshop::addToPlaylist()
{
    playlist_.entries.push_back(entryFor(openLesson().lessons.front()));
    const auto count = playlist_.entries.size();
    window_.header()->notify(count == 1 ? tr("1 lesson in the playlist") : tr("%1 lessons in the playlist").arg(count));
}

void WindowWorkshop::editPlaylist()
{
    PlaylistDialog dialog(playlist_, lessons(), &window_);
    dialog.exec();
    playlist_ = dialog.playlist();
    if (!dialog.presentWanted())
        return;
    auto show = showOf(playlist_, lessons());
    if (!show)
        return window_.header()->notify(show.problem().sentence);
    show.value().theme = window_.themeKind();
    present(show.value());
}

void installWorkshop(Window &window)
{
    new WindowWorkshop(window);
}

} // namespace awaitscope
