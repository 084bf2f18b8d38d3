// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/evidence_book.h"
#include "app/gui/rule_row.h"

#include <QSet>
#include <QWidget>

class QLabel;
class QScrollArea;
class QVBoxLayout;

namespace awaitscope {

class Session;

/// The rules of a lesson that collects them, with evidence from the reader's own latest runs of the lessons that show them. Takes down
/// every run of the session. A rule without a run can be played from here.
class RulesPanel : public QWidget
{
    Q_OBJECT

public:
    explicit RulesPanel(Session &session, QWidget *parent = nullptr);

    /// Shows the rules of the open lesson, if it has any.
    void refresh();
    /// The evidence, to which runs of earlier days can be added.
    EvidenceBook &book() { return book_; }
    /// A line for each rule, in their order.
    const std::vector<RuleRow *> &rows() const { return rows_; }
    /// "Evidence from your latest runs: 3 of 9 rules have one."
    QString summary() const;
    /// What it takes at least: the list scrolls.
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void lessonWanted(const QString &lesson);

private:
    ShownRule shown(const RuleSpec &rule) const;
    void addRow(const ShownRule &rule);

    Session &session_;
    EvidenceBook book_;
    QLabel *summary_;
    QScrollArea *scroll_;
    QVBoxLayout *list_;
    std::vector<RuleRow *> rows_;
    QSet<QString> open_; ///< rules whose rows the reader has opened
};

} // namespace awaitscope
