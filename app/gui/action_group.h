// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAction;

namespace awaitscope {

/// What an action is about. The palette, the menu and the list of keys show actions in this order, under these titles.
enum class ActionGroup { Run, Moment, View, Tasks, Lessons, Files, Window };

/// The group's title for a reader.
QString actionGroupTitle(ActionGroup group);

/// The group that an action was given; ActionGroup::Window where it has none.
ActionGroup actionGroup(const QAction &action);
void setActionGroup(QAction &action, ActionGroup group);

} // namespace awaitscope
