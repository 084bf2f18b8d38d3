// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QFrame>

class QButtonGroup;
class QLabel;
class QPushButton;
class QStackedWidget;
class QVBoxLayout;

namespace awaitscope {

class FlowLayout;
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
    /// "4 of 4 hold", as it is shown; empty without a run.
    QString verdict() const;
    /// One line for each claim, as it is shown.
    QStringList claimLines() const { return claimLines_; }

private:
    QPushButton *addTab(const QString &name, QWidget *content);
    void clearPages();
    void fillClaims();
    void fillNotes();
    void fillChallenge();

    Session &session_;
    QButtonGroup *tabs_;
    QStackedWidget *pages_;
    QLabel *verdict_;
    FlowLayout *claims_;
    QLabel *caption_;
    QVBoxLayout *notes_;
    QVBoxLayout *challenge_;
    QStringList claimLines_;
    const Theme *theme_;
};

} // namespace awaitscope
