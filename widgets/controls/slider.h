// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSlider>

namespace awaitscope {

struct Theme;

/// A horizontal slider of the app's look. A click jumps there. Keeps its own keys when it has the focus.
class Slider : public QSlider
{
    Q_OBJECT

public:
    explicit Slider(QWidget *parent = nullptr);
    /// A full knob, for the playhead; else a ring.
    void setSolidKnob(bool solid);

    void setTheme(const Theme &theme);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    double knobCenter() const;
    int valueAt(double x) const;

    const Theme *theme_;
    bool solid_ = false;
};

} // namespace awaitscope
