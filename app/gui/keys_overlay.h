// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/gui/overlay.h"

#include <QList>

#include <functional>

class QAction;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QScrollArea;

namespace awaitscope {

/// The keys of what can be done at this moment, by group, in as many columns as fit; typing leaves what is looked for.
class KeysOverlay : public Overlay
{
    Q_OBJECT

public:
    /// `actions` gives all actions of the window, in the order of their groups.
    KeysOverlay(QWidget *window, std::function<QList<QAction *>()> actions);

    QLineEdit *field() const { return field_; }
    /// What is listed, a line each: "Show the whole run: 0".
    QStringList lines() const;
    /// How many columns the groups stand in.
    int columns() const { return columns_; }

protected:
    QRect panelPlace() override;
    QWidget *focusTarget() override;
    void prepare() override;
    bool takeKey(QKeyEvent &event) override;

private:
    struct Line
    {
        QString text;
        QString folded;
        QWidget *row;
    };
    struct Group
    {
        QWidget *box;
        std::vector<Line> lines;
    };

    void rebuild();
    void addLine(Group &group, const QAction &action);
    void filter();
    void arrange(int columns);
    int columnWidth() const;

    std::function<QList<QAction *>()> actions_;
    QLineEdit *field_;
    QScrollArea *scroll_;
    QWidget *content_;
    QHBoxLayout *columnsLayout_ = nullptr;
    QLabel *nothing_;
    std::vector<Group> groups_;
    int columns_ = 0;
};

} // namespace awaitscope
