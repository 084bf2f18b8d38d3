// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/action_menu.h"

#include "app/gui/action_group.h"

#include <QAction>

#include <optional>

namespace awaitscope {

ActionMenu::ActionMenu(std::function<QList<QAction *>()> actions, QWidget *parent) : QMenu(parent), actions_(std::move(actions))
{
    setObjectName(QStringLiteral("actionMenu"));
    setAccessibleName(tr("Menu"));
}

void ActionMenu::openBelow(const QWidget &button)
{
    fill();
    const bool mirrored = button.layoutDirection() == Qt::RightToLeft;
    popup(button.mapToGlobal(QPoint(mirrored ? 0 : button.width() - sizeHint().width(), button.height() + 4)));
}

void ActionMenu::fill()
{
    qDeleteAll(findChildren<QMenu *>(Qt::FindDirectChildrenOnly));
    clear();
    std::optional<ActionGroup> group;
    QMenu *menu = nullptr;
    for (QAction *action : actions_()) {
        if (!action->isVisible())
            continue;
        if (group != actionGroup(*action)) {
            group = actionGroup(*action);
            menu = addMenu(actionGroupTitle(*group));
        }
        menu->addAction(action);
    }
}

} // namespace awaitscope
