// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workshop/presenter.h"

#include "app/gui/keys_overlay.h"
#include "app/gui/style.h"
#include "app/workshop/screens.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QScreen>
#include <QStyle>

#include <utility>

namespace awaitscope {

namespace {

constexpr double zoomStep = 1.1;
constexpr double keysScale = 1.5; // of the list of keys, at 1920×1080
constexpr int mostAnswers = 9;
constexpr int tapLength = 350; // ms: a key that is let go sooner was tapped, not held

} // namespace

Presenter::Presenter(const ShowRequest &request, QObject *parent) :
    QObject(parent),
    stage_(std::make_unique<Stage>(request.lessons, request.runs)),
    show_(std::make_unique<ShowWindow>(*stage_)),
    speaker_(std::make_unique<SpeakerWindow>(*stage_)),
    theme_(request.theme)
{
    for (std::size_t i = 0; i < request.records.size() && i < request.lessons.size(); ++i) {
        if (request.records[i])
            stage_->setRun(i, request.records[i]);
    }
    // Where nothing is to move by itself, the playhead jumps from pause to pause.
    stage_->setMotion(QApplication::style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0);
    setTheme(request.theme);
    speaker_->setTarget(request.minutes);
    createActions();
    for (QWidget *window : {static_cast<QWidget *>(show_.get()), static_cast<QWidget *>(speaker_.get())}) {
        window->addActions(actions_);
        window->installEventFilter(this);
    }
    connect(show_.get(), &ShowWindow::nextWanted, this, [this] { go(&Stage::next); });
    connect(show_.get(), &ShowWindow::closed, this, &Presenter::end);
    connect(speaker_.get(), &SpeakerWindow::closed, this, [this] { speakerWanted_ = false; });
    connect(speaker_.get(), &SpeakerWindow::nextWanted, this, [this] { go(&Stage::next); });
    connect(speaker_.get(), &SpeakerWindow::backWanted, this, [this] { go(&Stage::back); });
    connect(speaker_.get(), &SpeakerWindow::keysWanted, this, &Presenter::showKeys);
    // Queued: by then the list of screens is the new one, and Qt has moved what stood on one that is gone.
    connect(qGuiApp, &QGuiApplication::screenAdded, this, &Presenter::place, Qt::QueuedConnection);
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, &Presenter::place, Qt::QueuedConnection);
    connect(qGuiApp, &QGuiApplication::primaryScreenChanged, this, &Presenter::place, Qt::QueuedConnection);
}

Presenter::~Presenter()
{
    running_ = false;
}

void Presenter::start()
{
    running_ = true;
    place();
}

void Presenter::end()
{
    if (!std::exchange(running_, false))
        return;
    speaker_->close();
    show_->close();
    Q_EMIT ended();
}

void Presenter::setTheme(ThemeKind kind)
{
    theme_ = kind;
    show_->setTheme(kind);
    speaker_->setTheme(kind);
    if (showKeys_)
        dressKeys();
}

void Presenter::place()
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    if (!running_ || screens.isEmpty())
        return;
    const auto primary = static_cast<int>(std::max<qsizetype>(0, screens.indexOf(QGuiApplication::primaryScreen())));
    const ScreenPlan plan = planScreens(static_cast<int>(screens.size()), primary, swapped_);
    show_->placeOn(screens[plan.show], fullScreen_);
    const bool two = plan.show != plan.speaker;
    const bool wanted = speakerWanted_.value_or(two);
    if (wanted) {
        const QRect room = screens[plan.speaker]->availableGeometry();
        const QSize size = two ? room.size() : speaker_->size().boundedTo(room.size() * 9 / 10);
        speaker_->setGeometry(QRect(room.center() - QPoint(size.width() / 2, size.height() / 2), size));
        speaker_->show();
        speaker_->raise();
    } else {
        speaker_->hide();
    }
    QWidget *front = wanted ? static_cast<QWidget *>(speaker_.get()) : show_.get();
    front->activateWindow();
    front->setFocus(Qt::OtherFocusReason);
}

QAction *Presenter::add(ActionGroup group, const QString &name, const QList<QKeySequence> &keys, std::function<void()> act)
{
    auto *action = new QAction(name, this);
    action->setShortcuts(keys);
    action->setShortcutContext(Qt::WindowShortcut);
    action->setAutoRepeat(false);
    connect(action, &QAction::triggered, this, std::move(act));
    setActionGroup(*action, group);
    actions_.append(action);
    return action;
}

