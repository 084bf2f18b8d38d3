// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/lesson_steps.h"
#include "app/gui/settings.h"
#include "lessons/catalog/lesson.h"
#include "widgets/theme/theme.h"

#include <QFrame>

class QLineEdit;
class QListWidget;
class QPushButton;
class QToolButton;

namespace awaitscope {

/// The list of lessons with its filter; at its foot what belongs to the whole window.
class Sidebar : public QFrame
{
    Q_OBJECT

public:
    explicit Sidebar(const std::vector<Lesson> &course = lessons(), QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void setThemeChoice(ThemeChoice choice);
    /// Marks the open lesson.
    void setCurrent(const QString &lesson);
    /// Marks how far a lesson is: begun, or through with all its steps.
    void setSteps(const QString &lesson, const StepsDone &done);
    void focusFilter();
    /// Offers the saved runs, of which the sidebar itself knows nothing.
    void offerSavedRuns();
    /// px with which each title is whole.
    int wantedWidth() const;
    /// px without which something is cut.
    int leastWidth() const;
    QLineEdit *filter() const { return filter_; }
    QListWidget *list() const { return list_; }
    /// Ids of the lessons that the filter leaves, in order.
    QStringList shown() const;

Q_SIGNALS:
    void lessonWanted(const QString &id);
    void nextThemeWanted();
    void keysWanted();
    void findWanted();
    void savedRunsWanted();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fill(const std::vector<Lesson> &course);
    void applyFilter(const QString &text);

    QLineEdit *filter_;
    QListWidget *list_;
    QPushButton *savedRuns_;
    QPushButton *themeButton_;
    QPushButton *keysButton_;
    QToolButton *findButton_;
    ThemeChoice choice_ = ThemeChoice::System;
    const Theme *theme_;
};

} // namespace awaitscope
