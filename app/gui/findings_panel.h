// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QFrame>

#include <vector>

class QButtonGroup;
class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QVBoxLayout;

namespace awaitscope {

class BriefLabel;
class LogView;
class ResultView;
class Session;

/// What the latest run shows: claims with their measured numbers, the caption, remarks on its events, the challenge.
/// Keeps all of it back until there is a run that may be shown.
class FindingsPanel : public QFrame
{
    Q_OBJECT

public:
    explicit FindingsPanel(Session &session, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    void refresh();
    /// Marks the remark on the moment that is shown.
    void showMoment();
    /// Brings the remarks on events to the front.
    void showNotes();
    /// Brings the claims to the front.
    void showClaims();
    /// Brings challenge and takeaway to the front, where they may be shown.
    void showChallenge();
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
    QStringList claimLines() const { return claimLines_; }

private:
    /// A remark that is shown, and the step it belongs to.
    struct Note
    {
        QWidget *line;
        std::size_t step;
    };
    QPushButton *addTab(const QString &name, QWidget *content);
    void showPage(int page);
    void bringToFront(int page);
    void followLog();
    void clearPages();
    void fillClaims();
    void fillNotes();
    void fillChallenge();

    Session &session_;
    QButtonGroup *tabs_;
    QStackedWidget *pages_;
    BriefLabel *verdict_;
    QVBoxLayout *claims_;
    ResultView *results_;
    LogView *log_;
    QLabel *caption_;
    QVBoxLayout *notes_;
    QVBoxLayout *challenge_;
    QStringList claimLines_;
    std::vector<Note> noteLines_;
    int wantedPage_ = 0; ///< the reader's choice, kept while a run plays
    QString lesson_; ///< whose findings these are
    const Theme *theme_;
};

} // namespace awaitscope
