// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/lesson_player.h"
#include "app/gui/lesson_steps.h"
#include "app/gui/playback.h"
#include "lessons/catalog/prediction.h"

#include <QHash>
#include <QTimer>

namespace awaitscope {

/// What the window is about: the open lesson, its settings, the prediction, and its latest run. Keeps all of it per
/// lesson for as long as the window lives. Knows no widgets. Use from one thread.
class Session : public QObject
{
    Q_OBJECT

public:
    explicit Session(QObject *parent = nullptr);

    /// Opens a lesson as it was left. A run of another lesson is abandoned.
    void open(const Lesson &lesson);
    bool isOpen() const { return lesson_ != nullptr; }
    /// Only after open().
    const Lesson &lesson() const { return *lesson_; }
    Playback &playback() { return playback_; }

    const ParameterSet &parameters() const { return state().parameters; }
    /// Changes a parameter by text; the problem says what is accepted, and the value is kept.
    Result<Done> setParameterText(const QString &id, const QString &text);
    Result<Done> setParameter(const QString &id, qint64 value);
    ClockKind clock() const { return state().clock; }
    void setClock(ClockKind clock);

    /// Ids of the variants that the next run plays, in the lesson's order.
    QStringList chosenVariants() const;
    /// True where a variant exists for the present parameters.
    bool isAvailable(const QString &variant) const;
    /// Why a variant does not exist for the present parameters, for a reader; empty where it does.
    QString reasonUnavailable(const QString &variant) const;
    /// The last chosen variant stays chosen: false then.
    bool choose(const QString &variant, bool chosen);

    /// What is predicted of the open lesson. May be changed until a run begins, then it stays; nothing of this has an effect where
    /// the question is not open.
    const Prediction &prediction() const { return state().prediction; }
    bool isQuestionOpen() const;
    /// Chooses an answer.
    void answer(int index);
    /// Takes an item as the next in the order, or takes it back with all behind it. The last one follows by itself.
    void pickNext(int item);
    void takeBackPick();
    /// Moves an item of the order by so many places.
    void movePick(int item, int by);
    /// Draws the bar of an item.
    void draw(int item, PredictedSpan span);
    /// The items of the question whose variants are on screen, by their positions.
    std::vector<int> drawableItems() const;
    void skipQuestion();
    int answered() const { return state().prediction.choice; }
    bool isSkipped() const { return state().prediction.skipped; }
    /// True where the whole question is answered.
    bool isPredicted() const;
    /// True from the moment on at which nothing on the page needs to be held back.
    bool isRevealed() const;
    /// The same of any lesson, open or not.
    bool isRevealed(const Lesson &lesson) const;
    /// The prediction beside the latest run; only where there is one.
    JudgedPrediction judged() const;
    /// True where the latest run has the settings that the prediction was made for.
    bool isRunPredicted() const;
    /// Gives back what was predicted in an earlier session; it stays as it is. Before open() or after.
    void restorePrediction(const Lesson &lesson, const Prediction &prediction);
    /// A text of the lesson with its placeholders filled from the latest run and the parameters.
    QString filled(const QString &text) const;

    /// Shows a run as if it had just been played: its settings are set, and the playhead stands at its end. It must be one of that
    /// lesson; see fitRun(). `origin` says where it comes from, in few words.
    void show(const Lesson &lesson, std::shared_ptr<const Run> run, const QString &origin);
    /// Where the latest run comes from; empty where it was played here.
    QString origin() const { return state().origin; }

