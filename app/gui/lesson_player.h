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

/// Plays lessons on a thread of its own, one at a time, and follows the record while it grows. Use from the thread
/// that it lives on. Its destructor cancels what plays and waits for its end.
class LessonPlayer : public QObject
{
    Q_OBJECT

public:
    explicit LessonPlayer(QObject *parent = nullptr);
    ~LessonPlayer() override;

    /// Starts a run. One that still plays is cancelled first, its result dropped.
    void start(RunRequest request);
    /// Asks the run to end; finished() follows with a run marked as cancelled.
    void cancel();
    /// Asks one task of a variant that plays now to end; see RunControl::cancelTask().
    void cancelTask(int variant, std::vector<TaskId> chain);
    /// Cancels and drops the result: no finished() follows.
    void abandon();
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
    void poll();
    void take(quint64 generation, std::shared_ptr<const Run> run);

    std::unique_ptr<QThread> thread_;
    std::shared_ptr<RunControl> control_;
    RunRequest request_;
    std::optional<RunRequest> pending_; ///< starts as soon as the thread is free
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
