// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QWidget>

#include <functional>
#include <vector>

class QFrame;
class QLabel;
class QPushButton;

namespace awaitscope {

struct Theme;

/// A stop of the tour: what it points at, and what it says.
struct TourStop
{
    QString title;
    QString text;
    std::function<QWidget *()> target; ///< inside the tour's window; lives as long as that
    bool below = false; ///< rather below the target than beside it, where both have room
};

/// Points at one part of the window after the other, and keeps none of it from being used: only its own bubble takes clicks.
/// Enter goes on, Backspace goes back and Escape ends it, while the page or the bubble has the focus.
class Tour : public QWidget
{
    Q_OBJECT

public:
    /// Hidden until start(); `window` owns it.
    Tour(QWidget *window, std::vector<TourStop> stops);
    ~Tour() override;

    void start();
    void end();
    bool isRunning() const { return isVisible(); }
    /// Position of the stop that is shown.
    std::size_t stop() const { return stop_; }
    void next();
    void back();
    /// What is pointed at, in the window's px; empty where it is out of sight.
    QRect pointedAt() const;
    QFrame *bubble() const { return bubble_; }
    void setTheme(const Theme &theme);

Q_SIGNALS:
    /// The last stop was left, or the rest was skipped.
    void ended();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void show(std::size_t stop);
    void place();
    QRect bubblePlace(const QRect &target, QSize size) const;
    bool takeKey(int key);

    std::vector<TourStop> stops_;
    std::size_t stop_ = 0;
    const Theme *theme_;
    QFrame *bubble_;
    QLabel *title_;
    QLabel *text_;
    QLabel *count_;
    QPushButton *skip_;
    QPushButton *back_;
    QPushButton *next_;
};

} // namespace awaitscope
