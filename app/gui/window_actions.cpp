// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window.h"

#include "app/common/run_figure.h"
#include "app/gui/code_panel.h"
#include "app/gui/export_dialog.h"
#include "app/gui/findings_panel.h"
#include "app/gui/header.h"
#include "app/gui/live_controls.h"
#include "app/gui/task_panel.h"
#include "widgets/timeline/timeline_view.h"

#include <QAction>
#include <QClipboard>
#include <QDir>
#include <QGuiApplication>
#include <QImage>

#include <algorithm>
#include <utility>

namespace awaitscope {

namespace {

constexpr double copyWidth = 1280.0, copyScale = 2.0;

} // namespace

QAction *Window::addAct(
    ActionGroup group, const QString &name, const QList<QKeySequence> &keys, std::function<void()> act, bool repeats)
{
    auto *action = new QAction(name, this);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WindowShortcut);
    action->setAutoRepeat(repeats);
    connect(action, &QAction::triggered, this, std::move(act));
    setActionGroup(*action, group);
    addAction(action);
    return action;
}

QList<QAction *> Window::listedActions() const
{
    QList<QAction *> listed = actions();
    std::ranges::stable_sort(listed, {}, [](const QAction *action) { return actionGroup(*action); });
    return listed;
}

void Window::createActions()
{
    addAct(ActionGroup::Run, tr("Run; afterwards play or pause"), {Qt::Key_Space}, [this] { runOrPlay(); });
    addAct(ActionGroup::Run, tr("Run again"), {Qt::CTRL | Qt::Key_R}, [this] { session_.run(); });
    addAct(ActionGroup::Run, tr("End a run; else give the keys back to the page, and compare no more"), {Qt::Key_Escape},
        [this] { giveBackKeys(); });
    feelKey_ = addAct(ActionGroup::Run, tr("Feel it: play on this window's own loop"), {Qt::Key_F}, [this] { session_.feel(); });
    actKey_ = addAct(
        ActionGroup::Run, tr("The lesson's own button, while it plays"), {Qt::Key_B}, [this] { header_->live()->actFirst(); },
        true);
    addAct(ActionGroup::Files, tr("Export the picture"), {Qt::CTRL | Qt::Key_E}, [this] { exportPicture(); });
    addAct(ActionGroup::Files, tr("Copy the picture"), {QKeySequence::Copy}, [this] { copyPicture(); });
    addAct(ActionGroup::Lessons, tr("Previous lesson"), {Qt::CTRL | Qt::Key_PageUp}, [this] { openNeighbour(-1); });
    addAct(ActionGroup::Lessons, tr("Next lesson"), {Qt::CTRL | Qt::Key_PageDown}, [this] { openNeighbour(1); });
    addAct(ActionGroup::Window, tr("Colours: as the desktop, light, dark"), {Qt::CTRL | Qt::Key_T}, [this] { nextTheme(); });
}

