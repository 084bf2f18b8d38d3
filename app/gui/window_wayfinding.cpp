// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/action_menu.h"
#include "app/gui/header.h"
#include "app/gui/keys_overlay.h"
#include "app/gui/palette.h"
#include "app/gui/tour.h"
#include "app/gui/wayfinding.h"
#include "app/gui/window.h"

#include <QAction>
#include <QToolButton>

namespace awaitscope {

void Window::createWayfindingActions()
{
    way_ = new Wayfinding(*this);
    const auto find = [this] { way_->palette()->open(); };
    const auto menu = [this] { way_->menu()->openBelow(*header_->menuButton()); };
    const auto keys = [this] { way_->keys()->open(); };
    addAct(ActionGroup::Window, tr("Find anything"), {Qt::CTRL | Qt::Key_K}, find);
    addAct(ActionGroup::Window, tr("Menu"), {Qt::Key_F10}, menu);
    addAct(ActionGroup::Window, tr("Keys of this window"), {Qt::Key_F1, Qt::Key_Question}, keys);
    addAct(ActionGroup::Window, tr("Show the tour"), {}, [this] { way_->tour()->start(); });
    addAct(ActionGroup::Lessons, tr("Filter the list of lessons"), {Qt::CTRL | Qt::Key_F}, [this] {
        sidebar_->show();
        sidebar_->focusFilter();
    });
    QAction *back
        = addAct(ActionGroup::Lessons, tr("Back to the lesson before"), {Qt::ALT | Qt::Key_Left}, [this] { way_->back(); });
    QAction *forward = addAct(ActionGroup::Lessons, tr("Forward again"), {Qt::ALT | Qt::Key_Right}, [this] { way_->forward(); });
    const auto showHistory = [this, back, forward] {
        back->setEnabled(way_->canGoBack());
        forward->setEnabled(way_->canGoForward());
    };
    connect(way_, &Wayfinding::historyChanged, this, showHistory);
    showHistory();
    connect(sidebar_, &Sidebar::findWanted, this, find);
    connect(sidebar_, &Sidebar::keysWanted, this, keys);
    connect(header_, &Header::menuWanted, this, menu);
    connect(&session_, &Session::runningChanged, this, [this](bool running) {
        if (running)
            sightToCome_.reset();
    });
    connect(&session_, &Session::subjectsChanged, this, &Window::restoreSight, Qt::QueuedConnection); // after all panels
}

} // namespace awaitscope