void Presenter::createActions()
{
    MarkLayer *layer = show_->markLayer();
    add(ActionGroup::Run, tr("Next"), {Qt::Key_PageDown, Qt::Key_Right, Qt::Key_Space, Qt::Key_Return, Qt::Key_Enter},
        [this] { go(&Stage::next); });
    add(ActionGroup::Run, tr("Back"), {Qt::Key_PageUp, Qt::Key_Left}, [this] { go(&Stage::back); });
    add(ActionGroup::Run, tr("First step"), {Qt::Key_Home}, [this] { go(&Stage::toFirst); });
    add(ActionGroup::Run, tr("Last step"), {Qt::Key_End}, [this] { go(&Stage::toLast); });
    add(ActionGroup::Run, tr("Run the lesson again"), {Qt::Key_R}, [this] { go(&Stage::runAgain); });
    for (int i = 0; i < mostAnswers; ++i)
        votes_.push_back(add(ActionGroup::Run, tr("A vote for answer %1").arg(i + 1), {QKeySequence(Qt::Key_1 + i)},
            [this, i] { stage_->vote(i); }));
    add(ActionGroup::Run, tr("Take the last vote back"), {Qt::Key_Backspace}, [this] { stage_->takeVoteBack(); });
    add(ActionGroup::View, tr("Black; again: back to the show"), {Qt::Key_B, Qt::Key_Period},
        [this] { cover(MarkLayer::Cover::Black); });
    add(ActionGroup::View, tr("White; again: back to the show"), {Qt::Key_W}, [this] { cover(MarkLayer::Cover::White); });
    add(ActionGroup::View, tr("Larger letters"), {Qt::Key_Plus, Qt::Key_Equal},
        [this] { show_->setZoom(show_->zoom() * zoomStep); });
    add(ActionGroup::View, tr("Smaller letters"), {Qt::Key_Minus}, [this] { show_->setZoom(show_->zoom() / zoomStep); });
    // What the key does, pointerKey() decides, since it may be held; the shortcut lists it.
    add(ActionGroup::View, tr("Pointer while held, or tapped on and off"), {Qt::Key_L},
        [layer] { layer->setPointer(!layer->pointerIsOn()); });
    add(ActionGroup::View, tr("Pen on or off"), {Qt::Key_P}, [layer] { layer->setPen(!layer->penIsOn()); });
    add(ActionGroup::View, tr("The pen's next colour"), {Qt::Key_N}, [layer] { layer->nextColor(); });
    add(ActionGroup::View, tr("Take the last mark back"), {QKeySequence::Undo}, [layer] { layer->undo(); });
    add(ActionGroup::View, tr("Clear the marks of this slide"), {Qt::Key_C, Qt::Key_Delete}, [layer] { layer->clear(); });
    add(ActionGroup::Window, tr("Speaker window on or off"), {Qt::Key_S}, [this] {
        speakerWanted_ = !speaker_->isVisible();
        place();
    });
    add(ActionGroup::Window, tr("Swap the screens"), {Qt::Key_X}, [this] {
        swapped_ = !swapped_;
        place();
    });
    add(ActionGroup::Window, tr("Full screen on or off"), {Qt::Key_F}, [this] {
        fullScreen_ = !fullScreen_;
        place();
    });
    add(ActionGroup::Window, tr("Keys of the show"), {Qt::Key_F1, Qt::Key_Question}, [this] { showKeys(); });
    add(ActionGroup::Window, tr("End the show"), {Qt::Key_Escape}, [this] { end(); });
}

void Presenter::go(void (Stage::*step)())
{
    // Under a cover nothing moves: first the room sees where it was.
    if (show_->markLayer()->cover() != MarkLayer::Cover::None)
        return show_->markLayer()->setCover(MarkLayer::Cover::None);
    (stage_.get()->*step)();
}

void Presenter::cover(MarkLayer::Cover cover)
{
    show_->markLayer()->setCover(show_->markLayer()->cover() == cover ? MarkLayer::Cover::None : cover);
}

bool Presenter::pointerKey(int key, bool pressed)
{
    if (key != Qt::Key_L)
        return false;
    MarkLayer *layer = show_->markLayer();
    if (pressed) {
        // Pressed while it is on: the second tap.
        layer->pointerIsOn() ? pointerHeld_.invalidate() : pointerHeld_.start();
        layer->setPointer(!layer->pointerIsOn());
    } else if (pointerHeld_.isValid() && pointerHeld_.elapsed() > tapLength) {
        layer->setPointer(false);
    }
    return true;
}

bool Presenter::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_L
        && static_cast<QKeyEvent *>(event)->modifiers() == Qt::NoModifier) {
        event->accept(); // so that it comes as a key, pressed and let go
        return true;
    }
    if (event->type() == QEvent::KeyPress || event->type() == QEvent::KeyRelease) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!key->isAutoRepeat() && key->modifiers() == Qt::NoModifier
            && pointerKey(key->key(), event->type() == QEvent::KeyPress))
            return true;
    }
    return QObject::eventFilter(watched, event);
}

/// Without the votes for answers that the lesson does not have.
QList<QAction *> Presenter::keysNow() const
{
    const Slide &slide = stage_->slide();
    const int choices = slide.kind == SlideKind::End ? 0 : stage_->deck().choices(slide.entry);
    QList<QAction *> keys = actions_;
    for (std::size_t i = static_cast<std::size_t>(choices); i < votes_.size(); ++i)
        keys.removeOne(votes_[i]);
    return keys;
}

void Presenter::showKeys()
{
    const bool bySpeaker = speaker_->isActiveWindow();
    QWidget *window = bySpeaker ? static_cast<QWidget *>(speaker_.get()) : show_.get();
    auto *keys = window->findChild<KeysOverlay *>(QString(), Qt::FindDirectChildrenOnly);
    if (!keys)
        keys = new KeysOverlay(window, [this] { return keysNow(); });
    keys->setTheme(theme(show_->themeKind()));
    if (!bySpeaker) {
        showKeys_ = keys;
        dressKeys();
    }
    keys->open();
}

/// In letters for the room, as large as the list has room for them.
void Presenter::dressKeys()
{
    const double scale = std::max(textScale(), ShowType(show_->size(), 1.0).unit * keysScale);
    showKeys_->setPalette(paletteFor(theme(theme_)));
    showKeys_->setStyleSheet(styleSheetFor(theme(theme_), scale));
}

} // namespace awaitscope
