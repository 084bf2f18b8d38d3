// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/lesson_player.h"

#include <QThread>
#include <QTimer>
#include <QTimerEvent>

#include <utility>

namespace awaitscope {

namespace {

constexpr int frameLength = 16; // ms
// Threads of a run publish independently; what is older than this has been published by all of them.
constexpr Ns settled = std::chrono::milliseconds(1);

} // namespace

LessonPlayer::LessonPlayer(QObject *parent) : QObject(parent) { }

LessonPlayer::~LessonPlayer()
{
    Q_ASSERT(!onThisLoop_);
    abandon();
    if (thread_)
        thread_->wait();
}

void LessonPlayer::start(RunRequest request, PlayOn where)
{
    abandon();
    where_ = where;
    cancelPending_ = false;
    pending_ = std::move(request);
    live_.assign(static_cast<std::size_t>(pending_->variants.size()), Live());
    current_ = 0;
    now_ = Ns(0);
    if (!isBusy())
        begin();
}

void LessonPlayer::cancel()
{
    cancelPending_ = pending_.has_value();
    if (control_)
        control_->cancel();
}

void LessonPlayer::cancelTask(int variant, std::vector<TaskId> chain)
{
    if (control_ && active_)
        control_->cancelTask(variant, std::move(chain));
}

void LessonPlayer::act(const QString &act)
{
    if (control_)
        control_->act(current_, act);
}

void LessonPlayer::abandon()
{
    pending_.reset();
    ++generation_;
    active_ = false;
    timer_.stop();
    cancel();
}

void LessonPlayer::begin()
{
    request_ = *std::exchange(pending_, std::nullopt);
    control_ = std::make_shared<RunControl>();
    if (std::exchange(cancelPending_, false))
        control_->cancel();
    feeds_.clear();
    active_ = true;
    const quint64 generation = ++generation_;
    if (where_ == PlayOn::ThisLoop) {
        onThisLoop_ = true;
        // When the window has painted what it shows meanwhile: then it leaves the loop to the lesson, and the record is seen when complete.
        QTimer::singleShot(3 * frameLength, this, [this, generation] { playHere(generation); });
        return;
    }
    // The records of a virtual clock have nothing to do with the time that passes: they are seen when complete.
    if (request_.clock == ClockKind::Real)
        timer_.start(frameLength, Qt::PreciseTimer, this);
    thread_.reset(QThread::create([this, generation, request = request_, control = control_] {
        auto run = std::make_shared<const Run>(play(request, control.get()));
        // Queued, so that it reaches this object on its own thread; the destructor waits for this thread.
        QMetaObject::invokeMethod(
            this, [this, generation, run = std::move(run)] { take(generation, run); }, Qt::QueuedConnection);
    }));
    thread_->setObjectName(QStringLiteral("lesson"));
    thread_->start();
}

/// The run spins a loop inside the one that called this, and serves the window's events there.
void LessonPlayer::playHere(quint64 generation)
{
    const auto control = control_;
    const RunRequest request = request_;
    auto run = std::make_shared<const Run>(play(request, control.get()));
    onThisLoop_ = false;
    take(generation, std::move(run));
    Q_EMIT leftThisLoop();
}

void LessonPlayer::take(quint64 generation, std::shared_ptr<const Run> run)
{
    if (thread_)
        thread_->wait();
    thread_.reset();
    control_.reset();
    if (generation == generation_ && active_) {
        timer_.stop();
        active_ = false;
        Q_EMIT finished(run);
    }
    if (pending_ && !isBusy())
        begin();
}

void LessonPlayer::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == timer_.timerId())
        poll();
    else
        QObject::timerEvent(event);
}

void LessonPlayer::poll()
{
    const auto variants = control_->live();
    if (variants.empty())
        return;
    for (std::size_t i = feeds_.size(); i < variants.size(); ++i) {
        auto builder = std::make_shared<TraceBuilder>(request_.lesson->shownCode(request_.variants[variants[i].index]).source);
        feeds_.push_back(std::make_unique<Feed>(Feed{RecordReader(variants[i].recorder), builder}));
        live_[static_cast<std::size_t>(variants[i].index)].trace = std::shared_ptr<const Trace>(builder, &builder->trace());
    }
    for (std::size_t i = 0; i < variants.size(); ++i) {
        Feed &feed = *feeds_[i];
        if (feed.closed)
            continue;
        const bool ended = variants[i].ended;
        const Ns until = ended ? Ns::max() : std::chrono::steady_clock::now() - variants[i].zero - settled;
        feed.reader.read(until,
            [&feed](const RawEvent &raw, std::uint16_t thread) { feed.builder->add(raw, thread, feed.reader.recorder()); });
        if (ended) {
            feed.builder->finish();
            feed.closed = true;
        } else if (until > Ns(0)) {
            feed.builder->advanceTo(until);
        }
        live_[static_cast<std::size_t>(variants[i].index)].ended = ended;
        current_ = variants[i].index;
        now_ = ended ? feed.builder->trace().duration() : std::max(until, Ns(0));
    }
    Q_EMIT grew();
}

} // namespace awaitscope
