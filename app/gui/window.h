// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/action_group.h"
#include "app/gui/kept_place.h"
#include "app/gui/recent_files.h"
#include "app/gui/session.h"
#include "app/gui/settings.h"
#include "app/gui/sidebar.h"
#include "app/gui/window_memory.h"
#include "widgets/timeline/ghost.h"

#include <QWidget>

class QAction;
class QPushButton;
class QSplitter;
class QVBoxLayout;

namespace awaitscope {

class CodePanel;
class DesktopSettings;
class FindingsPanel;
class Header;
class ParameterPanel;
class ProblemBar;
class QuestionPanel;
class TimelineView;
class TraceFiles;
class TransportBar;
class Wayfinding;

/// The main window: one session, and everything that renders from it.
class Window : public QWidget
{
    Q_OBJECT

public:
    /// `course` holds the lessons to go to and must outlive the window.
    explicit Window(const Lesson &lesson, const std::vector<Lesson> &course = lessons(), ThemeChoice choice = ThemeChoice::System,
        QWidget *parent = nullptr);
    ~Window() override;

    /// Looks as these settings say, and as the desktop does where they leave it to it; both must outlive the window.
    void useSettings(Settings &settings, DesktopSettings *desktop = nullptr);
    Settings &settings() { return *settings_; }
    void setThemeChoice(ThemeChoice choice);
    /// Light or dark until the settings have another choice; nothing is kept of it.
    void showTheme(ThemeKind kind);
    ThemeKind themeKind() const { return theme_; }
    /// Where the user has moved the dividers of the panels; they keep their share when the window is resized.
    const Dividers &dividers() const { return dividers_; }
    void setDividers(const Dividers &dividers);
    Session &session() { return session_; }

    Sidebar *sidebar() const { return sidebar_; }
    Header *header() const { return header_; }
    ParameterPanel *parameters() const { return parameters_; }
    QuestionPanel *question() const { return question_; }
    CodePanel *code() const { return code_; }
    TimelineView *timeline() const { return timeline_; }
    TransportBar *transport() const { return transport_; }
    FindingsPanel *findings() const { return findings_; }
    Wayfinding *wayfinding() const { return way_; }
    const std::vector<Lesson> &course() const { return course_; }
    /// What an open window would show again at the next start.
    KeptPlace place() const;
    /// Shows what was kept, as far as it exists: a lesson or setting that does not is left out. The stretch in sight and the
    /// playhead wait for a run to show, and are forgotten when the reader runs the lesson first.
    void restorePlace(const KeptPlace &kept);
    ProblemBar *problems() const { return problems_; }
    /// Says what went wrong, under the header; until the reader puts it away.
    void showProblem(const Problem &problem);

    /// Reads a trace file and shows its run in its lesson; a problem is shown, too.
    void openFile(const QString &file);
    /// Shows a run that was read from a file. It must fit the lesson, which must be one of the course; see fitRun().
    void showRun(const Lesson &lesson, std::shared_ptr<const Run> run, const QString &file);
    /// Traces opened or saved last, the latest first.
    QStringList recentFiles() const { return recent_.files(); }
    /// All that can be done here, in the order of its groups; see actionGroup().
    QList<QAction *> listedActions() const;
    /// An action of the window, listed under its group wherever actions are listed; `keys` may be empty.
    QAction *addAct(
        ActionGroup group, const QString &name, const QList<QKeySequence> &keys, std::function<void()> act, bool repeats = false);

Q_SIGNALS:
    void recentFilesChanged();
    /// The window is about to close; its geometry is still the last one.
    void closed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void connectSession();
    void connectControls();
    void createActions();
    void createPageActions();
    void createStepActions();
    void createWayfindingActions();
    void restoreSight();
    void createSettingsActions();
    void applySettings();
    void applyScale();
    void createFileActions();
    void applyTheme();
    ThemeKind wantedTheme() const;
    ThemeChoice themeChoice() const;
    void nextTheme();
    void colorControls();

    void showLesson();
    void showSubjects();
    void showMoment();
    void showState();
    void showSteps();
    void showBefore();
    void arrange();
    void setCompact(bool compact);
    void fitCode(int width);
    void fitColumns();
    void orderFocus();
    void giveBackKeys();
    void toMark(int direction);
    void placeRunHint();
    void createPredictActions();
    void refreshPredictActions();
    void connectPrediction();
    /// The predicted bars, as far as they can be drawn or compared.
    std::vector<Ghost> ghosts() const;
    void showGhosts();
    void predict(int number);
    void refreshActions();

    void runOrPlay();
    void lookCloser();
    void goToStep(LessonStep step, bool focus);
    void openNeighbour(int direction);
    void exportPicture();
    void copyPicture();
    void chooseFileToOpen();
    void saveRun();
    void addRecentFile(const QString &file);

    const std::vector<Lesson> &course_;
    double scale_ = 1.0;
    bool scaled_ = false;
    Session session_;
    Settings *settings_; ///< its own until it is given others
    DesktopSettings *desktop_ = nullptr;
    std::optional<ThemeChoice> shown_; ///< in place of that choice of the settings
    ThemeChoice shownFor_ = ThemeChoice::System;
    ThemeKind theme_ = ThemeKind::Light;
    bool themed_ = false;
    bool closing_ = false; ///< as soon as nothing plays on this loop any more
    Sidebar *sidebar_;
    Header *header_;
    ParameterPanel *parameters_;
    QuestionPanel *question_;
    CodePanel *code_;
    TimelineView *timeline_;
    TransportBar *transport_;
    FindingsPanel *findings_;
    ProblemBar *problems_;
    TraceFiles *files_ = nullptr;
    RecentFiles recent_;
    QSplitter *columns_;
    QSplitter *rows_;
    QVBoxLayout *pageLayout_;
    QVBoxLayout *leftLayout_;
    QPushButton *runHint_;
    QString lessonInSight_; ///< whose runs the timelines show
    bool hasRun_ = false; ///< that lesson has, in this window
    int codeFittedTo_ = -1; ///< px of the columns that the code's letters were chosen for
    Dividers dividers_;
    Wayfinding *way_ = nullptr;
    std::optional<KeptPlace> sightToCome_; ///< to be in sight as soon as its lesson has a run to show
    std::vector<QAction *> answerKeys_;
    QAction *skipKey_ = nullptr;
    QAction *takeBackKey_ = nullptr;
    QAction *feelKey_ = nullptr;
    QAction *actKey_ = nullptr;
};

} // namespace awaitscope
