// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/playback.h"

#include <QTimerEvent>

#include <algorithm>
#include <cmath>

namespace awaitscope {

namespace {

constexpr int frameLength = 16; // ms

Ns longest(const std::vector<Subject> &subjects)
{
    Ns length{0};
    for (const Subject &subject : subjects) {
        if (subject.trace)
            length = std::max(length, subject.trace->duration());
    }
    return length;
}

std::size_t appliedUntil(const Trace &trace, Ns time)
{
    const auto &events = trace.events();
    const auto later
        = std::upper_bound(events.begin(), events.end(), time, [](Ns at, const TraceEvent &event) { return at < event.time; });
    return static_cast<std::size_t>(later - events.begin());
}

} // namespace

Playback::Playback(QObject *parent) : QObject(parent) { }

void Playback::setSubjects(std::vector<Subject> subjects, Where where)
{
    pause();
    following_ = false;
    subjects_ = std::move(subjects);
    steps_ = Steps(subjects_);
    marks_.clear();
    length_ = longest(subjects_);
    where == Where::End ? toEnd() : toBegin();
}

void Playback::follow(std::vector<Subject> subjects, Ns now)
{
    pause();
    following_ = true;
    subjects_ = std::move(subjects);
    steps_ = Steps();
    marks_.clear();
    length_ = longest(subjects_);
    Moment moment;
    moment.time = now;
    for (const Subject &subject : subjects_) {
        moment.applied.push_back(subject.trace ? appliedUntil(*subject.trace, now) : 0);
        moment.step += moment.applied.back();
    }
    show(std::move(moment));
}

QString Playback::sentence() const
{
    return subjects_.empty() ? QString() : momentSentence(subjects_, moment_);
}

void Playback::setSpeed(double speed)
{
    if (speed <= 0.0 || speed == speed_)
        return;
    rebase();
    speed_ = speed;
    Q_EMIT speedChanged(speed_);
}

void Playback::play()
{
    if (isPlaying() || steps_.count() == 0)
        return;
    if (moment_.time >= length_)
        toBegin();
    rebase();
    timer_.start(frameLength, Qt::PreciseTimer, this);
    Q_EMIT playingChanged(true);
}

void Playback::playUntil(std::size_t step)
{
    pause();
    if (step < moment_.step)
        toBegin();
    if (step == moment_.step || steps_.count() == 0)
        return;
    play();
    until_ = std::min(step, steps_.count());
}

void Playback::pause()
{
    if (!isPlaying())
        return;
    until_.reset();
    timer_.stop();
    Q_EMIT playingChanged(false);
}

void Playback::toggle()
{
    isPlaying() ? pause() : play();
}

void Playback::stepForward()
{
    pause();
    toStep(moment_.step + 1);
}

void Playback::stepBack()
{
    pause();
    if (moment_.step > 0)
        toStep(moment_.step - 1);
}

void Playback::toBegin()
{
    pause();
    toStep(0);
}

void Playback::toEnd()
{
    pause();
    if (!following_)
        show(steps_.at(length_));
}

void Playback::toTime(Ns time)
{
    if (following_)
        return;
    show(steps_.at(std::clamp(time, Ns(0), length_)));
    rebase();
}

void Playback::toStep(std::size_t step)
{
    if (following_)
        return;
    show(steps_.after(std::min(step, steps_.count())));
    rebase();
}

std::optional<std::size_t> Playback::stepOf(std::size_t subject, std::size_t event) const
{
    if (following_ || subject >= subjects_.size())
        return {};
    std::size_t low = 0, high = steps_.count();
    while (low < high) {
        const std::size_t middle = low + (high - low) / 2;
        if (steps_.after(middle).applied[subject] > event)
            high = middle;
        else
            low = middle + 1;
    }
    return steps_.after(low).applied[subject] > event ? std::optional(low) : std::nullopt;
}

void Playback::setMarks(std::vector<std::size_t> steps)
{
    marks_ = std::move(steps);
    std::ranges::sort(marks_);
    const auto repeated = std::ranges::unique(marks_);
    marks_.erase(repeated.begin(), repeated.end());
}

void Playback::toNextMark()
{
    pause();
    const auto next = std::ranges::upper_bound(marks_, moment_.step);
    if (next != marks_.end())
        toStep(*next);
}

void Playback::toPreviousMark()
{
    pause();
    const auto here = std::ranges::lower_bound(marks_, moment_.step);
    if (here != marks_.begin())
        toStep(*std::prev(here));
}

void Playback::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != timer_.timerId())
        return QObject::timerEvent(event);
    const auto passed = Ns(std::llround(static_cast<double>(sinceBase_.nsecsElapsed()) * speed_));
    const Ns now = std::min(base_ + passed, length_);
    Moment next = steps_.at(now);
    if (until_ && next.step >= *until_) {
        const std::size_t step = *until_;
        pause();
        return toStep(step);
    }
    show(std::move(next));
    if (now >= length_)
        pause();
}

void Playback::show(Moment moment)
{
    moment_ = std::move(moment);
    Q_EMIT momentChanged(moment_);
}

void Playback::rebase()
{
    base_ = moment_.time;
    sinceBase_.start();
}

} // namespace awaitscope
