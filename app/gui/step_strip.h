// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/lesson_steps.h"
#include "widgets/theme/theme.h"

#include <QWidget>

namespace awaitscope {

class StepButton;

/// The six steps of a lesson in one line: which are done, and which is at hand. Gives way where there is little room: then only the
/// step at hand has its name, or none has.
class StepStrip : public QWidget
{
    Q_OBJECT

public:
    explicit StepStrip(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Where it has more room than it needs: whether it stands at the end of that, or at its beginning.
    void setAtEnd(bool atEnd);
    /// What is done, and the step at hand; none where all is done.
    void setSteps(const StepsDone &done, std::optional<LessonStep> current);
    /// The button of a step. Its accessible name is "Step 3 of 6, Look closer, done".
    StepButton *button(LessonStep step) const { return buttons_[static_cast<std::size_t>(step)]; }

    /// The width at which all have their names.
    QSize sizeHint() const override;
    /// The width that the numbers take.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void stepWanted(awaitscope::LessonStep step);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    enum class Names { All, Current, None };
    int widthWith(Names names) const;
    void place();

    std::array<StepButton *, lessonSteps.size()> buttons_;
    bool atEnd_ = true;
    const Theme *theme_;
};

} // namespace awaitscope
