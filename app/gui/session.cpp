// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/session.h"

#include "app/gui/filled_text.h"
#include "lessons/catalog/event_names.h"
#include "lessons/catalog/planned_length.h"
#include "lessons/trace/subject_letter.h"

#include <algorithm>
#include <utility>

namespace awaitscope {

namespace {

constexpr int realDelay = 300, virtualDelay = 40; // ms after the last change of a setting
constexpr int quietLength = 300; // ms that a run may take without being seen to play

} // namespace

Session::Session(QObject *parent) : QObject(parent)
{
    rerun_.setSingleShot(true);
    quiet_.setSingleShot(true);
    quiet_.setInterval(quietLength);
    connect(&rerun_, &QTimer::timeout, this, [this] { play(clock() == ClockKind::Virtual && state().run && !isLive()); });
    connect(&quiet_, &QTimer::timeout, this, &Session::goLive);
    for (const auto told : {&Session::runFinished, &Session::questionChanged})
        connect(this, told, this, &Session::markSteps);
    connect(&player_, &LessonPlayer::grew, this, &Session::showLive);
    connect(&player_, &LessonPlayer::leftThisLoop, this, &Session::leftThisLoop);
    connect(&player_, &LessonPlayer::finished, this, [this](const std::shared_ptr<const Run> &run) {
        quiet_.stop();
        keepBefore(*run);
        state().run = run;
        state().chosenThen = chosenNow_;
        state().felt = feeling_;
        state().origin.clear();
        showRun();
        if (const auto time = std::exchange(returnTo_, std::nullopt))
            playback_.toTime(*time);
        Q_EMIT runningChanged(false);
        Q_EMIT runFinished();
        Q_EMIT questionChanged();
    });
}

void Session::open(const Lesson &lesson)
{
    if (lesson_ == &lesson)
        return;
    const bool wasRunning = player_.isRunning();
    shutDown();
    returnTo_.reset();
    lesson_ = &lesson;
    if (!states_.contains(lesson.id))
        states_.insert(lesson.id, fresh(lesson));
    state().run ? showRun() : showReady();
    if (wasRunning)
        Q_EMIT runningChanged(false);
    Q_EMIT lessonOpened();
}

Session::State Session::fresh(const Lesson &lesson) const
{
    State fresh;
    fresh.parameters = ParameterSet(lesson.definition.parameters);
    fresh.prediction.kind = lesson.text.question.kind;
    for (const VariantSpec &variant : lesson.definition.variants) {
        if (variant.shownAtFirst)
            fresh.chosen.append(variant.id);
    }
    return fresh;
}

const Session::State &Session::state() const
{
    return *states_.constFind(lesson_->id);
}

Session::State &Session::state()
{
    return *states_.find(lesson_->id);
}

Result<Done> Session::setParameterText(const QString &id, const QString &text)
{
    const ParameterSet before = parameters();
    auto result = state().parameters.setText(id, text);
    if (result && parameters() == before) {
        Q_EMIT settingsChanged();
        return result;
    }
    return changed(std::move(result));
}

Result<Done> Session::setParameter(const QString &id, qint64 value)
{
    if (state().parameters.value(id) == value)
        return Done();
    return changed(state().parameters.set(id, value));
}

Result<Done> Session::changed(Result<Done> result)
{
    if (result)
        settingChanged();
    return result;
}

void Session::setClock(ClockKind clock)
{
    if (state().clock == clock)
        return;
    state().clock = clock;
    settingChanged();
}

QStringList Session::chosenVariants() const
{
    const QStringList available = lesson_->availableVariants(parameters(), clock());
    QStringList result;
    for (const QString &variant : available) {
        if (state().chosen.contains(variant))
            result.append(variant);
    }
    return result.isEmpty() ? available.mid(0, 1) : result;
}

bool Session::isAvailable(const QString &variant) const
{
    return lesson_->availableVariants(parameters(), clock()).contains(variant);
}

QString Session::reasonUnavailable(const QString &variant) const
{
    if (isAvailable(variant))
        return {};
    if (const VariantSpec *spec = lesson_->variant(variant); spec && spec->realClockOnly && clock() == ClockKind::Virtual)
        return tr("Exists only on the real clock.");
    for (const ParameterSpec &spec : parameters().specs()) {
        if (spec.type != ParameterType::Flag)
            continue;
        ParameterSet other = parameters();
        const bool on = !other.flag(spec.id);
        const bool flipped = other.set(spec.id, on).ok();
        if (!flipped || !lesson_->availableVariants(other, clock()).contains(variant))
            continue;
        const QString label = lesson_->text.parameterLabels.value(spec.id, spec.id);
        return on ? tr("Exists only with “%1” switched on.").arg(label) : tr("Exists only with “%1” switched off.").arg(label);
    }
    return tr("Does not exist for these settings.");
}

bool Session::choose(const QString &variant, bool chosen)
{
    QStringList &list = state().chosen;
    if (chosen) {
        if (!list.contains(variant))
            list.append(variant);
    } else {
        if (chosenVariants() == QStringList(variant))
            return false;
        list.removeAll(variant);
    }
    settingChanged();
    return true;
}

void Session::settingChanged()
{
    noteSettingChange();
    // Who looked at a moment in the middle looks at it again when the run has changed.
    if (!player_.isRunning() && playback_.stepCount() > 0 && playback_.moment().time < playback_.length())
        returnTo_ = playback_.moment().time;
    Q_EMIT settingsChanged();
    if (state().run || player_.isRunning())
        rerun_.start(clock() == ClockKind::Real ? realDelay : virtualDelay);
    else
        showReady();
}

QString Session::filled(const QString &text) const
{
    return filledText(text, parameters(), state().run.get());
}

void Session::run()
{
    returnTo_.reset();
    play(false);
}

void Session::play(bool quietly)
{
    start({lesson_, parameters(), chosenVariants(), clock(), state().seed}, PlayOn::OwnThread);
    if (quietly)
        quiet_.start();
    else
        goLive();
}

void Session::feel()
{
    if (!canFeel())
        return;
    returnTo_.reset();
    start({lesson_, parameters(), {lesson().definition.felt}, ClockKind::Real, state().seed}, PlayOn::ThisLoop);
    goLive();
}

void Session::start(RunRequest request, PlayOn where)
{
    rerun_.stop();
    quiet_.stop();
    settlePrediction();
    playback_.pause();
    playing_ = request.variants;
    chosenNow_ = chosenVariants();
    feeling_ = where == PlayOn::ThisLoop;
    player_.start(std::move(request), where);
}

void Session::goLive()
{
    shown_ = playing_;
    showLive();
    Q_EMIT runningChanged(true);
}

void Session::cancel()
{
    rerun_.stop();
    player_.cancel();
}

void Session::shutDown()
{
    rerun_.stop();
    quiet_.stop();
    player_.abandon();
}

QString Session::progress() const
{
    if (!isLive() || shown_.isEmpty())
        return {};
    const qsizetype current = std::min<qsizetype>(player_.current(), shown_.size() - 1);
    return tr("Running %1 %2, %3 of %4")
        .arg(subjectLetter(static_cast<std::size_t>(current)), titleOf(shown_[current]))
        .arg(current + 1)
        .arg(shown_.size());
}

bool Session::isOutdated() const
{
    const auto &run = state().run;
    if (!run)
        return false;
    const bool otherClock = run->clock != clock() && !state().felt;
    return !(run->parameters == parameters()) || otherClock || (state().chosenThen != chosenVariants() && !run->cancelled);
}

bool Session::isDone(const QString &lesson) const
{
    const auto found = states_.constFind(lesson);
    return found != states_.constEnd() && found->run && !found->run->cancelled && found->origin.isEmpty();
}

Ns Session::expectedLength() const
{
    // What has run tells more than the parameters do: then only what they have grown by since is added.
    const Run *run = state().run && !state().run->cancelled ? state().run.get() : nullptr;
    const Ns planned = plannedLength(lesson(), chosenVariants(), parameters(), run ? &run->parameters : nullptr);
    if (!run)
        return roomToDraw().value_or(planned + planned / 20);
    Ns longest{0};
    for (const VariantRun &variant : run->variants)
        longest = std::max(longest, variant.trace->duration());
    return longest + planned;
}

std::optional<std::size_t> Session::stepOf(const QString &event) const
{
    const auto found = state().run && !isLive() ? findEvent(*state().run, event) : std::nullopt;
    return found ? playback_.stepOf(found->variant, found->event) : std::nullopt;
}

QString Session::titleOf(const QString &variant) const
{
    return lesson_->text.variantTitles.value(variant, variant);
}

void Session::showReady()
{
    shown_ = chosenVariants();
    std::vector<Subject> subjects;
    for (const QString &variant : shown_)
        subjects.push_back({subjectLetter(subjects.size()), titleOf(variant), std::make_shared<const Trace>()});
    playback_.setSubjects(std::move(subjects), Playback::Where::Begin);
    Q_EMIT subjectsChanged();
}

void Session::showLive()
{
    std::vector<Subject> subjects;
    bool sameTraces = playback_.subjects().size() == player_.live().size();
    for (const LessonPlayer::Live &live : player_.live()) {
        const auto position = subjects.size();
        auto trace = live.trace;
        if (!trace) {
            // An unbegun variant keeps its empty record, so that the view sees no other subjects each frame.
            const bool keep = position < playback_.subjects().size() && playback_.subjects()[position].trace->tasks().empty();
            trace = keep ? playback_.subjects()[position].trace : std::make_shared<const Trace>();
        }
        sameTraces = sameTraces && playback_.subjects()[position].trace == trace;
        subjects.push_back({subjectLetter(position), titleOf(shown_[static_cast<qsizetype>(position)]), trace});
    }
    playback_.follow(std::move(subjects), player_.now());
    if (sameTraces)
        Q_EMIT recordGrew();
    else
        Q_EMIT subjectsChanged();
}

void Session::showRun()
{
    shown_.clear();
    for (const VariantRun &variant : state().run->variants)
        shown_.append(variant.id);
    playback_.setSubjects(state().run->subjects(), Playback::Where::End);
    std::vector<std::size_t> marks;
    for (const LessonNote &note : lesson_->text.lookCloser) {
        if (const auto step = stepOf(note.event))
            marks.push_back(*step);
    }
    playback_.setMarks(std::move(marks));
    Q_EMIT subjectsChanged();
}

} // namespace awaitscope
