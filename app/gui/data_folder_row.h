// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace awaitscope {

/// Tells where the user's runs, predictions and notes are kept, with a button to look there in the desktop's own program for
/// files; the folder is made where it is missing.
class DataFolderRow : public QWidget
{
    Q_OBJECT

public:
    explicit DataFolderRow(QWidget *parent = nullptr);

private:
    QLabel *note_; ///< why the folder could not be shown; hidden else
};

} // namespace awaitscope
