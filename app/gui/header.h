// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QWidget>

class QBoxLayout;
class QLabel;
class QPushButton;
class QToolButton;

namespace awaitscope {

class LiveControls;
class Session;
class StepStrip;

/// The lesson's title and sentence; Export and Run at the right.
class Header : public QWidget
{
    Q_OBJECT

public:
    explicit Header(Session &session, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Builds what belongs to the open lesson.
    void rebuild();
    /// Shows the session's state.
    void refresh();
    /// Says how far a run has come: all that a record that grows changes here.
    void showStatus();
    /// Shows what was done, for a few seconds.
    void notify(const QString &sentence);
    QString status() const;
    QString sentence() const;
    LiveControls *live() const { return live_; }
    StepStrip *steps() const { return steps_; }
    /// The button that opens the menu.
    QToolButton *menuButton() const { return menu_; }
    /// px in the narrowest arrangement, whatever it shows now: otherwise no window could become narrower.
    QSize minimumSizeHint() const override;

Q_SIGNALS:
    void runWanted();
    void cancelWanted();
    void exportWanted();
    void menuWanted();
    void presentWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QString currentStatus() const;
    int widthOfControls(bool withWords) const;
    int leastWords() const;
    void arrange();

    Session &session_;
    QLabel *title_;
    QLabel *sentence_;
    QLabel *status_;
    StepStrip *steps_;
    LiveControls *live_;
    QPushButton *present_;
    QPushButton *export_;
    QPushButton *run_;
    QBoxLayout *parts_; ///< the words and the buttons; one above the other where the words would be a narrow column
    QBoxLayout *titleLine_; ///< the steps stand beside the title, or below where there is no room
    QToolButton *menu_;
    QString notice_;
    const Theme *theme_;
};

} // namespace awaitscope
