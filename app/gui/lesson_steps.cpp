// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/lesson_steps.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace awaitscope {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(LessonStep)
};

} // namespace

QString stepId(LessonStep step)
{
    switch (step) {
    case LessonStep::Predict:
        return QStringLiteral("predict");
    case LessonStep::Run:
        return QStringLiteral("run");
    case LessonStep::LookCloser:
        return QStringLiteral("look-closer");
    case LessonStep::Change:
        return QStringLiteral("change");
    case LessonStep::Challenge:
        return QStringLiteral("challenge");
    case LessonStep::Takeaway:
        return QStringLiteral("takeaway");
    }
    return {};
}

std::optional<LessonStep> stepOfId(QStringView id)
{
    const auto found = std::ranges::find(lessonSteps, id, stepId);
    return found == lessonSteps.end() ? std::nullopt : std::optional(*found);
}

QString stepName(LessonStep step)
{
    switch (step) {
    case LessonStep::Predict:
        return Words::tr("Predict");
    case LessonStep::Run:
        return Words::tr("Run");
    case LessonStep::LookCloser:
        return Words::tr("Look closer");
    case LessonStep::Change:
        return Words::tr("Change it");
    case LessonStep::Challenge:
        return Words::tr("Challenge");
    case LessonStep::Takeaway:
        return Words::tr("Takeaway");
    }
    return {};
}

int stepNumber(LessonStep step)
{
    return static_cast<int>(step) + 1;
}

StepsDone::StepsDone(const QStringList &ids)
{
    for (const QString &id : ids) {
        if (const auto step = stepOfId(id))
            add(*step);
    }
}

bool StepsDone::add(LessonStep step)
{
    return !std::exchange(done_[static_cast<std::size_t>(step)], true);
}

int StepsDone::count() const
{
    return static_cast<int>(std::ranges::count(done_, true));
}

std::optional<LessonStep> StepsDone::next() const
{
    const auto found = std::ranges::find_if(lessonSteps, [this](LessonStep step) { return !contains(step); });
    return found == lessonSteps.end() ? std::nullopt : std::optional(*found);
}

QStringList StepsDone::ids() const
{
    QStringList result;
    for (const LessonStep step : lessonSteps) {
        if (contains(step))
            result.append(stepId(step));
    }
    return result;
}

} // namespace awaitscope
