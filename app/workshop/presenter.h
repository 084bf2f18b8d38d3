// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/action_group.h"
#include "app/workshop/show_window.h"
#include "app/workshop/speaker_window.h"

#include <QPointer>

#include <functional>
#include <memory>

class QAction;
class QKeySequence;
class QScreen;

namespace awaitscope {

class KeysOverlay;

/// What a show is begun with.
struct ShowRequest
{
    std::vector<RunRequest> lessons; ///< at least one
    /// Records that are there already, for the lessons of the same positions; null or missing: played.
    std::vector<std::shared_ptr<const Run>> records = {};
    ShownRuns runs = ShownRuns::Recorded;
    ThemeKind theme = ThemeKind::Light;
    int minutes = 0; ///< it is meant to take; 0: not set
};

/// A show on the screens that there are: the window for the room, the one for the speaker, and the keys of both. Goes on with the
/// screens that are left when one is taken away.
class Presenter : public QObject
{
    Q_OBJECT

public:
    explicit Presenter(const ShowRequest &request, QObject *parent = nullptr);
    ~Presenter() override;

    /// Shows the windows, the speaker's where there are two screens.
    void start();
    /// Closes both.
    void end();
    /// The colours of both windows.
    void setTheme(ThemeKind kind);

    Stage &stage() { return *stage_; }
    ShowWindow &show() { return *show_; }
    SpeakerWindow &speaker() { return *speaker_; }
    /// All that can be done, in the order of its groups.
    QList<QAction *> listedActions() const { return actions_; }
    /// Lists the keys in the window that has the focus.
    void showKeys();

Q_SIGNALS:
    void ended();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void createActions();
    QAction *add(ActionGroup group, const QString &name, const QList<QKeySequence> &keys, std::function<void()> act);
    void go(void (Stage::*step)());
    void cover(MarkLayer::Cover cover);
    void place();
    QList<QAction *> keysNow() const;
    void dressKeys();
    bool pointerKey(int key, bool pressed);

    std::unique_ptr<Stage> stage_;
    std::unique_ptr<ShowWindow> show_;
    std::unique_ptr<SpeakerWindow> speaker_;
    QList<QAction *> actions_;
    std::vector<QAction *> votes_; ///< of `actions_`, by answer
    QPointer<KeysOverlay> showKeys_; ///< the list in the show's window, once it was asked for
    ThemeKind theme_;
    bool swapped_ = false, fullScreen_ = true, running_ = false;
    std::optional<bool> speakerWanted_; ///< what the speaker chose; else as the screens are
    QElapsedTimer pointerHeld_;
};

} // namespace awaitscope
