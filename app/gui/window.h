// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/session.h"
#include "app/gui/sidebar.h"

#include <QWidget>

class QAction;
class QLabel;
class QSplitter;

namespace awaitscope {

class CodePanel;
class FindingsPanel;
class Header;
class ParameterPanel;
class QuestionPanel;
class TimelineView;
class TransportBar;

/// The main window: one session, and everything that renders from it.
class Window : public QWidget
{
    Q_OBJECT

public:
    explicit Window(const Lesson &lesson, QWidget *parent = nullptr);
    ~Window() override;

    void setThemeChoice(ThemeChoice choice);
    ThemeKind themeKind() const { return theme_; }
    Session &session() { return session_; }

    Sidebar *sidebar() const { return sidebar_; }
    Header *header() const { return header_; }
    ParameterPanel *parameters() const { return parameters_; }
    QuestionPanel *question() const { return question_; }
    CodePanel *code() const { return code_; }
    TimelineView *timeline() const { return timeline_; }
    TransportBar *transport() const { return transport_; }
    FindingsPanel *findings() const { return findings_; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;

private:
    void build();
    void connectSession();
    void connectControls();
    void createActions();
    void createPageActions();
    QAction *addKey(const QString &name, const QList<QKeySequence> &keys, std::function<void()> act, bool repeats = false);
    void applyTheme();
    void nextTheme();
    void colorControls();

    void showLesson();
    void showSubjects();
    void showMoment();
    void showState();
    void arrange();
    void fitColumns();
    void placeRunHint();
    void refreshActions();

    void runOrPlay();
    void openNeighbour(int direction);
    void exportPicture();
    void copyPicture();
    void showKeys();

    double scale_;
    Session session_;
    ThemeChoice choice_ = ThemeChoice::System;
    ThemeKind theme_ = ThemeKind::Light;
    bool themed_ = false;
    Sidebar *sidebar_;
    Header *header_;
    ParameterPanel *parameters_;
    QuestionPanel *question_;
    CodePanel *code_;
    TimelineView *timeline_;
    TransportBar *transport_;
    FindingsPanel *findings_;
    QSplitter *columns_;
    QSplitter *rows_;
    QLabel *runHint_;
    bool columnsMoved_ = false; ///< by the user
    bool rowsMoved_ = false; ///< by the user
    std::vector<QAction *> answerKeys_;
    QList<QAction *> keys_;
};

} // namespace awaitscope
