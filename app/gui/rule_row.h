// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "lessons/catalog/rules.h"

#include <QDateTime>
#include <QFrame>

#include <optional>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace awaitscope {

/// What a lesson shows of a rule.
struct ShownEvidence
{
    QString lesson; ///< its id
    QString title; ///< the lesson's
    std::optional<Verdict> verdict; ///< nothing where the lesson has no run that shows it
    QDateTime when;
    bool onVirtualClock = false;
};

/// A rule, its sentence, and the evidence for it.
struct ShownRule
{
    QString id;
    QString title;
    QString sentence;
    std::optional<Verdict> builtIn; ///< what was found when the app was built
    std::vector<ShownEvidence> evidence;

    /// True where some lesson has a run that shows it.
    bool hasRun() const;
    /// True where it has a run, and nothing contradicts it.
    bool holds() const;
};

/// One rule in a line or two: whether it holds, its name, when it was last shown and what was measured then. Pressed, it opens: its
/// sentence, the whole evidence of each lesson, and the ways there.
class RuleRow : public QFrame
{
    Q_OBJECT

public:
    RuleRow(const ShownRule &rule, int number, bool open, QWidget *parent = nullptr);

    bool isOpen() const;
    /// Opens and closes the row.
    QPushButton *title() const { return title_; }
    /// Plays the rule.
    QPushButton *runButton() const { return run_; }
    /// "It took 196 ms; …"; empty without a run.
    QString measured() const;
    /// px without the time of the latest run, which is left out where it has no room.
    QSize minimumSizeHint() const override;

protected:
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    void runWanted(const QString &rule);
    void lessonWanted(const QString &lesson);
    void opened(const QString &rule, bool open);

private:
    void addEvidence(QVBoxLayout *layout, const ShownEvidence &evidence);

    QPushButton *title_;
    QPushButton *run_;
    QLabel *measured_;
    QLabel *mark_;
    QLabel *when_;
    QWidget *details_;
};

} // namespace awaitscope
