// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/moment.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QObject>

#include <optional>

namespace awaitscope {

/// Where the reader is in the runs on screen. Timeline, code, sentence and transport all render from its moment.
/// Use from the thread that it lives on.
class Playback : public QObject
{
    Q_OBJECT

public:
    explicit Playback(QObject *parent = nullptr);

    /// The runs to step through; they no longer change. Stops playing, and goes to `where`.
    enum class Where { Begin, End };
    void setSubjects(std::vector<Subject> subjects, Where where);
    /// Runs that still grow: the moment follows `now`, and there is nothing to step through yet.
    void follow(std::vector<Subject> subjects, Ns now);

    const std::vector<Subject> &subjects() const { return subjects_; }
    const Moment &moment() const { return moment_; }
    /// What the moment shows, in words; empty while there are no runs.
    QString sentence() const;
    /// How many events can be stepped through; 0 while the runs grow.
    std::size_t stepCount() const { return steps_.count(); }
    /// The end of the longest run.
    Ns length() const { return length_; }
    bool isPlaying() const { return timer_.isActive(); }
    /// Real time is 1, a quarter of it 0.25.
    double speed() const { return speed_; }
    void setSpeed(double speed);

    void play();
    /// Plays up to a step and stops there exactly. From the begin, where it lies behind the playhead.
    void playUntil(std::size_t step);
    void pause();
    void toggle();
    void stepForward();
    void stepBack();
    void toBegin();
    void toEnd();
    /// All events up to and at `time`, kept within the runs.
    void toTime(Ns time);
    /// The moment right after the first `step` events.
    void toStep(std::size_t step);

    /// The moment right after an event of one subject, as a step; nothing where there is no such event.
    std::optional<std::size_t> stepOf(std::size_t subject, std::size_t event) const;
    /// Steps worth a stop; any order, any number of times. They go with the subjects.
    void setMarks(std::vector<std::size_t> steps);
    const std::vector<std::size_t> &marks() const { return marks_; }
    /// Stays where there is none that way.
    void toNextMark();
    void toPreviousMark();

Q_SIGNALS:
    void momentChanged(const awaitscope::Moment &moment);
    void playingChanged(bool playing);
    void speedChanged(double speed);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void show(Moment moment);
    void rebase();

    std::vector<Subject> subjects_;
    Steps steps_;
    std::vector<std::size_t> marks_; ///< ascending
    Moment moment_;
    Ns length_{0};
    bool following_ = false;
    double speed_ = 1.0;
    QBasicTimer timer_;
    QElapsedTimer sinceBase_;
    std::optional<std::size_t> until_; ///< the step to stop at, while playing
    Ns base_{0}; ///< the playhead's time when `sinceBase_` was started
};

} // namespace awaitscope
