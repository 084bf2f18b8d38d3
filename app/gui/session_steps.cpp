// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/session.h"

#include <utility>

namespace awaitscope {

namespace {

/// A run that was on screen for less than this while its reader kept changing settings is one on the way to the next.
constexpr int looked = 1500; // ms

bool sameSettings(const Run &one, const Run &other)
{
    const auto ids = [](const Run &run) {
        QStringList result;
        for (const VariantRun &variant : run.variants)
            result.append(variant.id);
        return result;
    };
    return one.parameters == other.parameters && one.clock == other.clock && ids(one) == ids(other);
}

} // namespace

void Session::setStepsDone(const QString &lesson, const StepsDone &done)
{
    if (stepsDone(lesson) == done)
        return;
    steps_.insert(lesson, done);
    Q_EMIT stepsChanged(lesson);
}

void Session::markStep(LessonStep step)
{
    StepsDone done = stepsDone(lesson().id);
    if (done.add(step))
        setStepsDone(lesson().id, done);
}

void Session::markSteps()
{
    const State &now = state();
    if (isPredicted() || now.prediction.skipped || now.run)
        markStep(LessonStep::Predict);
    if (!now.run || now.run->cancelled || isLive())
        return;
    markStep(LessonStep::Run);
    if (now.changed)
        markStep(LessonStep::Change);
    if (lesson().definition.challenge && lesson().definition.challenge(*now.run).holds)
        markStep(LessonStep::Challenge);
}

std::optional<Verdict> Session::challengeVerdict() const
{
    const auto &judge = lesson().definition.challenge;
    if (!judge || !latest() || isLive() || latest()->cancelled)
        return std::nullopt;
    return judge(*latest());
}

void Session::noteSettingChange()
{
    if (!std::exchange(changing_, true))
        lookedAtLatest_ = !sinceRun_.isValid() || sinceRun_.hasExpired(looked);
}

void Session::keepBefore(const Run &next)
{
    State &now = state();
    const std::shared_ptr<const Run> previous = now.run;
    const bool comparable = previous && !previous->cancelled && !next.cancelled;
    const bool differs = comparable && !(previous->parameters == next.parameters);
    if (!comparable || sameSettings(*previous, next))
        now.before.reset();
    else if (differs && (!now.before || lookedAtLatest_))
        now.before = previous;
    if (now.before && now.before->parameters == next.parameters)
        now.before.reset(); // changed there and back
    now.changed = now.changed || differs;
    changing_ = false;
    sinceRun_.start();
}

void Session::clearBefore()
{
    if (!state().before)
        return;
    state().before.reset();
    Q_EMIT beforeChanged();
}

} // namespace awaitscope
