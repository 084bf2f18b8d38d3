// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/runner.h"
#include "lessons/trace/trace_builder.h"

#include <QBasicTimer>
#include <QObject>

#include <memory>
#include <optional>

class QThread;

namespace awaitscope {

/// Where a lesson plays.
enum class PlayOn {
    OwnThread,
    ThisLoop, ///< the loop of the player's thread: what blocks the lesson blocks the window
};

/// Plays lessons on a thread of their own or on this one, one at a time, and follows the record while it grows. Use from the thread
/// that it lives on. Its destructor cancels what plays and waits for its end; while something plays on this loop it must not be
/// destroyed.
class LessonPlayer : public QObject
{
    Q_OBJECT

public:
    explicit LessonPlayer(QObject *parent = nullptr);
    ~LessonPlayer() override;

    /// Starts a run. One that still plays is cancelled first, its result dropped.
    void start(RunRequest request, PlayOn where = PlayOn::OwnThread);
    /// Asks the run to end; finished() follows with a run marked as cancelled.
    void cancel();
    /// Cancels and drops the result: no finished() follows.
    void abandon();
    /// What the reader does with the lesson that plays; see ReaderActs.
    void act(const QString &act);
    /// True from the moment on at which a run plays on this loop, until it has unwound: also one whose result was dropped.
    bool playsOnThisLoop() const { return onThisLoop_; }
    /// From start() to finished() or abandon().
    bool isRunning() const { return active_ || pending_.has_value(); }

    /// A variant of the request that plays, as far as it is known.
    struct Live
    {
        std::shared_ptr<const Trace> trace; ///< grows between two calls of grew(); null before the variant began
        bool ended = false;
    };
    /// One for each variant of the request.
    const std::vector<Live> &live() const { return live_; }
    /// Position of the variant that plays now.
    int current() const { return current_; }
    /// Time since the zero of the variant that plays now.
    Ns now() const { return now_; }

Q_SIGNALS:
    void grew();
    void finished(const std::shared_ptr<const awaitscope::Run> &run);
    /// Nothing plays on this loop any more.
    void leftThisLoop();

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    struct Feed
    {
        RecordReader reader;
        std::shared_ptr<TraceBuilder> builder;
        bool closed = false;
    };

    void begin();
    void playHere(quint64 generation);
    bool isBusy() const { return thread_ || onThisLoop_; }
    void poll();
    void take(quint64 generation, std::shared_ptr<const Run> run);

    std::unique_ptr<QThread> thread_;
    std::shared_ptr<RunControl> control_;
    RunRequest request_;
    std::optional<RunRequest> pending_; ///< starts as soon as what plays has ended
    PlayOn where_ = PlayOn::OwnThread; ///< of the latest start()
    bool onThisLoop_ = false;
    bool cancelPending_ = false;
    quint64 generation_ = 0; ///< of the run whose result is wanted
    bool active_ = false; ///< the result of the run on the thread is wanted
    QBasicTimer timer_;
    std::vector<std::unique_ptr<Feed>> feeds_;
    std::vector<Live> live_;
    int current_ = 0;
    Ns now_{0};
};

} // namespace awaitscope
