// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/lesson_player.h"
#include "app/gui/playback.h"
#include "app/workshop/deck.h"
#include "app/workshop/playlist.h"
#include "widgets/timeline/chart_model.h"

namespace awaitscope {

/// A show as it goes on: the deck, the runs that are played for it, and the playhead. Knows no widgets. Use from one thread, which
/// has an event loop.
class Stage : public QObject
{
    Q_OBJECT

public:
    /// Recorded runs are played one after another from now on, in the background.
    Stage(std::vector<RunRequest> requests, ShownRuns runs, QObject *parent = nullptr);
    ~Stage() override;

    const Deck &deck() const { return deck_; }
    const Slide &slide() const { return deck_.slide(); }
    Playback &playback() { return playback_; }
    ShownRuns runs() const { return runs_; }
    /// A record that is there already, as for a lesson: it is shown where runs are recorded.
    void setRun(std::size_t entry, std::shared_ptr<const Run> run);
    /// Where the playhead has to travel, it jumps instead.
    void setMotion(bool moves) { moves_ = moves; }

    /// Goes on: first to where the playhead is on its way to, then to the next slide.
    void next();
    void back();
    void toFirst();
    void toLast();
    /// Plays the lesson that is shown once more, from its run or one of its pauses.
    void runAgain();
    void vote(int answer);
    void takeVoteBack();

    /// True while the lesson that is shown plays.
    bool isLive() const;
    /// True where the run of the slide is not there yet and will come by itself.
    bool isWaiting() const;
    /// The task and step at which the slide pauses; nothing elsewhere.
    struct Cue
    {
        TaskRef task;
        std::size_t step = 0;
        Ns time{0};
    };
    std::optional<Cue> cue() const;
    /// One sentence on what the playhead shows; the lesson's own remark where it has one for the pause.
    QString sentence() const;
    /// A text of the lesson that is shown, with its placeholders filled.
    QString filled(const QString &text) const;

Q_SIGNALS:
    /// Another slide, or the same with a run.
    void slideChanged();
    void tallyChanged();
    /// The runs that are looked at are others.
    void subjectsChanged();
    void recordGrew();

private:
    enum class Way { Forward, Back };

    void enter(Way way);
    void play(std::size_t entry, bool seen);
    void recordNext();
    void showLive();
    void showRun(Way way);
    void travel(std::size_t step, Ns time, Way way);
    void take(const std::shared_ptr<const Run> &run);

    Deck deck_;
    ShownRuns runs_;
    Playback playback_;
    std::optional<std::size_t> playing_; ///< the entry that plays
    bool seen_ = false; ///< it is watched while it plays
    bool moves_ = true;
    std::shared_ptr<const Run> shown_; ///< the run in the playback
    std::optional<std::size_t> target_; ///< the step that the playhead is on its way to
    LessonPlayer player_; ///< last, so that it ends before what its results go to
};

} // namespace awaitscope
