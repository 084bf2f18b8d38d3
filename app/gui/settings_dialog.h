// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QFormLayout;

namespace awaitscope {

class Settings;

/// What can be chosen for the whole app. Each choice holds at once and is kept by `Settings`.
class SettingsDialog : public QDialog
{
    Q_OBJECT

public:
    /// `settings` must outlive the dialog.
    explicit SettingsDialog(Settings &settings, QWidget *parent = nullptr);

    /// One more setting, below the others; the dialog owns the control from then on.
    void addRow(const QString &label, QWidget *control);

private:
    void addColours();
    void addText();
    void addStore();

    Settings &settings_;
    QFormLayout *form_;
};

} // namespace awaitscope
