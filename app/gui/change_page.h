// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QVBoxLayout;

namespace awaitscope {

class Session;

/// Change it: the parameters with their values and what they are good for, and what is another since the run before.
class ChangePage : public QWidget
{
    Q_OBJECT

public:
    explicit ChangePage(Session &session, QWidget *parent = nullptr);

    /// Shows the session's parameters and, where `compared` is set, what its latest run differs by from the one before.
    void showChanges(bool compared);
    /// What has changed since the run before, a line each; empty where nothing is compared.
    QStringList changes() const { return changes_; }

Q_SIGNALS:
    /// The reader wants to change that parameter.
    void parameterWanted(const QString &id);

private:
    void addChanges();
    void addParameters();

    Session &session_;
    QVBoxLayout *layout_;
    QStringList changes_;
};

} // namespace awaitscope
