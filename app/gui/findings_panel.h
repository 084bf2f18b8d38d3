// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/lesson_steps.h"
#include "widgets/theme/theme.h"

#include <QFrame>

#include <vector>

class QButtonGroup;
class QLabel;
class QPushButton;
class QStackedWidget;

namespace awaitscope {

class BriefLabel;
class ChallengePage;
class ChangePage;
class ClaimsPage;
class LogView;
class NotesPage;
class ResultView;
class Session;
class TakeawayPage;

/// What the latest run shows, in tabs: claims with their measured numbers, results, log, the caption. In the same place the pages of
/// the lesson's steps: remarks on events, parameters, challenge, takeaway. Keeps back what a run tells until there is one that may be
/// shown.
class FindingsPanel : public QFrame
{
    Q_OBJECT

public:
    explicit FindingsPanel(Session &session, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void refresh();
    /// Marks the remark on the moment that is shown.
    void showMoment();
    /// Brings the page of a step to the front; nothing for one that has none here: Predict and Run.
    void showStep(LessonStep step);
    /// The step whose page is in front; nothing where it is a tab.
    std::optional<LessonStep> stepInFront() const;
    /// Brings the claims to the front.
    void showClaims();
    /// Positions of the remarks on the moment that is shown.
    std::vector<std::size_t> currentNotes() const;
    /// The height at which every claim's line is in sight; the same before a run and after it.
    int wantedHeight() const;
    /// The height of the tabs and that many claims, a line each.
    int heightFor(qsizetype lines) const;
    /// "4 of 4 hold", as it is shown; empty without a run.
    QString verdict() const;
    /// The table of results; hidden where there is none to show.
    ResultView *results() const { return results_; }
    /// Brings the results to the front, if there are any.
    void showResults();
    /// The lines that the shown runs have logged; hidden where there are none. While a run plays it is in front as soon as there is one.
    LogView *log() const { return log_; }
    /// One line for each claim, as it is shown.
    QStringList claimLines() const;
    NotesPage *notes() const { return notes_; }
    ChangePage *changes() const { return changes_; }
    ChallengePage *challenge() const { return challenge_; }
    TakeawayPage *takeaway() const { return takeaway_; }

Q_SIGNALS:
    /// Another page is in front.
    void pageChanged();

private:
    void addPage(QWidget *content);
    QPushButton *addTab(const QString &name, QWidget *content);
    void showPage(int page);
    void bringToFront(int page);
    void followLog();
    void showVerdict();
    void fillSteps(bool shown);

    Session &session_;
    QButtonGroup *tabs_;
    QPushButton *stepTab_;
    QStackedWidget *pages_;
    BriefLabel *verdict_;
    ClaimsPage *claims_;
    ResultView *results_;
    LogView *log_;
    QLabel *caption_;
    NotesPage *notes_;
    ChangePage *changes_;
    ChallengePage *challenge_;
    TakeawayPage *takeaway_;
    int wantedPage_ = 0; ///< the reader's choice, kept while a run plays
    QString lesson_; ///< whose findings these are
    const Theme *theme_;
};

} // namespace awaitscope
