// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme/theme.h"

#include <QFrame>
#include <QHash>

class QPushButton;

namespace awaitscope {

class FlowLayout;
class Segmented;
class Session;
class Switch;
class ValueRow;
class ParameterSet;
struct ParameterSpec;

/// A value as a reader likes it, and as a field takes it: "196 ms".
QString parameterText(const ParameterSet &parameters, const QString &id);

/// The settings of the open lesson: parameters, variants and clock.
class ParameterPanel : public QFrame
{
    Q_OBJECT

public:
    explicit ParameterPanel(Session &session, QWidget *parent = nullptr);

    void setTheme(const Theme &theme);
    /// Builds the controls anew for the open lesson.
    void rebuild();
    /// Shows the session's values.
    void refresh();
    /// Gives the focus to the control of a parameter.
    void focusParameter(const QString &id);
    /// Smaller margins, for a low window.
    void setCompact(bool compact);
    /// Gives the focus to the control of a parameter; nothing for one that is not known.
    void focusControl(const QString &parameter);

    /// The row of a duration or a count; null for others.
    ValueRow *row(const QString &parameter) const { return rows_.value(parameter); }
    QPushButton *chip(const QString &variant) const { return chips_.value(variant); }

private:
    void addRow(const ParameterSpec &spec, const QString &label, const QString &hint);
    void addSwitch(const ParameterSpec &spec, const QString &label, const QString &hint);
    void addChoice(const ParameterSpec &spec, const QString &label, const QString &hint);
    void addChips();

    Session &session_;
    FlowLayout *values_;
    FlowLayout *options_;
    QHash<QString, ValueRow *> rows_;
    QHash<QString, Switch *> switches_;
    QHash<QString, Segmented *> choices_;
    QHash<QString, QPushButton *> chips_;
    Segmented *clock_ = nullptr;
    const Theme *theme_;
};

} // namespace awaitscope
