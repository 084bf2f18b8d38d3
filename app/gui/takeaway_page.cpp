// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/takeaway_page.h"

#include "app/gui/page_text.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace awaitscope {

TakeawayPage::TakeawayPage(QWidget *parent) : QWidget(parent), sentence_(wrapped({}, "small")), next_(new QPushButton)
{
    next_->setObjectName(QStringLiteral("nextLesson"));
    next_->setFocusPolicy(Qt::TabFocus);
    next_->setToolTip(tr("Open it (Ctrl+Page Down)"));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(sentence_);
    layout->addWidget(next_, 0, Qt::AlignLeft);
    layout->addStretch(1);
    setNextLesson({});
}

void TakeawayPage::show(const QString &text, const char *kind)
{
    sentence_->setProperty("kind", QLatin1String(kind));
    restyle(sentence_);
    sentence_->setText(text);
}

void TakeawayPage::showTakeaway(const QString &sentence)
{
    show(sentence, "takeaway");
}

void TakeawayPage::showText(const QString &text)
{
    show(text, "small");
}

void TakeawayPage::setNextLesson(const QString &title)
{
    next_->setVisible(!title.isEmpty());
    next_->setText(tr("Next lesson: %1").arg(title));
}

QString TakeawayPage::words() const
{
    return sentence_->text();
}

} // namespace awaitscope
