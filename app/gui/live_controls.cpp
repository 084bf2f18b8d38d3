// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/live_controls.h"

#include "app/gui/session.h"
#include "widgets/controls/spinner.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace awaitscope {

LiveControls::LiveControls(Session &session, QWidget *parent) :
    QWidget(parent),
    session_(session),
    layout_(new QHBoxLayout(this)),
    spinner_(new Spinner),
    feel_(new QPushButton(tr("Feel it")))
{
    layout_->setContentsMargins({});
    layout_->setSpacing(10);
    layout_->addWidget(spinner_);
    layout_->addWidget(feel_);
    feel_->setObjectName(QStringLiteral("feel"));
    feel_->setFocusPolicy(Qt::TabFocus);
    spinner_->hide();
    connect(feel_, &QPushButton::clicked, &session_, &Session::feel);
}

void LiveControls::setTheme(const Theme &theme)
{
    spinner_->setTheme(theme);
}

void LiveControls::rebuild()
{
    for (QPushButton *button : acts_)
        delete button;
    acts_.clear();
    const Lesson &lesson = session_.lesson();
    for (const ActSpec &act : lesson.definition.acts) {
        auto *button = new QPushButton(lesson.text.acts.value(act.id, act.id));
        button->setObjectName(act.id);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QPushButton::clicked, this, [this, id = act.id] { session_.act(id); });
        layout_->addWidget(button);
        acts_.push_back(button);
    }
    refresh();
}

void LiveControls::refresh()
{
    const bool live = session_.isLive();
    spinner_->setVisible(live);
    feel_->setVisible(session_.canFeel());
    feel_->setEnabled(!live);
    if (session_.canFeel()) {
        const QString title = session_.lesson().text.variantTitles.value(session_.lesson().definition.felt);
        feel_->setToolTip(tr("Play “%1” on this window's own loop: the window stands still while it blocks (F)").arg(title));
        feel_->setAccessibleDescription(feel_->toolTip());
    }
    for (QPushButton *button : acts_) {
        button->setEnabled(live);
        const QString key = button == acts_.front() ? tr(" (B)") : QString();
        button->setToolTip(
            live ? tr("A click of yours in the lesson that plays") + key : tr("Only while the lesson plays") + key);
        button->setAccessibleDescription(button->toolTip());
    }
}

void LiveControls::actFirst()
{
    if (!acts_.empty() && acts_.front()->isEnabled())
        acts_.front()->click();
}

} // namespace awaitscope
