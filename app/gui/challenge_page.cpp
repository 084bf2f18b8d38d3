// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/challenge_page.h"

#include "app/gui/page_text.h"
#include "app/gui/session.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace awaitscope {

ChallengePage::ChallengePage(Session &session, QWidget *parent) :
    QWidget(parent),
    session_(session),
    layout_(new QVBoxLayout(this))
{
    layout_->setContentsMargins(0, 0, 0, 0);
    layout_->setSpacing(6);
}

void ChallengePage::addText(const QString &text, const char *kind)
{
    layout_->addWidget(wrapped(text, kind));
    words_.append(text);
}

void ChallengePage::showText(const QString &text)
{
    deleteAll(layout_);
    words_.clear();
    hintButton_ = nullptr;
    addText(text, "small");
    layout_->addStretch(1);
}

void ChallengePage::showChallenge()
{
    const LessonText &text = session_.lesson().text;
    if (text.challenge.isEmpty())
        return showText(tr("This lesson has no challenge."));
    deleteAll(layout_);
    words_.clear();
    hintButton_ = nullptr;
    addText(session_.filled(text.challenge), "heading");
    if (const auto verdict = session_.challengeVerdict())
        addText((verdict->holds ? tr("✓ Met: %1") : tr("Not met yet: %1")).arg(verdict->measured),
            verdict->holds ? "good" : "secondary");
    else
        addText(tr("The run was cancelled before its end, so it was not judged."), "secondary");
    if (hinted_.contains(session_.lesson().id)) {
        addText(tr("Hint: %1").arg(text.challengeHint), "secondary");
    } else if (!text.challengeHint.isEmpty()) {
        hintButton_ = new QPushButton(tr("Show the hint"));
        hintButton_->setObjectName(QStringLiteral("hint"));
        hintButton_->setFocusPolicy(Qt::TabFocus);
        hintButton_->setToolTip(tr("Show the hint (H)"));
        connect(hintButton_, &QPushButton::clicked, this, &ChallengePage::showHint, Qt::QueuedConnection);
        layout_->addWidget(hintButton_, 0, Qt::AlignLeft);
        hintButton_->show(); // at once, so that it can take the focus
    }
    layout_->addStretch(1);
}

void ChallengePage::showHint()
{
    if (!hintButton_)
        return;
    hinted_.insert(session_.lesson().id);
    showChallenge();
}

QStringList ChallengePage::words() const
{
    return words_;
}

} // namespace awaitscope
