// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workshop/stage.h"

#include "app/gui/filled_text.h"
#include "lessons/catalog/event_names.h"
#include "lessons/trace/subject_letter.h"

#include <algorithm>
#include <utility>

namespace awaitscope {

namespace {

using namespace std::chrono_literals;

// The playhead's way is long enough to be followed and short enough to be waited for.
constexpr Ns shortestWay = 1500ms, longestWay = 5s;
constexpr double slowest = 0.1; // of real time

double speedFor(Ns distance)
{
    const auto length = std::max(distance, Ns(1));
    const Ns slow(static_cast<Ns::rep>(static_cast<double>(length.count()) / slowest));
    const Ns shown = std::clamp(slow, std::min(shortestWay, slow), longestWay);
    return static_cast<double>(length.count()) / static_cast<double>(shown.count());
}

} // namespace

Stage::Stage(std::vector<RunRequest> requests, ShownRuns runs, QObject *parent) :
    QObject(parent),
    deck_(std::move(requests)),
    runs_(runs)
{
    connect(&player_, &LessonPlayer::grew, this, [this] {
        if (seen_)
            showLive();
    });
    connect(&player_, &LessonPlayer::finished, this, &Stage::take);
    connect(&playback_, &Playback::playingChanged, this, [this](bool playing) {
        if (!playing)
            target_.reset();
    });
    // When its maker has given it the records that are there.
    QMetaObject::invokeMethod(this, &Stage::recordNext, Qt::QueuedConnection);
}

Stage::~Stage()
{
    player_.abandon();
}

void Stage::setRun(std::size_t entry, std::shared_ptr<const Run> run)
{
    deck_.setRun(entry, std::move(run));
    Q_EMIT slideChanged();
}

void Stage::next()
{
    if (target_) {
        const std::size_t there = *target_;
        playback_.pause();
        playback_.toStep(there);
        return;
    }
    if (!isLive() && deck_.next())
        enter(Way::Forward);
}

void Stage::back()
{
    if (deck_.back())
        enter(Way::Back);
}

void Stage::toFirst()
{
    deck_.toFirst();
    enter(Way::Back);
}

void Stage::toLast()
{
    deck_.toLast();
    enter(Way::Back);
}

void Stage::vote(int answer)
{
    if (deck_.vote(answer))
        Q_EMIT tallyChanged();
}

void Stage::takeVoteBack()
{
    if (deck_.takeVoteBack())
        Q_EMIT tallyChanged();
}

void Stage::runAgain()
{
    if (slide().kind != SlideKind::Run && slide().kind != SlideKind::Pause)
        return;
    while (slide().kind == SlideKind::Pause)
        deck_.back();
    playback_.pause();
    play(slide().entry, true);
    Q_EMIT slideChanged();
}

bool Stage::isLive() const
{
    return seen_ && playing_ && *playing_ == slide().entry && player_.isRunning();
}

bool Stage::isWaiting() const
{
    return slide().kind == SlideKind::Run && !deck_.run(slide().entry) && !isLive();
}

void Stage::enter(Way way)
{
    playback_.pause();
    const Slide &now = slide();
    // What plays to be watched is dropped with its slide.
    if (seen_ && playing_ && (*playing_ != now.entry || now.kind != SlideKind::Run)) {
        player_.abandon();
        playing_.reset();
        seen_ = false;
    }
    if (now.kind == SlideKind::Run || now.kind == SlideKind::Pause) {
        if (now.kind == SlideKind::Run && way == Way::Forward && runs_ == ShownRuns::Live)
            play(now.entry, true);
        else if (deck_.run(now.entry))
            showRun(way);
        else if (runs_ == ShownRuns::Live)
            play(now.entry, true);
    }
    if (!playing_)
        recordNext();
    Q_EMIT slideChanged();
}

void Stage::play(std::size_t entry, bool seen)
{
    playing_ = entry;
    seen_ = seen;
    player_.start(deck_.request(entry));
    if (seen)
        showLive();
}

void Stage::recordNext()
{
    if (runs_ == ShownRuns::Live || player_.isRunning())
        return;
    // What is shown first, then in the order of the show.
    const std::size_t count = deck_.entryCount();
    for (std::size_t i = 0; i < count; ++i) {
        const std::size_t entry = (std::min(slide().entry, count - 1) + i) % count;
        if (!deck_.run(entry))
            return play(entry, false);
    }
}

void Stage::take(const std::shared_ptr<const Run> &run)
{
    const bool seen = std::exchange(seen_, false);
    const auto entry = std::exchange(playing_, std::nullopt);
    if (!entry || run->cancelled)
        return;
    const bool awaited = !seen && slide() == Slide{SlideKind::Run, *entry, 0};
    deck_.setRun(*entry, run);
    if (seen || awaited)
        showRun(seen ? Way::Back : Way::Forward);
    recordNext();
    Q_EMIT slideChanged();
}

void Stage::showLive()
{
    std::vector<Subject> subjects;
    const RunRequest &request = deck_.request(*playing_);
    const auto &before = playback_.subjects();
    bool sameTraces = before.size() == player_.live().size() && !shown_;
    for (const LessonPlayer::Live &live : player_.live()) {
        const auto position = subjects.size();
        auto trace = live.trace;
        if (!trace) {
            const bool keep = sameTraces && before[position].trace->tasks().empty();
            trace = keep ? before[position].trace : std::make_shared<const Trace>();
        }
        sameTraces = sameTraces && before[position].trace == trace;
        const QString variant = request.variants[static_cast<qsizetype>(position)];
        subjects.push_back({subjectLetter(position), request.lesson->text.variantTitles.value(variant, variant), trace});
    }
    shown_.reset();
    playback_.follow(std::move(subjects), player_.now());
    if (sameTraces)
        Q_EMIT recordGrew();
    else
        Q_EMIT subjectsChanged();
}

void Stage::showRun(Way way)
{
    const auto run = deck_.run(slide().entry);
    if (shown_ != run) {
        shown_ = run;
        playback_.setSubjects(run->subjects(), Playback::Where::Begin);
        Q_EMIT subjectsChanged();
    }
    const auto at = cue();
    if (slide().kind == SlideKind::Pause && !at)
        return playback_.toBegin();
    if (way == Way::Forward && slide().kind == SlideKind::Run)
        playback_.toBegin();
    at ? travel(at->step, at->time, way) : travel(playback_.stepCount(), playback_.length(), way);
}

void Stage::travel(std::size_t step, Ns time, Way way)
{
    if (way == Way::Back || !moves_)
        return playback_.toStep(step);
    if (step < playback_.moment().step)
        playback_.toBegin();
    playback_.setSpeed(speedFor(time - playback_.moment().time));
    playback_.playUntil(step);
    if (playback_.isPlaying())
        target_ = step;
}

std::optional<Stage::Cue> Stage::cue() const
{
    if (slide().kind != SlideKind::Pause)
        return {};
    const auto run = deck_.run(slide().entry);
    const auto found = run && run == shown_ ? findEvent(*run, deck_.eventOf(slide())) : std::nullopt;
    const auto step = found ? playback_.stepOf(found->variant, found->event) : std::nullopt;
    if (!step)
        return {};
    TaskRef task;
    task.subject = found->variant;
    task.task = found->task;
    return Cue{task, *step, found->time};
}

QString Stage::sentence() const
{
    if (const auto at = cue(); at && playback_.moment().step == at->step) {
        for (const LessonNote &note : deck_.lesson(slide().entry).text.lookCloser) {
            if (note.event == deck_.eventOf(slide()))
                return filled(note.text);
        }
    }
    return playback_.sentence();
}

QString Stage::filled(const QString &text) const
{
    if (slide().kind == SlideKind::End)
        return text;
    return filledText(text, deck_.request(slide().entry).parameters, deck_.run(slide().entry).get());
}

} // namespace awaitscope
