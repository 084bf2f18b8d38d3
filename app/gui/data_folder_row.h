// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace awaitscope {

/// Shows in the desktop's own program for files where the user's runs, predictions and notes are kept; the folder is made where
/// it is missing. False where that is not possible.
bool showDataFolder();

/// Tells where they are kept, with a button to look there.
class DataFolderRow : public QWidget
{
    Q_OBJECT

public:
    explicit DataFolderRow(QWidget *parent = nullptr);

private:
    QLabel *note_; ///< why the folder could not be shown; hidden else
};

} // namespace awaitscope
