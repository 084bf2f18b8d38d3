// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/trace/moment.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QToolButton;

namespace awaitscope {

struct Theme;
class Slider;

/// First, previous, play, next, last; a slider to scrub with; where the playhead is; and how fast it plays.
class TransportBar : public QWidget
{
    Q_OBJECT

public:
    explicit TransportBar(QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Smaller margins, for a low window.
    void setCompact(bool compact);
    /// The end of the longest run and how many events there are; nothing can be done while there are none.
    void setRange(Ns length, std::size_t steps);
    void setMoment(const Moment &moment);
    void setPlaying(bool playing);
    /// Real time is 1.
    void setSpeed(double speed);
    /// "150.0 ms · event 9 of 22", as it is shown.
    QString position() const;

Q_SIGNALS:
    void firstWanted();
    void previousWanted();
    void playWanted();
    void nextWanted();
    void lastWanted();
    void timeWanted(awaitscope::Ns time);
    void speedWanted(double speed);

private:
    QToolButton *addButton(const QString &name, const char *objectName);
    void showPlayIcon();

    const Theme *theme_;
    QToolButton *first_;
    QToolButton *previous_;
    QToolButton *play_;
    QToolButton *next_;
    QToolButton *last_;
    Slider *scrub_;
    QLabel *position_;
    QPushButton *speed_;
    double speedShown_ = 1.0;
    Ns length_{0};
    std::size_t steps_ = 0;
    bool playing_ = false;
};

} // namespace awaitscope
