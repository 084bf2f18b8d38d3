// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workshop/slide_content.h"
#include "widgets/theme/theme.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QWidget>

class QLabel;
class QSpinBox;

namespace awaitscope {

/// What only the speaker sees: the notes of this step, what comes next, the votes in numbers, and the time.
class SpeakerWindow : public QWidget
{
    Q_OBJECT

public:
    /// The time counts from now on.
    explicit SpeakerWindow(Stage &stage);

    void setTheme(ThemeKind kind);
    /// How long the show is meant to take, 1 to 600; 0: not set.
    void setTarget(int minutes);
    /// What is said of the time when so much of it has passed.
    QString timeWords(qint64 seconds) const;
    QString notes() const;
    QString following() const;
    QString tally() const;
    QString now() const;

Q_SIGNALS:
    void backWanted();
    void nextWanted();
    void keysWanted();
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void showSlide();
    void showTally();
    void showTime();

    Stage &stage_;
    QLabel *now_;
    QLabel *notes_;
    QLabel *next_;
    QLabel *tally_;
    QLabel *clock_;
    QLabel *passed_;
    QSpinBox *target_;
    QElapsedTimer since_;
    QBasicTimer second_;
};

} // namespace awaitscope
