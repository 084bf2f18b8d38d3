// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/problem_bar.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QStyle>

namespace awaitscope {

ProblemBar::ProblemBar(QWidget *parent) : QFrame(parent), sentence_(new QLabel), dismiss_(new QPushButton(tr("Dismiss")))
{
    setObjectName(QStringLiteral("problemBar"));
    setAccessibleName(tr("Problem"));
    sentence_->setObjectName(QStringLiteral("problemSentence"));
    sentence_->setTextFormat(Qt::PlainText); // names of files may look like anything
    sentence_->setWordWrap(true);
    sentence_->setTextInteractionFlags(Qt::TextSelectableByMouse);
    dismiss_->setObjectName(QStringLiteral("dismissProblem"));
    dismiss_->setToolTip(tr("Put this away (Escape)"));
    dismiss_->setAccessibleName(tr("Dismiss the problem"));
    dismiss_->setFocusPolicy(Qt::TabFocus);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(14, 8, 8, 8);
    layout->setSpacing(12);
    layout->addWidget(sentence_, 1);
    layout->addWidget(dismiss_, 0, Qt::AlignTop);
    connect(dismiss_, &QPushButton::clicked, this, [this] {
        hide();
        Q_EMIT dismissed();
    });
    hide();
}

void ProblemBar::showProblem(const Problem &problem)
{
    sentence_->setText(problem.sentence);
    setAccessibleDescription(problem.sentence);
    setProperty("severity", problem.severity == Severity::Error ? QStringLiteral("error") : QStringLiteral("warning"));
    style()->unpolish(this);
    style()->polish(this);
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString ProblemBar::sentence() const
{
    return isHidden() ? QString() : sentence_->text();
}

} // namespace awaitscope