    void run();
    /// Plays one variant alone on the real clock, whichever are chosen; nothing where it does not exist for the parameters.
    void runOnly(const QString &variant);
    /// Plays the variant that the lesson offers for it on the window's own loop, on the real clock: what it blocks stands still.
    void feel();
    bool canFeel() const { return isOpen() && !lesson().definition.felt.isEmpty(); }
    /// True until a run on the window's own loop has unwound; until then the session must live.
    bool isOnThisLoop() const { return player_.playsOnThisLoop(); }
    /// What the reader does with the lesson that plays; nothing where none does.
    void act(const QString &act) { player_.act(act); }
    void cancel();
    /// Asks one task of the run that plays to end, in the name of the user. Nothing where cannotCancel() tells why.
    void cancelTask(std::size_t subject, TaskId task);
    /// The position of the variant whose tasks can be cancelled one by one now, if there is one.
    std::optional<std::size_t> cancellableSubject() const;
    /// Why a task cannot be cancelled now, for a reader; empty where it can. No task: none is selected.
    QString cannotCancel(std::size_t subject, TaskId task) const;
    /// Ends whatever plays, for good; the result is dropped.
    void shutDown();
    bool isRunning() const { return player_.isRunning(); }
    /// True while a run is seen to play. One on the virtual clock that plays again because a setting has changed takes the place
    /// of the latest when it is through, and is seen only when that takes long.
    bool isLive() const { return player_.isRunning() && !quiet_.isActive(); }
    /// "Running B Parallel, 2 of 3", while running.
    QString progress() const;
    /// The latest run of the open lesson, or null.
    std::shared_ptr<const Run> latest() const { return state().run; }
    /// True where the latest run played on the window's own loop.
    bool wasFelt() const { return state().felt; }
    /// True where settings changed after the latest run.
    bool isOutdated() const;
    /// The run before the latest, where its parameters were others: what a reader compares with. Null where there is none, after
    /// the same settings have run again, and after clearBefore().
    std::shared_ptr<const Run> before() const { return state().before; }
    void clearBefore();
    /// The steps of a lesson that are done, now or earlier.
    StepsDone stepsDone(const QString &lesson) const { return steps_.value(lesson); }
    /// Gives back what was kept, of any lesson; stepsChanged() follows where it differs.
    void setStepsDone(const QString &lesson, const StepsDone &done);
    /// The reader has done a step of the open lesson that its runs do not tell.
    void markStep(LessonStep step);
    /// Whether the latest run meets the challenge; nothing where there is none to judge.
    std::optional<Verdict> challengeVerdict() const;
    /// True where a lesson was run to its end in this session.
    bool isDone(const QString &lesson) const;
    /// The step right after an event that the lesson's text names, in the run on screen; nothing where it has none.
    std::optional<std::size_t> stepOf(const QString &event) const;
    /// Ids of the variants that playback's subjects show, in their order.
    const QStringList &shownVariants() const { return shown_; }
    /// How long a run is expected to be at most, for an axis that is fixed before it.
    Ns expectedLength() const;

Q_SIGNALS:
    void lessonOpened();
    void settingsChanged();
    void questionChanged();
    /// A run has begun: what was predicted of the lesson stays. Once a lesson.
    void predictionSettled(const QString &lesson, const awaitscope::Prediction &prediction);
    /// The runs on screen are others; playback has them.
    void subjectsChanged();
    void recordGrew();
    void runningChanged(bool running);
    void runFinished();
    /// Nothing plays on the window's own loop any more.
    void leftThisLoop();
    /// A step of that lesson is done.
    void stepsChanged(const QString &lesson);
    /// There is no run to compare with any more.
    void beforeChanged();

private:
    struct State
    {
        ParameterSet parameters;
        ClockKind clock = ClockKind::Real;
        QStringList chosen;
        Prediction prediction;
        bool settled = false; ///< a run has begun: the prediction stays
        std::shared_ptr<const Run> run;
        quint64 seed = 1; ///< of the next run: the one of the run that was shown last
        QStringList chosenThen; ///< the variants that were chosen when it began
        bool felt = false; ///< on the window's own loop
        std::shared_ptr<const Run> before; ///< what the latest run is compared with
        bool changed = false; ///< a parameter was changed between two runs
        QString origin; ///< of a run that was not played here
    };

    void settlePrediction();
    std::optional<Ns> roomToDraw() const;
    State fresh(const Lesson &lesson) const;
    const State &state() const;
    State &state();
    Result<Done> changed(Result<Done> result);
    void settingChanged();
    void play(bool quietly);
    void start(RunRequest request, PlayOn where);
    void goLive();
    void showReady();
    void showLive();
    void showRun();
    QString titleOf(const QString &variant) const;
    void markSteps();
    void noteSettingChange();
    void keepBefore(const Run &next);

    const Lesson *lesson_ = nullptr;
    QHash<QString, State> states_;
    QHash<QString, StepsDone> steps_;
    Playback playback_;
    QStringList shown_;
    QStringList playing_; ///< ids of the variants of the run that plays
    QStringList chosenNow_; ///< the variants that were chosen when it began
    bool feeling_ = false; ///< it plays on the window's own loop
    QTimer rerun_; ///< until the settings have come to rest
    QElapsedTimer sinceRun_; ///< since the latest run's end
    bool changing_ = false; ///< settings have changed since
    bool lookedAtLatest_ = false; ///< the reader had the time to, before
    QTimer quiet_; ///< while a run is not seen to play
    std::optional<Ns> returnTo_; ///< where the playhead goes after a run; the end, if nowhere
    LessonPlayer player_; ///< last, so that it ends before what its results go to
};

} // namespace awaitscope
