// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace awaitscope {

/// Takeaway: the sentence to keep, and the way to the next lesson.
class TakeawayPage : public QWidget
{
    Q_OBJECT

public:
    explicit TakeawayPage(QWidget *parent = nullptr);

    void showTakeaway(const QString &sentence);
    /// Says in its place why there is none yet.
    void showText(const QString &text);
    /// The title of the lesson that follows; empty for none.
    void setNextLesson(const QString &title);
    QString words() const;
    QPushButton *nextButton() const { return next_; }

private:
    void show(const QString &text, const char *kind);

    QLabel *sentence_;
    QPushButton *next_;
};

} // namespace awaitscope
