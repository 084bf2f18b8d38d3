// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/controls/segmented.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QPushButton>

namespace awaitscope {

Segmented::Segmented(const QString &name, const QStringList &choices, QWidget *parent) :
    QFrame(parent),
    group_(new QButtonGroup(this))
{
    setObjectName(QStringLiteral("segmented"));
    setAccessibleName(name);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(2);
    for (const QString &choice : choices) {
        auto *button = new QPushButton(choice);
        button->setCheckable(true);
        button->setFocusPolicy(Qt::TabFocus);
        button->setProperty("kind", QStringLiteral("segment"));
        button->setAccessibleName(QStringLiteral("%1: %2").arg(name, choice));
        layout->addWidget(button);
        group_->addButton(button, group_->buttons().size());
    }
    group_->button(0)->setChecked(true);
    connect(group_, &QButtonGroup::idClicked, this, &Segmented::chosen);
}

int Segmented::current() const
{
    return group_->checkedId();
}

void Segmented::setCurrent(int index)
{
    if (auto *button = group_->button(index))
        button->setChecked(true);
}

} // namespace awaitscope
