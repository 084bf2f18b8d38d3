// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSet>
#include <QWidget>

class QPushButton;
class QVBoxLayout;

namespace awaitscope {

class Session;

/// Challenge: a goal, how the latest run stands to it, and a hint for who asks for it.
class ChallengePage : public QWidget
{
    Q_OBJECT

public:
    explicit ChallengePage(Session &session, QWidget *parent = nullptr);

    /// Shows the goal, judged over the session's latest run.
    void showChallenge();
    /// Says in its place why there is none yet.
    void showText(const QString &text);
    /// Shows the hint from now on; nothing where there is none, or no goal is shown yet.
    void showHint();
    /// The words that are shown, a paragraph each.
    QStringList words() const;
    /// Asks for the hint; null where it is shown or there is none.
    QPushButton *hintButton() const { return hintButton_; }

private:
    void addText(const QString &text, const char *kind);

    Session &session_;
    QVBoxLayout *layout_;
    QPushButton *hintButton_ = nullptr;
    QSet<QString> hinted_; ///< lessons whose hint was asked for
    QStringList words_;
};

} // namespace awaitscope
