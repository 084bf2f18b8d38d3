// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/lesson_steps.h"
#include "widgets/theme/theme.h"

#include <QAbstractButton>

namespace awaitscope {

/// One step of a lesson: its number in a ring, or a tick once it is done, and its name.
class StepButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit StepButton(LessonStep step, QWidget *parent = nullptr);

    LessonStep step() const { return step_; }
    void setTheme(const Theme &theme);
    void setState(bool done, bool current);
    bool isDone() const { return done_; }
    bool isCurrent() const { return current_; }
    void setNamed(bool named);
    bool isNamed() const { return named_; }
    /// The width with the name, or without.
    int widthWith(bool name) const;

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    int ring() const;
    QFont nameFont() const;

    LessonStep step_;
    bool done_ = false, current_ = false, named_ = true;
    const Theme *theme_;
};

} // namespace awaitscope
