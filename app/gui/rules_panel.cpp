// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/rules_panel.h"

#include "app/gui/session.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace awaitscope {

RulesPanel::RulesPanel(Session &session, QWidget *parent) :
    QWidget(parent),
    session_(session),
    summary_(new QLabel),
    scroll_(new QScrollArea),
    list_(nullptr)
{
    summary_->setProperty("kind", QStringLiteral("small"));
    summary_->setWordWrap(true);
    summary_->setContentsMargins(14, 8, 14, 4);
    auto *content = new QWidget;
    content->setAccessibleName(tr("The rules and their evidence"));
    list_ = new QVBoxLayout(content);
    list_->setContentsMargins(8, 0, 8, 8);
    list_->setSpacing(4);
    scroll_->setWidget(content);
    scroll_->setWidgetResizable(true);
    scroll_->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll_->setFocusPolicy(Qt::NoFocus);
    scroll_->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(summary_);
    layout->addWidget(scroll_, 1);
    connect(&session_, &Session::runFinished, this, [this] {
        book_.add(session_.lesson(), session_.latest(), QDateTime::currentDateTime());
        refresh();
    });
    connect(&session_, &Session::lessonOpened, this, &RulesPanel::refresh);
}

int RulesPanel::heightForWidth(int width) const
{
    return summary_->heightForWidth(width) + scroll_->minimumSizeHint().height();
}

ShownRule RulesPanel::shown(const RuleSpec &rule) const
{
    const LessonText &text = session_.lesson().text;
    ShownRule shown{rule.id, text.variantTitles.value(rule.id), text.claims.value(rule.id), {}, {}};
    if (rule.builtIn)
        shown.builtIn = rule.builtIn();
    for (const RuleEvidence &evidence : rule.evidence) {
        const Lesson *lesson = findLesson(evidence.lesson);
        ShownEvidence found{evidence.lesson, lesson ? lesson->text.title : evidence.lesson, {}, {}, false};
        if (const auto kept = book_.latest(evidence)) {
            found.verdict = evidenceIn(*kept->run, evidence);
            found.when = kept->when;
            found.onVirtualClock = kept->run->clock == ClockKind::Virtual;
        }
        shown.evidence.push_back(std::move(found));
    }
    return shown;
}

void RulesPanel::addRow(const ShownRule &rule)
{
    auto *row = new RuleRow(rule, static_cast<int>(rows_.size()) + 1, open_.contains(rule.id));
    connect(row, &RuleRow::runWanted, &session_, &Session::runOnly);
    connect(row, &RuleRow::lessonWanted, this, &RulesPanel::lessonWanted);
    connect(row, &RuleRow::opened, this, [this](const QString &id, bool open) {
        if (open)
            open_.insert(id);
        else
            open_.remove(id);
    });
    list_->addWidget(row);
    rows_.push_back(row);
}

void RulesPanel::refresh()
{
    const int scrolled = scroll_->verticalScrollBar()->value();
    const QWidget *focus = window()->focusWidget();
    const auto focused = std::ranges::find_if(rows_, [focus](const RuleRow *row) { return row->isAncestorOf(focus); });
    const auto focusedRow = focused == rows_.end() ? -1 : focused - rows_.begin();
    const bool onRun = focusedRow >= 0 && (*focused)->runButton() == focus;
    for (RuleRow *row : rows_) {
        row->hide();
        row->deleteLater();
    }
    rows_.clear();
    while (QLayoutItem *item = list_->takeAt(0))
        delete item;
    int evident = 0, broken = 0;
    for (const RuleSpec &rule : session_.lesson().definition.rules) {
        const ShownRule made = shown(rule);
        evident += made.hasRun() ? 1 : 0;
        broken += made.hasRun() && !made.holds() ? 1 : 0;
        addRow(made);
    }
    list_->addStretch(1);
    if (focusedRow >= 0 && focusedRow < std::ssize(rows_)) {
        RuleRow *row = rows_[static_cast<std::size_t>(focusedRow)];
        row->show(); // or it cannot take the focus yet
        (onRun ? row->runButton() : row->title())->setFocus();
    }
    scroll_->verticalScrollBar()->setValue(scrolled);
    const QString count = tr("Evidence from your latest runs: %1 of %2 rules have one.").arg(evident).arg(rows_.size());
    summary_->setText(broken == 0 ? count : count + u' ' + tr("In %1 of them the rule does not hold.").arg(broken));
}

QString RulesPanel::summary() const
{
    return summary_->text();
}

} // namespace awaitscope
