// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <array>
#include <optional>

namespace awaitscope {

/// What a reader does with a lesson. The order is a proposal: each can be done at any time.
enum class LessonStep { Predict, Run, LookCloser, Change, Challenge, Takeaway };

inline constexpr std::array lessonSteps{LessonStep::Predict, LessonStep::Run, LessonStep::LookCloser, LessonStep::Change,
    LessonStep::Challenge, LessonStep::Takeaway};
inline constexpr int stepCount = static_cast<int>(lessonSteps.size());

/// The name to keep it by: "predict", "run", "look-closer", "change", "challenge" or "takeaway".
QString stepId(LessonStep step);
/// The step of that name; nothing for a name that is none.
std::optional<LessonStep> stepOfId(QStringView id);
/// "Look closer", for a reader.
QString stepName(LessonStep step);
/// 1 to 6.
int stepNumber(LessonStep step);

/// The steps of one lesson that are done.
class StepsDone
{
public:
    StepsDone() = default;
    /// Names that are none are left out: they may come from a later version.
    explicit StepsDone(const QStringList &ids);

    bool contains(LessonStep step) const { return done_[static_cast<std::size_t>(step)]; }
    /// False where it was done before.
    bool add(LessonStep step);
    int count() const;
    bool all() const { return count() == stepCount; }
    /// The first step that is not done.
    std::optional<LessonStep> next() const;
    /// In the order of the steps.
    QStringList ids() const;
    bool operator==(const StepsDone &) const = default;

private:
    std::array<bool, lessonSteps.size()> done_{};
};

} // namespace awaitscope
