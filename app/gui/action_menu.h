// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMenu>

#include <functional>

class QAction;

namespace awaitscope {

/// All that the window can do, by group, with the keys: for the mouse.
class ActionMenu : public QMenu
{
    Q_OBJECT

public:
    /// `actions` gives them in the order of their groups.
    ActionMenu(std::function<QList<QAction *>()> actions, QWidget *parent);

    /// Opens below a button, with what can be done at this moment.
    void openBelow(const QWidget &button);

private:
    void fill();

    std::function<QList<QAction *>()> actions_;
};

} // namespace awaitscope
