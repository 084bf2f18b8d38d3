// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/action_group.h"

#include <QAction>
#include <QCoreApplication>

namespace awaitscope {

namespace {

constexpr const char *groupProperty = "actionGroup";

} // namespace

QString actionGroupTitle(ActionGroup group)
{
    const auto title = [](const char *text) { return QCoreApplication::translate("awaitscope::ActionGroup", text); };
    switch (group) {
    case ActionGroup::Run:
        return title(QT_TRANSLATE_NOOP("awaitscope::ActionGroup", "Run"));
    case ActionGroup::Moment:
        return title(QT_TRANSLATE_NOOP("awaitscope::ActionGroup", "Moment"));
    case ActionGroup::View:
        return title(QT_TRANSLATE_NOOP("awaitscope::ActionGroup", "View"));
    case ActionGroup::Tasks:
        return title(QT_TRANSLATE_NOOP("awaitscope::ActionGroup", "Tasks"));
    case ActionGroup::Lessons:
        return title(QT_TRANSLATE_NOOP("awaitscope::ActionGroup", "Lessons"));
    case ActionGroup::Files:
        return title(QT_TRANSLATE_NOOP("awaitscope::ActionGroup", "Files and pictures"));
    case ActionGroup::Window:
        return title(QT_TRANSLATE_NOOP("awaitscope::ActionGroup", "Window"));
    }
    return {};
}

ActionGroup actionGroup(const QAction &action)
{
    const QVariant group = action.property(groupProperty);
    return group.isValid() ? ActionGroup(group.toInt()) : ActionGroup::Window;
}

void setActionGroup(QAction &action, ActionGroup group)
{
    action.setProperty(groupProperty, int(group));
}

} // namespace awaitscope
