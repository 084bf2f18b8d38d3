// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QWidget>

class QHBoxLayout;
class QPushButton;

namespace awaitscope {

class Session;
class Spinner;

/// What a reader can do with a lesson beside running it: its own acts while it plays, and to feel it on the window's own loop. The
/// spinner turns as long as the window's loop does, and is seen while something plays.
class LiveControls : public QWidget
{
    Q_OBJECT

public:
    explicit LiveControls(Session &session, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Builds the buttons anew for the open lesson.
    void rebuild();
    /// Shows the session's state.
    void refresh();
    /// The reader does what the lesson's first act is, as its button does; nothing where there is none or nothing plays.
    void actFirst();
    Spinner *spinner() const { return spinner_; }
    QPushButton *feelButton() const { return feel_; }
    /// One for each act, in the lesson's order.
    const std::vector<QPushButton *> &actButtons() const { return acts_; }

private:
    Session &session_;
    QHBoxLayout *layout_;
    Spinner *spinner_;
    QPushButton *feel_;
    std::vector<QPushButton *> acts_;
};

} // namespace awaitscope
