// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/window.h"

#include "app/common/run_figure.h"
#include "app/gui/export_dialog.h"
#include "app/gui/findings_panel.h"
#include "app/gui/header.h"
#include "app/gui/keys_dialog.h"
#include "app/gui/live_controls.h"
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

constexpr int mostAnswers = 9;
constexpr double copyWidth = 1280.0, copyScale = 2.0;

} // namespace

QAction *Window::addKey(const QString &name, const QList<QKeySequence> &keys, std::function<void()> act, bool repeats)
{
    auto *action = new QAction(name, this);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WindowShortcut);
    action->setAutoRepeat(repeats);
    connect(action, &QAction::triggered, this, std::move(act));
    addAction(action);
    keys_.append(action);
    return action;
}

void Window::createActions()
{
    addKey(tr("Run; afterwards play or pause"), {Qt::Key_Space}, [this] { runOrPlay(); });
    addKey(tr("Run again"), {Qt::CTRL | Qt::Key_R}, [this] { session_.run(); });
    addKey(tr("End a run; else give the keys back to the page"), {Qt::Key_Escape}, [this] { giveBackKeys(); });
    feelKey_ = addKey(tr("Feel it: play on this window's own loop"), {Qt::Key_F}, [this] { session_.feel(); });
    actKey_ = addKey(
        tr("The lesson's own button, while it plays"), {Qt::Key_B}, [this] { header_->live()->actFirst(); }, true);
    addKey(tr("Export the picture"), {Qt::CTRL | Qt::Key_E}, [this] { exportPicture(); });
    addKey(tr("Copy the picture"), {QKeySequence::Copy}, [this] { copyPicture(); });
    addKey(tr("Find a lesson"), {Qt::CTRL | Qt::Key_K}, [this] {
        sidebar_->show();
        sidebar_->focusFilter();
    });
    addKey(tr("Previous lesson"), {Qt::CTRL | Qt::Key_PageUp}, [this] { openNeighbour(-1); });
    addKey(tr("Next lesson"), {Qt::CTRL | Qt::Key_PageDown}, [this] { openNeighbour(1); });
    addKey(tr("Colours: as the desktop, light, dark"), {Qt::CTRL | Qt::Key_T}, [this] { nextTheme(); });
    addKey(tr("Keys of this window"), {Qt::Key_F1, Qt::Key_Question}, [this] { showKeys(); });
    for (int i = 0; i < mostAnswers; ++i) {
        auto *action = addKey(tr("Answer %1").arg(i + 1), {QKeySequence(Qt::Key_1 + i)}, [this, i] { session_.answer(i); });
        answerKeys_.push_back(action);
    }
}

void Window::createPageActions()
{
    Playback &playback = session_.playback();
    addKey(
        tr("Previous event"), {Qt::Key_Left}, [&playback] { playback.stepBack(); }, true);
    addKey(
        tr("Next event"), {Qt::Key_Right}, [&playback] { playback.stepForward(); }, true);
    addKey(
        tr("Previous mark: a moment to look closer at"), {Qt::SHIFT | Qt::Key_Left}, [this] { toMark(-1); }, true);
    addKey(
        tr("Next mark"), {Qt::SHIFT | Qt::Key_Right}, [this] { toMark(1); }, true);
    addKey(tr("First event"), {Qt::Key_Home}, [&playback] { playback.toBegin(); });
    addKey(tr("Last event"), {Qt::Key_End}, [&playback] { playback.toEnd(); });
    addKey(
        tr("Zoom in"), {Qt::Key_W}, [this] { timeline_->zoomIn(); }, true);
    addKey(
        tr("Zoom out"), {Qt::Key_S}, [this] { timeline_->zoomOut(); }, true);
    addKey(
        tr("Pan left"), {Qt::Key_A}, [this] { timeline_->panLeft(); }, true);
    addKey(
        tr("Pan right"), {Qt::Key_D}, [this] { timeline_->panRight(); }, true);
    addKey(tr("Show the whole run"), {Qt::Key_0}, [this] { timeline_->fit(); });
}

void Window::refreshActions()
{
    feelKey_->setEnabled(session_.canFeel() && !session_.isLive());
    actKey_->setEnabled(!session_.lesson().definition.acts.empty());
    const qsizetype answers = session_.lesson().text.question.answers.size();
    const bool open = !session_.isSkipped() && !session_.latest() && !session_.isRunning();
    for (std::size_t i = 0; i < answerKeys_.size(); ++i)
        answerKeys_[i]->setEnabled(open && static_cast<qsizetype>(i) < answers);
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
    findings_->showNotes();
    direction < 0 ? playback.toPreviousMark() : playback.toNextMark();
}

void Window::exportPicture()
{
    const auto run = session_.latest();
    if (!run || session_.isLive())
        return header_->notify(tr("Run the lesson first: there is no picture yet."));
    const auto [from, to] = timeline_->zoomedIn() ? timeline_->visibleRange() : std::pair(Ns(0), Ns(0));
    ExportDialog dialog(session_.lesson(), *run, from, to, theme_, this);
    if (dialog.exec() == QDialog::Accepted)
        header_->notify(tr("Saved %1").arg(QDir::toNativeSeparators(dialog.written())));
}

void Window::copyPicture()
{
    const auto run = session_.latest();
    if (!run || session_.isLive())
        return header_->notify(tr("Run the lesson first: there is no picture yet."));
    FigureOptions options;
    options.theme = theme_;
    options.size = QSizeF(copyWidth, 0);
    options.scale = copyScale;
    const auto bytes = renderFigure(runFigure(session_.lesson(), *run, options), options, QStringLiteral("png"));
    if (!bytes)
        return header_->notify(bytes.problem().sentence);
    QGuiApplication::clipboard()->setImage(QImage::fromData(bytes.value(), "PNG"));
    header_->notify(tr("Picture copied"));
}

void Window::showKeys()
{
    QList<QAction *> shown;
    for (QAction *action : std::as_const(keys_)) {
        if (action->isEnabled())
            shown.append(action);
    }
    KeysDialog(shown, this).exec();
}

} // namespace awaitscope
