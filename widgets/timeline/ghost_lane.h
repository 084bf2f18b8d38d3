// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"
#include "widgets/timeline/axis.h"
#include "widgets/timeline/ghost.h"

#include <QWidget>

namespace awaitscope {

/// A lane on which the reader draws what is expected, by mouse or by keyboard. It lies over the chart, which draws the bar itself; from
/// here come the ends to hold, the invitation while there is no bar, and the focus.
class GhostLane : public QWidget
{
    Q_OBJECT

public:
    explicit GhostLane(QWidget *parent);

    /// What it is about, and the axis in the coordinates of this widget.
    void present(const Ghost &ghost, const TimeAxis &axis, double textSize, const Theme &theme);

Q_SIGNALS:
    /// Drawn, or changed: whole milliseconds, begin before end, within the axis.
    void drawn(awaitscope::GhostSpan span);

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    enum class Grip { None, Begin, End };

    Ns timeAt(double x) const;
    Grip gripAt(double x) const;
    void put(GhostSpan span);
    void move(Grip grip, Ns to);
    void showCursor(double x);

    Ghost ghost_;
    TimeAxis axis_;
    double textSize_ = 12.0;
    const Theme *theme_;
    Grip held_ = Grip::None;
    Ns anchor_{0}; ///< where the drag of a new bar began
};

} // namespace awaitscope