void Window::createPageActions()
{
    Playback &playback = session_.playback();
    addAct(
        ActionGroup::Moment, tr("Previous event"), {Qt::Key_Left}, [&playback] { playback.stepBack(); }, true);
    addAct(
        ActionGroup::Moment, tr("Next event"), {Qt::Key_Right}, [&playback] { playback.stepForward(); }, true);
    addAct(
        ActionGroup::Moment, tr("Previous mark: a moment to look closer at"), {Qt::SHIFT | Qt::Key_Left}, [this] { toMark(-1); },
        true);
    addAct(
        ActionGroup::Moment, tr("Next mark"), {Qt::SHIFT | Qt::Key_Right}, [this] { toMark(1); }, true);
    addAct(ActionGroup::Moment, tr("First event"), {Qt::Key_Home}, [&playback] { playback.toBegin(); });
    addAct(ActionGroup::Moment, tr("Last event"), {Qt::Key_End}, [&playback] { playback.toEnd(); });
    addAct(
        ActionGroup::View, tr("Zoom in"), {Qt::Key_W}, [this] { timeline_->zoomIn(); }, true);
    addAct(
        ActionGroup::View, tr("Zoom out"), {Qt::Key_S}, [this] { timeline_->zoomOut(); }, true);
    addAct(
        ActionGroup::View, tr("Pan left"), {Qt::Key_A}, [this] { timeline_->panLeft(); }, true);
    addAct(
        ActionGroup::View, tr("Pan right"), {Qt::Key_D}, [this] { timeline_->panRight(); }, true);
    addAct(ActionGroup::View, tr("Show the whole run"), {Qt::Key_0}, [this] { timeline_->fit(); });
    const auto withTasks = [this](void (TaskPanel::*act)()) {
        return [this, act] {
            code_->showTasks();
            (code_->tasks()->*act)();
        };
    };
    addAct(ActionGroup::Tasks, tr("The tasks as a tree"), {Qt::Key_T}, withTasks(&TaskPanel::focusTree));
    addAct(ActionGroup::Tasks, tr("Cancel the selected task, while it runs"), {Qt::Key_Delete},
        withTasks(&TaskPanel::cancelSelected));
    addAct(ActionGroup::Tasks, tr("Who cancelled the selected task?"), {Qt::Key_C}, withTasks(&TaskPanel::tellWhoCancelled));
    addAct(ActionGroup::Tasks, tr("Only the branch of the selected task; again: all"), {Qt::Key_O},
        withTasks(&TaskPanel::toggleBranch));
}

void Window::refreshActions()
{
    feelKey_->setEnabled(session_.canFeel() && !session_.isLive());
    actKey_->setEnabled(!session_.lesson().definition.acts.empty());
    refreshPredictActions();
}

void Window::runOrPlay()
{
    if (session_.isRunning())
        return;
    if (session_.latest() && !session_.isOutdated())
        session_.playback().toggle();
    else
        session_.run();
}

void Window::openNeighbour(int direction)
{
    const auto here = std::ranges::find(course_, session_.lesson().id, &Lesson::id);
    if (here == course_.end() || (direction < 0 && here == course_.begin()))
        return;
    const auto there = direction < 0 ? std::prev(here) : std::next(here);
    if (there != course_.end())
        session_.open(*there);
}

void Window::toMark(int direction)
{
    Playback &playback = session_.playback();
    if (playback.marks().empty())
        return;
    findings_->showStep(LessonStep::LookCloser);
    session_.markStep(LessonStep::LookCloser);
    direction < 0 ? playback.toPreviousMark() : playback.toNextMark();
}

void Window::exportPicture()
{
    const auto run = session_.latest();
    if (!run || session_.isLive())
        return header_->notify(tr("Run the lesson first: there is no picture yet."));
    const auto [from, to] = timeline_->zoomedIn() ? timeline_->visibleRange() : std::pair(Ns(0), Ns(0));
    ExportDialog dialog(session_.lesson(), *run, from, to, theme_, this);
    dialog.setGhosts(ghosts());
    if (dialog.exec() == QDialog::Accepted)
        header_->notify(tr("Saved %1").arg(QDir::toNativeSeparators(dialog.written())));
}

void Window::copyPicture()
{
    const auto run = session_.latest();
    if (!run || session_.isLive())
        return header_->notify(tr("Run the lesson first: there is no picture yet."));
    FigureOptions options;
    options.theme = figureTheme(theme_);
    options.size = QSizeF(copyWidth, 0);
    options.scale = copyScale;
    Figure figure = runFigure(session_.lesson(), *run, options);
    figure.ghosts = ghosts();
    const auto bytes = renderFigure(figure, options, QStringLiteral("png"));
    if (!bytes)
        return header_->notify(bytes.problem().sentence);
    QGuiApplication::clipboard()->setImage(QImage::fromData(bytes.value(), "PNG"));
    header_->notify(tr("Picture copied"));
}

} // namespace awaitscope
