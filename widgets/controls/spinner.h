// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/ids.h"
#include "widgets/theme/theme.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QWidget>

namespace awaitscope {

/// A ring that turns a step with each tick of a timer on the window's own loop: it stands still while that loop is blocked, and goes
/// on from there. Turns while it is visible.
class Spinner : public QWidget
{
    Q_OBJECT

public:
    explicit Spinner(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// The longest time between two ticks since it was shown.
    Ns longestPause() const { return longestPause_; }
    int ticks() const { return ticks_; }
    QSize sizeHint() const override;

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QBasicTimer timer_;
    QElapsedTimer sinceTick_;
    Ns longestPause_{0};
    int ticks_ = 0;
    const Theme *theme_;
};

} // namespace awaitscope
